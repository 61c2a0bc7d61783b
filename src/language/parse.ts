import { type Batch, layOut, rowOf } from "./batch.ts";
import { addForms, ROOT } from "./form-cache.ts";
import type { Model } from "./model-file.ts";
import { type Forms, runNetwork } from "./network.ts";
import { splitSentences } from "./sentences.ts";
import { type Span, tokenize } from "./tokenizer.ts";
import type { Sentence, Token } from "./tree.ts";
import { readTrees } from "./tree-reading.ts";
import { ROOT_ROWS, rowsOfWord } from "./word-features.ts";

/** Longer sentences are parsed in windows, so that time stays linear in the length of the text. */
const WINDOW = 160;
/** Words that go through the network together. */
const WORDS_A_BATCH = 2000;

/**
 * Sentences, tokens, tags, lemmas and dependency trees of an English text. Offsets are UTF-16 indices into `text`.
 * Any string is accepted; a text without a word gives no sentences. The same text gives the same trees everywhere.
 *
 * @example
 * const [sentence] = parse("Xi met Putin.", loadModel());
 * sentence.tokens[1].lemma; // "meet"
 */
export function parse(text: string, model: Model): Sentence[] {
  const sentences = splitSentences(text)
    .map(({ start, end }) => tokenize(text, start, end))
    .filter((words) => words.length > 0);
  return parseWords(text, sentences, model);
}

/** Parses sentences whose words are given, as ranges of `text`. */
export function parseWords(text: string, sentences: readonly (readonly Span[])[], model: Model): Sentence[] {
  const windows = sentences.flatMap((words, sentence) =>
    windowsOf(words).map((part) => ({ sentence, words: part })),
  );
  const parsed: Token[][][] = sentences.map(() => []);
  let from = 0;
  while (from < windows.length) {
    let to = from;
    for (let words = 0; to < windows.length && (words === 0 || words < WORDS_A_BATCH); to++)
      words += windows[to]?.words.length ?? 0;
    const batch = windows.slice(from, to);
    const trees = parseBatch(
      text,
      batch.map(({ words }) => words),
      model,
    );
    batch.forEach(({ sentence }, at) => void parsed[sentence]?.push(trees[at] ?? []));
    from = to;
  }
  return parsed.map((parts) => {
    const tokens = joined(parts);
    return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, tokens };
  });
}

/** Cuts an overlong sentence, after a punctuation mark where there is one. */
function windowsOf(words: readonly Span[]): (readonly Span[])[] {
  const windows: (readonly Span[])[] = [];
  for (let from = 0; from < words.length; ) {
    let to = Math.min(words.length, from + WINDOW);
    if (to < words.length) {
      for (let at = to; at > from + WINDOW / 2; at--) {
        const word = words[at - 1];
        if (word !== undefined && word.end - word.start === 1 && word.punctuation) {
          to = at;
          break;
        }
      }
    }
    windows.push(words.slice(from, to));
    from = to;
  }
  return windows;
}

/** One tree from the windows of a sentence: later roots hang on the first as parataxis. */
function joined(parts: readonly Token[][]): readonly Token[] {
  const [first = [], ...rest] = parts;
  if (rest.length === 0) return first;
  const root = first.findIndex(({ head }) => head < 0);
  const tokens = [...first];
  for (const part of rest) {
    const shift = tokens.length;
    for (const token of part)
      tokens.push(
        token.head < 0
          ? { ...token, head: root, deprel: "parataxis" }
          : { ...token, head: token.head + shift },
      );
  }
  return tokens;
}

function parseBatch(text: string, sentences: readonly (readonly Span[])[], model: Model): Token[][] {
  const { arena } = model.network;
  const mark = arena.mark();
  const batch = layOut(sentences.map((words) => words.length + 1));
  const run = runNetwork(model.network, batch, formsOf(text, sentences, batch, model));
  const trees = readTrees(text, sentences, batch, run, model);
  arena.reset(mark);
  return trees;
}

/** The forms of a batch, by their rows in the cache. */
function formsOf(
  text: string,
  sentences: readonly (readonly Span[])[],
  batch: Batch,
  { tables, network: { forms: cache } }: Model,
): Forms {
  const forms = sentences.map((words) => words.map(({ start, end }) => text.slice(start, end)));
  const fresh = addForms(cache, forms.flat());
  const at = new Int32Array(batch.total).fill(cache.rows.get(ROOT) ?? 0);
  batch.order.forEach((sentence, rank) => {
    (forms[sentence] ?? []).forEach((form, word) => {
      at[rowOf(batch, rank, word + 1)] = cache.rows.get(form) ?? 0;
    });
  });
  return {
    fresh: Int32Array.from(fresh.flatMap((form) => (form === ROOT ? ROOT_ROWS : rowsOfWord(form, tables)))),
    at,
  };
}
