/** Adam with gradient clipping over one flat vector; rows of the sparse tables move only when touched. Kingma & Ba 2015. */
export interface Optimiser {
  readonly first: Float32Array;
  readonly second: Float32Array;
}

const BETA1 = 0.9;
const BETA2 = 0.98;
const EPSILON = 1e-8;
const CLIP = 5;

/** A range of the flat vector. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export function createOptimiser(length: number): Optimiser {
  return { first: new Float32Array(length), second: new Float32Array(length) };
}

/** One step on the ranges that have a gradient; clears the gradient. `step` counts from 1. */
export function adamStep(
  weights: Float32Array,
  gradient: Float32Array,
  { first, second }: Optimiser,
  ranges: readonly Range[],
  step: number,
  rate: number,
): void {
  let square = 0;
  for (const { start, end } of ranges)
    for (let at = start; at < end; at++) square += (gradient[at] as number) ** 2;
  const norm = Math.sqrt(square);
  const scale = norm > CLIP ? CLIP / norm : 1;
  const size = (rate * Math.sqrt(1 - BETA2 ** step)) / (1 - BETA1 ** step);
  for (const { start, end } of ranges) {
    for (let at = start; at < end; at++) {
      const slope = (gradient[at] as number) * scale;
      const mean = BETA1 * (first[at] as number) + (1 - BETA1) * slope;
      const spread = BETA2 * (second[at] as number) + (1 - BETA2) * slope * slope;
      first[at] = mean;
      second[at] = spread;
      weights[at] = (weights[at] as number) - (size * mean) / (Math.sqrt(spread) + EPSILON);
      gradient[at] = 0;
    }
  }
}
