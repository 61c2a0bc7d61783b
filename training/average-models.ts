/**
 * The mean of several models that training made one from the other: `npm run train:average -- <model> <model> …
 * [--out models/english.bin]`. Networks on one path of training lie in one valley, and what lies between them reads better
 * than either (Wortsman et al. 2022, "Model soups").
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readTrained, writeModel } from "../src/language/model-file.ts";

const { values, positionals } = parseArgs({
  options: { out: { type: "string", default: "models/english.bin" } },
  allowPositionals: true,
});
const models = positionals.map((file) => readTrained(readFileSync(file)));
const [first, ...others] = models;
if (first === undefined || others.length === 0) {
  console.error("Name at least two models: npm run train:average -- a.bin b.bin");
  process.exit(2);
}
const shape = ({ description, wordHashes, vectorHashes }: (typeof models)[number]): string =>
  JSON.stringify([
    description.sizes,
    description.tags,
    description.labels,
    [...wordHashes],
    [...vectorHashes],
  ]);
if (others.some((other) => shape(other) !== shape(first))) {
  console.error("These models have different sizes, words, tags or relations: their mean would say nothing.");
  process.exit(1);
}
const weights = first.weights.map(
  (_, at) => models.reduce((sum, model) => sum + (model.weights[at] ?? 0), 0) / models.length,
);
writeFileSync(values.out, writeModel({ ...first, weights }));
console.error(`Wrote ${values.out}.`);
