import { FIRST_WORD_ROW, hash, wordKey } from "../src/language/word-features.ts";
import type { Example } from "./treebank.ts";

const FEWEST = 3;

/** Words, tags and relations of the training part, numbered. */
export interface Vocabulary {
  /** Sorted hashes of the words seen at least three times. */
  readonly wordHashes: Uint32Array;
  readonly words: ReadonlyMap<number, number>;
  readonly counts: ReadonlyMap<number, number>;
  readonly tags: readonly string[];
  readonly labels: readonly string[];
}

export function vocabularyOf(examples: readonly Example[]): Vocabulary {
  const counts = new Map<number, number>();
  const tags = new Map<string, number>();
  const labels = new Map<string, number>();
  const add = <Key>(map: Map<Key, number>, key: Key): void => void map.set(key, (map.get(key) ?? 0) + 1);
  for (const { words } of examples) {
    for (const word of words) {
      add(counts, hash(wordKey(word.form)));
      add(tags, `${word.upos}|${word.xpos}`);
      add(labels, word.deprel);
    }
  }
  const wordHashes = Uint32Array.from(
    [...counts].filter(([, count]) => count >= FEWEST).map(([key]) => key),
  ).sort();
  const frequent = (map: Map<string, number>): string[] =>
    [...map].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key]) => key);
  return {
    wordHashes,
    words: new Map(Array.from(wordHashes, (key, at) => [key, at + FIRST_WORD_ROW])),
    counts,
    tags: frequent(tags),
    labels: frequent(labels),
  };
}
