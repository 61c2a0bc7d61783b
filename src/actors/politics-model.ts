import { readFileSync } from "node:fs";
import { packageFile, packWeights, unpackWeights } from "../vocabulary/index.ts";

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

/** A model that knows nothing: every sentence may speak of politics. */
export const WITHOUT_POLITICS: PoliticsModel = {
  intercept: 0,
  unknownWord: 0,
  features: new Map(),
  words: new Map(),
};

const MAGIC = "MVPOLITICS1";

interface Header {
  readonly intercept: number;
  readonly unknownWord: number;
  readonly features: number;
  readonly words: number;
}

export function writePoliticsModel({ intercept, unknownWord, features, words }: PoliticsModel): Uint8Array {
  return packWeights<Header>(MAGIC, {
    header: { intercept, unknownWord, features: features.size, words: words.size },
    keys: [...features.keys(), ...words.keys()],
    weights: Float32Array.from([...features.values(), ...words.values()]),
  });
}

/** Reads what `writePoliticsModel` wrote. Throws where the bytes are something else. */
export function readPoliticsModel(bytes: Uint8Array): PoliticsModel {
  const { header, keys, weights } = unpackWeights<Header>(
    MAGIC,
    "model of politics",
    bytes,
    ({ features, words }) => features + words,
  );
  const rows = keys.map((key, at): [number, number] => [key, weights[at] ?? 0]);
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
