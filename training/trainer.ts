import { createArena } from "../src/language/arena.ts";
import { layOut } from "../src/language/batch.ts";
import { createMatrices, type Matrix, takeMatrix } from "../src/language/matrix.ts";
import { type Sizes, takeWeights, type Weights } from "../src/language/parameters.ts";
import {
  hash,
  PART_NAMES,
  ROWS_A_WORD,
  rowsOfWord,
  UNKNOWN_ROW,
  type WordTables,
  wordKey,
} from "../src/language/word-features.ts";
import { seeded } from "../src/vocabulary/random.ts";
import { adamStep, createOptimiser, type Optimiser, type Range } from "./adam.ts";
import { augmented } from "./augmentation.ts";
import { backward, type Gradients, type Losses } from "./backward.ts";
import { batchRows } from "./batch-rows.ts";
import { createNetwork, type Dropout, runNetwork } from "./network.ts";
import type { Lesson } from "./target.ts";
import type { Vocabulary } from "./vocabulary.ts";

const DROPOUT = { input: 0.15, layer: 0.33, rectified: 0.2, recurrent: 0.15 } as const;
/** A word seen so many times is taken for unknown half the time, so that vectors and affixes learn to stand for it. */
const UNKNOWN_SHARE = 0.8;
/** Of the words taken for unknown, those that lose their vector too. */
const WITHOUT_VECTOR = 0.3;

/** A network in training. */
export interface Trainer {
  /** All parameters, flat, as `parametersOf` lays them out. */
  readonly theta: Float32Array;
  readonly optimiser: Optimiser;
  /** One step on a batch. The seed settles what is dropped and how sentences are altered. */
  readonly train: (lessons: readonly Lesson[], step: number, rate: number, seed: number) => Losses;
}

/** A network with fresh weights, the same for the same seed. */
export function createTrainer(
  sizes: Sizes,
  vocabulary: Vocabulary,
  vectors: { readonly rows: Float32Array; readonly numbers: WordTables["vectors"] },
  seed: number,
): Trainer {
  const arena = createArena(640 << 20);
  const weights = takeWeights(arena, sizes);
  initialise(weights, seeded(seed));
  weights.floats("vectors").set(vectors.rows);
  const network = createNetwork(arena, createMatrices(arena), weights);
  const theta = weights.block.floats();
  const optimiser = createOptimiser(theta.length);
  const gradients: Gradients = {
    floats: new Float32Array(theta.length),
    touched: ["words", ...PART_NAMES].map(() => new Set<number>()),
  };
  const tables = { words: vocabulary.words, vectors: vectors.numbers };
  const working = arena.mark();

  const rowsIn = (form: string, random: () => number): number[] => {
    const rows = rowsOfWord(form, tables);
    const count = vocabulary.counts.get(hash(wordKey(form))) ?? 0;
    if (random() < UNKNOWN_SHARE / (UNKNOWN_SHARE + count)) {
      rows[0] = UNKNOWN_ROW;
      if (random() < WITHOUT_VECTOR) rows[ROWS_A_WORD - 1] = -1;
    }
    return rows;
  };

  const train: Trainer["train"] = (lessons, step, rate, stepSeed) => {
    const random = seeded(stepSeed);
    const altered = lessons.map((lesson) => augmented(lesson, random));
    const sentences = altered.map(({ words }) => words.map(({ form }) => form));
    const batch = layOut(sentences.map((words) => words.length + 1));
    const rows = batchRows(batch, sentences, (form) => rowsIn(form, random));
    const restore = dropWeights(weights, gradients.floats, random);
    network.repack();
    const masks: Record<"input" | "layer" | "rectified", Float32Array[]> = {
      input: [],
      layer: [],
      rectified: [],
    };
    const dropout: Dropout = (matrix, place) => {
      const mask = maskOf(matrix.block.length, DROPOUT[place], random);
      masks[place].push(mask);
      return masked(matrix, mask);
    };
    const run = runNetwork(network, batch, rows, dropout);
    const losses = backward(
      network,
      batch,
      rows,
      altered.map(({ target }) => target),
      run,
      {
        input: masks.input[0] as Float32Array,
        layers: [masks.layer[0] as Float32Array, masks.layer[1] as Float32Array],
        rectified: [masks.rectified[0] as Float32Array, masks.rectified[1] as Float32Array],
        label: (length) => maskOf(length, DROPOUT.rectified, random),
      },
      gradients,
    );
    arena.reset(working);
    restore();
    adamStep(theta, gradients.floats, optimiser, rangesOf(weights, gradients), step, rate);
    for (const table of gradients.touched) table.clear();
    return losses;
  };

  const masked = (matrix: Matrix, mask: Float32Array): Matrix => {
    const copy = takeMatrix(arena, matrix.rows, matrix.columns);
    const from = matrix.block.floats();
    const to = copy.block.floats();
    for (let at = 0; at < mask.length; at++) to[at] = (from[at] as number) * (mask[at] as number);
    return copy;
  };

  return { theta, optimiser, train };
}

