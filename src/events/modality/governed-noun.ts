import { prepositionOf } from "../syntax/arguments.ts";
import { LIGHT_VERBS } from "../syntax/control.ts";
import { isVerbal, isWord, relation, type Tree, token } from "../syntax/tree.ts";
import { OCCURRENCE, OVER_NOUN } from "./embedding.ts";
import { embeddingWord, type Governed, OPEN, PRESUPPOSING, STOP } from "./governed.ts";

/** What a verb or noun makes of a noun below it that names an act. */
export function nominalLimit(tree: Tree, current: number, head: number): Governed {
  if (isVerbal(tree, head) && isWord(tree, head, LIGHT_VERBS) && relation(tree, current) !== "nsubj") {
    const makes = OVER_NOUN.get(token(tree, head).lemma.toLowerCase());
    return makes !== undefined && makes !== "asserted"
      ? { limit: { modality: makes, at: head, saying: false }, stop: false, closed: false }
      : OPEN;
  }
  if (PRESUPPOSING.has(prepositionOf(tree, current))) return STOP;
  if (relation(tree, current) === "nsubj" && OCCURRENCE.has(embeddingWord(tree, head, OCCURRENCE)))
    return OPEN;
  const passiveSubject = token(tree, current).deprel === "nsubj:pass";
  const makes =
    OVER_NOUN.get(embeddingWord(tree, head)) ?? OVER_NOUN.get(token(tree, head).lemma.toLowerCase());
  const role = relation(tree, current);
  const governs =
    role === "obj" ||
    role === "nmod" ||
    role === "compound" ||
    passiveSubject ||
    (role === "obl" && ["for", "of", "on", "against", "about"].includes(prepositionOf(tree, current)));
  if (governs && makes !== undefined && makes !== "asserted")
    return { limit: { modality: makes, at: head, saying: makes === "reported" }, stop: false, closed: false };
  if (role === "nmod" || role === "compound") return OPEN;
  return STOP;
}
