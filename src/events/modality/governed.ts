import { childrenBy, isVerbal, type Tree, token } from "../syntax/tree.ts";
import { OVER_CLAUSE, OVER_NOUN } from "./embedding.ts";
import type { Limit } from "./limit.ts";

/** What the word above makes of an act, and whether to look further up. */
export interface Governed {
  readonly limit: Limit | null;
  /** The climb ends: what is above says nothing about the act. */
  readonly stop: boolean;
  /** A finite complement: only hearsay and conditions reach down from above it. */
  readonly closed: boolean;
  /** What negates the word above does not negate this. */
  readonly affirmed?: boolean;
}

/** What a word that limits an act makes of it. */
export function limitedBy(
  modality: Limit["modality"],
  at: number,
  { saying = false, stop = false, closed = false }: Partial<Pick<Limit, "saying"> & Governed> = {},
): Governed {
  return { limit: { modality, at, saying }, stop, closed };
}

export const STOP: Governed = { limit: null, stop: true, closed: false };
export const OPEN: Governed = { limit: null, stop: false, closed: false };

/** Prepositions after which what is named is taken for granted: "the same view regarding Russia's invasion". */
export const PRESUPPOSING = new Set([
  "regarding",
  "concerning",
  "after",
  "following",
  "despite",
  "because_of",
  "amid",
  "during",
  "since",
  "before",
]);
/** "It is not true that": the negation is of the clause. */
export const TRUTH = new Set(["true", "correct", "accurate", "right", "case"]);
/** What "no" before them makes certain. */
export const DOUBT = new Set(["doubt", "question", "denial"]);
/** Verbs of saying that something is not so. */
export const DENYING = new Set([
  "deny",
  "denial",
  "dismiss",
  "refute",
  "reject",
  "rebut",
  "repudiate",
  "disown",
]);
/** Every word that the tables list as governing a clause or a noun. */
export const EMBEDDING = { has: (word: string): boolean => OVER_CLAUSE.has(word) || OVER_NOUN.has(word) };

/** The governor with its particle, as the tables write it: `rule_out`, `call_for`. */
export function embeddingWord(
  tree: Tree,
  head: number,
  known: { readonly has: (word: string) => boolean } = EMBEDDING,
  without: number | null = null,
): string {
  const { lemma } = token(tree, head);
  const particle = childrenBy(tree, head, "compound:prt", "advmod", "xcomp", "obj")
    .filter((child) => child !== without)
    .map((child) => token(tree, child).form.toLowerCase());
  const candidate = particle.map((word) => `${lemma.toLowerCase()}_${word}`).find((word) => known.has(word));
  return candidate ?? lemma.toLowerCase();
}

export function saying(tree: Tree, at: number): boolean {
  return OVER_CLAUSE.get(token(tree, at).lemma.toLowerCase()) === "reported" && isVerbal(tree, at);
}
