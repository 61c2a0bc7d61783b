import { isPastForm, type Token } from "../../language/index.ts";
import { FINITE, type Mend } from "./mend.ts";

/**
 * "accused him of sheltering rebels and threatened to go to court", "decided to leave and returned": a finite verb without
 * a subject goes on with the finite verb above, not with the gerund or infinitive between the two, also where its past form
 * was taken for a participle.
 */
export function finiteConjunct(tokens: readonly Token[], at: number): (Mend & Pick<Token, "xpos">) | null {
  const word = tokens[at] as Token;
  const told = word.xpos === "VBN" && isPastForm(word.form) ? "VBD" : word.xpos;
  if (word.upos !== "VERB" || !FINITE.has(told) || isClause(tokens, at)) return null;
  const partner = tokens[word.head] as Token;
  if (partner.upos !== "VERB" || !["VBG", "VB"].includes(partner.xpos) || hasAuxiliary(tokens, word.head))
    return null;
  for (let above = partner.head; above >= 0; above = (tokens[above] as Token).head) {
    const { upos, xpos } = tokens[above] as Token;
    if (upos === "VERB" && FINITE.has(xpos))
      return xpos === told && above < at ? { head: above, deprel: "conj", xpos } : null;
  }
  return null;
}

/** Whether a verb has a subject or an auxiliary of its own. */
function isClause(tokens: readonly Token[], verb: number): boolean {
  return (
    hasAuxiliary(tokens, verb) ||
    tokens.some(({ head, deprel }) => head === verb && deprel.startsWith("nsubj"))
  );
}

function hasAuxiliary(tokens: readonly Token[], verb: number): boolean {
  return tokens.some(({ head, deprel }) => head === verb && deprel.startsWith("aux"));
}

/** "withdrew its envoy and imposed sanctions": a second object after a joined verb is that verb's. */
export function conjunctObject(tokens: readonly Token[], at: number): Pick<Token, "head"> | null {
  const { head, deprel } = tokens[at] as Token;
  if (deprel !== "obj" || head < 0 || head >= at || (tokens[head] as Token).upos !== "VERB") return null;
  const first = tokens.findIndex((word) => word.head === head && word.deprel === "obj");
  const joined = tokens.findIndex(
    (word, verb) =>
      word.head === head && word.deprel === "conj" && word.upos === "VERB" && verb > first && verb < at,
  );
  if (first === at || joined < 0) return null;
  return tokens.some((word) => word.head === joined && word.deprel === "obj") ? null : { head: joined };
}

/** "called on him to allow an inquiry, release prisoners and resign": an infinitive goes on with the one before it. */
export function infinitiveConjunct(tokens: readonly Token[], at: number): Mend | null {
  const { upos, xpos, deprel, head } = tokens[at] as Token;
  if (upos !== "VERB" || xpos !== "VB" || !["conj", "parataxis"].includes(deprel)) return null;
  if (isClause(tokens, at) || !FINITE.has(tokens[head]?.xpos ?? "")) return null;
  const earlier = tokens.findLastIndex(
    (word, verb) =>
      verb > head &&
      verb < at &&
      word.head === head &&
      word.xpos === "VB" &&
      ["advcl", "xcomp", "ccomp"].includes(word.deprel) &&
      tokens.some((mark) => mark.head === verb && mark.deprel === "mark" && mark.form === "to"),
  );
  return earlier < 0 ? null : { head: earlier, deprel: "conj" };
}
