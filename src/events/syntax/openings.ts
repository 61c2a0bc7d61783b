import type { Token } from "../../language/index.ts";
import { hasPreposition, hasSubject, isDated, type Mend, YEAR } from "./mend.ts";

/** "Far from condemning it, Laos praised it": what is denied hangs on the verb, like any clause beside it. */
export function farFrom(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (/^far$/i.test(word.form) && word.deprel === "advmod" && tokens[at + 1]?.form === "from") {
    const gerund = tokens.findIndex(({ head, deprel }) => head === at && deprel === "advcl");
    return gerund < 0 ? null : { head: gerund, deprel: "mark" };
  }
  if (word.form === "from" && /^far$/i.test(tokens[at - 1]?.form ?? "") && word.deprel === "mark")
    return { head: at - 1, deprel: "fixed" };
  const far = tokens[word.head];
  const led = word.deprel === "advcl" && far?.deprel === "advmod" && /^far$/i.test(far.form);
  return led && far.head >= 0 ? { head: far.head, deprel: "advcl" } : null;
}

/** "Rather than retaliate, Iran invited him": what is done instead of something hangs with its conjunction on the verb. */
export function ratherThan(tokens: readonly Token[], at: number): Mend | null {
  const { form, head } = tokens[at] as Token;
  if (at !== 0 || !/^(?:rather|instead)$/i.test(form) || !/^(?:than|of)$/.test(tokens[1]?.form ?? ""))
    return null;
  const clause = tokens.findIndex(
    (word, index) => index > 1 && index <= 4 && word.deprel === "advcl" && word.head === head,
  );
  return clause < 0 || clause > head ? null : { head: clause, deprel: "mark" };
}

/** "Were Ankara to lift its veto, …": the name between "were" and the infinitive is who would do it. */
export function wereTo(tokens: readonly Token[], at: number): Mend | null {
  const first = tokens[0];
  const name = tokens[at] as Token;
  if (first === undefined || !/^were$/i.test(first.form) || first.head < 0 || name.head < 0) return null;
  const verb = tokens.findIndex(
    ({ deprel }, index) =>
      deprel === "advcl" && tokens.some(({ head, form }) => head === index && form.toLowerCase() === "to"),
  );
  const led = tokens
    .slice(1, verb)
    .some(({ deprel, head }) => deprel.startsWith("nsubj") && head === first.head);
  if (verb < 0 || !(led || hasSubject(tokens, verb))) return null;
  if (at === 0) return { head: verb, deprel: "aux" };
  return at < verb && name.deprel.startsWith("nsubj") ? { head: verb, deprel: "nsubj" } : null;
}

/** "Had Ghana invaded, Togo would have fought": what "had" opens is supposed, though it was read as having someone invaded. */
export function hadDone(tokens: readonly Token[], at: number): Mend | null {
  const [had, name] = tokens;
  if (had === undefined || name === undefined || !/^had$/i.test(had.form) || had.head >= 0) return null;
  const supposed = tokens.findIndex(
    ({ head, xpos, deprel }) => head === 0 && xpos === "VBN" && deprel === "xcomp",
  );
  const main = tokens.findIndex(({ head, deprel, upos }, index) => {
    const led = (head === supposed || head === 0) && /^(?:parataxis|ccomp|conj|advcl)$/.test(deprel);
    return led && upos === "VERB" && tokens.some((word) => word.head === index && word.form === "would");
  });
  if (supposed < 0 || main < supposed) return null;
  const word = tokens[at] as Token;
  if (at === 0) return { head: supposed, deprel: "aux" };
  if (at === main) return { head: -1, deprel: "root" };
  if (at === supposed) return { head: main, deprel: "advcl" };
  if (word.head !== 0) return null;
  return word.deprel === "obj" ? { head: supposed, deprel: "nsubj" } : { head: main, deprel: word.deprel };
}

/** "After the ban by Canberra, Jakarta cut quotas": a phrase with a preposition is no subject; the name before the verb is. */
export function frontedPhrase(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const phrase = word.deprel === "nsubj" ? at : word.head;
  const opening = tokens[phrase];
  const verb = opening?.head ?? -1;
  const name = tokens[verb - 1];
  if (opening?.deprel !== "nsubj" || opening.upos !== "NOUN" || verb <= phrase) return null;
  if (name?.upos !== "PROPN" || name.head !== phrase || tokens[verb - 2]?.form !== ",") return null;
  const led = tokens.some(
    ({ head, deprel, upos }, index) =>
      head === phrase && deprel === "case" && upos === "ADP" && index < phrase,
  );
  if (!led) return null;
  if (at === phrase) return { head: verb, deprel: "obl" };
  return at === verb - 1 ? { head: verb, deprel: "nsubj" } : null;
}

