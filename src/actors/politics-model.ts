import { readFileSync } from "node:fs";
import { packageFile } from "../vocabulary/index.ts";

/** How much each feature and each word says that a sentence is about politics, in log odds. */
export interface PoliticsModel {
  readonly intercept: number;
  /** A word that has no vector. */
  readonly unknownWord: number;
  /** By the hash of a feature's name. */
  readonly features: ReadonlyMap<number, number>;
  /** By the hash of a word's key: what its vector says. */
  readonly words: ReadonlyMap<number, number>;
}

const MAGIC = "MVPOLITICS1\n";

/** As bytes: a header line of JSON, hashes, then one signed byte a weight with one scale for all. */
export function writePoliticsModel({ intercept, unknownWord, features, words }: PoliticsModel): Uint8Array {
  const weights = [...features.values(), ...words.values()];
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127;
  const header = { intercept, unknownWord, scale, features: features.size, words: words.size };
  const numbers = Buffer.alloc(weights.length * 4);
  [...features.keys(), ...words.keys()].forEach((key, at) => {
    numbers.writeUInt32LE(key, at * 4);
  });
  return Buffer.concat([
    Buffer.from(`${MAGIC}${JSON.stringify(header)}\n`, "utf8"),
    numbers,
    Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / scale)).buffer),
  ]);
}

/** Reads what `writePoliticsModel` wrote. Throws where the bytes are something else. */
export function readPoliticsModel(bytes: Uint8Array): PoliticsModel {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.indexOf("\n", MAGIC.length);
  if (buffer.subarray(0, MAGIC.length).toString("utf8") !== MAGIC || end < 0)
    throw new Error("The model of politics is not one that this program wrote.");
  const header = JSON.parse(buffer.subarray(MAGIC.length, end).toString("utf8")) as {
    intercept: number;
    unknownWord: number;
    scale: number;
    features: number;
    words: number;
  };
  const count = header.features + header.words;
  const rows = Array.from({ length: count }, (_, at): [number, number] => [
    buffer.readUInt32LE(end + 1 + at * 4),
    buffer.readInt8(end + 1 + count * 4 + at) * header.scale,
  ]);
  return {
    intercept: header.intercept,
    unknownWord: header.unknownWord,
    features: new Map(rows.slice(0, header.features)),
    words: new Map(rows.slice(header.features)),
  };
}

/** The model that is shipped, `models/politics.bin`. */
export function loadPoliticsModel(): PoliticsModel {
  return readPoliticsModel(readFileSync(packageFile("models/politics.bin")));
}
