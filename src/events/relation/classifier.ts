import { readFileSync } from "node:fs";
import { hash } from "../../language/word-features.ts";
import { packageFile, packWeights, unpackWeights } from "../../vocabulary/index.ts";

/** The bucket that a feature's weights stand in. */
export function bucketOf(name: string, buckets: number): number {
  return hash(name) % buckets;
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

const MAGIC = "MVRELATE1";

export function writeClassifier({ classes, buckets, weights }: Classifier): Uint8Array {
  return packWeights(MAGIC, { header: { classes, buckets }, keys: [], weights });
}

/** Reads what `writeClassifier` wrote. Throws where the bytes are something else. */
export function readClassifier(bytes: Uint8Array): Classifier {
  const { header, weights } = unpackWeights<Pick<Classifier, "classes" | "buckets">>(
    MAGIC,
    "relation model",
    bytes,
    () => 0,
  );
  return { classes: header.classes, buckets: header.buckets, weights };
}

/** The model that is shipped, `models/relation.bin`. */
export function loadRelationModel(): Classifier {
  return readClassifier(readFileSync(packageFile("models/relation.bin")));
}
