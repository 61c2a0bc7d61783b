import { seeded } from "../src/vocabulary/random.ts";
import { rawTexts, wordsIn } from "./raw-text.ts";
import { shuffle } from "./shuffle.ts";
import type { Treebanks } from "./treebank.ts";

/** Shorter ones teach little, and longer ones are seldom one sentence. */
const SHORTEST = 5;
const LONGEST = 50;

/**
 * Sentences of the raw news as words, for teachers to parse: `count` of them, taken from each outlet in turn, so that
 * no outlet's manner drowns the others'. The same seed gives the same sentences.
 */
export async function silverSentences(
  corpus: string,
  { ewtDev, gumDev, news }: Treebanks,
  count: number,
  seed: number,
): Promise<string[][]> {
  const outlets = new Map<string, Map<string, string[]>>();
  for await (const { text, outlet } of rawTexts(corpus, [...ewtDev, ...gumDev, ...news])) {
    const sentences = outlets.get(outlet) ?? new Map<string, string[]>();
    outlets.set(outlet, sentences);
    for (const words of wordsIn(text)) {
      if (words.length >= SHORTEST && words.length <= LONGEST) sentences.set(words.join(" "), words);
    }
  }
  const random = seeded(seed);
  const queues = [...outlets.values()].map((sentences) => shuffle([...sentences.values()], random));
  const taken: string[][] = [];
  while (taken.length < count && queues.some(({ length }) => length > 0)) {
    for (const queue of queues) {
      const next = queue.pop();
      if (next !== undefined && taken.length < count) taken.push(next);
    }
  }
  return taken;
}
