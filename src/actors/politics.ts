import type { Sentence } from "../language/index.ts";
import { hash } from "../language/word-features.ts";
import type { ActorMention } from "./mention.ts";
import { contentWords, politicsFeatures } from "./politics-features.ts";
import type { ActorTables } from "./tables.ts";

/** Below these log odds a sentence is taken to speak of something else. A state left out is an event lost. */
export const APOLITICAL_BELOW = -0.5;
/** Above these log odds it speaks of politics, whatever words of sports and culture it has: "will not let their athletes in". */
export const POLITICAL_ABOVE = 1;

/** Log odds that a sentence speaks of politics, where a state named in it is one. A logistic regression. */
export function politicsOdds(
  sentence: Sentence,
  mentions: readonly ActorMention[],
  tables: ActorTables,
): number {
  const { intercept, unknownWord, features, words } = tables.politics;
  let odds = intercept;
  const content = contentWords(sentence, mentions, tables);
  for (const [name, value] of politicsFeatures(sentence, mentions, content, tables))
    odds += value * (features.get(hash(name)) ?? 0);
  const { keys, spread } = content;
  for (const key of keys) odds += (words.get(key) ?? unknownWord) / spread;
  return odds;
}
