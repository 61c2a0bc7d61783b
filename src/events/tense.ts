import { childrenBy, isVerbal, relation, type Tree, token } from "./syntax/tree.ts";

/** How the nearest finite verb places an act in time. */
export type Tense = "past" | "perfect" | "present" | "none";

const FINITE = new Set(["VBD", "VBP", "VBZ"]);
/** Edges from an infinitive, gerund or noun up to the finite verb that carries it. */
const CARRIED = new Set(["xcomp", "advcl", "acl", "conj", "obj", "obl", "nsubj", "nmod", "compound", "amod"]);

/** The tense of a verb, or of the verb that carries it; a noun's is that of the verb it depends on. */
export function tenseOf(tree: Tree, act: number): Tense {
  let at = act;
  for (let step = 0; step < 8; step++) {
    const own = ownTense(tree, at);
    if (own !== "none") return own;
    const { head } = token(tree, at);
    if (head < 0 || !CARRIED.has(relation(tree, at))) return "none";
    at = head;
  }
  return "none";
}

/** The tense that a verb and its auxiliaries show themselves. */
export function ownTense(tree: Tree, at: number): Tense {
  const carriers = childrenBy(tree, at, "aux", "cop");
  if (!isVerbal(tree, at) && carriers.length === 0) return "none";
  const tags = [...carriers, ...(isVerbal(tree, at) ? [at] : [])];
  const has = carriers.find((aux) => token(tree, aux).lemma.toLowerCase() === "have");
  if (has !== undefined) return token(tree, has).xpos === "VBD" ? "past" : "perfect";
  const finite = tags.find((tag) => FINITE.has(token(tree, tag).xpos));
  if (finite === undefined) return "none";
  return token(tree, finite).xpos === "VBD" ? "past" : "present";
}

/** Whether a clause tells what happened next: a simple past without "had". */
export function isNarrated(tree: Tree, at: number): boolean {
  const had = childrenBy(tree, at, "aux").some((aux) => token(tree, aux).lemma.toLowerCase() === "have");
  return !had && ownTense(tree, at) === "past";
}
