/**
 * Trains the English tagger and parser from Universal Dependencies treebanks and writes the model.
 *
 *   npm run train -- [--data <folder>] [--out models/english.bin] [--hidden 128] [--epochs 12] [--seed 1]
 *
 * Progress goes to stderr. A checkpoint is written after every epoch to `.training/`; started again with the same
 * settings, training goes on from there. The same settings give the same model.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createArena } from "../src/language/arena.ts";
import { layOut, rowOf } from "../src/language/batch.ts";
import { createMatrices, type Matrix, takeMatrix } from "../src/language/matrix.ts";
import { writeModel } from "../src/language/model-file.ts";
import { createNetwork, runNetwork } from "../src/language/network.ts";
import { type Sizes, takeWeights } from "../src/language/parameters.ts";
import { FIRST_WORD_ROW, hash, PART_NAMES, UNKNOWN_ROW, wordKey } from "../src/language/word-features.ts";
import { seeded } from "../src/vocabulary/random.ts";
import { adamStep, createOptimiser, type Range } from "./adam.ts";
import { augmented } from "./augmentation.ts";
import { backward, type Gradients, type Target } from "./backward.ts";
import { lemmaExceptions } from "./lemma-exceptions.ts";
import { type Example, readTreebanks, treebankFolder } from "./treebank.ts";
import { ROOT_ROWS, rowsOfWord, vocabularyOf } from "./vocabulary.ts";

const { values: settings } = parseArgs({
  options: {
    data: { type: "string" },
    out: { type: "string", default: "models/english.bin" },
    hidden: { type: "string", default: "128" },
    epochs: { type: "string", default: "12" },
    seed: { type: "string", default: "1" },
  },
});
const EPOCHS = Number(settings.epochs);
const SEED = Number(settings.seed);
const WORDS_A_STEP = 320;
const RATE = 2.5e-3;
const INPUT_DROPOUT = 0.15;
const LAYER_DROPOUT = 0.3;
const AVERAGED_SHARE = 0.2;
const AVERAGE_EVERY = 10;

const folder = treebankFolder(settings.data);
if (folder === null) {
  console.error(
    "No treebanks were found. Give their folder with --data, or put them into ../shared/data/ud.",
  );
  process.exit(1);
}
const { train } = readTreebanks(folder);
const vocabulary = vocabularyOf(train);
const sizes: Sizes = {
  words: vocabulary.wordHashes.length + FIRST_WORD_ROW,
  embedding: 64,
  hidden: Number(settings.hidden),
  arc: 96,
  label: 96,
  tags: vocabulary.tags.length,
  labels: vocabulary.labels.length,
};

const arena = createArena(768 << 20);
const weights = takeWeights(arena, sizes);
const matrices = createMatrices(arena);
initialise(seeded(SEED));
const network = createNetwork(arena, matrices, weights);
const theta = weights.block.floats();
const optimiser = createOptimiser(theta.length);
const gradients: Gradients = {
  floats: new Float32Array(theta.length),
  touched: ["words", ...PART_NAMES].map(() => new Set<number>()),
};
const tagNumbers = new Map(vocabulary.tags.map((tag, at) => [tag, at]));
const labelNumbers = new Map(vocabulary.labels.map((label, at) => [label, at]));
const working = arena.mark();

const totalSteps = Array.from({ length: EPOCHS }, (_, epoch) => batchesOf(epoch).length).reduce(
  (sum, count) => sum + count,
  0,
);
const averageFrom = Math.floor(totalSteps * (1 - AVERAGED_SHARE));
let average = new Float64Array(theta.length);
let averaged = 0;
let step = 0;

const checkpoint = `.training/language-${sizes.hidden}-${EPOCHS}-${SEED}.bin`;
const firstEpoch = resume();
const began = performance.now();
const begunAt = step;
for (let epoch = firstEpoch; epoch < EPOCHS; epoch++) {
  let arc = 0;
  let count = 0;
  for (const batch of batchesOf(epoch)) {
    step += 1;
    arc += trainOn(batch, epoch);
    count += 1;
    if (step > averageFrom && step % AVERAGE_EVERY === 0) {
      averaged += 1;
      for (let at = 0; at < theta.length; at++) average[at] = (average[at] as number) + (theta[at] as number);
    }
    if (step % 100 === 0) report(epoch, arc / count);
  }
  save(epoch + 1);
}
const final = averaged === 0 ? theta : Float32Array.from(average, (sum) => sum / averaged);
const description = {
  sizes,
  tags: vocabulary.tags,
  labels: vocabulary.labels,
  lemmas: lemmaExceptions(train),
};
writeFileSync(settings.out, writeModel(description, vocabulary.wordHashes, final));
rmSync(checkpoint, { force: true });
console.error(`\nWrote ${settings.out}.`);

/** Uniform after Glorot & Bengio 2010; forget gates start open. */
function initialise(random: () => number): void {
  for (const { name, rows, columns } of weights.parameters) {
    const floats = weights.floats(name);
    const table = name === "words" || (PART_NAMES as readonly string[]).includes(name);
    const fan = name.includes("recurrent") || name.includes("input") ? rows + columns / 4 : rows + columns;
    const reach = table ? 0.15 : rows === 1 ? 0 : Math.sqrt(6 / fan);
    for (let at = 0; at < floats.length; at++) floats[at] = (random() * 2 - 1) * reach;
    if (name.endsWith(".bias") && name.startsWith("lstm")) floats.fill(1, sizes.hidden, 2 * sizes.hidden);
  }
}

