import { readFileSync } from "node:fs";
import { type ActorTables, findReferents } from "../src/actors/index.ts";
import { contentWords, politicsFeatures } from "../src/actors/politics-features.ts";
import type { PoliticsModel } from "../src/actors/politics-model.ts";
import { type Model, parse } from "../src/language/index.ts";
import { readTrained } from "../src/language/model-file.ts";
import { parametersOf } from "../src/language/parameters.ts";
import { hash } from "../src/language/word-features.ts";
import { adamStep, createOptimiser } from "./adam.ts";

/** A sentence as the model of politics sees it. */
export interface PoliticsRow {
  readonly political: boolean;
  readonly weight: number;
  /** By the hash of their names. */
  readonly features: ReadonlyMap<number, number>;
  /** The words' vectors, each of length one, summed and divided by the square root of their number. */
  readonly vector: Float32Array;
  /** Words without a vector, divided likewise. */
  readonly unknown: number;
  readonly keys: readonly number[];
  readonly spread: number;
}

/** The parser's word vectors, each of length one, by the hash of the word's key. */
export type WordVectorTable = ReadonlyMap<number, Float32Array>;

export function wordVectorsOf(file: URL): WordVectorTable {
  const { description, vectorHashes, weights } = readTrained(readFileSync(file));
  const part = parametersOf(description.sizes).find(({ name }) => name === "vectors");
  if (part === undefined) throw new Error("The language model has no word vectors.");
  const { offset, columns } = part;
  return new Map(
    Array.from(vectorHashes, (key, at): [number, Float32Array] => {
      const row = weights.subarray(offset + at * columns, offset + (at + 1) * columns);
      const norm = Math.hypot(...row) || 1;
      return [key, row.map((value) => value / norm)];
    }),
  );
}

/** Reads a text, as one stretch, into what the model sees of it. */
export function readRow(
  text: string,
  political: boolean,
  weight: number,
  model: Model,
  tables: ActorTables,
  vectors: WordVectorTable,
): PoliticsRow {
  const features = new Map<number, number>();
  const words: { keys: readonly number[]; spread: number }[] = [];
  const source = { text, published: "2023-06-15", bare: false };
  findReferents(parse(text, model), source, tables, (sentence, mentions) => {
    const content = contentWords(sentence, mentions, tables);
    for (const [name, value] of politicsFeatures(sentence, mentions, content, tables))
      features.set(hash(name), (features.get(hash(name)) ?? 0) + value);
    words.push(content);
  });
  const keys = words.flatMap((part) => part.keys);
  const spread = Math.sqrt(Math.max(1, keys.length));
  const vector = new Float32Array(widthOf(vectors));
  for (const key of keys)
    vectors.get(key)?.forEach((value, at) => {
      vector[at] = (vector[at] as number) + value / spread;
    });
  const unknown = keys.filter((key) => !vectors.has(key)).length / spread;
  return { political, weight, features, vector, unknown, keys, spread };
}

function widthOf(vectors: WordVectorTable): number {
  return vectors.values().next().value?.length ?? 0;
}

const STEPS = 400;
const RATE = 0.05;
/** Half of it times the square of each weight is added to the loss. */
const PENALTY = 0.2;

/** Fits a logistic regression to all rows at once, each class counting for half. What the vectors say is then told off to the words. */
export function trainPolitics(rows: readonly PoliticsRow[], vectors: WordVectorTable): PoliticsModel {
  const names = [...new Set(rows.flatMap(({ features }) => [...features.keys()]))].sort((a, b) => a - b);
  const place = new Map(names.map((name, at) => [name, at]));
  const width = widthOf(vectors);
  const [vectorAt, unknownAt, biasAt] = [names.length, names.length + width, names.length + width + 1];
  const inputs = rows.map(({ features, vector, unknown }) => {
    const at = [...features.keys()].map((name) => place.get(name) as number);
    const places = Int32Array.from([
      ...at,
      ...Array.from(vector, (_, to) => vectorAt + to),
      unknownAt,
      biasAt,
    ]);
    return { places, values: Float64Array.from([...features.values(), ...vector, unknown, 1]) };
  });
  const balanced = balancedWeights(rows);
  const weights = new Float32Array(biasAt + 1);
  const slope = new Float32Array(biasAt + 1);
  const optimiser = createOptimiser(biasAt + 1);
  const whole = [{ start: 0, end: biasAt + 1 }];
  for (let step = 1; step <= STEPS; step++) {
    for (let at = 0; at < biasAt; at++) slope[at] = (PENALTY * (weights[at] as number)) / rows.length;
    inputs.forEach(({ places, values }, at) => {
      const { political } = rows[at] as PoliticsRow;
      let odds = 0;
      for (let k = 0; k < places.length; k++)
        odds += (values[k] as number) * (weights[places[k] as number] as number);
      const error =
        ((balanced[at] as number) * (1 / (1 + Math.exp(-odds)) - (political ? 1 : 0))) / rows.length;
      for (let k = 0; k < places.length; k++) {
        const to = places[k] as number;
        slope[to] = (slope[to] as number) + error * (values[k] as number);
      }
    });
    adamStep(weights, slope, optimiser, whole, step, RATE * (1 - (step - 1) / STEPS));
  }
  const ofVector = weights.subarray(vectorAt, unknownAt);
  return {
    intercept: weights[biasAt] as number,
    unknownWord: weights[unknownAt] as number,
    features: new Map(
      names
        .map((name, at): [number, number] => [name, weights[at] as number])
        .filter(([, weight]) => Math.abs(weight) > LEAST),
    ),
    words: new Map([...vectors].map(([key, row]) => [key, dot(row, ofVector)])),
  };
}

/** The rows' weights, those of either class scaled to the same sum: how many sentences were written of each says nothing. */
function balancedWeights(rows: readonly PoliticsRow[]): readonly number[] {
  const sum = (political: boolean): number =>
    rows.reduce((total, row) => total + (row.political === political ? row.weight : 0), 0);
  const [yes, no] = [sum(true), sum(false)];
  return rows.map(({ political, weight }) => (weight * (yes + no)) / (2 * (political ? yes : no)));
}

/** Weights nearer to nothing are left out. */
const LEAST = 0.02;

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] as number), 0);
}

/** What a model says of a row, in log odds. */
export function oddsOf({ features, keys, spread }: PoliticsRow, model: PoliticsModel): number {
  let odds = model.intercept;
  for (const [name, value] of features) odds += value * (model.features.get(name) ?? 0);
  for (const key of keys) odds += (model.words.get(key) ?? model.unknownWord) / spread;
  return odds;
}
