/**
 * Trains what `multivector relate` goes by and writes `models/relation.bin`.
 *
 *   npm run train:relation -- [--shared ../shared] [--out models/relation.bin]
 *
 * From sentences of our own (`training/relations`) and, where they lie beside the checkout, the development halves
 * of the PLOVER gold sets. The same input gives the same model.
 */
import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadActorTables } from "../src/actors/index.ts";
import { loadLexicon } from "../src/events/index.ts";
import { writeClassifier } from "../src/events/relation/classifier.ts";
import { loadModel } from "../src/language/index.ts";
import { trainClassifier } from "./relation-classifier.ts";
import { CLASSES, goldSentences, labelled, ownSentences } from "./relation-sentences.ts";

export const BUCKETS = 1 << 14;

const { values } = parseArgs({
  options: {
    shared: { type: "string", default: "../shared" },
    out: { type: "string", default: "models/relation.bin" },
  },
});
const coder = { model: loadModel(), tables: loadActorTables(), lexicon: loadLexicon() };
const gold = existsSync(values.shared)
  ? ["plv.jsonl", "plover_gsr_cameo.jsonl"].flatMap((file) => goldSentences(values.shared, file))
  : [];
const own = ownSentences();
console.error(`${gold.length} sentences of the gold sets, ${own.length} of our own.`);
const rows = [...gold, ...own].flatMap((sentence, at, all) => {
  if (process.stderr.isTTY && at % 50 === 0) process.stderr.write(`\rread ${at} of ${all.length}`);
  return labelled(sentence, coder) ?? [];
});
const classifier = trainClassifier(rows, CLASSES, BUCKETS);
writeFileSync(values.out, writeClassifier(classifier));
console.error(`\nWrote ${values.out}.`);
