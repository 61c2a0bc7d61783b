import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { splitSentences } from "../src/language/sentences.ts";
import { tokenize } from "../src/language/tokenizer.ts";
import type { Example } from "./treebank.ts";

/** Sentences shorter than this, in letters, may occur anywhere ("Thank you.") and betray no document. */
const TELLING_LENGTH = 40;

/** The raw news beside the treebanks' folder, or null where there is none. */
export function corpusFile(treebanks: string): string | null {
  const file = join(treebanks, "../../corpus/news-throughput.jsonl.gz");
  return existsSync(file) ? file : null;
}

/** A document of the raw news. */
export interface RawText {
  readonly text: string;
  readonly outlet: string;
}

/**
 * The raw news, one document at a time. Documents that hold a sentence of an evaluation set are left out,
 * so that nothing the model is measured on has been seen in any form.
 */
export async function* rawTexts(file: string, measuredOn: readonly Example[]): AsyncGenerator<RawText> {
  const known = new Set(
    measuredOn.map(({ words }) => letters(words.map(({ form }) => form).join(""))).filter(isTelling),
  );
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  for await (const line of lines) {
    const document = JSON.parse(line) as RawText;
    const { text } = document;
    if (!splitSentences(text).some(({ start, end }) => known.has(letters(text.slice(start, end)))))
      yield document;
  }
}

/** The sentences of a text as words. */
export function wordsIn(text: string): string[][] {
  return splitSentences(text).map(({ start, end }) =>
    tokenize(text, start, end).map((word) => text.slice(word.start, word.end)),
  );
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function isTelling(text: string): boolean {
  return text.length >= TELLING_LENGTH;
}
