import { z } from "zod";
import { type Modality, type Participant, readTable } from "../vocabulary/index.ts";
import type { Match } from "./frames/match.ts";
import { ancestors, type Tree, token } from "./syntax/tree.ts";

/** What tells a sound record from a doubtful one; all but `arcs` count or are 0 or 1. */
export const CONFIDENCE_FEATURES = [
  "arcs",
  "noun",
  "owned",
  "unresolved",
  "short",
  "untargeted",
  "limited",
] as const;
export type ConfidenceFeatures = Readonly<Record<(typeof CONFIDENCE_FEATURES)[number], number>>;
/** Weights of a logistic regression, in log odds per unit of the feature. */
export type ConfidenceWeights = ConfidenceFeatures & { readonly intercept: number };

const number = z.number();
const weights: ConfidenceWeights = readTable(
  "data/confidence.toml",
  z.strictObject({
    intercept: number,
    arcs: number,
    noun: number,
    owned: number,
    unresolved: number,
    short: number,
    untargeted: number,
    limited: number,
  }),
);

/**
 * The features of a record: the parser's own log probability of the arcs that the frame rests on (their mean), whether
 * a noun names the act, how many parties are named only through what they own, how many no table resolves, whether
 * the frame fills two pieces or fewer, whether one side is empty, and whether something limits what is asserted.
 */
export function confidenceFeatures(
  match: Match,
  participants: readonly Participant[],
  modality: Modality,
  tree: Tree,
): ConfidenceFeatures {
  return {
    arcs: meanArcLog(tree, match),
    noun: match.pattern.category === "noun" ? 1 : 0,
    owned: [...match.sources, ...match.targets].filter(({ by }) => by === "owner").length,
    unresolved: participants.filter(({ actor }) => actor === null).length,
    short: match.pieces <= 2 ? 1 : 0,
    untargeted: participants.length < 2 ? 1 : 0,
    limited: modality === "asserted" ? 0 : 1,
  };
}

/** The chance that a sum of weighted features, in log odds, stands for; a feature without a weight counts nothing. */
export function logistic(
  features: Readonly<Record<string, number>>,
  weights: Readonly<Record<string, number>>,
  intercept: number,
): number {
  let logOdds = intercept;
  for (const [name, value] of Object.entries(features)) logOdds += (weights[name] ?? 0) * value;
  return 1 / (1 + Math.exp(-logOdds));
}

/** The share of records with such features that a careful coder accepts, in [0, 1]. */
export function confidenceOf(features: ConfidenceFeatures, by: ConfidenceWeights = weights): number {
  return Math.round(1000 * logistic(features, by, by.intercept)) / 1000;
}

function meanArcLog(tree: Tree, match: Match): number {
  const arcs = new Set(match.anchor);
  for (const { participant } of [...match.sources, ...match.targets]) {
    const at = tree.tokens.findIndex(({ start, end }) => start < participant.end && end > participant.start);
    if (at < 0) continue;
    const path = [at, ...ancestors(tree, at)];
    const meeting = path.indexOf(match.head);
    for (const step of meeting < 0 ? path.slice(0, 1) : path.slice(0, meeting)) arcs.add(step);
  }
  const logs = [...arcs].map((at) => Math.log(Math.max(token(tree, at).headProbability, 1e-3)));
  return logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
}
