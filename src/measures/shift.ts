/** A point where a series changes its mean: the first period of the new level, with the means before and after. */
export interface Shift {
  readonly at: string;
  readonly before: number;
  readonly after: number;
}

/** One observation of a series; periods without a value are left out, not filled. */
export interface Point {
  readonly period: string;
  readonly value: number;
}

const SHORTEST_SEGMENT = 2;

/**
 * Change points of the mean: the segmentation with the smallest squared error plus a penalty of
 * 2 s² ln n for each change (optimal partitioning, Jackson et al. 2005; penalty as in BIC, Yao 1988).
 * s² is the noise variance, from half the median squared first difference. Series of fewer than four points have none.
 */
export function shiftsIn(series: readonly Point[]): Shift[] {
  const n = series.length;
  if (n < 2 * SHORTEST_SEGMENT) return [];
  const values = series.map(({ value }) => value);
  const variance = noiseVariance(values);
  if (variance === 0 && values.every((value) => value === values[0])) return [];
  const penalty = 2 * Math.max(variance, 1e-9) * Math.log(n);
  const starts = optimalStarts(values, penalty);
  return starts.slice(1).map((start, index) => {
    const previous = starts[index] ?? 0;
    const end = starts[index + 2] ?? n;
    return {
      at: series[start]?.period ?? "",
      before: mean(values.slice(previous, start)),
      after: mean(values.slice(start, end)),
    };
  });
}

function optimalStarts(values: readonly number[], penalty: number): number[] {
  const n = values.length;
  const sums = [0];
  const squares = [0];
  for (const value of values) {
    sums.push((sums.at(-1) ?? 0) + value);
    squares.push((squares.at(-1) ?? 0) + value * value);
  }
  const error = (from: number, to: number): number => {
    const sum = (sums[to] ?? 0) - (sums[from] ?? 0);
    return (squares[to] ?? 0) - (squares[from] ?? 0) - (sum * sum) / (to - from);
  };
  const best = [-penalty];
  const from = [0];
  for (let end = 1; end <= n; end++) {
    let least = Number.POSITIVE_INFINITY;
    let start = 0;
    for (let candidate = 0; candidate <= end - SHORTEST_SEGMENT; candidate++) {
      const cost = (best[candidate] ?? Number.POSITIVE_INFINITY) + error(candidate, end) + penalty;
      if (cost < least) {
        least = cost;
        start = candidate;
      }
    }
    best.push(least);
    from.push(start);
  }
  const starts: number[] = [];
  for (let end = n; end > 0; end = from[end] ?? 0) starts.unshift(from[end] ?? 0);
  return starts;
}

/** Half the median squared first difference, scaled to the variance of normal noise. */
function noiseVariance(values: readonly number[]): number {
  const squared = values
    .slice(1)
    .map((value, at) => (value - (values[at] ?? 0)) ** 2)
    .sort((a, b) => a - b);
  const middle = squared[Math.floor(squared.length / 2)] ?? 0;
  return middle / 2 / 0.4549;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
