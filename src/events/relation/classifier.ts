import { readFileSync } from "node:fs";
import { packageFile } from "../../vocabulary/index.ts";

/** FNV-1a over UTF-16 units: the same number everywhere. */
export function bucketOf(name: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % buckets;
}

/** A multinomial logistic regression over hashed features: one row of weights a bucket, one column a class. */
export interface Classifier {
  readonly classes: readonly string[];
  readonly buckets: number;
  /** `buckets × classes`, then one bias a class. */
  readonly weights: Float32Array;
}

/** The probability of each class, in the order of `classes`; they add up to 1. */
export function probabilitiesOf(
  features: ReadonlyMap<string, number>,
  { classes, buckets, weights }: Classifier,
): Float64Array {
  const k = classes.length;
  const scores = new Float64Array(k);
  for (let column = 0; column < k; column++) scores[column] = weights[buckets * k + column] ?? 0;
  for (const [name, value] of features) {
    const row = bucketOf(name, buckets) * k;
    for (let column = 0; column < k; column++)
      scores[column] = (scores[column] ?? 0) + value * (weights[row + column] ?? 0);
  }
  const top = Math.max(...scores);
  let sum = 0;
  for (let column = 0; column < k; column++) {
    scores[column] = Math.exp((scores[column] ?? 0) - top);
    sum += scores[column] ?? 0;
  }
  return scores.map((score) => score / sum);
}

const MAGIC = "MVRELATE1\n";

/** As bytes: a header line of JSON, then one signed byte a weight with one scale for all. */
export function writeClassifier({ classes, buckets, weights }: Classifier): Uint8Array {
  const scale =
    Math.max(
      1e-9,
      weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0),
    ) / 127;
  const head = Buffer.from(`${MAGIC}${JSON.stringify({ classes, buckets, scale })}\n`, "utf8");
  return Buffer.concat([
    head,
    Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / scale)).buffer),
  ]);
}

/** Reads what `writeClassifier` wrote. Throws where the bytes are something else. */
export function readClassifier(bytes: Uint8Array): Classifier {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.indexOf("\n", MAGIC.length);
  if (buffer.subarray(0, MAGIC.length).toString("utf8") !== MAGIC || end < 0)
    throw new Error("The relation model is not one that this program wrote.");
  const { classes, buckets, scale } = JSON.parse(buffer.subarray(MAGIC.length, end).toString("utf8")) as {
    classes: string[];
    buckets: number;
    scale: number;
  };
  const values = new Int8Array(buffer.buffer, buffer.byteOffset + end + 1, (buckets + 1) * classes.length);
  return { classes, buckets, weights: Float32Array.from(values, (value) => value * scale) };
}

/** The model that is shipped, `models/relation.bin`. */
export function loadRelationModel(): Classifier {
  return readClassifier(readFileSync(packageFile("models/relation.bin")));
}