/** Sentences shuffled, then of like length together, about `WORDS_A_STEP` words a batch, batches shuffled. */
function batchesOf(epoch: number): Example[][] {
  const random = seeded(SEED * 1000 + epoch);
  const shuffled = shuffle(
    train.map((_, at) => at),
    random,
  );
  const batches: Example[][] = [];
  for (let from = 0; from < shuffled.length; from += 1200) {
    const chunk = shuffled.slice(from, from + 1200).sort((a, b) => length(a) - length(b));
    let batch: Example[] = [];
    let words = 0;
    for (const at of chunk) {
      const example = train[at] as Example;
      batch.push(example);
      words += example.words.length;
      if (words >= WORDS_A_STEP) {
        batches.push(batch);
        batch = [];
        words = 0;
      }
    }
    if (batch.length > 0) batches.push(batch);
  }
  return shuffle(batches, random);
}

function length(at: number): number {
  return train[at]?.words.length ?? 0;
}

function shuffle<Row>(rows: Row[], random: () => number): Row[] {
  for (let at = rows.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [rows[at], rows[other]] = [rows[other] as Row, rows[at] as Row];
  }
  return rows;
}

function trainOn(examples: readonly Example[], epoch: number): number {
  const random = seeded(SEED * 7919 + epoch * 104729 + step);
  const sentences = examples.map((example) => augmented(example, random).words);
  const batch = layOut(sentences.map((words) => words.length + 1));
  const each = 1 + PART_NAMES.length;
  const rows = new Int32Array(batch.total * each);
  batch.order.forEach((sentence, rank) => {
    rows.set(ROOT_ROWS, rowOf(batch, rank, 0) * each);
    (sentences[sentence] ?? []).forEach(({ form }, at) => {
      const found = rowsOfWord(form, vocabulary);
      const count = vocabulary.counts.get(hash(wordKey(form))) ?? 0;
      if (random() < 0.3 / (0.3 + count)) found[0] = UNKNOWN_ROW;
      rows.set(found, rowOf(batch, rank, at + 1) * each);
    });
  });
  const targets: Target[] = sentences.map((words) => ({
    tags: Int32Array.from(words, ({ upos, xpos }) => tagNumbers.get(`${upos}|${xpos}`) ?? 0),
    heads: Int32Array.from(words, ({ head }) => head),
    labels: Int32Array.from(words, ({ deprel }) => labelNumbers.get(deprel) ?? 0),
  }));
  const masks: { input: Float32Array | null; layers: (Float32Array | null)[] } = { input: null, layers: [] };
  const run = runNetwork(network, batch, rows, (matrix, place) => {
    const kept = 1 - (place === "input" ? INPUT_DROPOUT : LAYER_DROPOUT);
    const mask = new Float32Array(matrix.block.length);
    for (let at = 0; at < mask.length; at++) mask[at] = random() < kept ? 1 / kept : 0;
    if (place === "input") masks.input = mask;
    else masks.layers.push(mask);
    return masked(matrix, mask);
  });
  const { arc } = backward(network, batch, rows, targets, run, masks, gradients);
  arena.reset(working);
  adamStep(theta, gradients.floats, optimiser, ranges(), step, rate());
  for (const table of gradients.touched) table.clear();
  network.repack();
  return arc;
}

