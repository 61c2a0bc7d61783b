import type { Token } from "../../language/index.ts";
import { GIVING } from "./control.ts";
import { FINITE, hasPreposition, isDated, type Mend } from "./mend.ts";

/**
 * "The bank halted its loans and Germany its aid": a name right before what is its own is a second subject, whose verb is
 * not written again.
 */
export function gappedSubject(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const next = tokens[at + 1];
  if (word.deprel !== "conj" || word.upos !== "PROPN" || !/^(?:its|their)$/.test(next?.form ?? ""))
    return null;
  if (tokens[at - 1]?.form !== "and" || tokens[at - 1]?.head !== at) return null;
  let verb = word.head;
  while (/^(?:nmod|obj|obl)$/.test(tokens[verb]?.deprel ?? "")) verb = tokens[verb]?.head ?? -1;
  const object = tokens[objectOf(tokens, verb)];
  if (object === undefined || object.upos === "PROPN" || !isTold(tokens[verb])) return null;
  const subject = tokens.findIndex(({ head, deprel }) => head === verb && deprel === "nsubj");
  return subject >= 0 && subject < verb ? { head: subject, deprel: "conj" } : null;
}

/** … and what is its own goes with what the first one halted. */
export function gappedObject(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const name = tokens[word.head];
  if (word.deprel !== "obj" || name?.upos !== "PROPN" || name.deprel !== "conj") return null;
  const subject = tokens[name.head];
  if (subject?.deprel !== "nsubj") return null;
  const object = objectOf(tokens, subject.head);
  return object >= 0 && object < at ? { head: object, deprel: "conj" } : null;
}

function objectOf(tokens: readonly Token[], verb: number): number {
  return verb < 0 ? -1 : tokens.findIndex(({ head, deprel }) => head === verb && deprel === "obj");
}

function isTold(verb: Token | undefined): boolean {
  return verb?.upos === "VERB" && (FINITE.has(verb.xpos) || verb.xpos === "VBN");
}

/** "owes China 20 billion and Russia another three": who stands after the sum gets the next one. */
export function gappedTaker(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const sum = tokens[word.head];
  const verb = tokens[sum?.head ?? -1];
  if (word.deprel !== "conj" || word.upos !== "PROPN" || sum?.deprel !== "obj" || sum.upos === "PROPN")
    return null;
  if (verb?.upos !== "VERB" || !GIVING.has(verb.lemma.toLowerCase())) return null;
  const more = tokens[at + 1];
  if (more === undefined || !(/^(?:another|some|about)$/.test(more.form) || /^\p{Sc}|^\d/u.test(more.form)))
    return null;
  const taker = tokens.findIndex(
    ({ head, deprel, upos }, index) =>
      head === sum.head &&
      index > sum.head &&
      index < word.head &&
      upos === "PROPN" &&
      /^i?obj$/.test(deprel),
  );
  return taker < 0 ? null : { head: taker, deprel: "conj" };
}

/** "owes five billion to China and 400 million to Thailand": the second complement goes with the first. */
export function gappedComplement(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const sum = tokens[word.head];
  const first = tokens[sum?.head ?? -1];
  if (word.deprel !== "nmod" || word.upos !== "PROPN" || sum?.deprel !== "conj" || first?.deprel !== "obj")
    return null;
  if (sum.upos === "PROPN" || !hasPreposition(tokens, at)) return null;
  const preposition = prepositionAt(tokens, at);
  const beside = tokens.findIndex(
    ({ head, deprel, upos }, index) =>
      ((head === first.head && deprel === "obl") || (head === sum.head && deprel === "nmod")) &&
      upos === "PROPN" &&
      index < word.head &&
      prepositionAt(tokens, index) === preposition,
  );
  return beside < 0 ? null : { head: beside, deprel: "conj" };
}

/** "joined NATO in 2004 and the EU in 2007", "a member of NATO and of the EU": a name joined to a date or a noun goes with the name before. */
export function gappedName(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const beside = tokens[word.head];
  if (word.deprel !== "conj" || word.upos !== "PROPN" || beside === undefined) return null;
  const preposition = prepositionAt(tokens, at);
  if (isDated(beside.form) && preposition === undefined) {
    const object = objectOf(tokens, beside.head);
    return object >= 0 && object < word.head && tokens[object]?.upos === "PROPN"
      ? { head: object, deprel: "conj" }
      : null;
  }
  if (beside.upos !== "NOUN" || preposition === undefined) return null;
  const first = tokens.findIndex(
    ({ head, deprel, upos }, index) =>
      head === word.head &&
      index > word.head &&
      index < at &&
      deprel === "nmod" &&
      upos === "PROPN" &&
      prepositionAt(tokens, index) === preposition,
  );
  return first < 0 ? null : { head: first, deprel: "conj" };
}

/** "belonged to Spain and since 2010 to Peru": a complement that hangs on a date goes with the verb's first of its kind. */
export function gappedAfterDate(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const date = tokens[word.head];
  if (word.deprel !== "nmod" || word.upos !== "PROPN" || date === undefined || !isDated(date.form))
    return null;
  const joined = tokens.some(
    ({ head, deprel }, index) => deprel === "cc" && head === word.head && index < word.head,
  );
  const preposition = prepositionAt(tokens, at);
  if (!joined || preposition === undefined) return null;
  const beside = tokens.findIndex(
    ({ head, deprel, upos }, index) =>
      head === date.head &&
      deprel === "obl" &&
      upos === "PROPN" &&
      index < word.head &&
      prepositionAt(tokens, index) === preposition,
  );
  return beside < 0 ? null : { head: beside, deprel: "conj" };
}

function prepositionAt(tokens: readonly Token[], at: number): string | undefined {
  return tokens.find(({ head, deprel }) => head === at && deprel === "case")?.form;
}
