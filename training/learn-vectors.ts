import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { wordKey } from "../src/language/word-features.ts";
import { rawTexts, wordsIn } from "./raw-text.ts";
import type { Treebanks } from "./treebank.ts";
import { type WordVectors, wordVectors } from "./word-vectors.ts";

const MOST_WORDS = 20000;
export const VECTOR_WIDTH = 64;

/** Word vectors from the raw news and the training sentences; kept in a file, from which they are read the next time. */
export async function learnVectors(
  corpus: string,
  { train, ewtDev, gumDev, news }: Treebanks,
  kept: string,
  say: (line: string) => void,
): Promise<WordVectors> {
  if (existsSync(kept)) return readVectors(kept);
  say("Reading the raw news …");
  const sentences = train.map(({ words }) => words.map(({ form }) => wordKey(form)));
  for await (const { text } of rawTexts(corpus, [...ewtDev, ...gumDev, ...news])) {
    for (const words of wordsIn(text)) sentences.push(words.map(wordKey));
  }
  say(`Learning word vectors from ${sentences.length} sentences …`);
  const vectors = wordVectors(sentences, { most: MOST_WORDS, width: VECTOR_WIDTH, seed: 1 });
  mkdirSync(dirname(kept), { recursive: true });
  const rows = Buffer.from(vectors.rows.buffer).toString("base64");
  writeFileSync(kept, JSON.stringify({ words: vectors.words, width: vectors.width, rows }));
  return vectors;
}

function readVectors(file: string): WordVectors {
  const { words, width, rows } = JSON.parse(readFileSync(file, "utf8")) as {
    words: string[];
    width: number;
    rows: string;
  };
  return { words, width, rows: new Float32Array(Uint8Array.from(Buffer.from(rows, "base64")).buffer) };
}
