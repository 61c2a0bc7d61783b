import { childrenBy, isWord, relation, type Tree, token } from "../syntax/tree.ts";
import { ADVERBS, AUXILIARIES, PERFORMED } from "./embedding.ts";

const LIKING = new Set(["like", "love", "prefer"]);
const WANTING = new Set(["want", "wish"]);
const LETTING = new Set(["let", "allow", "permit"]);
const SPEAKER = new Set(["i", "we", "me", "us"]);

/**
 * "I would like to thank Chad", "I want to stress", "let me congratulate you": asks leave to say something, and says it.
 *
 * @param verb the verb that does what it says; its head is what leave is asked with.
 */
export function asksLeave(tree: Tree, verb: number): boolean {
  const { head } = token(tree, verb);
  if (relation(tree, verb) === "conj") return isWord(tree, verb, PERFORMED) && asksLeave(tree, head);
  if (head < 0 || !["xcomp", "ccomp"].includes(relation(tree, verb)) || !isWord(tree, verb, PERFORMED))
    return false;
  const subjects = childrenBy(tree, head, "nsubj");
  const auxiliaries = childrenBy(tree, head, "aux");
  if (childrenBy(tree, head, "advmod").some((at) => ADVERBS.get(tree.forms[at] ?? "") === "negated"))
    return false;
  if (isWord(tree, head, LIKING))
    return auxiliaries.some((at) => AUXILIARIES.get(tree.forms[at] ?? "") === "conditional");
  if (isWord(tree, head, WANTING))
    return auxiliaries.length === 0 && subjects.some((at) => isWord(tree, at, SPEAKER));
  if (!isWord(tree, head, LETTING) || subjects.length > 0) return false;
  return [...childrenBy(tree, head, "obj", "iobj"), ...childrenBy(tree, verb, "nsubj")].some((at) =>
    SPEAKER.has(tree.forms[at] ?? ""),
  );
}
