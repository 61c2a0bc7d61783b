/**
 * What `code` costs from text to records, as ratios over the same text: `npx tsx bench/code.ts
 * [--characters 400000] [--threads 2]`.
 *
 * On one thread in processor time, beside a bare pass of the tokeniser and beside the parser alone; on several in wall
 * time, beside one; and what memory is held more after the texts are coded again. The ratios travel between machines;
 * sentences a second do not.
 */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { codingThreads } from "../src/cli/coding-threads.ts";
import { inOrder } from "../src/cli/in-order.ts";
import { loadCoder } from "../src/coder.ts";
import { codeDocument } from "../src/events/index.ts";
import { parse, splitSentences, tokenize } from "../src/language/index.ts";
import { type Document, Problem } from "../src/vocabulary/index.ts";
import { benchTexts } from "./texts.ts";

const { values } = parseArgs({
  options: { characters: { type: "string", default: "400000" }, threads: { type: "string" } },
});
const { source, texts } = await benchTexts(Number(values.characters));
const coder = loadCoder();

function tokenised(text: string): number {
  const sentences = splitSentences(text);
  for (const { start, end } of sentences) tokenize(text, start, end);
  return sentences.length;
}

function documentOf(text: string): Document {
  const bare = { title: null, outlet: null, author: null, url: null, language: "en" };
  return { ...bare, id: "d_bench", published: "2020-01-01", text };
}

let records = 0;
function coded(text: string): number {
  const { events, ties, sentences } = codeDocument(documentOf(text), coder);
  records += events.length + ties.length;
  return sentences;
}

/** Sentences a second of processor time; the first texts are a warm-up. */
function rate(pass: (text: string) => number): number {
  for (const text of texts.slice(0, 40)) pass(text);
  const before = process.cpuUsage();
  const sentences = texts.reduce((sum, text) => sum + pass(text), 0);
  const { user, system } = process.cpuUsage(before);
  return sentences / ((user + system) / 1e6);
}

/** Sentences a second of wall time on a number of threads that have coded the texts once before. */
async function rateOn(threads: number): Promise<number> {
  const pool = codingThreads(coder, { threads, loadedWith: {}, aloneCharacters: 0 });
  const [first = ""] = texts;
  while (threads > 1 && pool.atOnce() === 1) await pool.code(documentOf(first.slice(0, 2000)));
  async function* documents(): AsyncGenerator<Document> {
    for (const text of texts) yield documentOf(text);
  }
  const run = async (): Promise<number> => {
    let sentences = 0;
    for await (const [, coded] of inOrder(documents(), pool.code, pool.atOnce)) {
      if (coded instanceof Problem) throw coded;
      sentences += coded.sentences;
    }
    return sentences;
  };
  await run();
  const started = performance.now();
  const sentences = await run();
  const seconds = (performance.now() - started) / 1000;
  await pool.close();
  return sentences / seconds;
}

const bare = rate(tokenised);
const parsing = rate((text) => parse(text, coder.model).length);
records = 0;
const coding = rate(coded);
const settled = process.memoryUsage().rss;
for (const text of texts) coded(text);
const grown = (process.memoryUsage().rss - settled) / 2 ** 20;
const threads = Number(values.threads ?? Math.max(2, availableParallelism()));
const [alone, together] = [await rateOn(1), await rateOn(threads)];

const row = (name: string, sentences: number): void =>
  console.log(
    `${name.padEnd(22)} ${Math.round(sentences).toLocaleString("en").padStart(8)} sentences a second`,
  );
console.log(`${source}; ${records.toLocaleString("en")} records\n`);
row("tokeniser alone", bare);
row("parser alone", parsing);
row("code, to records", coding);
row(`code, on ${threads} threads`, together);
console.log(`\ncode : tokeniser          ${(coding / bare).toFixed(4)}`);
console.log(`code : parser             ${(coding / parsing).toFixed(3)}`);
console.log(`${threads} threads : one           ${(together / alone).toFixed(2)}`);
console.log(`memory grows by ${grown.toFixed(0)} MB when the texts are coded once more`);
