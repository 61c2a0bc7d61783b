import type { TrainedModel } from "../src/language/model-file.ts";
import { parametersOf, type Sizes } from "../src/language/parameters.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Whether a model has the words, tags and relations of a vocabulary, in its order. */
export function sameWords({ description, wordHashes }: TrainedModel, vocabulary: Vocabulary): boolean {
  const same = <Entry>(a: ArrayLike<Entry>, b: ArrayLike<Entry>): boolean =>
    a.length === b.length && Array.from(a).every((entry, at) => entry === b[at]);
  return (
    same(wordHashes, vocabulary.wordHashes) &&
    same(description.tags, vocabulary.tags) &&
    same(description.labels, vocabulary.labels)
  );
}

/**
 * Lays a model's weights over a larger network's: inputs that the model does not have, as those of word vectors,
 * begin without weight, so that the network says at first what the model says.
 */
export function layOver(model: TrainedModel, sizes: Sizes, theta: Float32Array): void {
  const old = new Map(parametersOf(model.description.sizes).map((parameter) => [parameter.name, parameter]));
  for (const { name, offset, rows, columns } of parametersOf(sizes)) {
    if (name === "vectors") continue;
    const from = old.get(name);
    if (from === undefined || from.columns !== columns || from.rows > rows)
      throw new RangeError(`"${name}" of the model does not fit.`);
    theta.fill(0, offset, offset + rows * columns);
    theta.set(model.weights.subarray(from.offset, from.offset + from.rows * columns), offset);
  }
}
