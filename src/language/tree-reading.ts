import { exp, softmax } from "./activation.ts";
import { type Batch, rowOf } from "./batch.ts";
import { lemmaOf } from "./lemmas.ts";
import { type Matrix, packTransposed, padded, takeMatrix, takeUnsetMatrix } from "./matrix.ts";
import type { Model } from "./model-file.ts";
import { featuresOf, withTreeFeatures } from "./morphology.ts";
import type { Activations, Network } from "./network.ts";
import type { Span } from "./tokenizer.ts";
import type { Token, Upos } from "./tree.ts";
import { decodeTree } from "./tree-decoding.ts";

/** In a sentence that writes names with capitals, a word of four small letters or more (not "de", "bin") is a name only when so likely. */
const SURE_OF_SMALL_NAME = 0.9;
/** Heads that are less likely than this, as logarithms, are all alike to the decoder. */
const LEAST = -40;

/** Tags and trees of a batch of sentences from what the network says of them, in the order of `sentences`. */
export function readTrees(
  text: string,
  sentences: readonly (readonly Span[])[],
  batch: Batch,
  run: Activations,
  { network, description, lemmas, features }: Model,
): Token[][] {
  const { tags, labels } = description;
  const headOf = new Int32Array(batch.total).fill(-1);
  const headProbability = new Float32Array(batch.total);
  batch.order.forEach((sentence, rank) => {
    readHeads(network, batch, rank, sentences[sentence]?.length ?? 0, run, headOf, headProbability);
  });
  const relations = readLabels(network, batch, run, headOf, labels);
  const scores = run.tags.block.floats();
  const isName = tags.map((name) => name.startsWith("PROPN|"));
  const trees: Token[][] = new Array(sentences.length);
  batch.order.forEach((sentence, rank) => {
    const words = sentences[sentence] ?? [];
    const cased = words.some(({ start }, at) => at > 0 && /\p{Lu}/u.test(text[start] ?? ""));
    const tokens = words.map(({ start, end }, at): Token => {
      const row = rowOf(batch, rank, at + 1);
      const from = row * run.tags.columns;
      softmax(scores, from, tags.length);
      let tag = highest(scores, from, tags.length);
      if (cased && isName[tag] && (scores[from + tag] as number) < SURE_OF_SMALL_NAME) {
        if (/^\p{Ll}{4,}$/u.test(text.slice(start, end))) tag = highest(scores, from, tags.length, isName);
      }
      const name = tags[tag] ?? "X|FW";
      const [upos = "X", xpos = "FW"] = name.split("|");
      const form = text.slice(start, end);
      const head = headOf[row] as number;
      return {
        form,
        start,
        end,
        lemma: lemmaOf(form, xpos, lemmas),
        upos: upos as Upos,
        xpos,
        feats: featuresOf(form, name, features),
        head: head - 1,
        deprel: head === 0 ? "root" : (labels[relations[row] as number] ?? "dep"),
        tagProbability: scores[from + tag] as number,
        headProbability: headProbability[row] as number,
      };
    });
    trees[sentence] = withTreeFeatures(tokens);
  });
  return trees;
}

/** Scores every word as the head of every other, and writes the heads of the best tree and how likely each is. */
function readHeads(
  { arena, matrices }: Network,
  batch: Batch,
  rank: number,
  n: number,
  run: Activations,
  headOf: Int32Array,
  headProbability: Float32Array,
): void {
  const mark = arena.mark();
  const width = run.head.columns;
  const columns = padded(n + 1);
  const dependents = takeUnsetMatrix(arena, n, width);
  const heads = takeMatrix(arena, columns, width);
  const packed = arena.takeUnset(columns * width);
  const result = takeMatrix(arena, n, columns);
  gather(run.biaffine, batch, rank, 1, n, dependents);
  gather(run.head, batch, rank, 0, n, heads);
  packTransposed(heads.block.floats(), width, width, columns, packed.floats());
  matrices.multiply(dependents.block.at, width, packed.at, result.block.at, columns, n, columns, width);
  const scores = result.block.floats();
  const logs = new Float32Array((n + 1) * (n + 1));
  for (let word = 1; word <= n; word++) {
    const from = (word - 1) * columns;
    scores[from + word] = Number.NEGATIVE_INFINITY;
    logProbabilities(scores, from, logs, word * (n + 1), n + 1);
  }
  const best = decodeTree(logs, n);
  for (let word = 1; word <= n; word++) {
    const row = rowOf(batch, rank, word);
    headOf[row] = best[word] as number;
    headProbability[row] = exp(logs[word * (n + 1) + (best[word] as number)] as number);
  }
  arena.reset(mark);
}

/** Copies the rows of a sentence's words, from `first` to `last`, to the first rows of a matrix. */
function gather(from: Matrix, batch: Batch, rank: number, first: number, last: number, to: Matrix): void {
  const source = from.block.floats();
  const target = to.block.floats();
  for (let word = first; word <= last; word++) {
    const row = rowOf(batch, rank, word) * from.columns;
    target.set(source.subarray(row, row + from.columns), (word - first) * from.columns);
  }
}

function logProbabilities(
  scores: Float32Array,
  from: number,
  logs: Float32Array,
  to: number,
  length: number,
): void {
  let largest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < length; at++) largest = Math.max(largest, scores[from + at] as number);
  let sum = 0;
  for (let at = 0; at < length; at++) sum += exp((scores[from + at] as number) - largest);
  const whole = largest + Math.log(sum);
  for (let at = 0; at < length; at++) logs[to + at] = Math.max(LEAST, (scores[from + at] as number) - whole);
}

/** The best relation of each word to its head; only the root's word is `root`. */
function readLabels(
  network: Network,
  batch: Batch,
  run: Activations,
  headOf: Int32Array,
  labels: readonly string[],
): Int32Array {
  const width = run.labelHead.columns;
  const { at, columns } = network.weight("label.weight");
  const hidden = takeMatrix(network.arena, batch.total, width);
  const scores = takeUnsetMatrix(network.arena, batch.total, columns);
  const inside = hidden.block.floats();
  const ofDependent = run.labelDependent.block.floats();
  const ofHead = run.labelHead.block.floats();
  batch.order.forEach((_, rank) => {
    for (let word = 1; word < (batch.lengths[rank] as number); word++) {
      const row = rowOf(batch, rank, word) * width;
      const head = rowOf(batch, rank, headOf[row / width] as number) * width;
      for (let unit = 0; unit < width; unit++)
        inside[row + unit] = Math.max(
          0,
          (ofDependent[row + unit] as number) + (ofHead[head + unit] as number),
        );
    }
  });
  const bias = network.bias("label.bias");
  const out = scores.block.floats();
  for (let row = 0; row < batch.total; row++) out.set(bias, row * columns);
  network.matrices.multiply(
    hidden.block.at,
    width,
    at,
    scores.block.at,
    columns,
    batch.total,
    columns,
    width,
  );
  const root = labels.indexOf("root");
  return Int32Array.from({ length: batch.total }, (_, row) => {
    if (root >= 0) out[row * columns + root] = Number.NEGATIVE_INFINITY;
    return highest(out, row * columns, labels.length);
  });
}

function highest(
  scores: Float32Array,
  start: number,
  length: number,
  without: readonly boolean[] = [],
): number {
  let best = without.indexOf(false) + (without.length === 0 ? 1 : 0);
  for (let at = best + 1; at < length; at++) {
    if (without[at] === true) continue;
    if ((scores[start + at] as number) > (scores[start + best] as number)) best = at;
  }
  return best;
}
