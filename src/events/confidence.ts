import type { Participant } from "../vocabulary/index.ts";
import type { Match } from "./frames/match.ts";
import { ancestors, type Tree, token } from "./syntax/tree.ts";

/**
 * How far a record can be trusted, in [0, 1]: the parser's own probability of the arcs the frame rests on,
 * lowered for nominal acts, for parties that no table resolves and for those only named through what they own.
 */
export function confidenceOf(match: Match, participants: readonly Participant[], tree: Tree): number {
  const owned = [...match.sources, ...match.targets].filter(({ by }) => by === "owner").length;
  const unknown = participants.filter(({ actor }) => actor === null).length;
  let confidence = 0.95 * arcProbability(tree, match);
  if (match.pattern.category === "noun") confidence *= 0.9;
  confidence *= 0.95 ** owned * 0.85 ** unknown;
  if (match.pieces <= 2) confidence *= 0.92;
  return Math.round(confidence * 1000) / 1000;
}

/** Geometric mean of the probabilities of the arcs between the act and its parties. */
function arcProbability(tree: Tree, match: Match): number {
  const arcs = new Set(match.anchor);
  for (const { participant } of [...match.sources, ...match.targets]) {
    const at = tree.tokens.findIndex(({ start, end }) => start < participant.end && end > participant.start);
    if (at < 0) continue;
    const path = [at, ...ancestors(tree, at)];
    const meeting = path.indexOf(match.head);
    for (const step of meeting < 0 ? path.slice(0, 1) : path.slice(0, meeting)) arcs.add(step);
  }
  const logs = [...arcs].map((at) => Math.log(Math.max(token(tree, at).headProbability, 1e-3)));
  return Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
}
