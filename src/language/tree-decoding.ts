/**
 * The best tree with exactly one root over n words. `scores[d * (n + 1) + h]` is the log score of head h for
 * dependent d, both counted from 1; head 0 is the root. Returns the head of each word (0 for the root's word).
 * Greedy heads are kept where they are a tree; else Chu & Liu 1965, Edmonds 1967, over the best few roots.
 */
export function decodeTree(scores: Float32Array, n: number): Int32Array {
  const greedy = greedyHeads(scores, n);
  if (isTree(greedy, n)) return greedy;
  const width = n + 1;
  const roots = Array.from({ length: n }, (_, at) => at + 1)
    .sort((a, b) => (scores[b * width] as number) - (scores[a * width] as number) || a - b)
    .slice(0, 3);
  let best: Int32Array = greedy;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const root of roots) {
    const limited = new Float64Array(width * width).fill(Number.NEGATIVE_INFINITY);
    for (let dependent = 1; dependent <= n; dependent++) {
      for (let head = 0; head <= n; head++) {
        if (head === dependent || (head === 0) !== (dependent === root)) continue;
        limited[dependent * width + head] = scores[dependent * width + head] as number;
      }
    }
    const heads = maximumArborescence(limited, width);
    let total = 0;
    for (let dependent = 1; dependent <= n; dependent++)
      total += scores[dependent * width + (heads[dependent] as number)] as number;
    if (total > bestScore) {
      bestScore = total;
      best = heads;
    }
  }
  return best;
}

function greedyHeads(scores: Float32Array, n: number): Int32Array {
  const heads = new Int32Array(n + 1);
  for (let dependent = 1; dependent <= n; dependent++) {
    let best = -1;
    for (let head = 0; head <= n; head++) {
      if (head === dependent) continue;
      if (
        best < 0 ||
        (scores[dependent * (n + 1) + head] as number) > (scores[dependent * (n + 1) + best] as number)
      )
        best = head;
    }
    heads[dependent] = best;
  }
  return heads;
}

function isTree(heads: Int32Array, n: number): boolean {
  let roots = 0;
  for (let at = 1; at <= n; at++) if (heads[at] === 0) roots++;
  return roots === 1 && findCycle(heads, n + 1) === null;
}

/** Nodes of a cycle, or null. Node 0 has no head. */
function findCycle(heads: Int32Array, width: number): number[] | null {
  const seen = new Int32Array(width);
  for (let start = 1; start < width; start++) {
    let at = start;
    while (at > 0 && seen[at] === 0) {
      seen[at] = start;
      at = heads[at] as number;
    }
    if (at > 0 && seen[at] === start) {
      const cycle = [at];
      for (let next = heads[at] as number; next !== at; next = heads[next] as number) cycle.push(next);
      return cycle;
    }
  }
  return null;
}

/** Chu–Liu–Edmonds by contraction: a cycle becomes one node, the smaller problem is solved, and the cycle is opened where it is entered. */
function maximumArborescence(scores: Float64Array, width: number): Int32Array {
  const heads = new Int32Array(width);
  for (let dependent = 1; dependent < width; dependent++) {
    let best = 0;
    for (let head = 0; head < width; head++) {
      if (
        head !== dependent &&
        (scores[dependent * width + head] as number) > (scores[dependent * width + best] as number)
      )
        best = head;
    }
    heads[dependent] = best;
  }
  const cycle = findCycle(heads, width);
  if (cycle === null) return heads;
  const inCycle = new Uint8Array(width);
  let cycleScore = 0;
  for (const at of cycle) {
    inCycle[at] = 1;
    cycleScore += scores[at * width + (heads[at] as number)] as number;
  }
  const outside = Array.from({ length: width }, (_, at) => at).filter((at) => !inCycle[at]);
  const index = new Map(outside.map((at, smaller) => [at, smaller]));
  const merged = outside.length;
  const smaller = merged + 1;
  const contracted = new Float64Array(smaller * smaller).fill(Number.NEGATIVE_INFINITY);
  const enters = new Int32Array(smaller);
  const leaves = new Int32Array(smaller);
  for (const dependent of outside) {
    for (const head of outside) {
      contracted[(index.get(dependent) ?? 0) * smaller + (index.get(head) ?? 0)] = scores[
        dependent * width + head
      ] as number;
    }
    for (const head of cycle) {
      const at = (index.get(dependent) ?? 0) * smaller + merged;
      if ((scores[dependent * width + head] as number) > (contracted[at] as number)) {
        contracted[at] = scores[dependent * width + head] as number;
        leaves[index.get(dependent) ?? 0] = head;
      }
    }
  }
  for (const head of outside) {
    for (const dependent of cycle) {
      const score =
        (scores[dependent * width + head] as number) +
        cycleScore -
        (scores[dependent * width + (heads[dependent] as number)] as number);
      const at = merged * smaller + (index.get(head) ?? 0);
      if (score > (contracted[at] as number)) {
        contracted[at] = score;
        enters[index.get(head) ?? 0] = dependent;
      }
    }
  }
  const solved = maximumArborescence(contracted, smaller);
  for (const dependent of outside) {
    if (dependent === 0) continue;
    const head = solved[index.get(dependent) ?? 0] as number;
    heads[dependent] =
      head === merged ? (leaves[index.get(dependent) ?? 0] as number) : (outside[head] as number);
  }
  const entering = solved[merged] as number;
  heads[enters[entering] as number] = outside[entering] as number;
  return heads;
}
