/**
 * Trains the English tagger and parser from Universal Dependencies treebanks and raw news, and writes the model.
 *
 *   npm run train -- [--data <folder>] [--out models/english.bin] [--hidden 128] [--epochs 12] [--seed 1]
 *                    [--from <model>] [--rate 0.0025] [--teachers <model>,<model>,… [--silver 40000]]
 *
 * With --teachers, the network learns from what these models together say of the treebanks and of so many sentences of raw
 * news, beside what the treebanks say. With --from, training goes on from a model trained on the same treebanks, with or without word vectors. Progress goes to stderr. A checkpoint is written after every epoch to `.training/`; started again with the same
 * settings, training goes on from there. The same settings give the same model.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readTrained, writeModel } from "../src/language/model-file.ts";
import type { Sizes } from "../src/language/parameters.ts";
import { FIRST_WORD_ROW, hash } from "../src/language/word-features.ts";
import { batchesOf } from "./batches.ts";
import { type Progress, readCheckpoint, saveCheckpoint } from "./checkpoint.ts";
import { featureTable } from "./feature-table.ts";
import { layOver, sameWords } from "./going-on.ts";
import { learnVectors, VECTOR_WIDTH } from "./learn-vectors.ts";
import { lemmaExceptions } from "./lemma-exceptions.ts";
import { type Lessons, lessonsOf } from "./lessons.ts";
import { corpusFile } from "./raw-text.ts";
import type { Lesson } from "./target.ts";
import { createTrainer } from "./trainer.ts";
import { readTreebanks, treebankFolder } from "./treebank.ts";
import { vocabularyOf } from "./vocabulary.ts";

const { values: settings } = parseArgs({
  options: {
    data: { type: "string" },
    out: { type: "string", default: "models/english.bin" },
    hidden: { type: "string", default: "128" },
    epochs: { type: "string", default: "12" },
    seed: { type: "string", default: "1" },
    rate: { type: "string", default: "0.0025" },
    from: { type: "string" },
    teachers: { type: "string" },
    silver: { type: "string", default: "40000" },
  },
});
const EPOCHS = Number(settings.epochs);
const SEED = Number(settings.seed);
const RATE = Number(settings.rate);
const AVERAGED_SHARE = 0.2;
const AVERAGE_EVERY = 10;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const folder = treebankFolder(settings.data);
if (folder === null) {
  say("No treebanks were found. Give their folder with --data, or put them into ../shared/data/ud.");
  process.exit(1);
}
const treebanks = readTreebanks(folder);
const { train } = treebanks;
const vocabulary = vocabularyOf(train);
const corpus = corpusFile(folder);
if (corpus === null) say("There is no raw news beside the treebanks: words will have no vectors.");
const vectors =
  corpus === null
    ? { words: [], width: VECTOR_WIDTH, rows: new Float32Array(0) }
    : await learnVectors(corpus, treebanks, ".training/vectors.json", say);
const base = settings.from === undefined ? null : readTrained(readFileSync(settings.from));
if (base !== null && !sameWords(base, vocabulary)) {
  say("The model of --from was trained on other words, tags or relations than these treebanks have.");
  process.exit(1);
}
const teachers = (settings.teachers?.split(",") ?? []).map((file) => readTrained(readFileSync(file)));
if (!teachers.every((teacher) => sameWords(teacher, vocabulary))) {
  say("A model of --teachers was trained on other words, tags or relations than these treebanks have.");
  process.exit(1);
}
const fresh: Sizes = {
  words: vocabulary.wordHashes.length + FIRST_WORD_ROW,
  embedding: 64,
  vectors: vectors.words.length,
  vectorWidth: VECTOR_WIDTH,
  hidden: Number(settings.hidden),
  arc: 96,
  label: 96,
  tags: vocabulary.tags.length,
  labels: vocabulary.labels.length,
};
const sizes: Sizes =
  base === null
    ? fresh
    : { ...base.description.sizes, vectors: fresh.vectors, vectorWidth: fresh.vectorWidth };
const vectorHashes = Uint32Array.from(vectors.words, hash);
const {
  theta,
  optimiser,
  train: trainOn,
} = createTrainer(
  sizes,
  vocabulary,
  { rows: vectors.rows, numbers: new Map(Array.from(vectorHashes, (key, at) => [key, at])) },
  SEED,
);
if (base !== null) layOver(base, sizes, theta);
const average = new Float64Array(theta.length);
const state = { weights: theta, optimiser, average };
const checkpoint = `.training/language-${sizes.hidden}-${EPOCHS}-${SEED}${base === null ? "" : "-on"}${teachers.length === 0 ? "" : "-taught"}.bin`;
const progress: Progress = readCheckpoint(checkpoint, state) ?? { epochs: 0, step: 0, averaged: 0 };
if (progress.epochs > 0) say(`Going on after epoch ${progress.epochs} of ${EPOCHS}.`);

const lessons = await lessonsOf(
  treebanks,
  vocabulary,
  teachers,
  { corpus, count: Number(settings.silver), seed: SEED },
  say,
);
const seedOf = (epoch: number): number => SEED * 1000 + epoch;
const totalSteps = Array.from(
  { length: EPOCHS },
  (_, epoch) => batchesOf(lessonsIn(epoch, lessons), seedOf(epoch)).length,
).reduce((sum, count) => sum + count, 0);
const averageFrom = Math.floor(totalSteps * (1 - AVERAGED_SHARE));
const began = performance.now();
const begunAt = progress.step;
for (let epoch = progress.epochs; epoch < EPOCHS; epoch++) {
  const sums = { tag: 0, arc: 0, label: 0, count: 0 };
  for (const batch of batchesOf(lessonsIn(epoch, lessons), seedOf(epoch))) {
    progress.step += 1;
    const losses = trainOn(batch, progress.step, rate(), SEED * 7919 + epoch * 104729 + progress.step);
    sums.tag += losses.tag;
    sums.arc += losses.arc;
    sums.label += losses.label;
    sums.count += 1;
    if (progress.step > averageFrom && progress.step % AVERAGE_EVERY === 0) {
      progress.averaged += 1;
      for (let at = 0; at < theta.length; at++) average[at] = (average[at] as number) + (theta[at] as number);
    }
    if (progress.step % 100 === 0) report(epoch, sums);
  }
  progress.epochs = epoch + 1;
  saveCheckpoint(checkpoint, progress, state);
}
const weights =
  progress.averaged === 0 ? theta : Float32Array.from(average, (sum) => sum / progress.averaged);
const description = {
  sizes,
  tags: vocabulary.tags,
  labels: vocabulary.labels,
  lemmas: lemmaExceptions(train),
  features: featureTable(train),
};
writeFileSync(
  settings.out,
  writeModel({ description, wordHashes: vocabulary.wordHashes, vectorHashes, weights }),
);
say(`Wrote ${settings.out}.`);

/** All of the treebanks, and as many sentences of raw news, in turn. */
function lessonsIn(epoch: number, { gold, silver }: Lessons): readonly Lesson[] {
  const many = Math.min(gold.length, silver.length);
  return [
    ...gold,
    ...Array.from({ length: many }, (_, at) => silver[(epoch * many + at) % silver.length] as Lesson),
  ];
}

/** Two per cent of warming up, then straight down to three per cent. */
function rate(): number {
  const warm = totalSteps * 0.02;
  if (progress.step < warm) return (RATE * progress.step) / warm;
  return RATE * (1 - (0.97 * (progress.step - warm)) / (totalSteps - warm));
}

function report(epoch: number, sums: { tag: number; arc: number; label: number; count: number }): void {
  const seconds = (performance.now() - began) / 1000;
  const left = (seconds / (progress.step - begunAt)) * (totalSteps - progress.step);
  const mean = (sum: number): string => (sum / sums.count).toFixed(3);
  const losses = `loss: tag ${mean(sums.tag)}, arc ${mean(sums.arc)}, label ${mean(sums.label)}`;
  const line = `epoch ${epoch + 1}/${EPOCHS}  step ${progress.step}/${totalSteps}  ${losses}  ${Math.round(left / 60)} min left`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line}`);
  else if (progress.step % 500 === 0) say(line);
}
