import type { Token } from "../../language/index.ts";
import { EVIDENCE, OVER_CLAUSE, REPORTING } from "../modality/embedding.ts";
import { conjunctObject, finiteConjunct, infinitiveConjunct } from "./joined-verbs.ts";
import { FINITE, hasSubject, isDayOrMonth, type Mend } from "./mend.ts";
import { withPerfect } from "./perfect.ts";
import { withQuantities } from "./quantified.ts";
import { withRoles } from "./roles.ts";
import { withTags } from "./tags.ts";
import { withSubject, withVerb } from "./verbless.ts";

const NAMES = new Set(["appos", "nmod", "flat", "compound", "nmod:desc", "dep", "list", "parataxis", "obl"]);

/**
 * Mends arcs that parsers of news get wrong most often: "Belarus, Beijing and Minsk agreed" (the conjunct hangs on
 * the name before the one it stands beside), "leader Muammar Gaddafi and President Todor Zhivkov" (the second is
 * taken for a part of the first's name), and a passive subject of a verb that has no passive auxiliary.
 */
export function repaired(parsed: readonly Token[]): readonly Token[] {
  const tokens = withQuantities(withSubject(withRoles(withVerb(withPerfect(withTags(parsed))))));
  let mended: Token[] | null = null;
  tokens.forEach((word, at) => {
    const joined = mendOf(tokens, at);
    if (joined === null) return;
    mended ??= [...tokens];
    mended[at] = { ...word, ...joined };
  });
  const result = mended ?? tokens;
  return result === parsed || isTree(result) ? result : parsed;
}

/** How one word hangs instead: the first mend that fits the relation it was given. */
function mendOf(tokens: readonly Token[], at: number): Partial<Token> | null {
  const word = tokens[at] as Token;
  if (word.deprel === "obj" && tokens[word.head]?.deprel === "parataxis") return laterSpeaker(tokens, at);
  if (word.form === "that" && isBareThat(tokens, word)) return { head: word.head, deprel: "mark" };
  if (word.deprel === "nsubj:pass") return activeSubject(tokens, word);
  if (word.deprel === "acl:relcl") return afterDay(tokens, at) ?? toldClause(tokens, at);
  if (word.deprel === "acl")
    return insertedSaying(tokens, at) ?? toldClause(tokens, at) ?? relativeClause(tokens, at);
  if (word.deprel === "appos" || sayingAt(tokens, at + 1)) return insertedSpeaker(tokens, at);
  if (word.deprel === "conj")
    return (
      afterJoinedDate(tokens, at) ??
      finiteConjunct(tokens, at) ??
      infinitiveConjunct(tokens, at) ??
      listedSubject(tokens, at) ??
      besideConjunct(tokens, at)
    );
  return (
    gerundComplement(tokens, at) ??
    conjunctObject(tokens, at) ??
    infinitiveConjunct(tokens, at) ??
    afterDate(tokens, at) ??
    (word.deprel === "flat" ? laterName(tokens, at) : null) ??
    hiddenConjunct(tokens, at)
  );
}

/** Whether every word leads up to the root: two mends that are right alone may hang their words on each other. */
function isTree(tokens: readonly Token[]): boolean {
  const led = new Set<number>();
  return tokens.every((_, start) => {
    const path = new Set<number>();
    for (let at = start; at >= 0 && !led.has(at); at = (tokens[at] as Token).head) {
      if (path.has(at)) return false;
      path.add(at);
    }
    for (const at of path) led.add(at);
    return true;
  });
}

/** "warned firms that they could be fined": a clause with the conjunction "that" describes no noun. */
function toldClause(tokens: readonly Token[], at: number): Mend | null {
  const { head } = tokens[at] as Token;
  const told = tokens[head];
  if (told === undefined || told.head < 0 || !["obj", "iobj"].includes(told.deprel)) return null;
  if (EVIDENCE.has(told.lemma.toLowerCase())) return null;
  const that = tokens.some(
    (word) => word.head === at && word.deprel === "mark" && word.upos === "SCONJ" && word.form === "that",
  );
  return that && (tokens[told.head] as Token).upos === "VERB" ? { head: told.head, deprel: "ccomp" } : null;
}

