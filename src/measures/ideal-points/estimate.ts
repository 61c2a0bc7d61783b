import { yearOfSession } from "../../indicators/index.ts";
import type { CastVote } from "../dyads/dyad-row.ts";
import { rollCallsOf } from "../dyads/roll-calls.ts";
import { type VoteData, voteDataOf } from "./data.ts";
import { type Items, improveItems, startingItems } from "./items.ts";
import { type Evidence, improvePaths, standardErrors, type Walk, weighVotes } from "./paths.ts";
import { startingPoints } from "./start.ts";

/** Where a state stood in a session. */
export interface IdealPoint {
  readonly version: string;
  /** Continuous code: RUS for the Soviet Union too. */
  readonly state: string;
  readonly session: number;
  /** The session's number plus 1945. */
  readonly year: number;
  /** Mean 0 and standard deviation 1 over all states and sessions; high is with the positive pole. */
  readonly point: number;
  readonly standardError: number;
  /** Contested roll calls on which it voted. */
  readonly n: number;
}

export interface IdealPointOptions {
  /** State whose side is high, and state whose side is low. */
  readonly positive?: string;
  readonly negative?: string;
  /** Standard deviation of a state's step from one session to the next. */
  readonly stepSd?: number;
  readonly mostSweeps?: number;
  /** Stops when no position moves by more than this in a sweep. */
  readonly tolerance?: number;
}

/** Sweeps over the roll calls alone, to find them from the starting positions. */
const ITEM_SWEEPS = 6;

/**
 * Positions of states on one dimension, session by session, from roll-call votes: an ordered logit of no, abstain and
 * yes on position, with a random walk of each state's position over sessions; the mode of the posterior by Newton
 * steps on roll calls and whole paths in turn. The model is that of Bailey, Strezhnev and Voeten (2017) with a
 * logistic link, without their bridging of repeated resolutions: compare positions within a session, not across decades.
 *
 * @returns One list per release of votes, each in order of state and session.
 */
export function estimateIdealPoints(
  votes: Iterable<CastVote>,
  options: IdealPointOptions = {},
): readonly (readonly IdealPoint[])[] {
  return rollCallsOf(votes).map((rollCalls) => {
    const data = voteDataOf(rollCalls);
    return pointsOf(data, rollCalls.version, options);
  });
}

function pointsOf(data: VoteData, version: string, options: IdealPointOptions): IdealPoint[] {
  const { positive = "USA", negative = "RUS", stepSd = 0.3, mostSweeps = 60, tolerance = 0.002 } = options;
  const walk: Walk = { firstVariance: 1, stepVariance: stepSd ** 2 };
  const points = startingPoints(data, positive, negative);
  const items = startingItems(data.callSession.length);
  const evidence: Evidence = {
    gradient: new Float64Array(points.length),
    information: new Float64Array(points.length),
  };
  standardise(points, items);
  for (let sweep = 0; sweep < ITEM_SWEEPS; sweep++) improveItems(data, points, items);
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    const before = points.slice();
    weighVotes(data, points, items, evidence);
    improvePaths(data, points, evidence, walk);
    standardise(points, items);
    improveItems(data, points, items);
    if (largestMove(before, points) < tolerance) break;
  }
  weighVotes(data, points, items, evidence);
  const errors = standardErrors(data, evidence, walk);
  const sign = orientation(data, points, positive, negative);
  return Array.from(points, (point, node) => ({
    version,
    state: data.states[data.nodeState[node]!]!,
    session: data.nodeSession[node]!,
    year: yearOfSession(data.nodeSession[node]!),
    point: sign * point,
    standardError: errors[node]!,
    n: data.nodeStart[node + 1]! - data.nodeStart[node]!,
  }));
}

/** Sets positions to mean 0 and standard deviation 1, and the roll calls so that nothing they say changes. */
function standardise(points: Float64Array, { slope, lower }: Items): void {
  const n = points.length;
  if (n === 0) return;
  const mean = points.reduce((sum, point) => sum + point, 0) / n;
  const sd = Math.sqrt(points.reduce((sum, point) => sum + (point - mean) ** 2, 0) / n) || 1;
  for (let node = 0; node < n; node++) points[node] = (points[node]! - mean) / sd;
  for (let call = 0; call < slope.length; call++) {
    lower[call]! -= slope[call]! * mean;
    slope[call]! *= sd;
  }
}

function largestMove(before: Float64Array, after: Float64Array): number {
  let largest = 0;
  for (let node = 0; node < before.length; node++)
    largest = Math.max(largest, Math.abs(after[node]! - before[node]!));
  return largest;
}

/** 1 where the positive pole stands above the negative one on average, −1 where below. */
function orientation(data: VoteData, points: Float64Array, positive: string, negative: string): 1 | -1 {
  const mean = (code: string) => {
    const state = data.states.indexOf(code);
    if (state < 0) return 0;
    const from = data.chainStart[state]!;
    const to = data.chainStart[state + 1]!;
    return points.subarray(from, to).reduce((sum, point) => sum + point, 0) / Math.max(1, to - from);
  };
  return mean(positive) >= mean(negative) ? 1 : -1;
}
