import { z } from "zod";
import { type Event, type Modality, readTable } from "../vocabulary/index.ts";
import { confidenceFeatures, logistic } from "./confidence.ts";
import type { Match } from "./frames/match.ts";
import { ancestors, relation, type Tree } from "./syntax/tree.ts";

/** A feature of a reading by name, such as `type=AGREE` or `pieces`; one that is absent is 0. */
export type ActFeatures = Readonly<Record<string, number>>;

const Weights = z.strictObject({
  /** Readings less likely than this are left out. */
  least: z.number().min(0).max(1),
  /** The same for those whose frame plainly names who did it and to whom. */
  leastNamed: z.number().min(0).max(1),
  intercept: z.number(),
  weights: z.record(z.string(), z.number()),
});
export type ActWeights = z.infer<typeof Weights>;

const fitted: ActWeights = readTable("data/act-likelihood.toml", Weights);

/** Clauses and phrases in which what is told is less often told for its own sake. */
const SUBORDINATE = new Set(["ccomp", "advcl", "acl", "acl:relcl", "xcomp", "nmod", "obl"]);
const DEEPEST = 6;

/**
 * What speaks for or against a reading: its type, how the frame fills, who is named, and where in the sentence the act
 * stands. All are 0 or 1 but counts, depth in arcs (at most 6) and the mean log probability of the arcs it rests on.
 */
export function actFeatures(event: Event, match: Match, tree: Tree): ActFeatures {
  const { sources, targets, modality, type, symmetric, act } = event;
  const verb = match.pattern.category === "noun" ? (match.light ?? match.head) : match.head;
  const above = [verb, ...ancestors(tree, verb)].map((at) => relation(tree, at));
  const parties = [...match.sources, ...match.targets];
  const acting = new Set(sources.map(({ actor }) => actor));
  const flag = (yes: boolean): number => (yes ? 1 : 0);
  return {
    ...confidenceFeatures(match, [...sources, ...targets], modality, tree),
    [`type=${type}`]: 1,
    [`relation=${relation(tree, verb)}`]: 1,
    ...Object.fromEntries(above.filter((name) => SUBORDINATE.has(name)).map((name) => [`under=${name}`, 1])),
    pieces: match.pieces,
    slots: match.pattern.slots.length,
    depth: Math.min(DEEPEST, above.length - 1),
    light: flag(match.light !== null),
    joint: flag(symmetric),
    planned: flag(act !== null),
    nobody: flag(sources.length === 0),
    place: flag(parties.some(({ role }) => role === "where")),
    sectorless: flag(sources.some(({ actor, sector }) => actor !== null && sector === null)),
    completed: flag(match.targets.length === 0 && targets.length > 0),
    itself: flag(targets.some(({ actor }) => actor !== null && acting.has(actor))),
    several: flag(sources.length > 1),
  };
}

/** How likely a careful coder finds an act of this type in the sentence, in [0, 1]: a logistic regression. */
export function actLikelihood(features: ActFeatures, { intercept, weights }: ActWeights = fitted): number {
  return logistic(features, weights, intercept);
}

/**
 * Whether a reading is too doubtful to be told as found. What the words deny is kept in any case: that an act did not
 * happen says as much as that it did.
 */
export function isDoubtful(modality: Modality, features: ActFeatures, weights: ActWeights = fitted): boolean {
  const limit = isPlainlyNamed(features) ? weights.leastNamed : weights.least;
  return modality !== "negated" && actLikelihood(features, weights) < limit;
}

/** What is missing where a frame does not fill both its sides with names of actors that the tables know. */
const NOT_PLAIN = [
  "untargeted",
  "unresolved",
  "owned",
  "nobody",
  "completed",
  "place",
  "itself",
  "noun",
] as const;

function isPlainlyNamed(features: ActFeatures): boolean {
  return NOT_PLAIN.every((name) => !features[name]);
}
