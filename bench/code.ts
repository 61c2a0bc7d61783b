/**
 * What `code` costs from text to records on one thread, as ratios over the same text: `npx tsx bench/code.ts
 * [--characters 400000]`. Beside a bare pass of the tokeniser, and beside the parser alone. The ratios travel between
 * machines; sentences a second do not.
 */
import { parseArgs } from "node:util";
import { loadActorTables } from "../src/actors/index.ts";
import { codeDocument, loadLexicon } from "../src/events/index.ts";
import { loadModel, parse, splitSentences, tokenize } from "../src/language/index.ts";
import { benchTexts } from "./texts.ts";

const { values } = parseArgs({ options: { characters: { type: "string", default: "400000" } } });
const { source, texts } = await benchTexts(Number(values.characters));
const model = loadModel();
const coder = { model, tables: loadActorTables(), lexicon: loadLexicon() };

function tokenised(text: string): number {
  const sentences = splitSentences(text);
  for (const { start, end } of sentences) tokenize(text, start, end);
  return sentences.length;
}

let records = 0;
function coded(text: string): number {
  const { events, ties, sentences } = codeDocument(
    {
      id: "d_bench",
      title: null,
      outlet: null,
      author: null,
      url: null,
      published: "2020-01-01",
      language: "en",
      text,
    },
    coder,
  );
  records += events.length + ties.length;
  return sentences;
}

/** Sentences a second of processor time; the first texts are a warm-up. */
function rate(pass: (text: string) => number): number {
  for (const text of texts.slice(0, 5)) pass(text);
  const before = process.cpuUsage();
  const sentences = texts.reduce((sum, text) => sum + pass(text), 0);
  const { user, system } = process.cpuUsage(before);
  return sentences / ((user + system) / 1e6);
}

const bare = rate(tokenised);
const parsing = rate((text) => parse(text, model).length);
records = 0;
const coding = rate(coded);
console.log(`${source}; ${records.toLocaleString("en")} records\n`);
console.log(`tokeniser alone   ${Math.round(bare).toLocaleString("en").padStart(8)} sentences a second`);
console.log(`parser alone      ${Math.round(parsing).toLocaleString("en").padStart(8)} sentences a second`);
console.log(`code, to records  ${Math.round(coding).toLocaleString("en").padStart(8)} sentences a second`);
console.log(`\ncode : tokeniser  ${(coding / bare).toFixed(4)}`);
console.log(`code : parser     ${(coding / parsing).toFixed(3)}`);