/** "in September 2022, Kazakhstan, though a member, sent no help": a name is no apposition to a date. */
export function afterDateName(tokens: readonly Token[], at: number): Mend | null {
  if (!/^(?:appos|nsubj)/.test(tokens[at]?.deprel ?? "")) return null;
  const name = tokens.findIndex(
    ({ upos, deprel, head }, index) =>
      upos === "PROPN" && deprel === "appos" && head < index && isDated(tokens[head]?.form ?? ""),
  );
  if (name < 0 || tokens[name - 1]?.form !== ",") return null;
  const verb = tokens.findIndex(({ head, upos }, index) => head < 0 && upos === "VERB" && index > name);
  if (verb < 0) return null;
  const subject = tokens.findIndex(({ head, deprel }) => head === verb && deprel.startsWith("nsubj"));
  const conceded = subject > name && tokens.some(({ head, deprel }) => head === subject && deprel === "case");
  if (subject >= 0 && !conceded) return null;
  if (at === name) return { head: verb, deprel: "nsubj" };
  return at === subject ? { head: name, deprel: "appos" } : null;
}

/** "It was not until 2002 that they joined": what stands between "it was" and "that" belongs to the verb after it. */
export function notUntil(tokens: readonly Token[], at: number): Mend | null {
  if (!/^it$/i.test(tokens[0]?.form ?? "") || tokens[1]?.lemma !== "be") return null;
  const root = tokens.findIndex(({ head }) => head < 0);
  const verb = tokens.findIndex(({ head, deprel }) => head === root && deprel === "acl:relcl");
  const that = tokens.findIndex(({ form, head }) => form === "that" && head === verb);
  if (verb < 0 || that < root || !hasPreposition(tokens, root)) return null;
  const word = tokens[at] as Token;
  if (at === verb) return { head: -1, deprel: "root" };
  if (at === root) return { head: verb, deprel: "obl" };
  if (at === that) return { head: verb, deprel: "mark" };
  if (word.head !== root || word.deprel === "case") return null;
  if (word.deprel === "punct") return { head: verb, deprel: "punct" };
  return at < 3 && (word.deprel === "cop" || word.deprel.startsWith("nsubj"))
    ? { head: verb, deprel: "dep" }
    : null;
}

/**
 * "In the summer of 2008 Georgian troops shelled it": the year belongs to what stands before, the noun to the verb. A verb
 * that was read as a description of that noun then leads what was read as one noun phrase.
 */
export function yearBefore(tokens: readonly Token[], at: number): Mend | null {
  const mayBeNoun = tokens[at]?.deprel === "nmod" && tokens[at + 1]?.upos === "VERB";
  if (!mayBeNoun && !isCountedYear(tokens[at]) && !isCountedYear(tokens[at + 1])) return null;
  const year = tokens.findIndex(isCountedYear);
  const noun = tokens[year]?.head ?? -1;
  const counted = tokens[noun];
  const verb = noun + 1;
  if (year < 1 || counted === undefined || tokens[year - 1]?.upos !== "ADP" || counted.deprel !== "nmod")
    return null;
  if (tokens[verb]?.upos !== "VERB" || hasSubject(tokens, verb)) return null;
  if (tokens[verb].head === noun) {
    const root = tokens.findIndex(({ head }) => head < 0);
    if (!["NOUN", "PROPN", "NUM"].includes(tokens[root]?.upos ?? "")) return null;
    if (at === verb) return { head: -1, deprel: "root" };
    if (at === root) return { head: verb, deprel: "obl" };
  }
  if (at === noun) return { head: verb, deprel: "nsubj" };
  if (at === year) return { head: counted.head, deprel: "nmod" };
  return at === year - 1 ? { head: year, deprel: "case" } : null;
}

/** A year that the parser takes for a number of what follows. */
function isCountedYear(word: Token | undefined): boolean {
  return word?.deprel === "nummod" && word.head > 0 && YEAR.test(word.form);
}

/** "Not content with closing the strait, Russia also seized two tugs": of two subjects, the one before a comma is none. */
export function besideSubject(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.deprel !== "nsubj" || word.upos === "PROPN" || word.head < at) return null;
  const next = tokens.findIndex(
    ({ head, deprel, upos }, index) =>
      index > at && head === word.head && deprel === "nsubj" && upos === "PROPN",
  );
  const apart = next >= 0 && tokens[next - 1]?.form === "," && next < word.head;
  return apart ? { head: word.head, deprel: "dislocated" } : null;
}

/** "Last August Zambia reached a deal": the time that opens the sentence is no part of the name after it. */
export function openingTime(tokens: readonly Token[], at: number): Mend | null {
  const [which, time, name] = tokens;
  if (at > 1 || which === undefined || time === undefined || name === undefined) return null;
  if (!/^(?:last|this|next|late|early|mid|one|that)$/i.test(which.form) || !isDated(time.form)) return null;
  const { head: verb, deprel } = name;
  if (time.head !== 2 || name.upos !== "PROPN" || !deprel.startsWith("nsubj") || verb < 3) return null;
  return at === 0 ? { head: 1, deprel: "amod" } : { head: verb, deprel: "obl" };
}
