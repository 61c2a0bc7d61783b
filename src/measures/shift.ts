/** A point where a series changes its mean: the first period of the new level, with the means before and after. */
export interface Shift {
  readonly at: string;
  readonly before: number;
  readonly after: number;
}

/** One value of a series; periods without a value are left out, not filled. */
export interface Point {
  readonly period: string;
  readonly value: number;
  /** How much the value tells, such as the stories behind it; 1 where not given. */
  readonly weight?: number;
}

const SHORTEST_STRETCH = 2;
const PENALTY = 4;

/**
 * Change points of the mean: the segmentation with the smallest weighted squared error plus a penalty of
 * 4 s² ln n for each change (optimal partitioning, Jackson et al. 2005). The factor is set by simulation: of series
 * of nine values of white noise, about one in twenty shows a shift. s² is the noise of a value of weight 1, from the mean squared first difference (von Neumann 1941), which a few
 * jumps raise but little. A stretch has at least two values; series of fewer than four have no shifts.
 */
export function shiftsIn(series: readonly Point[]): Shift[] {
  const n = series.length;
  if (n < 2 * SHORTEST_STRETCH) return [];
  const penalty = PENALTY * noiseVariance(series) * Math.log(n);
  if (penalty === 0) return [];
  const starts = optimalStarts(series, penalty);
  return starts.slice(1).map((start, index) => ({
    at: series[start]?.period ?? "",
    before: mean(series.slice(starts[index], start)),
    after: mean(series.slice(start, starts[index + 2] ?? n)),
  }));
}

function optimalStarts(series: readonly Point[], penalty: number): number[] {
  const n = series.length;
  const error = squaredError(series);
  const best = [-penalty];
  const from = [0];
  for (let end = 1; end <= n; end++) {
    let least = Number.POSITIVE_INFINITY;
    let start = 0;
    for (let candidate = 0; candidate <= end - SHORTEST_STRETCH; candidate++) {
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

/** The weighted squared error around the mean of a half-open stretch, in constant time. */
function squaredError(series: readonly Point[]): (from: number, to: number) => number {
  const middle = mean(series);
  const weights = [0];
  const sums = [0];
  const squares = [0];
  for (const { value, weight = 1 } of series) {
    const centred = value - middle;
    weights.push((weights.at(-1) ?? 0) + weight);
    sums.push((sums.at(-1) ?? 0) + weight * centred);
    squares.push((squares.at(-1) ?? 0) + weight * centred * centred);
  }
  const between = (totals: readonly number[], from: number, to: number): number =>
    (totals[to] ?? 0) - (totals[from] ?? 0);
  return (from, to) =>
    Math.max(0, between(squares, from, to) - between(sums, from, to) ** 2 / between(weights, from, to));
}

/** The variance of a value of weight 1: each squared first difference over the sum of its two values' variances. */
function noiseVariance(series: readonly Point[]): number {
  const terms = series.slice(1).map(({ value, weight = 1 }, at) => {
    const { value: previous, weight: before = 1 } = series[at]!;
    return (value - previous) ** 2 / (1 / weight + 1 / before);
  });
  return terms.reduce((sum, term) => sum + term, 0) / terms.length;
}

function mean(points: readonly Point[]): number {
  const total = points.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return points.reduce((sum, { value, weight = 1 }) => sum + weight * value, 0) / total;
}
