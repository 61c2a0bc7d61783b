import { readFileSync } from "node:fs";
import { type Arena, createArena } from "./arena.ts";
import { createMatrices } from "./matrix.ts";
import { createNetwork, type Network } from "./network.ts";
import { parametersOf, type Sizes, sizeOf, takeWeights, type Weights } from "./parameters.ts";
import { FIRST_WORD_ROW } from "./word-features.ts";

const MAGIC = 0x4d4c564d;
const VERSION = 1;

/** What a model knows besides its weights. */
export interface Description {
  readonly sizes: Sizes;
  /** Tag classes, `UPOS|XPOS`, in the order of the network's outputs. */
  readonly tags: readonly string[];
  /** Dependency relations in the order of the network's outputs. */
  readonly labels: readonly string[];
  /** Lemmas that the rules would get wrong, by `form|XPOS`. */
  readonly lemmas: Readonly<Record<string, string>>;
}

/** A trained model, ready to parse. It is never changed, but its working memory is not shared: one per thread. */
export interface Model {
  readonly description: Description;
  readonly network: Network;
  /** Row of the word table by word hash. */
  readonly words: ReadonlyMap<number, number>;
  readonly lemmas: ReadonlyMap<string, string>;
}

/** A file that is no model, or one of another version. */
export class ModelError extends Error {}

/**
 * Writes a model: header, word hashes, then every matrix as 8-bit integers with one scale a row; vectors stay 32-bit floats.
 *
 * @param wordHashes Hash of each word of the word table, from its third row on.
 */
export function writeModel(
  description: Description,
  wordHashes: Uint32Array,
  weights: Float32Array,
): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify(description));
  const chunks: Uint8Array[] = [
    new Uint8Array(new Uint32Array([MAGIC, VERSION, header.length, wordHashes.length]).buffer),
    header,
    new Uint8Array((4 - (header.length % 4)) % 4),
    new Uint8Array(wordHashes.slice().buffer),
  ];
  for (const { offset, rows, columns } of parametersOf(description.sizes)) {
    const numbers = weights.subarray(offset, offset + rows * columns);
    if (rows === 1) {
      chunks.push(new Uint8Array(numbers.slice().buffer));
      continue;
    }
    const scales = new Float32Array(rows);
    const small = new Int8Array(rows * columns);
    for (let row = 0; row < rows; row++) {
      let largest = 0;
      for (let at = row * columns; at < (row + 1) * columns; at++)
        largest = Math.max(largest, Math.abs(numbers[at] as number));
      scales[row] = largest / 127;
      for (let at = row * columns; at < (row + 1) * columns; at++)
        small[at] = largest === 0 ? 0 : Math.round(((numbers[at] as number) / largest) * 127);
    }
    chunks.push(new Uint8Array(scales.buffer), new Uint8Array(small.buffer));
  }
  return Buffer.concat(chunks);
}

/** Reads a model's bytes. Throws a `ModelError` where they are no model or one of another version. */
export function readModel(bytes: Uint8Array, options: { readonly plain?: boolean } = {}): Model {
  const copy = bytes.slice();
  const start = new Uint32Array(copy.buffer, 0, 4);
  if (copy.length < 16 || start[0] !== MAGIC) throw new ModelError("This file is no language model.");
  if (start[1] !== VERSION)
    throw new ModelError(`This language model has format ${start[1]}; this version reads format ${VERSION}.`);
  const headerLength = start[2] as number;
  const count = start[3] as number;
  const description = JSON.parse(
    new TextDecoder().decode(copy.subarray(16, 16 + headerLength)),
  ) as Description;
  let at = 16 + headerLength + ((4 - (headerLength % 4)) % 4);
  const hashes = new Uint32Array(copy.buffer, at, count);
  at += count * 4;
  const arena = createArena((sizeOf(parametersOf(description.sizes)) * 2 + (1 << 22)) * 4);
  const weights = takeWeights(arena, description.sizes);
  readWeights(copy, at, weights);
  return {
    description,
    network: buildNetwork(arena, weights, options.plain ?? false),
    words: new Map(Array.from(hashes, (hash, index) => [hash, index + FIRST_WORD_ROW])),
    lemmas: new Map(Object.entries(description.lemmas)),
  };
}

/** Reads the model shipped with the package, or one from another file. */
export function loadModel(file: URL | string = new URL("../../models/english.bin", import.meta.url)): Model {
  return readModel(readFileSync(file));
}

function buildNetwork(arena: Arena, weights: Weights, plain: boolean): Network {
  return createNetwork(arena, createMatrices(arena, { plain }), weights);
}

function readWeights(bytes: Uint8Array, start: number, weights: Weights): void {
  const floats = weights.block.floats();
  let at = start;
  for (const { offset, rows, columns } of weights.parameters) {
    const length = rows * columns;
    if (rows === 1) {
      floats.set(new Float32Array(bytes.buffer.slice(at, at + length * 4)), offset);
      at += length * 4;
      continue;
    }
    const scales = new Float32Array(bytes.buffer.slice(at, at + rows * 4));
    at += rows * 4;
    const small = new Int8Array(bytes.buffer, at, length);
    for (let row = 0; row < rows; row++) {
      const scale = scales[row] as number;
      for (let column = 0; column < columns; column++)
        floats[offset + row * columns + column] = (small[row * columns + column] as number) * scale;
    }
    at += length;
  }
}
