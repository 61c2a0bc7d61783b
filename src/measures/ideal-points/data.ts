import type { RollCalls } from "../dyads/roll-calls.ts";

/** The contested votes of a release, sorted by roll call and by state, with each state's sessions as a chain. */
export interface VoteData {
  readonly states: readonly string[];
  /** One per state and session in which it voted, a state's in order of time. */
  readonly nodeState: Int32Array;
  readonly nodeSession: Int32Array;
  /** Where each state's nodes begin; one more than there are states. */
  readonly chainStart: Int32Array;
  readonly callSession: Int32Array;
  /** Where each roll call's votes begin; one more than there are roll calls. */
  readonly callStart: Int32Array;
  /** By roll call: node and category (0 no, 1 abstain, 2 yes) of each vote. */
  readonly voteNode: Int32Array;
  readonly voteCategory: Uint8Array;
  /** The same votes by node: where each node's begin, and their roll calls and categories. */
  readonly nodeStart: Int32Array;
  readonly nodeCall: Int32Array;
  readonly nodeCategory: Uint8Array;
}

/** Ballots as they stand in `RollCalls` (1 yes, 2 abstain, 3 no) to categories in rising order. */
const CATEGORY = [0, 2, 1, 0] as const;

/** Sorts votes for estimation. Roll calls on which all voted the same say nothing and are left out. */
export function voteDataOf(rollCalls: RollCalls): VoteData {
  const { states, sessions, calls, voters, ballots } = rollCalls;
  const firstBallot = new Uint8Array(sessions.length);
  const contested = new Uint8Array(sessions.length);
  for (let at = 0; at < calls.length; at++) {
    const call = calls[at]!;
    if (firstBallot[call] === 0) firstBallot[call] = ballots[at]!;
    else if (firstBallot[call] !== ballots[at]) contested[call] = 1;
  }
  const kept = [...sessions.keys()].filter((call) => contested[call] === 1);
  const newCall = new Int32Array(sessions.length).fill(-1);
  kept.forEach((call, index) => {
    newCall[call] = index;
  });

  const span = Math.max(0, ...sessions) + 1;
  const seen = new Uint8Array(states.length * span);
  for (let at = 0; at < calls.length; at++)
    if (newCall[calls[at]!]! >= 0) seen[voters[at]! * span + sessions[calls[at]!]!] = 1;
  const nodeAt = new Int32Array(seen.length).fill(-1);
  const nodeState: number[] = [];
  const nodeSession: number[] = [];
  const chainStart = new Int32Array(states.length + 1);
  for (let state = 0; state < states.length; state++) {
    chainStart[state] = nodeState.length;
    for (let session = 0; session < span; session++) {
      if (seen[state * span + session] === 0) continue;
      nodeAt[state * span + session] = nodeState.length;
      nodeState.push(state);
      nodeSession.push(session);
    }
  }
  chainStart[states.length] = nodeState.length;

  const votes = calls.reduce((count, call) => count + (newCall[call]! >= 0 ? 1 : 0), 0);
  const callStart = new Int32Array(kept.length + 1);
  const nodeStart = new Int32Array(nodeState.length + 1);
  for (let at = 0; at < calls.length; at++) {
    const call = newCall[calls[at]!]!;
    if (call < 0) continue;
    callStart[call + 1]!++;
    nodeStart[nodeAt[voters[at]! * span + sessions[calls[at]!]!]! + 1]!++;
  }
  for (let call = 0; call < kept.length; call++) callStart[call + 1]! += callStart[call]!;
  for (let node = 0; node < nodeState.length; node++) nodeStart[node + 1]! += nodeStart[node]!;

  const voteNode = new Int32Array(votes);
  const voteCategory = new Uint8Array(votes);
  const nodeCall = new Int32Array(votes);
  const nodeCategory = new Uint8Array(votes);
  const nextOfCall = callStart.slice();
  const nextOfNode = nodeStart.slice();
  for (let at = 0; at < calls.length; at++) {
    const call = newCall[calls[at]!]!;
    if (call < 0) continue;
    const node = nodeAt[voters[at]! * span + sessions[calls[at]!]!]!;
    const category = CATEGORY[ballots[at]!]!;
    const byCall = nextOfCall[call]!++;
    voteNode[byCall] = node;
    voteCategory[byCall] = category;
    const byNode = nextOfNode[node]!++;
    nodeCall[byNode] = call;
    nodeCategory[byNode] = category;
  }
  return {
    states,
    nodeState: Int32Array.from(nodeState),
    nodeSession: Int32Array.from(nodeSession),
    chainStart,
    callSession: Int32Array.from(kept, (call) => sessions[call]!),
    callStart,
    voteNode,
    voteCategory,
    nodeStart,
    nodeCall,
    nodeCategory,
  };
}
