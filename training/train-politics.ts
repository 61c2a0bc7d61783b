/**
 * Trains what tells politics from sports, culture, business, nature and weather, and writes `models/politics.bin`.
 *
 *   npm run train:politics -- [--out models/politics.bin]
 *
 * From sentences of our own alone, `training/topics` and `training/relations`; those of `test/actors/apolitical.txt` are
 * kept for measuring. The same input gives the same model. Prints what comes of it on folds that the weights have not
 * seen.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse as parseToml } from "smol-toml";
import { z } from "zod";
import { loadActorTables } from "../src/actors/index.ts";
import { APOLITICAL_BELOW } from "../src/actors/politics.ts";
import { WITHOUT_POLITICS, writePoliticsModel } from "../src/actors/politics-model.ts";
import { loadModel } from "../src/language/index.ts";
import { oddsOf, type PoliticsRow, readRow, trainPolitics, wordVectorsOf } from "./politics-classifier.ts";
import { ownSentences } from "./relation-sentences.ts";

const FOLDS = 5;
/** The sentences about relations are many and plainly political. */
const RELATION_WEIGHT = 0.5;

const Topic = z.strictObject({ topic: z.string(), political: z.boolean(), sentence: z.array(z.string()) });
const { values } = parseArgs({ options: { out: { type: "string", default: "models/politics.bin" } } });
const folder = join(import.meta.dirname, "topics");
const topics = readdirSync(folder)
  .sort()
  .map((file) => Topic.parse(parseToml(readFileSync(join(folder, file), "utf8"))));
const sentences = [
  ...topics.flatMap(({ topic, political, sentence }) =>
    sentence.map((text) => ({ topic, text, political, weight: 1 })),
  ),
  ...ownSentences().map(({ text }) => ({
    topic: "relations",
    text,
    political: true,
    weight: RELATION_WEIGHT,
  })),
];
const model = loadModel();
const tables = loadActorTables({ politics: WITHOUT_POLITICS });
const vectors = wordVectorsOf(new URL("../models/english.bin", import.meta.url));
const rows = sentences.map((sentence) => ({
  ...sentence,
  row: readRow(sentence.text, sentence.political, sentence.weight, model, tables, vectors),
}));
console.error(`${rows.length} sentences.`);

const judged = new Map<string, { apolitical: number; of: number }>();
for (let fold = 0; fold < FOLDS; fold++) {
  const isHeld = (at: number): boolean => at % FOLDS === fold;
  const fitted = trainPolitics(
    rows.filter((_, at) => !isHeld(at)).map(({ row }) => row),
    vectors,
  );
  for (const { topic, row } of rows.filter((_, at) => isHeld(at))) {
    const { apolitical = 0, of = 0 } = judged.get(topic) ?? {};
    const isApolitical = oddsOf(row, fitted) < APOLITICAL_BELOW;
    judged.set(topic, { apolitical: apolitical + (isApolitical ? 1 : 0), of: of + 1 });
  }
}
for (const [topic, { apolitical, of }] of judged)
  console.error(`${topic.padEnd(24)} ${((100 * apolitical) / of).toFixed(1)} % of ${of} judged apolitical`);
const all: PoliticsRow[] = rows.map(({ row }) => row);
writeFileSync(values.out, writePoliticsModel(trainPolitics(all, vectors)));
console.error(`Wrote ${values.out}.`);