function masked(matrix: Matrix, mask: Float32Array): Matrix {
  const copy = takeMatrix(arena, matrix.rows, matrix.columns);
  const from = matrix.block.floats();
  const to = copy.block.floats();
  for (let at = 0; at < mask.length; at++) to[at] = (from[at] as number) * (mask[at] as number);
  return copy;
}

/** The rows of the tables that this batch touched, and everything that is not a table. */
function ranges(): Range[] {
  const width = sizes.embedding;
  const sparse = ["words", ...PART_NAMES].flatMap((name, table) =>
    [...(gradients.touched[table] ?? [])].map((row) => ({
      start: weights.find(name).offset + row * width,
      end: weights.find(name).offset + (row + 1) * width,
    })),
  );
  return [...sparse, { start: weights.find("lstm0.forward.input").offset, end: theta.length }];
}

/** Two per cent of warming up, then straight down to three per cent. */
function rate(): number {
  const warm = totalSteps * 0.02;
  if (step < warm) return (RATE * step) / warm;
  return RATE * (1 - (0.97 * (step - warm)) / (totalSteps - warm));
}

function report(epoch: number, loss: number): void {
  const seconds = (performance.now() - began) / 1000;
  const left = (seconds / (step - begunAt)) * (totalSteps - step);
  const line = `epoch ${epoch + 1}/${EPOCHS}  step ${step}/${totalSteps}  arc loss ${loss.toFixed(3)}  ${Math.round(left / 60)} min left`;
  process.stderr.write(process.stderr.isTTY ? `\r${line}` : step % 1000 === 0 ? `${line}\n` : "");
}

function save(epochs: number): void {
  mkdirSync(".training", { recursive: true });
  const head = new Uint8Array(new Float64Array([epochs, step, averaged]).buffer);
  const bytes = (floats: Float32Array | Float64Array): Uint8Array =>
    new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength);
  writeFileSync(
    `${checkpoint}.new`,
    Buffer.concat([head, bytes(theta), bytes(optimiser.first), bytes(optimiser.second), bytes(average)]),
  );
  renameSync(`${checkpoint}.new`, checkpoint);
}

function resume(): number {
  if (!existsSync(checkpoint)) return 0;
  const { buffer } = new Uint8Array(readFileSync(checkpoint));
  const [epochs = 0, steps = 0, count = 0] = new Float64Array(buffer, 0, 3);
  const size = theta.length * 4;
  theta.set(new Float32Array(buffer.slice(24, 24 + size)));
  optimiser.first.set(new Float32Array(buffer.slice(24 + size, 24 + 2 * size)));
  optimiser.second.set(new Float32Array(buffer.slice(24 + 2 * size, 24 + 3 * size)));
  average = new Float64Array(buffer.slice(24 + 3 * size));
  step = steps;
  averaged = count;
  network.repack();
  console.error(`Going on after epoch ${epochs} of ${EPOCHS}.`);
  return epochs;
}
