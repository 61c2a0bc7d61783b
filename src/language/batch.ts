/** Sentences laid out for a recurrent network: all first words together, then all second words, longest sentence first. */
export interface Batch {
  /** Lengths in words, root included, longest first. */
  readonly lengths: readonly number[];
  /** Which sentence of the input stands at each rank. */
  readonly order: readonly number[];
  /** First row of each time step; one more entry closes the last. */
  readonly base: Int32Array;
  readonly steps: number;
  readonly total: number;
}

/** @param lengths Length of each sentence, the root included; at least 1. */
export function layOut(lengths: readonly number[]): Batch {
  const order = lengths.map((_, at) => at).sort((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0) || a - b);
  const sorted = order.map((at) => lengths[at] ?? 0);
  const steps = sorted[0] ?? 0;
  const base = new Int32Array(steps + 1);
  let active = sorted.length;
  for (let step = 0; step < steps; step++) {
    while (active > 0 && (sorted[active - 1] ?? 0) <= step) active--;
    base[step + 1] = (base[step] as number) + active;
  }
  return { lengths: sorted, order, base, steps, total: base[steps] ?? 0 };
}

/** How many sentences are still going at a step. */
export function activeAt(batch: Batch, step: number): number {
  return (batch.base[step + 1] as number) - (batch.base[step] as number);
}

/** The row of a word: its sentence's rank and its place in it. */
export function rowOf(batch: Batch, rank: number, step: number): number {
  return (batch.base[step] as number) + rank;
}
