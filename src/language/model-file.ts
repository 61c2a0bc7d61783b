import { readFileSync } from "node:fs";
import { createArena } from "./arena.ts";
import { createMatrices } from "./matrix.ts";
import { createNetwork, type Network, type NetworkParts, type Table, type WeightMatrix } from "./network.ts";
import { parametersOf, type Sizes, sizeOf } from "./parameters.ts";
import { FIRST_WORD_ROW, PART_NAMES, type WordTables } from "./word-features.ts";

const MAGIC = 0x4d4c564d;
const VERSION = 3;
const HEADER_BYTES = 20;
const TABLES: ReadonlySet<string> = new Set(["vectors", "words", ...PART_NAMES]);

/** What a model knows besides its weights. */
export interface Description {
  readonly sizes: Sizes;
  /** Tag classes, `UPOS|XPOS`, in the order of the network's outputs. */
  readonly tags: readonly string[];
  /** Dependency relations in the order of the network's outputs. */
  readonly labels: readonly string[];
  /** Lemmas that the rules would get wrong, by `form|XPOS`. */
  readonly lemmas: Readonly<Record<string, string>>;
  /** Features by `UPOS|XPOS`, or by `form|UPOS|XPOS` where a form has its own. */
  readonly features: Readonly<Record<string, string>>;
}

/** A trained model, ready to parse. It is never changed, but its working memory is not shared: one per thread. */
export interface Model {
  readonly description: Description;
  readonly network: Network;
  readonly tables: WordTables;
  readonly lemmas: ReadonlyMap<string, string>;
  readonly features: ReadonlyMap<string, string>;
}

/** A file that is no model, or one of another version. */
export class ModelError extends Error {}

/** A model as training leaves it, in floats. */
export interface TrainedModel {
  readonly description: Description;
  /** Hash of each word of the word table, from its third row on. */
  readonly wordHashes: Uint32Array;
  /** Hash of each word that has a vector. */
  readonly vectorHashes: Uint32Array;
  /** All parameters as `parametersOf` lays them out. */
  readonly weights: Float32Array;
}

/**
 * Writes a model: header, word hashes, then every matrix as 8-bit integers, tables with one scale a row and weights
 * with one a column; biases stay 32-bit floats.
 */
export function writeModel({ description, wordHashes, vectorHashes, weights }: TrainedModel): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify(description));
  const head = [MAGIC, VERSION, header.length, wordHashes.length, vectorHashes.length];
  const chunks: Uint8Array[] = [
    bytesOf(new Uint32Array(head)),
    header,
    new Uint8Array(padding(header.length)),
    bytesOf(wordHashes),
    bytesOf(vectorHashes),
  ];
  for (const { name, offset, rows, columns } of parametersOf(description.sizes)) {
    const numbers = weights.subarray(offset, offset + rows * columns);
    if (rows === 1 && !TABLES.has(name)) chunks.push(bytesOf(numbers));
    else chunks.push(...quantised(numbers, rows, columns, TABLES.has(name)));
  }
  return Buffer.concat(chunks);
}

/** Scales, then entries in [-127, 127], padded to whole words. */
function quantised(numbers: Float32Array, rows: number, columns: number, byRow: boolean): Uint8Array[] {
  const scales = new Float32Array(byRow ? rows : columns);
  const scaleOf = (at: number): number => (byRow ? Math.floor(at / columns) : at % columns);
  numbers.forEach((number, at) => {
    scales[scaleOf(at)] = Math.max(scales[scaleOf(at)] as number, Math.abs(number) / 127);
  });
  const entries = Int8Array.from(numbers, (number, at) => {
    const scale = scales[scaleOf(at)] as number;
    return scale === 0 ? 0 : Math.max(-127, Math.min(127, Math.round(number / scale)));
  });
  return [bytesOf(scales), bytesOf(entries), new Uint8Array(padding(entries.length))];
}

function padding(length: number): number {
  return (4 - (length % 4)) % 4;
}

function bytesOf(numbers: Uint32Array | Float32Array | Int8Array): Uint8Array {
  return new Uint8Array(numbers.slice().buffer);
}

