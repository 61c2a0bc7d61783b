import type { VoteData } from "./data.ts";
import type { Items } from "./items.ts";

const LONGEST_STEP = 1;

const logistic = (value: number) => 1 / (1 + Math.exp(-value));

/** Gradient and expected information of each position from the votes alone. */
export interface Evidence {
  readonly gradient: Float64Array;
  readonly information: Float64Array;
}

/** What the votes of each node say of its position, given the roll calls. Overwrites `evidence`. */
export function weighVotes(data: VoteData, points: Float64Array, items: Items, evidence: Evidence): void {
  const { nodeStart, nodeCall, nodeCategory } = data;
  const { slope, lower, gap } = items;
  for (let node = 0; node < points.length; node++) {
    const x = points[node]!;
    let gradient = 0;
    let information = 0;
    for (let at = nodeStart[node]!; at < nodeStart[node + 1]!; at++) {
      const call = nodeCall[at]!;
      const beta = slope[call]!;
      const low = lower[call]! - beta * x;
      const belowLow = logistic(low);
      const belowHigh = logistic(low + gap[call]!);
      // The score of an ordered logit is the sum of two tails, for every category.
      const category = nodeCategory[at]!;
      const tails = category === 0 ? -(1 - belowLow) : category === 2 ? belowHigh : belowLow + belowHigh - 1;
      gradient += beta * tails;
      const inside = belowHigh - belowLow;
      information +=
        beta *
        beta *
        (belowLow * (1 - belowLow) ** 2 +
          inside * (belowLow + belowHigh - 1) ** 2 +
          (1 - belowHigh) * belowHigh ** 2);
    }
    evidence.gradient[node] = gradient;
    evidence.information[node] = information;
  }
}

export interface Walk {
  /** Variance of a state's first position. */
  readonly firstVariance: number;
  /** Variance of the step from one session to the next. */
  readonly stepVariance: number;
}

/** One Newton step on each state's whole path: a random walk over its sessions. Changes `points`. */
export function improvePaths(
  data: VoteData,
  points: Float64Array,
  { gradient, information }: Evidence,
  walk: Walk,
): void {
  const longest = longestChain(data);
  const diagonal = new Float64Array(longest);
  const right = new Float64Array(longest);
  const link = new Float64Array(longest);
  for (let state = 0; state < data.states.length; state++) {
    const from = data.chainStart[state]!;
    const length = data.chainStart[state + 1]! - from;
    if (length === 0) continue;
    chainPrecision(data, from, length, information, walk, diagonal, link);
    for (let at = 0; at < length; at++) {
      const node = from + at;
      let pull = gradient[node]!;
      if (at === 0) pull -= points[node]! / walk.firstVariance;
      else pull -= (points[node]! - points[node - 1]!) * link[at]!;
      if (at + 1 < length) pull += (points[node + 1]! - points[node]!) * link[at + 1]!;
      right[at] = pull;
    }
    // Thomas's algorithm for the tridiagonal system; `link` is minus the off-diagonal.
    for (let at = 1; at < length; at++) {
      const factor = link[at]! / diagonal[at - 1]!;
      diagonal[at]! -= factor * link[at]!;
      right[at]! += factor * right[at - 1]!;
    }
    let step = 0;
    for (let at = length - 1; at >= 0; at--) {
      step = (right[at]! + (at + 1 < length ? link[at + 1]! * step : 0)) / diagonal[at]!;
      points[from + at]! += Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
    }
  }
}

/**
 * Standard errors of positions: roots of the diagonal of the inverse information of each path, the roll calls taken
 * as known. They leave out what is uncertain about the roll calls and so are a little too small.
 */
export function standardErrors(data: VoteData, { information }: Evidence, walk: Walk): Float64Array {
  const longest = longestChain(data);
  const diagonal = new Float64Array(longest);
  const link = new Float64Array(longest);
  const forward = new Float64Array(longest);
  const errors = new Float64Array(data.nodeState.length);
  for (let state = 0; state < data.states.length; state++) {
    const from = data.chainStart[state]!;
    const length = data.chainStart[state + 1]! - from;
    if (length === 0) continue;
    chainPrecision(data, from, length, information, walk, diagonal, link);
    for (let at = 0; at < length; at++)
      forward[at] = diagonal[at]! - (at > 0 ? link[at]! ** 2 / forward[at - 1]! : 0);
    let backward = 0;
    for (let at = length - 1; at >= 0; at--) {
      const next = at + 1 < length ? link[at + 1]! ** 2 / backward : 0;
      backward = diagonal[at]! - next;
      errors[from + at] = Math.sqrt(1 / (forward[at]! - next));
    }
  }
  return errors;
}

/** Fills the diagonal of a path's precision, and `link[at]`: the precision of the step to node `at`. */
function chainPrecision(
  { nodeSession }: VoteData,
  from: number,
  length: number,
  information: Float64Array,
  { firstVariance, stepVariance }: Walk,
  diagonal: Float64Array,
  link: Float64Array,
): void {
  for (let at = 0; at < length; at++) {
    const node = from + at;
    diagonal[at] = information[node]! + (at === 0 ? 1 / firstVariance : 0);
    link[at] = 0;
    if (at === 0) continue;
    link[at] = 1 / (stepVariance * (nodeSession[node]! - nodeSession[node - 1]!));
    diagonal[at]! += link[at]!;
    diagonal[at - 1]! += link[at]!;
  }
}

function longestChain({ chainStart }: VoteData): number {
  let longest = 0;
  for (let state = 0; state + 1 < chainStart.length; state++)
    longest = Math.max(longest, chainStart[state + 1]! - chainStart[state]!);
  return longest;
}
