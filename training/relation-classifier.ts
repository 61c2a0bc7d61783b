import { bucketOf, type Classifier } from "../src/events/relation/classifier.ts";
import type { Features } from "../src/events/relation/features.ts";
import { seeded } from "../src/vocabulary/index.ts";

/** A labelled pair: what is known of it, and what the source does to the target. */
export interface Labelled {
  readonly features: Features;
  readonly label: string;
  /** How much it counts beside others. */
  readonly weight: number;
}

/** Rows of weights; the features of all training sentences are some 45,000, most of them seen once. */
export const BUCKETS = 1 << 15;

const EPOCHS = 40;
const RATE = 0.6;
const SHRINK = 3e-5;

/**
 * Fits a multinomial logistic regression by AdaGrad with L2 shrinkage, in an order fixed by the seed.
 * Duchi, Hazan & Singer 2011.
 */
export function trainClassifier(
  rows: readonly Labelled[],
  classes: readonly string[],
  buckets: number,
  seed = 1,
): Classifier {
  const k = classes.length;
  const weights = new Float32Array((buckets + 1) * k);
  const squares = new Float32Array((buckets + 1) * k).fill(1e-6);
  const random = seeded(seed);
  const hashed = rows.map(({ features, label, weight }) => ({
    at: [...features].map(([name, value]) => [bucketOf(name, buckets) * k, value] as const),
    label: classes.indexOf(label),
    weight,
  }));
  const order = hashed.map((_, at) => at);
  const scores = new Float64Array(k);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] as number, order[at] as number];
    }
    for (const row of order.map((at) => hashed[at])) {
      if (row === undefined || row.label < 0) continue;
      softmaxOf(row.at, weights, buckets * k, k, scores);
      for (let column = 0; column < k; column++) {
        const error = ((scores[column] ?? 0) - (column === row.label ? 1 : 0)) * row.weight;
        for (const [base, value] of row.at) step(base + column, error * value);
        step(buckets * k + column, error * 0.1);
      }
    }
  }
  return { classes, buckets, weights };

  function step(at: number, gradient: number): void {
    const full = gradient + SHRINK * (weights[at] ?? 0);
    squares[at] = (squares[at] ?? 0) + full * full;
    weights[at] = (weights[at] ?? 0) - (RATE * full) / Math.sqrt((squares[at] ?? 0) + 1);
  }
}

function softmaxOf(
  at: readonly (readonly [number, number])[],
  weights: Float32Array,
  bias: number,
  k: number,
  scores: Float64Array,
): void {
  for (let column = 0; column < k; column++) scores[column] = weights[bias + column] ?? 0;
  for (const [base, value] of at)
    for (let column = 0; column < k; column++)
      scores[column] = (scores[column] ?? 0) + value * (weights[base + column] ?? 0);
  const top = Math.max(...scores);
  let sum = 0;
  for (let column = 0; column < k; column++) {
    scores[column] = Math.exp((scores[column] ?? 0) - top);
    sum += scores[column] ?? 0;
  }
  for (let column = 0; column < k; column++) scores[column] = (scores[column] ?? 0) / sum;
}