/** "denied on Monday that its soldiers had attacked": the clause is no description of Monday. */
function afterDay(tokens: readonly Token[], at: number): Mend | null {
  const { head } = tokens[at] as Token;
  const day = tokens[head];
  if (day === undefined || day.head < 0 || !isCalendar(day.form)) return null;
  const that = tokens.some((word) => word.head === at && word.deprel === "mark" && word.form === "that");
  return that ? { head: day.head, deprel: "ccomp" } : null;
}

/** The verb of "…, a UN report alleged." and "…, a spokesman confirmed, …": nothing but a comma or the end follows. */
function sayingAt(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  const after = tokens[at + 1];
  const before = tokens[at - 1];
  if (word === undefined || word.deprel !== "acl" || !["VBD", "VBZ", "VBN"].includes(word.xpos)) return false;
  if (!REPORTING.has(word.lemma.toLowerCase())) return false;
  if (before?.form === "," && isTitled(tokens, word.head))
    return after === undefined || !OPENING.has(after.upos);
  if (after !== undefined && after.upos !== "PUNCT") return false;
  if (before === undefined || (word.head !== at - 1 && word.head !== before.head)) return false;
  return before.deprel === "appos" || (SPEAKER.has(before.deprel) && opensAfterComma(tokens, at - 1));
}

