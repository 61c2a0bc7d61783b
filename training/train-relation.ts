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
import { BUCKETS, type Labelled, trainClassifier } from "./relation-classifier.ts";
import {
  CLASSES,
  goldSentences,
  labelled,
  ownSentences,
  type RelationSentence,
  weighed,
} from "./relation-sentences.ts";

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
let read = 0;
const rowsOf = (sentences: readonly RelationSentence[]): Labelled[] =>
  sentences.flatMap((sentence) => {
    if (process.stderr.isTTY && read++ % 50 === 0)
      process.stderr.write(`\rread ${read} of ${gold.length + own.length}`);
    return labelled(sentence, coder) ?? [];
  });
const classifier = trainClassifier(weighed(rowsOf(gold), rowsOf(own)), CLASSES, BUCKETS);
writeFileSync(values.out, writeClassifier(classifier));
console.error(`\nWrote ${values.out}.`);