/** Uniform after Glorot & Bengio 2010; forget gates start open. */
function initialise(weights: Weights, random: () => number): void {
  const { hidden } = weights.sizes;
  for (const { name, rows, columns } of weights.parameters) {
    const floats = weights.floats(name);
    const table = name === "words" || (PART_NAMES as readonly string[]).includes(name);
    const fan = name.includes("recurrent") || name.includes("input") ? rows + columns / 4 : rows + columns;
    const reach = table ? 0.15 : rows === 1 ? 0 : Math.sqrt(6 / fan);
    for (let at = 0; at < floats.length; at++) floats[at] = (random() * 2 - 1) * reach;
    if (name.endsWith(".bias") && name.startsWith("lstm")) floats.fill(1, hidden, 2 * hidden);
  }
}

/** Zeros with the given probability, else what keeps the mean; by Marsaglia's xorshift from a random start. */
function maskOf(length: number, dropped: number, random: () => number): Float32Array {
  const mask = new Float32Array(length);
  const kept = 1 / (1 - dropped);
  const limit = Math.round((dropped - 0.5) * 2 ** 32);
  let state = Math.floor(random() * 2 ** 31) | 1;
  for (let at = 0; at < length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    mask[at] = state < limit ? 0 : kept;
  }
  return mask;
}

/**
 * Drops recurrent weights for one step (Merity, Keskar & Socher 2018). The function returned puts them back and
 * masks their gradients.
 */
function dropWeights(weights: Weights, gradient: Float32Array, random: () => number): () => void {
  const dropped = weights.parameters
    .filter(({ name }) => name.endsWith(".recurrent"))
    .map(({ name, offset }) => {
      const floats = weights.floats(name);
      const whole = floats.slice();
      const mask = maskOf(floats.length, DROPOUT.recurrent, random);
      for (let at = 0; at < floats.length; at++) floats[at] = (whole[at] as number) * (mask[at] as number);
      return { name, offset, whole, mask };
    });
  return () => {
    for (const { name, offset, whole, mask } of dropped) {
      weights.floats(name).set(whole);
      for (let at = 0; at < mask.length; at++)
        gradient[offset + at] = (gradient[offset + at] as number) * (mask[at] as number);
    }
  };
}

/** The rows of the tables that a batch touched, and everything that is not a table. */
function rangesOf(weights: Weights, { touched }: Gradients): Range[] {
  const width = weights.sizes.embedding;
  const sparse = ["words", ...PART_NAMES].flatMap((name, table) =>
    [...(touched[table] ?? [])].map((row) => ({
      start: weights.find(name).offset + row * width,
      end: weights.find(name).offset + (row + 1) * width,
    })),
  );
  return [...sparse, { start: weights.find("lstm0.forward.input").offset, end: weights.block.length }];
}
