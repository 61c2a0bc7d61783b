import type { Token } from "../../language/index.ts";
import { MADE, STANDING } from "./control.ts";
import { hasSubject, type Mend, YEAR } from "./mend.ts";

const RELATIVE = /^(?:which|who|that)$/i;

/**
 * "France, which keeps soldiers in the country" after "agreements with": a verb in the singular is said of the name right
 * before the comma, and not of a plural further back.
 */
export function nearRelative(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const thing = tokens[word.head];
  if (word.deprel !== "acl:relcl" || thing?.xpos !== "NNS") return null;
  const pronoun = tokens.findIndex(
    ({ head, deprel, form }) => head === at && deprel.startsWith("nsubj") && RELATIVE.test(form),
  );
  const name = tokens[pronoun - 2];
  if (name?.upos !== "PROPN" || tokens[pronoun - 1]?.form !== "," || pronoun - 2 <= word.head) return null;
  const singular =
    word.xpos === "VBZ" ||
    tokens.some(({ head, deprel, xpos }) => head === at && /^(?:aux|cop)/.test(deprel) && xpos === "VBZ");
  return singular ? { head: headOfName(tokens, pronoun - 2), deprel: "acl:relcl" } : null;
}

/** "opened a port, in which Cosco has a stake": a clause that begins with "in which" describes the noun before it. */
export function inWhich(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.deprel !== "advcl" || word.head > at) return null;
  const which = tokens.findIndex(
    ({ head, deprel, form, upos }) =>
      head === at && deprel === "obl" && /^(?:which|whom)$/.test(form) && upos === "PRON",
  );
  const preposition = tokens[which - 1];
  const noun = tokens[which - 3];
  if (which < 0 || preposition?.upos !== "ADP" || tokens[which - 2]?.form !== "," || noun === undefined)
    return null;
  return ["NOUN", "PROPN"].includes(noun.upos)
    ? { head: headOfName(tokens, which - 3), deprel: "acl:relcl" }
    : null;
}

/** "would back its return, which it left in 2003, if the vote was fair": the condition is not one of the past between commas. */
export function outerCondition(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const inner = tokens[word.head];
  if (word.deprel !== "advcl" || inner?.deprel !== "acl:relcl" || inner.xpos !== "VBD") return null;
  const mark = tokens.findIndex(
    ({ head, deprel, form }) => head === at && deprel === "mark" && /^(?:if|unless)$/.test(form),
  );
  if (mark < 0 || tokens[mark - 1]?.form !== ",") return null;
  for (let above = inner.head, step = 0; above >= 0 && step < 6; above = tokens[above]?.head ?? -1, step++) {
    const modal = tokens.some(
      ({ head, deprel, xpos }) => head === above && deprel === "aux" && xpos === "MD",
    );
    if (modal) return { head: above, deprel: "advcl" };
  }
  return null;
}

/** "suspended its sanctions on Yugoslavia, imposed in 1992": the participle tells of the thing, not of the verb. */
export function madeThing(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.deprel !== "advcl" || word.xpos !== "VBN" || tokens[at - 1]?.form !== "," || word.head > at)
    return null;
  if (hasSubject(tokens, at)) return null;
  const thing = tokens.findLastIndex(
    ({ head, deprel, lemma }, index) =>
      index < at && head === word.head && deprel === "obj" && MADE.get(lemma)?.has(word.lemma) === true,
  );
  return thing < 0 ? null : { head: thing, deprel: "acl" };
}

/** "China, its largest trading partner": what stands between commas and says who a name is, is no second thing in a list. */
export function saidOfName(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.deprel !== "conj" || word.upos !== "NOUN" || !STANDING.has(word.lemma)) return null;
  if (tokens.some(({ head, deprel }) => head === at && deprel === "cc")) return null;
  const first = tokens.findIndex(
    ({ head }, index) => head === at && index < at && tokens[index]?.form !== ",",
  );
  const name = tokens[first - 2];
  const owned = tokens[first]?.deprel === "nmod:poss" || tokens[first]?.form === "the";
  if (first < 0 || !owned || tokens[first - 1]?.form !== "," || name?.upos !== "PROPN") return null;
  return { head: headOfName(tokens, first - 2), deprel: "appos" };
}

/** "Serbia, a candidate for the EU since 2012, is bound …": a date within an apposition is that of the apposition. */
export function datedAside(tokens: readonly Token[], at: number): Mend | null {
  const { deprel, head, form } = tokens[at] as Token;
  if (deprel !== "obl" || !YEAR.test(form) || head < at) return null;
  const aside = tokens.findLastIndex(
    (word, index) => index < at && word.deprel === "appos" && word.upos === "NOUN",
  );
  const name = tokens[aside]?.head ?? -1;
  const between = (from: number, to: number): boolean =>
    tokens.slice(from, to).some((word) => word.form === ",");
  const closed = aside > name && between(name, aside) && !between(aside, at) && tokens[at + 1]?.form === ",";
  return closed && tokens[name]?.head === head ? { head: aside, deprel: "nmod" } : null;
}

/** The word that the others of a name hang on, from its last. */
function headOfName(tokens: readonly Token[], last: number): number {
  let at = last;
  for (
    let word = tokens[at];
    word !== undefined && /^(?:flat|compound)$/.test(word.deprel);
    word = tokens[at]
  )
    at = word.head;
  return at;
}
