import type { EventType } from "../vocabulary/index.ts";
import type { Match } from "./frames/match.ts";
import type { Limit } from "./modality/limit.ts";
import { childrenBy, isWord, type Tree } from "./syntax/tree.ts";

/** Acts that to say one will not do is to refuse: "Hungary will not lift the ban". */
const REFUSED: ReadonlySet<EventType> = new Set([
  "AGREE",
  "AID",
  "CONCEDE",
  "CONSULT",
  "COOPERATE",
  "RETREAT",
  "SUPPORT",
]);
const WILL = new Set(["will", "wo", "would", "shall", "'ll", "’ll", "'d", "’d"]);
const NOT = new Set(["not", "n't", "n’t", "never", "longer"]);

/** The words that make a refusal of an act that its doer will not do; none where it is no refusal. */
export function refusalIn({ frame, pattern, head, sources }: Match, tree: Tree): readonly number[] {
  if (frame.is !== "event" || !REFUSED.has(frame.type)) return [];
  if (pattern.category !== "verb" || sources.length === 0) return [];
  const will = childrenBy(tree, head, "aux").filter((at) => isWord(tree, at, WILL));
  const not = childrenBy(tree, head, "advmod").filter((at) => isWord(tree, at, NOT));
  const passive = childrenBy(tree, head, "aux:pass").length > 0;
  return will.length > 0 && not.length > 0 && !passive ? [...will, ...not] : [];
}

/** What limits a refusal: all that limits its act but the words that refuse it. */
export function withoutRefusal(limits: readonly Limit[], words: readonly number[]): readonly Limit[] {
  return limits.filter(({ at }) => !words.includes(at));
}

/** Verbs that more often swear off an act than spare someone one, where the act is not known: "vowed never to yield". */
const SWEARING = new Set(["vow", "swear"]);

/** "Vowed never to hand him over": a promise not to do what would help is a refusal; one not to attack is none. */
export function isSwornOff({ frame, head, inner: act }: Match, inner: Match | null, tree: Tree): boolean {
  if (frame.is !== "event" || frame.type !== "AGREE" || act === null) return false;
  const not = childrenBy(tree, act, "advmod").find((at) => isWord(tree, at, NOT));
  if (not === undefined) return false;
  if (inner?.frame.is === "event") return REFUSED.has(inner.frame.type);
  return tree.forms[not] === "never" && isWord(tree, head, SWEARING);
}
