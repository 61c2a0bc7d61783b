import { seeded } from "../vocabulary/index.ts";

/** How often the stories are drawn anew. */
export const RESAMPLES = 1000;
/** Stories that a value needs before an interval says anything. */
export const FEWEST_STORIES = 3;
const TAIL = 0.025;

/** What a story adds to one of several sums. */
export interface Summand {
  readonly sum: number;
  readonly weight: number;
}

/**
 * Draws as many stories as there are, with replacement, `RESAMPLES` times, and adds up what they weigh.
 * Each draw is an array of `sums` numbers. The same stories in the same order give the same draws.
 */
export function resample(
  stories: readonly (readonly Summand[])[],
  sums: number,
  seed = 1,
): readonly Float64Array[] {
  const random = seeded(seed);
  const { firsts, at, weights } = flattened(stories);
  const count = stories.length;
  return Array.from({ length: RESAMPLES }, () => {
    const drawn = new Float64Array(sums);
    for (let draw = 0; draw < count; draw++) {
      const story = Math.floor(random() * count);
      const end = firsts[story + 1]!;
      for (let summand = firsts[story]!; summand < end; summand++) drawn[at[summand]!]! += weights[summand]!;
    }
    return drawn;
  });
}

/** The summands of all stories in a row, and where each story's begin: millions of draws read them. */
function flattened(stories: readonly (readonly Summand[])[]): {
  readonly firsts: Int32Array;
  readonly at: Int32Array;
  readonly weights: Float64Array;
} {
  const all = stories.flat();
  const firsts = new Int32Array(stories.length + 1);
  stories.forEach((story, index) => {
    firsts[index + 1] = firsts[index]! + story.length;
  });
  return {
    firsts,
    at: Int32Array.from(all, ({ sum }) => sum),
    weights: Float64Array.from(all, ({ weight }) => weight),
  };
}

/**
 * The 2.5th and 97.5th percentile of a statistic over the draws, or null where fewer than half of them give one.
 * Efron & Tibshirani (1993), chapter 13.
 */
export function percentileInterval(
  draws: readonly Float64Array[],
  statistic: (sums: Float64Array) => number | null,
): readonly [number, number] | null {
  const values = draws.flatMap((sums) => statistic(sums) ?? []).sort((a, b) => a - b);
  if (values.length === 0 || values.length < draws.length / 2) return null;
  return [quantile(values, TAIL), quantile(values, 1 - TAIL)];
}

/**
 * The largest share that something may have and still not be seen once in `stories` stories: the upper end of the
 * exact 95% binomial interval for none (Clopper & Pearson 1934), in (0, 1). Resampling cannot show it, because what
 * was never seen is never drawn.
 */
export function unseenShare(stories: number): number {
  return stories > 0 ? 1 - TAIL ** (1 / stories) : 1;
}

/** Linear interpolation between order statistics (Hyndman & Fan type 7) of sorted values. */
export function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (position - below);
}