/** Reads a model's bytes. Throws a `ModelError` where they are no model or one of another version. */
export function readModel(bytes: Uint8Array, options: { readonly plain?: boolean } = {}): Model {
  const { buffer, description, words, vectors, weightsAt } = readHeader(bytes);
  const [parts, end] = readParts(buffer, weightsAt, description.sizes);
  if (end !== buffer.byteLength)
    throw new ModelError(`This language model has ${buffer.byteLength} bytes where ${end} should stand.`);
  const { vectors: count, vectorWidth } = description.sizes;
  const arena = createArena((sizeOf(parametersOf(description.sizes)) - count * vectorWidth) * 4);
  const indexed = (hashes: Uint32Array, first: number): ReadonlyMap<number, number> =>
    new Map(Array.from(hashes, (hash, index) => [hash, index + first]));
  return {
    description,
    network: createNetwork(arena, createMatrices(arena, options), parts),
    tables: { words: indexed(words, FIRST_WORD_ROW), vectors: indexed(vectors, 0) },
    lemmas: new Map(Object.entries(description.lemmas)),
    features: new Map(Object.entries(description.features)),
  };
}

interface Header {
  readonly buffer: ArrayBuffer;
  readonly description: Description;
  readonly words: Uint32Array;
  readonly vectors: Uint32Array;
  /** Where the weights begin, in bytes. */
  readonly weightsAt: number;
}

function readHeader(bytes: Uint8Array): Header {
  const { buffer } = new Uint8Array(bytes);
  const start = new Uint32Array(buffer, 0, Math.min(5, buffer.byteLength >> 2));
  if (buffer.byteLength < HEADER_BYTES || start[0] !== MAGIC)
    throw new ModelError("This file is no language model.");
  if (start[1] !== VERSION)
    throw new ModelError(`This language model has format ${start[1]}; this version reads format ${VERSION}.`);
  const [, , headerLength = 0, words = 0, vectors = 0] = start;
  const at = HEADER_BYTES + headerLength + padding(headerLength);
  const weightsAt = at + (words + vectors) * 4;
  if (weightsAt > buffer.byteLength) throw new ModelError("This language model breaks off.");
  return {
    buffer,
    description: JSON.parse(
      new TextDecoder().decode(new Uint8Array(buffer, HEADER_BYTES, headerLength)),
    ) as Description,
    words: new Uint32Array(buffer, at, words),
    vectors: new Uint32Array(buffer, at + words * 4, vectors),
    weightsAt,
  };
}

/** Views into the file, and where the last of them ends. */
function readParts(buffer: ArrayBuffer, start: number, sizes: Sizes): [NetworkParts, number] {
  const tables = new Map<string, Table>();
  const weights = new Map<string, WeightMatrix>();
  const biases = new Map<string, Float32Array>();
  let at = start;
  const floats = (count: number): Float32Array => {
    if (at + count * 4 > buffer.byteLength) throw new ModelError("This language model breaks off.");
    at += count * 4;
    return new Float32Array(buffer, at - count * 4, count);
  };
  const integers = (count: number): Int8Array => {
    if (at + count > buffer.byteLength) throw new ModelError("This language model breaks off.");
    at += count + padding(count);
    return new Int8Array(buffer, at - count - padding(count), count);
  };
  for (const { name, rows, columns } of parametersOf(sizes)) {
    if (TABLES.has(name))
      tables.set(name, { columns, scales: floats(rows), entries: integers(rows * columns) });
    else if (rows === 1) biases.set(name, floats(columns));
    else weights.set(name, { rows, columns, scales: floats(columns), entries: integers(rows * columns) });
  }
  return [{ sizes, tables, weights, biases }, at];
}

/** Reads a model back into floats, to go on training from it: the inverse of `writeModel` but for what 8 bits lose. */
export function readTrained(bytes: Uint8Array): TrainedModel {
  const { buffer, description, words, vectors, weightsAt } = readHeader(bytes);
  const [{ tables, weights, biases }] = readParts(buffer, weightsAt, description.sizes);
  const parameters = parametersOf(description.sizes);
  const floats = new Float32Array(sizeOf(parameters));
  for (const { name, offset, rows, columns } of parameters) {
    const bias = biases.get(name);
    if (bias !== undefined) {
      floats.set(bias, offset);
      continue;
    }
    const matrix = tables.get(name) ?? weights.get(name);
    for (let at = 0; at < rows * columns; at++) {
      const scale = matrix?.scales[tables.has(name) ? Math.floor(at / columns) : at % columns] ?? 0;
      floats[offset + at] = (matrix?.entries[at] ?? 0) * scale;
    }
  }
  return { description, wordHashes: words, vectorHashes: vectors, weights: floats };
}

/** Reads the model shipped with the package, or one from another file. */
export function loadModel(file: URL | string = new URL("../../models/english.bin", import.meta.url)): Model {
  return readModel(readFileSync(file));
}
