import { seeded } from "../vocabulary/index.ts";

/** How often the stories are drawn anew. */
export const RESAMPLES = 1000;
const FEWEST_STORIES = 3;

/**
 * Percentile bootstrap over stories: draws as many stories as there are, with replacement, and recomputes.
 * Returns the 2.5th and 97.5th percentile, or null with fewer than three stories or where fewer than half of
 * the draws give a value. Efron & Tibshirani (1993), chapter 13.
 */
export function bootstrapInterval<Story>(
  stories: readonly Story[],
  statistic: (sample: readonly Story[]) => number | null,
  seed = 1,
): readonly [number, number] | null {
  if (stories.length < FEWEST_STORIES) return null;
  const random = seeded(seed);
  const values: number[] = [];
  const sample = new Array<Story>(stories.length);
  for (let draw = 0; draw < RESAMPLES; draw++) {
    for (let at = 0; at < stories.length; at++)
      sample[at] = stories[Math.floor(random() * stories.length)] as Story;
    const value = statistic(sample);
    if (value !== null) values.push(value);
  }
  if (values.length < RESAMPLES / 2) return null;
  values.sort((a, b) => a - b);
  return [quantile(values, 0.025), quantile(values, 0.975)];
}

/** Linear interpolation between order statistics (Hyndman & Fan type 7) of sorted values. */
export function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (position - below);
}
