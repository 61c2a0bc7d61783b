import type { Sentence } from "../language/index.ts";
import { childrenOf, prepositionOf } from "./syntax.ts";

/** The end of what an office is of or for: "Asia" in "Minister for Central Asia"; the token after the noun alone where nothing follows. */
export function endOfOffice(noun: number, sentence: Sentence): number {
  const of = childrenOf(sentence, noun).find(
    (child) =>
      child > noun &&
      child - noun <= 4 &&
      /^(of|for)$/.test(prepositionOf(sentence, child)) &&
      /^\p{Lu}/u.test(sentence.tokens[child]?.form ?? ""),
  );
  return (of ?? noun) + 1;
}
