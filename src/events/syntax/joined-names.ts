import type { Token } from "../../language/index.ts";
import { hasPreposition, type Mend } from "./mend.ts";

/** "a visit to Papua New Guinea", read as one long name: a preposition is no part of a compound. */
export function lostPreposition(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.upos !== "ADP" || word.deprel !== "compound" || word.head < 0 || word.head > at) return null;
  let last = at;
  while (isNamePart(tokens[last + 1])) last++;
  return last > at && tokens[last]?.head === word.head ? { head: last, deprel: "case" } : null;
}

function isNamePart(word: Token | undefined): boolean {
  return word !== undefined && (word.upos === "PROPN" || word.xpos === "NNP") && word.deprel !== "nsubj";
}

/** "counterparts, Nikos Dendias, Nikos Christodoulides": a name does not go on beyond a comma. */
export function cutName(tokens: readonly Token[], at: number): Mend | null {
  const { deprel, head } = tokens[at] as Token;
  const before = tokens[at - 1];
  if (deprel !== "flat" || head < 0 || head >= at || before?.upos !== "PROPN") return null;
  const comma = tokens.findLastIndex(({ form }, index) => index < at && form === ",");
  if (comma <= head) return null;
  const whole = before.deprel === "flat" && before.head > comma ? before.head : at - 1;
  return { head: whole, deprel: "flat" };
}

/** A name with a preposition of its own is a complement, not a part of the noun that it hangs on. */
export function hiddenComplement(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.upos !== "PROPN" || word.deprel !== "compound" || !hasPreposition(tokens, at)) return null;
  const above = tokens[word.head];
  if (word.head < at) return { head: word.head, deprel: "nmod" };
  return above === undefined || above.head < 0 || above.head >= at
    ? null
    : { head: above.head, deprel: "nmod" };
}

/** "the Turkish-Libyan border": of two names joined by a hyphen neither describes the other. */
export function hyphenated(tokens: readonly Token[], at: number): Mend | null {
  const isName = (word: Token | undefined): boolean =>
    word !== undefined &&
    /^\p{Lu}/u.test(word.form) &&
    ["ADJ", "PROPN"].includes(word.upos) &&
    /^(?:amod|compound)$/.test(word.deprel);
  const isHyphen = (word: Token | undefined): boolean => word !== undefined && /^[-–]$/.test(word.form);
  const [before, here, after] = [tokens[at - 2], tokens[at] as Token, tokens[at + 2]];
  if (!isName(here)) return null;
  // "the Baku-Tbilisi-Kars railway": more than two are one name.
  const hyphens = [-3, -1, 1, 3].filter((away) => isHyphen(tokens[at + away])).length;
  if (hyphens !== 1) return null;
  if (isName(after) && isHyphen(tokens[at + 1]) && here.head === at + 2 && (after?.head ?? 0) > at + 2)
    return { head: after?.head ?? -1, deprel: "amod" };
  return isName(before) && isHyphen(tokens[at - 1]) && before?.head === at && here.head > at
    ? { head: at - 2, deprel: "conj" }
    : null;
}

/** "a hub for its Belt and Road Initiative": what has a preposition and no conjunction is joined to nothing. */
export function lonelyConjunct(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.deprel !== "conj" || word.head < 0 || !hasPreposition(tokens, at)) return null;
  const joined = tokens.some(
    ({ head, deprel, upos }) => head === at && (deprel === "cc" || (upos === "PUNCT" && deprel === "punct")),
  );
  const above = tokens[word.head] as Token;
  const nominal = ["NOUN", "PROPN"].includes(word.upos) && ["NOUN", "PROPN"].includes(above.upos);
  return joined || !nominal || hasPreposition(tokens, word.head) ? null : { head: word.head, deprel: "nmod" };
}

/** "Isolated from the West and dependent on Beijing": an adjective joined to a complement is joined to what it completes. */
export function joinedDescription(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const beside = tokens[word.head];
  if (word.upos !== "ADJ" || word.deprel !== "conj" || beside === undefined || beside.head < 0) return null;
  const above = tokens[beside.head] as Token;
  const describes = above.upos === "ADJ" || (above.xpos === "VBN" && above.deprel === "advcl");
  return ["NOUN", "PROPN"].includes(beside.upos) && describes && hasPreposition(tokens, word.head)
    ? { head: beside.head, deprel: "conj" }
    : null;
}

/** "EU member Hungary blocked it": of two subjects side by side, the noun only describes the name after it. */
export function doubled(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const name = tokens[at + 1];
  const same = name?.head === word.head && name.deprel === word.deprel;
  return same && word.upos === "NOUN" && name.upos === "PROPN" && ["nsubj", "obj"].includes(word.deprel)
    ? { head: at + 1, deprel: "compound" }
    : null;
}

/** "Kenya, together with Uganda, attacked": who stands with the subject before the verb does what it does. */
export function accompanied(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.upos !== "PROPN" || !["nmod", "obl"].includes(word.deprel)) return null;
  const preposition = tokens.findIndex(
    ({ head, deprel, form }) => head === at && deprel === "case" && BESIDE.has(form),
  );
  const together = TOGETHER.has(tokens[preposition - 1]?.form ?? "");
  if (preposition < 0 || (tokens[preposition]?.form === "with" && !together)) return null;
  const opening = together ? preposition - 2 : preposition - 1;
  const subject = tokens.findLastIndex(
    ({ deprel, head }, index) => index < opening && deprel === "nsubj" && head > at,
  );
  return subject >= 0 && tokens[opening]?.form === "," ? { head: subject, deprel: "conj" } : null;
}

const BESIDE = new Set(["with", "alongside"]);

const TOGETHER = new Set(["together", "along", "jointly"]);

/** "Neither A, who …, nor B has": the second subject is joined to the first. */
export function neitherNor(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.deprel !== "nsubj") return null;
  const first = tokens.findIndex(({ head, deprel }) => head === word.head && deprel === "nsubj");
  const nor = tokens.slice(first + 1, at).some(({ form }) => form.toLowerCase() === "nor");
  return first < at && nor ? { head: first, deprel: "conj" } : null;
}
