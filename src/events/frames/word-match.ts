import { prepositionOf } from "../syntax/arguments.ts";
import { BEARERS, MEASURES } from "../syntax/control.ts";
import { thingMeant } from "../syntax/things-meant.ts";
import {
  childrenBy,
  conjuncts,
  isWord,
  oncePerToken,
  oncePerTree,
  relation,
  type Tree,
  token,
} from "../syntax/tree.ts";
import type { Pattern, Phrase, WordChoice } from "./pattern.ts";

/** The tokens that fit one of the head's phrases, or null. A verb's further words are particles; a noun's stand before it. */
export function headTokens(tree: Tree, head: number, { category, heads }: Pattern): number[] | null {
  for (const { words, main } of phrasesAt(tree, head, heads)) {
    if (words.length === 1) return [head];
    const others = words.filter((_, at) => at !== main);
    const found = others.map((word) =>
      category === "verb" ? particle(tree, head, word) : wordBefore(tree, head, word),
    );
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

const MONEY = ["money", "dollar", "million", "fund"];

/** The words that a token may be meant as: its lemma, what is written, and what that is the plural of ("troops", "supplies"). */
const wordsAt = oncePerToken((tree, at): readonly string[] => {
  const lemma = tree.lemmas[at] ?? "";
  const written = tree.forms[at] ?? "";
  const words = lemma === written ? [lemma] : [lemma, written];
  if (written.endsWith("s")) words.push(written.slice(0, -1));
  if (written.endsWith("ies")) words.push(`${written.slice(0, -3)}y`);
  return /^\p{Sc}/u.test(token(tree, at).form) ? [...words, ...MONEY] : words;
});

/** By lemma, as it is written, or as a plural that the lemma keeps; a currency's sign is money. */
export function sameWord(tree: Tree, at: number, word: string): boolean {
  return wordsAt(tree, at).includes(word);
}

/** Whether some of these words stand anywhere in a sentence. */
export function standsIn(tree: Tree, { byMain }: WordChoice): boolean {
  const words = wordsOf(tree);
  if (words.size < byMain.size) {
    for (const word of words) if (byMain.has(word)) return true;
  } else for (const word of byMain.keys()) if (words.has(word)) return true;
  return false;
}

/** Every word that a token of a sentence may be meant as. */
const wordsOf = oncePerTree(
  (tree): ReadonlySet<string> => new Set(tree.tokens.flatMap((_, at) => wordsAt(tree, at))),
);

/** The phrases of a choice whose main word stands at a token, in their order. */
export function phrasesAt(tree: Tree, at: number, { byMain }: WordChoice): readonly Phrase[] {
  let found: readonly Phrase[] | undefined;
  for (const word of wordsAt(tree, at)) {
    const more = byMain.get(word);
    if (more === undefined || more === found) continue;
    found = found === undefined ? more : [...new Set([...found, ...more])].sort((a, b) => a.rank - b.rank);
  }
  return found ?? NO_PHRASES;
}

const NO_PHRASES: readonly Phrase[] = [];

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

/** "all its fuel", "most aid": the word that says how much of it. */
function quantifying(tree: Tree, at: number): number[] {
  return childrenBy(tree, at, "det", "amod").filter((child) => isWord(tree, child, HOW_MUCH));
}

const HOW_MUCH = new Set(["all", "most", "half"]);

/** The tokens of the first candidate, or of one coordinated with it, that is one of these words; null if none is. */
export function withWords(tree: Tree, candidates: readonly number[], words: WordChoice): number[] | null {
  const heads = candidates.flatMap((candidate) => conjuncts(tree, candidate));
  const places = heads.flatMap((head) => {
    const counted = measured(tree, head);
    const named = [head, ...describing(tree, head), ...counted, ...quantifying(tree, head)];
    return [...named, ...[head, ...counted].flatMap((part) => thingMeant(tree, part) ?? [])];
  });
  for (const at of places) {
    for (const phrase of phrasesAt(tree, at, words)) {
      const found = phraseAt(tree, at, phrase);
      if (found !== null) return found;
    }
  }
  return null;
}

/** The tokens of a phrase whose main word stands here: its last word, or the one before "of" ("state of emergency"). */
function phraseAt(tree: Tree, at: number, { words, main }: Phrase): number[] | null {
  if (words.length === 1) return [at];
  const before = words.slice(0, main).map((word) => wordBefore(tree, at, word));
  const after = words.slice(main + 1).map((word, step) => wordAfter(tree, at + step, word));
  const others = [...before, ...after];
  return others.every((found) => found !== null) ? [...(others as number[]), at] : null;
}

function wordAfter(tree: Tree, from: number, word: string): number | null {
  for (let at = from + 1; at <= Math.min(tree.tokens.length - 1, from + 3); at++)
    if (sameWord(tree, at, word)) return at;
  return null;
}