/** "It has blocked the loan, complained the president": the noun after a verb of saying at the end is who says so. */
function laterSpeaker(tokens: readonly Token[], at: number): Mend | null {
  const { head } = tokens[at] as Token;
  const verb = tokens[head] as Token;
  const beside = tokens.some(
    ({ head: over, deprel }) => over === head && /^(?:nsubj|ccomp|mark)/.test(deprel),
  );
  const opens = /^[,”"’'»]$/.test(tokens[head - 1]?.form ?? "");
  return at > head && opens && !beside && REPORTING.has(verb.lemma.toLowerCase())
    ? { head, deprel: "nsubj" }
    : null;
}

/** What does not follow a verb of saying whose words stand before it. */
const OPENING = new Set(["SCONJ", "DET", "PRON", "NOUN", "PROPN", "VERB"]);

/** "…, South Sudan's minister, Michael Makuei, …": a noun after a comma with a name in apposition. */
function isTitled(tokens: readonly Token[], noun: number): boolean {
  const speaker = tokens[noun];
  if (speaker === undefined || !(SPEAKER.has(speaker.deprel) || speaker.deprel === "appos")) return false;
  const named = tokens.some(
    ({ head, deprel, upos }) => head === noun && deprel === "appos" && upos === "PROPN",
  );
  return named && opensAfterComma(tokens, noun);
}

/** What else a speaker at the end of a sentence is taken for. */
const SPEAKER = new Set(["obj", "obl", "conj", "dep", "nmod", "list"]);

/** Whether the phrase of a noun stands right after a comma, with nothing of the clause before in it. */
function opensAfterComma(tokens: readonly Token[], noun: number): boolean {
  let first = noun;
  while (first > 0 && isBelow(tokens, first - 1, noun) && tokens[first - 1]?.upos !== "PUNCT") first--;
  return tokens[first - 1]?.form === ",";
}

function isBelow(tokens: readonly Token[], at: number, top: number): boolean {
  for (let above = at, step = 0; above >= 0 && step < 6; above = tokens[above]?.head ?? -1, step++)
    if (above === top) return true;
  return false;
}

/** "avoided recognising", "kept shelling": a gerund right after a verb that takes one completes it. */
function gerundComplement(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const verb = tokens[at - 1];
  if (word.deprel !== "advcl" || word.xpos !== "VBG") return null;
  const governor = tokens[at - 2];
  if (verb?.deprel === "compound:prt" && word.head === at - 2 && governor !== undefined)
    return OVER_CLAUSE.has(`${governor.lemma}_${verb.form}`.toLowerCase())
      ? { head: at - 2, deprel: "xcomp" }
      : null;
  if (word.head !== at - 1 || verb?.upos !== "VERB") return null;
  return OVER_CLAUSE.has(verb.lemma.toLowerCase()) ? { head: at - 1, deprel: "xcomp" } : null;
}

function insertedSaying(tokens: readonly Token[], at: number): Mend | null {
  const root = tokens.findIndex(({ head }) => head < 0);
  return sayingAt(tokens, at) && root >= 0 ? { head: root, deprel: "parataxis" } : null;
}

function insertedSpeaker(tokens: readonly Token[], at: number): Mend | null {
  if (sayingAt(tokens, at + 1)) return { head: at + 1, deprel: "nsubj" };
  const later = tokens.findIndex(
    ({ head, deprel }, verb) => head === at && deprel === "acl" && sayingAt(tokens, verb),
  );
  return later > at ? { head: later, deprel: "nsubj" } : hiddenConjunct(tokens, at);
}

/** A clause on a noun that has a relative pronoun among its arguments. */
function relativeClause(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const pronoun = tokens.some(
    ({ head, upos, form, deprel }) =>
      head === at &&
      upos === "PRON" &&
      /^(?:that|which|who|whom)$/i.test(form) &&
      /^(?:nsubj|obj|obl)/.test(deprel),
  );
  const bare = tokens.some((that) => that.head === at && that.form === "that" && isBareThat(tokens, that));
  return pronoun && !bare && word.upos === "VERB" ? { head: word.head, deprel: "acl:relcl" } : null;
}

/** "no evidence that Sudan supplied weapons": where the clause has a subject and an object, "that" only introduces it. */
function isBareThat(tokens: readonly Token[], that: Token): boolean {
  if (!/^i?obj$/.test(that.deprel) || tokens[that.head]?.deprel.startsWith("acl") !== true) return false;
  const has = (deprel: string): boolean =>
    tokens.some((word) => word !== that && word.head === that.head && word.deprel === deprel);
  return has("obj") && has("nsubj");
}

/** A finite verb without "be" or "get" is not passive, however it is tagged; of one that is joined, only the perfect is sure. */
function activeSubject(tokens: readonly Token[], word: Token): Mend | null {
  const verb = tokens[word.head];
  if (verb === undefined || !["root", "parataxis", "ccomp", "conj"].includes(verb.deprel)) return null;
  const carried = tokens.some(
    ({ head, deprel, lemma }) =>
      head === word.head &&
      (deprel === "aux:pass" || deprel === "cop" || (deprel === "aux" && ["be", "get"].includes(lemma))),
  );
  const perfect = tokens.some(
    ({ head, deprel, lemma }) => head === word.head && deprel === "aux" && lemma === "have",
  );
  return carried || (verb.deprel === "conj" && !perfect) ? null : { head: word.head, deprel: "nsubj" };
}

function isCalendar(form: string): boolean {
  return isDayOrMonth(form) || /^\d{4}$/.test(form);
}

/** "On Tuesday Vucic met Kurti": the name is no part of the day before it but the subject of the verb after it. */
function afterDate(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const before = tokens[at - 1];
  if (word.upos !== "PROPN" || before === undefined || word.head < 0 || word.head >= at) return null;
  if (!["flat", "compound", "appos", "nmod"].includes(word.deprel) || !isCalendar(before.form)) return null;
  const verb = tokens.findIndex(
    ({ upos, deprel }, index) =>
      index > at && upos === "VERB" && !["amod", "acl", "compound"].includes(deprel),
  );
  if (verb < 0 || verb - at > 4) return null;
  const hasSubject = tokens.some(({ head, deprel }) => head === verb && deprel.startsWith("nsubj"));
  return hasSubject ? null : { head: verb, deprel: "nsubj" };
}

/** "closed it on Tuesday and Croatia threatened to follow": a name is joined to no day, but the subject of the verb after it. */
function afterJoinedDate(tokens: readonly Token[], at: number): Mend | null {
  const { upos, head } = tokens[at] as Token;
  const verb = tokens[at + 1];
  if (upos !== "PROPN" || tokens[at - 1]?.upos !== "CCONJ" || !isCalendar(tokens[head]?.form ?? ""))
    return null;
  const told = verb?.upos === "VERB" && FINITE.has(verb.xpos) && verb.head !== at;
  return told && !hasSubject(tokens, at + 1) ? { head: at + 1, deprel: "nsubj" } : null;
}

/**
 * "After a visit to Oslo, Rome and Paris agreed": of three names before a verb without a subject, the first ends the phrase
 * that opens the sentence, and the other two are the subject.
 */
function listedSubject(tokens: readonly Token[], at: number): Mend | null {
  const isLast = tokens[at - 1]?.upos === "CCONJ";
  const [second, last] = isLast ? [at - 2, at] : [at, at + 2];
  const [first, verb] = [second - 2, last + 1];
  const names = [first, second, last].every((name) => tokens[name]?.upos === "PROPN");
  if (!names || tokens[second - 1]?.form !== "," || tokens[last - 1]?.upos !== "CCONJ") return null;
  const act = tokens[verb];
  if (act === undefined || act.upos !== "VERB" || !FINITE.has(act.xpos)) return null;
  if (tokens.some(({ head, deprel }) => head === verb && deprel.startsWith("nsubj"))) return null;
  if (tokens[second]?.head !== first || !["obl", "nmod"].includes(tokens[first]?.deprel ?? "")) return null;
  return isLast ? { head: second, deprel: "conj" } : { head: verb, deprel: "nsubj" };
}

/** A name joined over the head of the name right before its "and". */
function besideConjunct(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const conjunction = tokens[at - 1];
  const beside = tokens[at - 2];
  if (word.upos !== "PROPN" || conjunction?.upos !== "CCONJ" || beside?.upos !== "PROPN") return null;
  if (word.head >= at - 2 || beside.deprel === "conj" || tokens[at - 3]?.form !== ",") return null;
  const isSubject = beside.deprel.startsWith("nsubj") && beside.head > at;
  return isSubject ? { head: at - 2, deprel: "conj" } : null;
}

/** "Mali, Burkina Faso and Niger": the second word of a joined name hangs on its first, not on the name before. */
function laterName(tokens: readonly Token[], at: number): Mend | null {
  const { head, upos } = tokens[at] as Token;
  const before = tokens[at - 1];
  const joined = before?.deprel === "conj" && before.upos === "PROPN" && before.head === head;
  return joined && upos === "PROPN" && head < at - 1 ? { head: at - 1, deprel: "flat" } : null;
}

/** A name after "and" that hangs on the name before it by anything but `conj`. */
function hiddenConjunct(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (!NAMES.has(word.deprel) || word.head < 0 || word.head >= at) return null;
  const head = tokens[word.head] as Token;
  if (word.upos !== "PROPN" && word.upos !== "NOUN") return null;
  if (head.upos !== "PROPN" && head.upos !== "NOUN") return null;
  const between = tokens.slice(word.head + 1, at);
  const conjunction = between.findIndex(
    ({ upos, form, head: above }, offset) =>
      upos === "CCONJ" && form.toLowerCase() === "and" && isWithin(tokens, above, at, word.head + 1 + offset),
  );
  if (conjunction < 0) return null;
  const before = word.head + 1 + conjunction;
  if (tokens.slice(0, before).some(({ head: over, upos }) => over === at && upos === "ADP")) return null;
  const after = between.slice(conjunction + 1);
  return after.every(({ upos }) => ["PROPN", "ADJ", "NOUN", "DET", "PART"].includes(upos))
    ? { head: word.head, deprel: "conj" }
    : null;
}

/** Whether the conjunction's head is the word itself or stands between the conjunction and the word. */
function isWithin(tokens: readonly Token[], above: number, word: number, conjunction: number): boolean {
  return above === word || (above > conjunction && above < word && tokens[above] !== undefined);
}
