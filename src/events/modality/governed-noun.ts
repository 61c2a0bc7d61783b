import { prepositionOf } from "../syntax/arguments.ts";
import { LIGHT_VERBS } from "../syntax/control.ts";
import { childrenBy, isVerbal, isWord, relation, type Tree, token } from "../syntax/tree.ts";
import { AUXILIARIES, OCCURRENCE, OVER_NOUN } from "./embedding.ts";
import { embeddingWord, type Governed, limitedBy, OPEN, PRESUPPOSING, STOP } from "./governed.ts";

/** What a verb or noun makes of a noun below it that names an act. */
export function nominalLimit(tree: Tree, current: number, head: number): Governed {
  if (PRESUPPOSING.has(prepositionOf(tree, current))) return STOP;
  if (isVerbal(tree, head) && isWord(tree, head, LIGHT_VERBS) && relation(tree, current) !== "nsubj") {
    const makes = OVER_NOUN.get(token(tree, head).lemma.toLowerCase());
    return makes !== undefined && makes !== "asserted" ? limitedBy(makes, head) : OPEN;
  }
  if (relation(tree, current) === "nsubj" && OCCURRENCE.has(embeddingWord(tree, head, OCCURRENCE)))
    return OPEN;
  const passiveSubject = token(tree, current).deprel === "nsubj:pass";
  const makes =
    OVER_NOUN.get(embeddingWord(tree, head)) ?? OVER_NOUN.get(token(tree, head).lemma.toLowerCase());
  const role = relation(tree, current);
  if (passiveSubject && tree.lemmas[head] === "call" && childrenBy(tree, head, "xcomp", "obj").length > 0)
    return OPEN;
  const governs =
    role === "obj" ||
    role === "nmod" ||
    role === "compound" ||
    passiveSubject ||
    (role === "obl" && ["for", "of", "on", "against", "about"].includes(prepositionOf(tree, current)));
  if (governs && makes !== undefined && makes !== "asserted")
    return limitedBy(makes, head, { saying: makes === "reported" });
  if (role === "nmod" || role === "compound") return OPEN;
  const supposed = role === "nsubj" ? imagining(tree, current, head) : undefined;
  if (supposed !== undefined) return limitedBy("conditional", supposed, { stop: true });
  return STOP;
}

/** "An attack on Taiwan would draw in Japan": the auxiliary that makes an act not known before a supposition. */
function imagining(tree: Tree, act: number, verb: number): number | undefined {
  const indefinite = childrenBy(tree, act, "det").some((at) =>
    INDEFINITE.has(token(tree, at).form.toLowerCase()),
  );
  if (!indefinite) return undefined;
  return childrenBy(tree, verb, "aux").find(
    (at) => AUXILIARIES.get(token(tree, at).form.toLowerCase()) === "conditional",
  );
}

const INDEFINITE = new Set(["a", "an", "any", "another", "such"]);
