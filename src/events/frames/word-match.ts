import { prepositionOf } from "../syntax/arguments.ts";
import { BEARERS, MEASURES } from "../syntax/control.ts";
import { childrenBy, conjuncts, isWord, relation, type Tree, token } from "../syntax/tree.ts";
import type { Pattern, WordChoice } from "./pattern.ts";

/** The tokens that fit one of the head's phrases, or null. A verb's further words are particles; a noun's stand before it. */
export function headTokens(tree: Tree, head: number, pattern: Pattern): number[] | null {
  const verb = pattern.category === "verb";
  for (const words of pattern.heads.phrases) {
    const main = verb ? words[0] : words.at(-1);
    if (main === undefined || !sameWord(tree, head, main)) continue;
    const others = verb ? words.slice(1) : words.slice(0, -1);
    const found = others.map((word) => (verb ? particle(tree, head, word) : wordBefore(tree, head, word)));
    if (found.every((at) => at !== null)) return [head, ...(found as number[])];
  }
  return null;
}

/** "gave up" is not "gave": a particle that the pattern does not name speaks against it. */
export function leavesParticle(
  tree: Tree,
  head: number,
  { category }: Pattern,
  headWords: readonly number[],
): boolean {
  return (
    category === "verb" &&
    childrenBy(tree, head, "compound:prt").some((particle) => !headWords.includes(particle))
  );
}

const MONEY = new Set(["money", "dollar", "million", "fund"]);

/** By lemma, as it is written, or as a plural that the lemma keeps ("troops", "supplies"); a currency's sign is money. */
export function sameWord(tree: Tree, at: number, word: string): boolean {
  if (MONEY.has(word) && /^\p{Sc}/u.test(token(tree, at).form)) return true;
  const written = tree.forms[at];
  return (
    tree.lemmas[at] === word ||
    written === word ||
    (written?.endsWith("s") === true &&
      (written === `${word}s` || (word.endsWith("y") && written === `${word.slice(0, -1)}ies`)))
  );
}

/** Prepositions that, behind an object, are none of the verb's: "took part in Crimea" is not "took in". */
const PLACING = new Set(["in", "on", "for", "with", "at", "to"]);

function hasObjectBefore(tree: Tree, verb: number, at: number): boolean {
  return childrenBy(tree, verb, "obj").some((object) => object > verb && object < at);
}

export function particle(tree: Tree, verb: number, word: string): number | null {
  for (let at = verb + 1; at < Math.min(tree.tokens.length, verb + 12); at++) {
    if (!sameWord(tree, at, word)) continue;
    const { head } = token(tree, at);
    const role = relation(tree, at);
    const direct =
      head === verb && ["compound", "advmod", "case", "mark", "obl", "xcomp", "obj", "det"].includes(role);
    const ofComplement =
      head >= 0 &&
      token(tree, head).head === verb &&
      ["case", "mark", "advmod"].includes(role) &&
      !(PLACING.has(word) && hasObjectBefore(tree, verb, at));
    if (direct || ofComplement || at === verb + 1) return at;
  }
  return (
    childrenBy(tree, verb, "advmod").find((at) => at < verb && verb - at <= 3 && sameWord(tree, at, word)) ??
    null
  );
}

function wordBefore(tree: Tree, noun: number, word: string): number | null {
  for (let at = noun - 1; at >= Math.max(0, noun - 5); at--) {
    if (sameWord(tree, at, word) && (token(tree, at).head === noun || noun - at <= 2)) return at;
  }
  return null;
}

/** The noun that says what another is: "the exercise Zapad", "curfew hours", "aid deliveries". */
function describing(tree: Tree, at: number): number[] {
  if (isWord(tree, at, BEARERS)) return childrenBy(tree, at, "compound");
  if (token(tree, at).upos !== "PROPN") return [];
  return childrenBy(tree, at, "compound", "nmod", "appos").filter(
    (child) => child < at && token(tree, child).upos === "NOUN" && prepositionOf(tree, child) === "",
  );
}

/** What a measure or a number is of: the drills in "ten days of drills", the hostages in "three of the hostages". */
function measured(tree: Tree, at: number): number[] {
  if (!isWord(tree, at, MEASURES) && !["NUM", "DET", "PRON"].includes(token(tree, at).upos)) return [];
  return childrenBy(tree, at, "nmod").filter((child) => prepositionOf(tree, child) === "of");
}

/** The tokens of the first candidate, or of one coordinated with it, that is one of these words; null if none is. */
export function withWords(tree: Tree, candidates: readonly number[], words: WordChoice): number[] | null {
  const heads = candidates.flatMap((candidate) => conjuncts(tree, candidate));
  for (const at of heads.flatMap((head) => [head, ...describing(tree, head), ...measured(tree, head)])) {
    for (const phrase of words.phrases) {
      const found = phraseAt(tree, at, phrase);
      if (found !== null) return found;
    }
  }
  return null;
}

/** The tokens of a phrase headed here; its head is its last word, or the one before "of" ("state of emergency"). */
function phraseAt(tree: Tree, at: number, phrase: readonly string[]): number[] | null {
  const of = phrase.indexOf("of");
  const main = of > 0 ? of - 1 : phrase.length - 1;
  if (!sameWord(tree, at, phrase[main] ?? "")) return null;
  const before = phrase.slice(0, main).map((word) => wordBefore(tree, at, word));
  const after = phrase.slice(main + 1).map((word, step) => wordAfter(tree, at + step, word));
  const others = [...before, ...after];
  return others.every((found) => found !== null) ? [...(others as number[]), at] : null;
}

function wordAfter(tree: Tree, from: number, word: string): number | null {
  for (let at = from + 1; at <= Math.min(tree.tokens.length - 1, from + 3); at++)
    if (sameWord(tree, at, word)) return at;
  return null;
}
