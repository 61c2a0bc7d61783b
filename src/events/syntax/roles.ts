import type { Token } from "../../language/index.ts";
import { GIVING, NOUN_CONTROL } from "./control.ts";

type Mend = Pick<Token, "head" | "deprel">;

/** Mends relations that the words around them rule out. */
export function withRoles(tokens: readonly Token[]): readonly Token[] {
  let mended: readonly Token[] = tokens;
  for (const mend of [
    lostPreposition,
    hiddenComplement,
    hyphenated,
    lonelyConjunct,
    joinedDescription,
    thingGiven,
    outerSubject,
    yearBefore,
    doubled,
    accompanied,
    completing,
    particle,
  ]) {
    let changed: Token[] | null = null;
    for (let at = 0; at < mended.length; at++) {
      const joined = mend(mended, at);
      if (joined === null) continue;
      changed ??= [...mended];
      changed[at] = { ...(mended[at] as Token), ...joined };
    }
    mended = changed ?? mended;
  }
  return mended;
}

/** "a visit to Papua New Guinea", read as one long name: a preposition is no part of a compound. */
function lostPreposition(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.upos !== "ADP" || word.deprel !== "compound" || word.head < 0 || word.head > at) return null;
  let last = at;
  while (isNamePart(tokens[last + 1])) last++;
  return last > at && tokens[last]?.head === word.head ? { head: last, deprel: "case" } : null;
}

function isNamePart(word: Token | undefined): boolean {
  return word !== undefined && (word.upos === "PROPN" || word.xpos === "NNP") && word.deprel !== "nsubj";
}

/** A name with a preposition of its own is a complement, not a part of the noun that it hangs on. */
function hiddenComplement(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.upos !== "PROPN" || word.deprel !== "compound" || !hasPreposition(tokens, at)) return null;
  const above = tokens[word.head];
  if (word.head < at) return { head: word.head, deprel: "nmod" };
  return above === undefined || above.head < 0 || above.head >= at
    ? null
    : { head: above.head, deprel: "nmod" };
}

/** "the Turkish-Libyan border": of two names joined by a hyphen neither describes the other. */
function hyphenated(tokens: readonly Token[], at: number): Mend | null {
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
function lonelyConjunct(tokens: readonly Token[], at: number): Mend | null {
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
function joinedDescription(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const beside = tokens[word.head];
  if (word.upos !== "ADJ" || word.deprel !== "conj" || beside === undefined || beside.head < 0) return null;
  const above = tokens[beside.head] as Token;
  const describes = above.upos === "ADJ" || (above.xpos === "VBN" && above.deprel === "advcl");
  return ["NOUN", "PROPN"].includes(beside.upos) && describes && hasPreposition(tokens, word.head)
    ? { head: beside.head, deprel: "conj" }
    : null;
}

/** "had been given money": the noun after the passive of a verb of giving is what is given. */
function thingGiven(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.upos !== "NOUN" || word.deprel !== "xcomp") return null;
  const verb = tokens[word.head];
  const passive = tokens.some(({ head, deprel }) => head === word.head && deprel === "aux:pass");
  return passive && verb !== undefined && GIVING.has(verb.lemma.toLowerCase())
    ? { head: word.head, deprel: "obj" }
    : null;
}

/** "is to visit", "plan to hold": the noun phrase before a verb that has no other subject; "the aim is to" is not one. */
function outerSubject(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const verb = tokens[word.head];
  if (verb?.upos !== "VERB" || word.head < at) return null;
  const outer = word.deprel === "nsubj:outer" && !NOUN_CONTROL.has(word.lemma.toLowerCase());
  const named =
    word.deprel === "compound" && word.upos === "PROPN" && ["VBD", "VBP", "VBZ"].includes(verb.xpos);
  return (outer || named) && !hasSubject(tokens, word.head) ? { head: word.head, deprel: "nsubj" } : null;
}

/** "In the summer of 2008 Georgian troops shelled it": the year belongs to what stands before, the noun to the verb. */
function yearBefore(tokens: readonly Token[], at: number): Mend | null {
  const mayBeNoun = tokens[at]?.deprel === "nmod" && tokens[at + 1]?.upos === "VERB";
  if (!mayBeNoun && !isCountedYear(tokens[at]) && !isCountedYear(tokens[at + 1])) return null;
  const year = tokens.findIndex(isCountedYear);
  const noun = tokens[year]?.head ?? -1;
  const counted = tokens[noun];
  const verb = noun + 1;
  if (year < 1 || counted === undefined || tokens[year - 1]?.upos !== "ADP" || counted.deprel !== "nmod")
    return null;
  if (tokens[verb]?.upos !== "VERB" || hasSubject(tokens, verb)) return null;
  if (at === noun) return { head: verb, deprel: "nsubj" };
  if (at === year) return { head: counted.head, deprel: "nmod" };
  return at === year - 1 ? { head: year, deprel: "case" } : null;
}

/** A year that the parser takes for a number of what follows. */
function isCountedYear(word: Token | undefined): boolean {
  return word?.deprel === "nummod" && word.head > 0 && /^(?:19|20)\d\d$/.test(word.form);
}

/** "EU member Hungary blocked it": of two subjects side by side, the noun only describes the name after it. */
function doubled(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const name = tokens[at + 1];
  const same = name?.head === word.head && name.deprel === word.deprel;
  return same && word.upos === "NOUN" && name.upos === "PROPN" && ["nsubj", "obj"].includes(word.deprel)
    ? { head: at + 1, deprel: "compound" }
    : null;
}

/** "pulled out of the pact", "cut off supplies": a particle right after its verb, taken for a preposition of the noun. */
function particle(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const verb = tokens[at - 1];
  const after = tokens[at + 1];
  if (word.deprel !== "case" || verb?.upos !== "VERB") return null;
  const second = after?.deprel === "case" && after.head === word.head && /^(?:of|from)$/.test(after.form);
  return word.xpos === "RP" || second ? { head: at - 1, deprel: "compound:prt" } : null;
}

/** "Kenya, together with Uganda, attacked": who stands with the subject before the verb does what it does. */
function accompanied(tokens: readonly Token[], at: number): Mend | null {
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

/** "plan to establish": an infinitive hung on a verb as a description completes it. */
function completing(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.deprel !== "acl" || tokens[word.head]?.upos !== "VERB") return null;
  const led = tokens.some(({ head, deprel, form }) => head === at && deprel === "mark" && form === "to");
  return led ? { head: word.head, deprel: "xcomp" } : null;
}

function hasSubject(tokens: readonly Token[], verb: number): boolean {
  return tokens.some(({ head, deprel }) => head === verb && /^[nc]subj(?!:outer)/.test(deprel));
}

function hasPreposition(tokens: readonly Token[], at: number): boolean {
  return tokens.some(({ head, deprel, upos }) => head === at && deprel === "case" && upos === "ADP");
}
