import type { Token } from "../../language/index.ts";
import { REPORTING } from "../modality/embedding.ts";
import { GIVING, NOUN_CONTROL } from "./control.ts";

type Mend = Pick<Token, "head" | "deprel">;

/** Mends relations that the words around them rule out. */
export function withRoles(tokens: readonly Token[]): readonly Token[] {
  let mended: readonly Token[] = tokens;
  for (const mend of [
    lostPreposition,
    farFrom,
    wereTo,
    asBaseless,
    offerTo,
    spokenWithin,
    frontedPhrase,
    givenTo,
    afterDateName,
    contentClause,
    notUntil,
    hiddenComplement,
    hyphenated,
    lonelyConjunct,
    joinedDescription,
    thingGiven,
    outerSubject,
    yearBefore,
    bareObject,
    doneBy,
    neitherNor,
    besideSubject,
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

/** "Were Ankara to lift its veto, …": the name between "were" and the infinitive is who would do it. */
function wereTo(tokens: readonly Token[], at: number): Mend | null {
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

/** "rejected as baseless a claim that": the noun after what it is called is what the verb takes. */
function asBaseless(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const noun = word.deprel === "case" || word.deprel === "amod" ? word.head : at;
  const thing = tokens[noun];
  if (thing?.upos !== "NOUN" || thing.head < 0) return null;
  const above = tokens[thing.head] as Token;
  const called = above.upos === "ADJ" && thing.deprel === "obj" && isCase(tokens, thing.head, "as");
  if (called && at === noun)
    return tokens[above.head]?.upos === "VERB" && above.head < noun
      ? { head: above.head, deprel: "obj" }
      : null;
  const as = tokens.findIndex(
    ({ head, form, deprel }) => head === noun && form === "as" && deprel === "case",
  );
  const quality = tokens[as + 1];
  if (as < 0 || quality?.upos !== "ADJ" || quality.head !== noun || above.upos !== "VERB") return null;
  if (tokens[as + 2]?.deprel !== "det" || tokens[as + 2]?.head !== noun) return null;
  if (at === noun) return { head: thing.head, deprel: "obj" };
  if (at === as) return { head: as + 1, deprel: "case" };
  return at === as + 1 ? { head: thing.head, deprel: "xcomp" } : null;
}

function isCase(tokens: readonly Token[], at: number, form: string): boolean {
  return tokens.some((word) => word.head === at && word.form === form && /^(?:case|mark)$/.test(word.deprel));
}

/** "a Kenyan offer to train police": the infinitive right after such a noun says what is offered. */
function offerTo(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.deprel !== "advcl" || word.xpos !== "VB") return null;
  const to = tokens.findIndex(({ head, form, deprel }) => head === at && form === "to" && deprel === "mark");
  const noun = tokens[to - 1];
  const verb = tokens[word.head];
  if (noun?.upos !== "NOUN" || noun.head !== word.head || verb?.upos !== "VERB") return null;
  return noun.deprel !== "obj" && NOUN_CONTROL.has(noun.lemma.toLowerCase())
    ? { head: to - 1, deprel: "acl" }
    : null;
}

/** "Chávez, Colombian officials maintained, gave": who says so stands right before the inserted verb. */
function spokenWithin(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.deprel === "parataxis" && tokens[at - 1]?.deprel === "appos" && word.head < at - 1) {
    const root = tokens.findIndex(({ head }) => head < 0);
    const closed = tokens[at + 1]?.upos === "PUNCT" && tokens[word.head]?.upos !== "VERB";
    return closed && root > at && !hasSubject(tokens, at) ? { head: root, deprel: "parataxis" } : null;
  }
  const verb = tokens[at + 1];
  if (word.deprel !== "appos" || verb?.deprel !== "parataxis" || verb.upos !== "VERB") return null;
  const closed = tokens[at + 2] === undefined || tokens[at + 2]?.upos === "PUNCT";
  return closed && !hasSubject(tokens, at + 1) ? { head: at + 1, deprel: "nsubj" } : null;
}

/** "After the ban by Canberra, Jakarta cut quotas": a phrase with a preposition is no subject; the name before the verb is. */
function frontedPhrase(tokens: readonly Token[], at: number): Mend | null {
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

/** "offered Turkish firms the right to buy": of two objects of a verb of giving, the first is who gets it. */
function givenTo(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const verb = tokens[word.head];
  if (word.deprel !== "obj" || verb === undefined || !GIVING.has(verb.lemma.toLowerCase())) return null;
  const later = tokens.findIndex(
    ({ head, deprel, upos }, index) =>
      index > at && head === word.head && deprel === "obj" && upos === "NOUN",
  );
  const apart = tokens.slice(at, later).some(({ form }) => form === ",");
  return later > at && !apart ? { head: word.head, deprel: "iobj" } : null;
}

/** "in September 2022, Kazakhstan, though a member, sent no help": a name is no apposition to a date. */
function afterDateName(tokens: readonly Token[], at: number): Mend | null {
  const name = tokens.findIndex(
    ({ upos, deprel, head }, index) =>
      upos === "PROPN" && deprel === "appos" && head < index && DATED.test(tokens[head]?.form ?? ""),
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

const DATED =
  /^(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;

/** What is done with a claim in a relative clause: "the claim that the minister made". */
const CLAIM_VERBS = new Set([
  "make",
  "issue",
  "release",
  "publish",
  "file",
  "repeat",
  "level",
  "raise",
  "deny",
  "reject",
  "dismiss",
  "hear",
  "receive",
  "cite",
  "use",
  "write",
  "present",
  "quote",
  "spread",
  "draft",
  "read",
  "see",
]);

/** "the allegation that it had blocked grain": a clause in which "that" has no part says what is alleged. */
function contentClause(tokens: readonly Token[], at: number): Mend | null {
  const clause = tokens[at] as Token;
  const verb = clause.deprel === "obj" && clause.form === "that" ? clause.head : at;
  const { deprel, head, lemma } = tokens[verb] ?? clause;
  const noun = tokens[head];
  const that = tokens.findIndex(
    (word) => word.form === "that" && word.head === verb && word.deprel === "obj",
  );
  if (deprel !== "acl:relcl" || noun === undefined || that !== head + 1) return null;
  if (!REPORTING.has(noun.lemma.toLowerCase()) || CLAIM_VERBS.has(lemma.toLowerCase())) return null;
  if (!hasSubject(tokens, verb)) return null;
  if (at === that) return { head: verb, deprel: "mark" };
  return at === verb ? { head, deprel: "acl" } : null;
}

/** "It was not until 2002 that they joined": what stands between "it was" and "that" belongs to the verb after it. */
function notUntil(tokens: readonly Token[], at: number): Mend | null {
  const root = tokens.findIndex(({ head }) => head < 0);
  const pivot = tokens[root];
  if (pivot === undefined || !/^it$/i.test(tokens[0]?.form ?? "") || tokens[1]?.lemma !== "be") return null;
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

/** "Far from condemning it, Laos praised it": what is denied hangs on the verb, like any clause beside it. */
function farFrom(tokens: readonly Token[], at: number): Mend | null {
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

/**
 * "In the summer of 2008 Georgian troops shelled it": the year belongs to what stands before, the noun to the verb. A verb
 * that was read as a description of that noun then leads what was read as one noun phrase.
 */
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
  const ofObject = tokens[word.head]?.deprel === "obj" && tokens[word.head]?.head === at - 1;
  return word.xpos === "RP" || second || ofObject ? { head: at - 1, deprel: "compound:prt" } : null;
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

/** "condemned the deportation of Haitians by the republic": who does it belongs to the noun where the verb is active. */
function doneBy(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const verb = tokens[word.head];
  if (word.upos !== "PROPN" || !word.deprel.startsWith("obl") || verb?.upos !== "VERB" || word.head > at)
    return null;
  if (!isCase(tokens, at, "by")) return null;
  const deed = tokens.findIndex(
    ({ head, deprel, upos }, index) =>
      head === word.head && deprel === "obj" && upos === "NOUN" && index < at,
  );
  const passive = tokens.some(({ head, deprel }) => head === word.head && deprel.endsWith(":pass"));
  const done = tokens.some(
    ({ head, deprel }, index) => head === deed && deprel === "nmod" && isCase(tokens, index, "of"),
  );
  return deed >= 0 && !passive && done ? { head: deed, deprel: "nmod" } : null;
}

/** "received from Tanzania two boats": what follows a verb without a preposition is its object. */
function bareObject(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const verb = tokens[word.head];
  if (word.upos !== "NOUN" || word.deprel !== "obl" || word.head > at || verb?.upos !== "VERB") return null;
  const taken = tokens.some(
    ({ head, deprel }, index) =>
      (head === word.head && /^(?:obj|ccomp|xcomp|aux:pass|nsubj:pass|compound:prt)$/.test(deprel)) ||
      (head === at && (deprel === "case" || deprel === "mark") && index < at),
  );
  return taken || TIMES.test(word.lemma) ? null : { head: word.head, deprel: "obj" };
}

const TIMES =
  /^(?:second|minute|hour|day|night|morning|afternoon|evening|week|weekend|fortnight|month|quarter|year|decade|century|time|moment|spring|summer|autumn|fall|winter|today|yesterday|tomorrow|while|home|way)$/i;

/** "Not content with closing the strait, Russia also seized two tugs": of two subjects, the one before a comma is none. */
function besideSubject(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.deprel !== "nsubj" || word.upos === "PROPN" || word.head < at) return null;
  const next = tokens.findIndex(
    ({ head, deprel, upos }, index) =>
      index > at && head === word.head && deprel === "nsubj" && upos === "PROPN",
  );
  const apart = next >= 0 && tokens[next - 1]?.form === "," && next < word.head;
  return apart ? { head: word.head, deprel: "dislocated" } : null;
}

/** "Neither A, who …, nor B has": the second subject is joined to the first. */
function neitherNor(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.deprel !== "nsubj") return null;
  const first = tokens.findIndex(({ head, deprel }) => head === word.head && deprel === "nsubj");
  const nor = tokens.slice(first + 1, at).some(({ form }) => form.toLowerCase() === "nor");
  return first < at && nor ? { head: first, deprel: "conj" } : null;
}

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
