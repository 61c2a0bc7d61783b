import { isPastForm, lemmaByRule, type Token } from "../../language/index.ts";
import { HEADLINE_VERBS } from "./control.ts";

const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM"]);
const FINITE = new Set(["VBD", "VBP", "VBZ", "MD"]);
/** Relations that a verb never has where it is one: the parser took it for a part of a name or noun phrase. */
const MISTAKEN = new Set(["amod", "flat", "compound", "nmod", "appos", "root", "conj", "dep", "nmod:desc"]);

/**
 * Gives a sentence its verb back where the parser read it as one noun phrase: "Hezbollah shelled northern Israel",
 * "Ottawa froze the assets of two senators", headlines. Done only where no finite verb stands at the root.
 */
export function withVerb(tokens: readonly Token[]): readonly Token[] {
  const root = tokens.findIndex(({ head }) => head < 0);
  const top = tokens[root];
  if (top === undefined || tokens.length < 3) return tokens;
  if (isToldAfterInsertion(tokens, root)) return told(tokens, root);
  if (hasVerb(tokens, root)) return tokens;
  const verb = tokens.findIndex(
    (_, at) => mayBeVerb(tokens, at) || isDescribingAfterInsertion(tokens, at, root),
  );
  return verb < 1 ? tokens : rebuilt(tokens, verb);
}

/**
 * Gives a main verb without a subject the name before it that was taken for a part of its object, or for an adverb:
 * "Ethiopia withheld water from Egypt".
 */
export function withSubject(tokens: readonly Token[]): readonly Token[] {
  const verb = tokens.findIndex(({ head }) => head < 0);
  const main = tokens[verb];
  if (main?.upos !== "VERB" || !FINITE.has(main.xpos)) return tokens;
  if (tokens.some(({ head, deprel }) => head === verb && /^(?:nsubj|csubj|expl|aux:pass)/.test(deprel)))
    return tokens;
  const subject = tokens.findIndex(
    (token, at) =>
      at < verb &&
      token.upos === "PROPN" &&
      !hasCase(tokens, at) &&
      ((token.head > verb && !token.deprel.startsWith("obl")) ||
        (token.head === verb && token.deprel === "advmod")),
  );
  if (subject < 0) return tokens;
  return tokens.map((token, at) => (at === subject ? { ...token, head: verb, deprel: "nsubj" } : token));
}

function hasVerb(tokens: readonly Token[], root: number): boolean {
  const top = tokens[root] as Token;
  const carried = tokens.some(
    ({ head, deprel }) => head === root && (deprel === "cop" || deprel.startsWith("aux")),
  );
  if (carried) return true;
  return (
    (top.upos === "VERB" || top.upos === "AUX") &&
    (FINITE.has(top.xpos) || top.xpos === "VBN" || top.xpos === "VBG")
  );
}

/** A past or present form after a noun and before something that it could take. */
function mayBeVerb(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at] as Token;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before === undefined || after === undefined || !MISTAKEN.has(word.deprel)) return false;
  if (!NOMINAL.has(before.upos) || after.form === "," || after.upos === "VERB" || after.form === "by")
    return false;
  if (
    word.deprel === "root" &&
    HEADLINE_VERBS.has(word.form) &&
    before.upos === "PROPN" &&
    opensPhrase(after)
  )
    return true;
  if (word.upos === "VERB")
    return word.xpos === "VBD" || word.xpos === "VBZ" || (word.xpos === "VBN" && after.upos !== "ADP");
  return (
    (word.upos === "NOUN" || word.upos === "PROPN") && /^\p{Ll}/u.test(word.form) && isPastForm(word.form)
  );
}

/** "China, its biggest lender, called for talks." is told, in spite of the comma before the verb. */
function isDescribingAfterInsertion(tokens: readonly Token[], at: number, root: number): boolean {
  const { head, deprel } = tokens[at] as Token;
  const described = tokens[head];
  const ofRoot = head === root || (described?.head === root && described.deprel === "appos");
  return deprel === "acl" && ofRoot && NOMINAL.has((tokens[root] as Token).upos) && isPast(tokens, at, root);
}

