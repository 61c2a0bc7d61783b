import { softmax } from "./activation.ts";
import { type Batch, layOut, rowOf } from "./batch.ts";
import { lemmaByRule } from "./lemmas.ts";
import type { Model } from "./model-file.ts";
import { featuresOf } from "./morphology.ts";
import { type Activations, runNetwork } from "./network.ts";
import { splitSentences } from "./sentences.ts";
import { type Span, tokenize } from "./tokenizer.ts";
import type { Sentence, Token, Upos } from "./tree.ts";
import { decodeTree } from "./tree-decoding.ts";
import { hash, PART_NAMES, partRows, ROOT_ROW, UNKNOWN_ROW, wordKey } from "./word-features.ts";

/** Longer sentences are parsed in windows, so that time stays linear in the length of the text. */
const WINDOW = 160;
/** Words that go through the network together. */
const WORDS_A_BATCH = 2000;
const EACH = 1 + PART_NAMES.length;

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
  const rows = new Int32Array(batch.total * EACH);
  batch.order.forEach((sentence, rank) => {
    rows.fill(-1, rowOf(batch, rank, 0) * EACH, (rowOf(batch, rank, 0) + 1) * EACH);
    rows[rowOf(batch, rank, 0) * EACH] = ROOT_ROW;
    (sentences[sentence] ?? []).forEach(({ start, end }, at) => {
      const form = text.slice(start, end);
      const to = rowOf(batch, rank, at + 1) * EACH;
      rows[to] = model.words.get(hash(wordKey(form))) ?? UNKNOWN_ROW;
      rows.set(partRows(form), to + 1);
    });
  });
  const run = runNetwork(model.network, batch, rows);
  const trees: Token[][] = new Array(sentences.length);
  batch.order.forEach((sentence, rank) => {
    trees[sentence] = readTree(text, sentences[sentence] ?? [], batch, rank, run, model);
  });
  arena.reset(mark);
  return trees;
}

function readTree(
  text: string,
  words: readonly Span[],
  batch: Batch,
  rank: number,
  run: Activations,
  model: Model,
): Token[] {
  const n = words.length;
  const { tags, labels } = model.description;
  const probabilities = headProbabilities(batch, rank, n, run);
  const logs = probabilities.map((value) => Math.max(-40, Math.log(value + 1e-18)));
  const heads = decodeTree(logs, n);
  const tagScores = run.tags.block.floats();
  const labelled = labelScores(batch, rank, heads, n, run, model);
  return words.map(({ start, end }, at) => {
    const row = rowOf(batch, rank, at + 1) * run.tags.columns;
    softmax(tagScores, row, tags.length);
    const tag = highest(tagScores, row, tags.length);
    const [upos = "X", xpos = "FW"] = (tags[tag] ?? "").split("|");
    const head = heads[at + 1] as number;
    const form = text.slice(start, end);
    return {
      form,
      start,
      end,
      lemma: lemmaOf(form, xpos, model),
      upos: upos as Upos,
      xpos,
      feats: featuresOf(xpos),
      head: head - 1,
      deprel: head === 0 ? "root" : (labels[labelled[at] as number] ?? "dep"),
      tagProbability: tagScores[row + tag] as number,
      headProbability: probabilities[(at + 1) * (n + 1) + head] as number,
    };
  });
}

/** For each word, how likely each other word (or the root) is its head. */
function headProbabilities(batch: Batch, rank: number, n: number, run: Activations): Float32Array {
  const width = run.head.columns;
  const biaffine = run.biaffine.block.floats();
  const head = run.head.block.floats();
  const scores = new Float32Array((n + 1) * (n + 1));
  const candidates = Float32Array.from(
    { length: (n + 1) * width },
    (_, at) => head[rowOf(batch, rank, Math.floor(at / width)) * width + (at % width)] as number,
  );
  for (let dependent = 1; dependent <= n; dependent++) {
    const from = rowOf(batch, rank, dependent) * width;
    const line = dependent * (n + 1);
    for (let candidate = 0; candidate <= n; candidate++) {
      let score = 0;
      const to = candidate * width;
      for (let at = 0; at < width; at++)
        score += (biaffine[from + at] as number) * (candidates[to + at] as number);
      scores[line + candidate] = candidate === dependent ? -1e4 : score;
    }
    softmax(scores, line, n + 1);
  }
  return scores;
}

/** The best relation of each word to its head; only the root's word is `root`. */
function labelScores(
  batch: Batch,
  rank: number,
  heads: Int32Array,
  n: number,
  run: Activations,
  model: Model,
): Int32Array {
  const { weights } = model.network;
  const width = weights.sizes.label;
  const { columns } = weights.find("label.weight");
  const ofDependent = run.labelDependent.block.floats();
  const ofHead = run.labelHead.block.floats();
  const { labels } = model.description;
  const root = labels.indexOf("root");
  const weight = weights.floats("label.weight");
  const bias = weights.floats("label.bias");
  const best = new Int32Array(n);
  const scores = new Float32Array(columns);
  for (let word = 1; word <= n; word++) {
    const from = rowOf(batch, rank, word) * width;
    const to = rowOf(batch, rank, heads[word] as number) * width;
    scores.set(bias);
    for (let unit = 0; unit < width; unit++) {
      const value = (ofDependent[from + unit] as number) + (ofHead[to + unit] as number);
      if (value <= 0) continue;
      for (let label = 0; label < columns; label++)
        scores[label] = (scores[label] as number) + value * (weight[unit * columns + label] as number);
    }
    if (root >= 0) scores[root] = Number.NEGATIVE_INFINITY;
    best[word - 1] = highest(scores, 0, labels.length);
  }
  return best;
}

function highest(scores: Float32Array, start: number, length: number): number {
  let best = 0;
  for (let at = 1; at < length; at++)
    if ((scores[start + at] as number) > (scores[start + best] as number)) best = at;
  return best;
}

function lemmaOf(form: string, xpos: string, model: Model): string {
  const lower = form.toLowerCase().replaceAll("’", "'");
  const known = model.lemmas.get(`${lower}|${xpos}`);
  if (known !== undefined) return known;
  if (xpos === "NNP" || xpos === "NNPS") return form;
  return lemmaByRule(lower, xpos);
}
