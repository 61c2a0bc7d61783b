import { solved } from "./linear-algebra.ts";

/** A row to fit to: named features, the share of judges who say yes, in [0, 1], and how much it counts beside others. */
export interface JudgedRow {
  readonly features: Readonly<Record<string, number>>;
  readonly share: number;
  readonly weight: number;
}

/** Log odds as a sum: the intercept and, for each feature, its weight times its value. */
export interface LogisticWeights {
  readonly intercept: number;
  readonly weights: Readonly<Record<string, number>>;
}

const STEPS = 50;
const CLOSE_ENOUGH = 1e-8;

/**
 * A logistic regression by Newton's method. `penalty` pulls every weight but the intercept to zero: half of it times the
 * square of the weight, for features brought to a standard deviation of one. A feature that never varies has no weight.
 */
export function fitLogistic(rows: readonly JudgedRow[], penalty: number): LogisticWeights {
  const names = [...new Set(rows.flatMap(({ features }) => Object.keys(features)))].sort();
  const scales = names.map((name) => deviation(rows.map(({ features }) => features[name] ?? 0)));
  const varying = names.filter((_, at) => (scales[at] as number) > 0);
  const scaleOf = new Map(names.map((name, at) => [name, scales[at] as number]));
  const inputs = rows.map(({ features }) => [
    ...varying.map((name) => (features[name] ?? 0) / (scaleOf.get(name) as number)),
    1,
  ]);
  const width = varying.length + 1;
  const beta = new Array<number>(width).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const slope = beta.map((weight, at) => (at === width - 1 ? 0 : penalty * weight));
    const bend = beta.map((_, row) =>
      beta.map((_, at) => (row === at ? (at === width - 1 ? 1e-9 : penalty) : 0)),
    );
    rows.forEach(({ share, weight }, at) => {
      const input = inputs[at] as readonly number[];
      const odds = input.reduce((sum, value, place) => sum + value * (beta[place] as number), 0);
      const p = 1 / (1 + Math.exp(-odds));
      input.forEach((value, i) => {
        if (value === 0) return;
        slope[i] = (slope[i] as number) + weight * (p - share) * value;
        const line = bend[i] as number[];
        const factor = weight * p * (1 - p) * value;
        for (let j = 0; j < width; j++) line[j] = (line[j] as number) + factor * (input[j] as number);
      });
    });
    const change = solved(bend, slope);
    change.forEach((by, at) => {
      beta[at] = (beta[at] as number) - by;
    });
    if (Math.max(...change.map(Math.abs)) < CLOSE_ENOUGH) break;
  }
  return {
    intercept: beta.at(-1) as number,
    weights: Object.fromEntries(
      varying.map((name, at) => [name, (beta[at] as number) / (scaleOf.get(name) as number)]),
    ),
  };
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
