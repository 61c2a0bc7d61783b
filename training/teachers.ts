import { softmax } from "../src/language/activation.ts";
import { createArena } from "../src/language/arena.ts";
import { layOut, rowOf } from "../src/language/batch.ts";
import { createMatrices } from "../src/language/matrix.ts";
import type { TrainedModel } from "../src/language/model-file.ts";
import { takeWeights } from "../src/language/parameters.ts";
import { decodeTree } from "../src/language/tree-decoding.ts";
import { FIRST_WORD_ROW, rowsOfWord, type WordTables } from "../src/language/word-features.ts";
import { batchRows } from "./batch-rows.ts";
import { createNetwork, runNetwork } from "./network.ts";
import { likely, type Target } from "./target.ts";

/** What one model says of a sentence: probabilities of tags (words × tags) and heads (words × words + 1). */
interface Reading {
  readonly tags: Float32Array;
  readonly heads: Float32Array;
  /** Probabilities of labels (words × labels) where each word has the head given. */
  readonly labels: (tree: Int32Array) => Float32Array;
}

/** Reads sentences, given as words; several at once is quicker. */
type Teacher = (sentences: readonly (readonly string[])[]) => Reading[];

/**
 * Several models as one: the mean of what they say of each sentence. Where a tree is given, labels are those of its arcs,
 * else of the best tree of the mean. Distilling a network from it: Kuncoro et al. 2016.
 */
export function createTeachers(
  models: readonly TrainedModel[],
): (sentences: readonly (readonly string[])[], trees: readonly (Int32Array | null)[]) => Target[] {
  const teachers = models.map(createTeacher);
  const [sizes] = models.map(({ description }) => description.sizes);
  if (sizes === undefined) throw new RangeError("There is no model to learn from.");
  return (sentences, trees) => {
    const all = teachers.map((teacher) => teacher(sentences));
    return sentences.map((words, at) => {
      const readings = all.map((ofOne) => ofOne[at] as Reading);
      const heads = mean(readings.map((reading) => reading.heads));
      const tree = trees[at] ?? bestTree(heads, words.length);
      return {
        tags: likely(mean(readings.map((reading) => reading.tags)), sizes.tags),
        heads: likely(heads, words.length + 1),
        tree,
        labels: likely(mean(readings.map(({ labels }) => labels(tree))), sizes.labels),
      };
    });
  };
}

function mean(rows: readonly Float32Array[]): Float32Array {
  const sums = new Float32Array(rows[0]?.length ?? 0);
  for (const row of rows)
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) + (row[at] as number);
  return sums.map((sum) => sum / rows.length);
}

function bestTree(heads: Float32Array, n: number): Int32Array {
  const width = n + 1;
  const logs = new Float32Array(width * width);
  for (let at = 0; at < heads.length; at++) logs[width + at] = Math.log((heads[at] as number) + 1e-9);
  return decodeTree(logs, n).slice(1);
}

function createTeacher(model: TrainedModel): Teacher {
  const { sizes } = model.description;
  const arena = createArena(256 << 20);
  const weights = takeWeights(arena, sizes);
  weights.block.floats().set(model.weights);
  const network = createNetwork(arena, createMatrices(arena), weights);
  const numbered = (hashes: Uint32Array, from: number): Map<number, number> =>
    new Map(Array.from(hashes, (key, at) => [key, at + from]));
  const tables: WordTables = {
    words: numbered(model.wordHashes, FIRST_WORD_ROW),
    vectors: numbered(model.vectorHashes, 0),
  };
  const labelWeights = weights.floats("label.weight").slice();
  const labelBias = weights.floats("label.bias").slice();
  const working = arena.mark();

  return (sentences) => {
    const batch = layOut(sentences.map((words) => words.length + 1));
    const rows = batchRows(batch, sentences, (form) => rowsOfWord(form, tables));
    const run = runNetwork(network, batch, rows, (matrix) => matrix);
    const readings: Reading[] = new Array(sentences.length);
    batch.order.forEach((sentence, rank) => {
      const n = sentences[sentence]?.length ?? 0;
      const rowsOf = (matrix: { readonly columns: number; readonly block: { floats(): Float32Array } }) =>
        Array.from({ length: n + 1 }, (_, word) => {
          const from = rowOf(batch, rank, word) * matrix.columns;
          return matrix.block.floats().slice(from, from + matrix.columns);
        });
      const [dependents, heads] = [rowsOf(run.biaffine), rowsOf(run.head)];
      const [labelDependents, labelHeads] = [rowsOf(run.labelDependent), rowsOf(run.labelHead)];
      const tagRows = rowsOf(run.tags).slice(1);
      readings[sentence] = {
        tags: probabilities(tagRows, sizes.tags),
        heads: probabilities(
          dependents
            .slice(1)
            .map((dependent, at) =>
              Float32Array.from(heads, (head, to) => (to === at + 1 ? -1e4 : dot(dependent, head))),
            ),
          n + 1,
        ),
        labels: (tree) =>
          probabilities(
            Array.from(tree, (head, at) =>
              labelScores(
                labelDependents[at + 1] as Float32Array,
                labelHeads[head] as Float32Array,
                labelWeights,
                labelBias,
              ),
            ),
            sizes.labels,
          ),
      };
    });
    arena.reset(working);
    return readings;
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

/** Softmax of the first `width` scores of each row, row after row. */
function probabilities(rows: readonly Float32Array[], width: number): Float32Array {
  const result = new Float32Array(rows.length * width);
  rows.forEach((scores, row) => {
    result.set(scores.subarray(0, width), row * width);
    softmax(result, row * width, width);
  });
  return result;
}

function labelScores(
  dependent: Float32Array,
  head: Float32Array,
  weights: Float32Array,
  bias: Float32Array,
): Float32Array {
  const scores = bias.slice();
  const columns = scores.length;
  for (let unit = 0; unit < dependent.length; unit++) {
    const value = Math.max(0, (dependent[unit] as number) + (head[unit] as number));
    if (value === 0) continue;
    for (let at = 0; at < columns; at++)
      scores[at] = (scores[at] as number) + value * (weights[unit * columns + at] as number);
  }
  return scores;
}
