import type { Sentence } from "../language/index.ts";
import type { ActorMention } from "./mention.ts";
import { childrenOf, relationOf } from "./syntax.ts";

/**
 * The nouns by which a sentence calls someone it names, as lemmas: titles ("mayor" in "Mayor Jane Doe"), appositions
 * ("Jane Doe, the mayor"), predicates ("Jane Doe is the mayor"), the noun right before ("team Example").
 */
export function nounsFor({ start, end, token, kind }: ActorMention, sentence: Sentence): string[] {
  if (kind === "demonym" || kind === "place") return [];
  const own = sentence.tokens.filter(
    (word) =>
      word.start >= start &&
      word.end <= end &&
      ((word.upos === "NOUN" && word.deprel !== "compound") || TITLE.test(word.form)),
  );
  const before = sentence.tokens.findLast((word) => word.end < start);
  const isRightBefore = kind === "name" && before?.upos === "NOUN" && before.end === start - 1;
  const beside = [...apposed(sentence, token), ...predicatesOf(sentence, token)].map(
    (at) => sentence.tokens[at],
  );
  if (isRightBefore) beside.push(before);
  return [...own, ...beside].flatMap((word) => (word === undefined ? [] : [word.lemma.toLowerCase()]));
}

/** Titles that the tagger takes for a part of the name. */
const TITLE =
  /^(President|Minister|Chancellor|Senator|Governor|Mayor|General|Colonel|Admiral|Ambassador|Secretary|Professor|Judge|King|Queen|Prince|Princess|Premier|Speaker|Chairman|Commander|Foundation|University|Party|Movement|Church|Institute|Museum|Council|Committee|Commission|Company|Bank|Court|Agency|Association|Society|Club|School|Hospital|Front|Coalition|Gallery|Magazine)$/;

/** Nouns in apposition to a name, before or after it. */
export function apposed(sentence: Sentence, name: number): number[] {
  const token = sentence.tokens[name];
  if (token === undefined) return [];
  const isNoun = (at: number): boolean => sentence.tokens[at]?.upos === "NOUN";
  const after = childrenOf(sentence, name).filter((at) => relationOf(sentence, at) === "appos" && isNoun(at));
  const before = relationOf(sentence, name) === "appos" && isNoun(token.head) ? [token.head] : [];
  return [...after, ...before];
}

/** What a name is said to be: "mayor" in "Jane Doe is the mayor". */
function predicatesOf(sentence: Sentence, name: number): number[] {
  const token = sentence.tokens[name];
  const isSaid =
    token?.deprel === "nsubj" &&
    sentence.tokens[token.head]?.upos === "NOUN" &&
    childrenOf(sentence, token.head).some((at) => relationOf(sentence, at) === "cop");
  return isSaid ? [token.head] : [];
}