/** The same where the verb was seen, and taken for a passive without its auxiliary. */
function isToldAfterInsertion(tokens: readonly Token[], root: number): boolean {
  const subject = tokens.findIndex(({ head, deprel }) => head === root && /^nsubj/.test(deprel));
  const carried = tokens.some(({ head, deprel }) => head === root && /^(?:aux|cop)/.test(deprel));
  return subject >= 0 && !carried && isPast(tokens, root, subject);
}

/** Whether a participle may be a past tense: it ends what was inserted after a noun, in a sentence with a full stop. */
function isPast(tokens: readonly Token[], at: number, noun: number): boolean {
  const { xpos, form } = tokens[at] as Token;
  if (xpos !== "VBN" || !isPastForm(form) || tokens[at - 1]?.form !== "," || tokens.at(-1)?.form !== ".")
    return false;
  const inserted = tokens.some(
    ({ head, deprel }, inside) => head === noun && deprel === "appos" && inside > noun && inside < at,
  );
  return inserted && tokens[at + 1]?.form !== "by";
}

function told(tokens: readonly Token[], verb: number): readonly Token[] {
  return tokens.map((token, at) =>
    at === verb
      ? { ...token, xpos: "VBD" }
      : token.head === verb && token.deprel === "nsubj:pass"
        ? { ...token, deprel: "nsubj" }
        : token,
  );
}

/** "Nepal imports almost all its fuel": no part of a noun phrase follows its noun like this. */
function opensPhrase({ upos, xpos }: Token): boolean {
  return upos === "DET" || xpos === "PRP$" || upos === "NUM" || upos === "ADV";
}

function rebuilt(tokens: readonly Token[], verb: number): readonly Token[] {
  const word = tokens[verb] as Token;
  const xpos = word.xpos === "VBZ" || HEADLINE_VERBS.has(word.form) ? "VBZ" : "VBD";
  const subject = topsOf(tokens, 0, verb).find((at) => NOMINAL.has((tokens[at] as Token).upos));
  if (subject === undefined) return tokens;
  let objects = 0;
  return tokens.map((token, at) => {
    if (at === verb)
      return { ...token, upos: "VERB", xpos, lemma: lemmaByRule(token.form, xpos), head: -1, deprel: "root" };
    const before = at < verb;
    const within = before ? token.head >= 0 && token.head < verb : token.head > verb;
    if (at === subject) return { ...token, head: verb, deprel: "nsubj" };
    if (within && token.head !== at) return token;
    if (token.upos === "PUNCT") return { ...token, head: verb, deprel: "punct" };
    if (before) return { ...token, ...besideSubject(tokens, at, subject) };
    if (!NOMINAL.has(token.upos))
      return { ...token, head: verb, deprel: token.head < 0 ? "xcomp" : token.deprel };
    if (hasCase(tokens, at)) return { ...token, head: verb, deprel: "obl" };
    objects += 1;
    return { ...token, head: verb, deprel: objects === 1 ? "obj" : "obl:unmarked" };
  });
}

/** What stands before the verb beside its subject: a complement, or the rest of a name ("Papua New Guinea"). */
function besideSubject(
  tokens: readonly Token[],
  at: number,
  subject: number,
): Pick<Token, "head" | "deprel"> {
  if (hasCase(tokens, at)) return { head: subject, deprel: "nmod" };
  for (let name = at - 1; name > subject && /^\p{Lu}/u.test((tokens[name] as Token).form); name--)
    if (hasCase(tokens, name)) return { head: name, deprel: "flat" };
  return { head: subject, deprel: "compound" };
}

/** Tokens of a range whose head lies outside it. */
function topsOf(tokens: readonly Token[], from: number, to: number): number[] {
  const tops: number[] = [];
  for (let at = from; at < to; at++) {
    const { head } = tokens[at] as Token;
    if (head < from || head >= to) tops.push(at);
  }
  return tops;
}

function hasCase(tokens: readonly Token[], at: number): boolean {
  return tokens.some(({ head, deprel }) => head === at && deprel === "case");
}
