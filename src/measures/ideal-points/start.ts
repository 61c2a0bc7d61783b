import type { VoteData } from "./data.ts";

/**
 * First positions: how much more a state votes with the positive pole than with the negative one, session by session,
 * so that the estimate starts, and stays, the right way round in each. In [−1, 1]; 0 where neither pole voted.
 */
export function startingPoints(data: VoteData, positive: string, negative: string): Float64Array {
  const nodes = data.nodeState.length;
  const points = new Float64Array(nodes);
  const compared = new Float64Array(nodes);
  const poles = [data.states.indexOf(positive), data.states.indexOf(negative)] as const;
  for (let call = 0; call + 1 < data.callStart.length; call++) {
    const from = data.callStart[call]!;
    const to = data.callStart[call + 1]!;
    for (const [sign, pole] of [
      [1, poles[0]],
      [-1, poles[1]],
    ] as const) {
      let category = -1;
      for (let at = from; at < to; at++)
        if (data.nodeState[data.voteNode[at]!] === pole) category = data.voteCategory[at]!;
      if (category < 0) continue;
      for (let at = from; at < to; at++) {
        const node = data.voteNode[at]!;
        points[node]! += sign * (1 - Math.abs(data.voteCategory[at]! - category) / 2);
        compared[node]! += 0.5;
      }
    }
  }
  for (let node = 0; node < nodes; node++)
    points[node] = compared[node]! > 0 ? points[node]! / compared[node]! : 0;
  return points;
}
