/**
 * How fast English is parsed: `npx tsx bench/language.ts [--characters 600000] [--threads 2]`.
 *
 * Prints tokens a second with tags and trees, on one thread and on several, each beside wink-nlp's tags alone (no
 * tree) in the same run, and the bytes that a parsed token keeps. Ratios travel between machines; seconds do not.
 */
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { loadModel, type Model, parse, type Sentence } from "../src/language/index.ts";
import { benchTexts } from "./texts.ts";

const ROUNDS = 3;
const { values } = parseArgs({
  options: { characters: { type: "string", default: "600000" }, threads: { type: "string" } },
});
const { source, texts } = await benchTexts(Number(values.characters));
const threads = Number(values.threads ?? Math.max(2, availableParallelism()));
console.log(
  `${source}, ${texts.reduce((sum, { length }) => sum + length, 0).toLocaleString("en")} characters\n`,
);

const wink = winkNLP(model, ["sbd", "pos"]);
const tagged = (of: readonly string[]): number => {
  let count = 0;
  for (const text of of) count += wink.readDoc(text).tokens().out(wink.its.pos).length;
  return count;
};
const parsed = (of: readonly string[], by: Model): number => {
  let count = 0;
  for (const text of of) count += tokensIn(parse(text, by));
  return count;
};

// Each text is read once: both warm up on the first part and are measured, in turn, on the others.
const accelerated = loadModel();
const parts = Array.from({ length: ROUNDS + 1 }, (_, part) =>
  texts.filter((_text, at) => at % (ROUNDS + 1) === part),
);
tagged(parts[0] ?? []);
parsed(parts[0] ?? [], accelerated);
const spent: Record<"wink" | "ours", [tokens: number, seconds: number]> = { wink: [0, 0], ours: [0, 0] };
for (const part of parts.slice(1)) {
  add(spent.wink, () => tagged(part));
  add(spent.ours, () => parsed(part, accelerated));
}
const rates = { wink: spent.wink[0] / spent.wink[1], ours: spent.ours[0] / spent.ours[1] };
row("wink-nlp, tags alone", rates.wink);
row("tags and trees, one thread", rates.ours);
row(`tags and trees, ${threads} threads`, await onThreads(threads));

const before = heldBytes();
const kept = texts.map((text) => parse(text, accelerated));
const tokens = kept.reduce((sum, sentences) => sum + tokensIn(sentences), 0);
console.log(`\n${Math.round((heldBytes() - before) / tokens)} bytes are kept for a parsed token`);

const settled = process.memoryUsage().rss;
parsed(texts, accelerated);
const grown = process.memoryUsage().rss - settled;
console.log(`memory grows by ${(grown / 2 ** 20).toFixed(0)} MB when the texts are parsed once more`);

function tokensIn(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
}

/** Adds tokens and seconds of processor time, so that other work on the machine counts little. */
function add(to: [tokens: number, seconds: number], work: () => number): void {
  const started = process.cpuUsage();
  to[0] += work();
  const { user, system } = process.cpuUsage(started);
  to[1] += (user + system) / 1e6;
}

/** Tokens a second of wall time when the texts are shared out among worker threads. */
async function onThreads(count: number): Promise<number> {
  // A worker starts without the loader that lets Node read TypeScript.
  const code = `import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))})
    .then(({ register }) => register())
    .then(() => import(${JSON.stringify(new URL("language-worker.ts", import.meta.url).href)}));`;
  const workers = Array.from({ length: count }, () => new Worker(code, { eval: true }));
  await Promise.all(workers.map((worker) => once(worker, "message")));
  const run = async (): Promise<number> => {
    const answers = workers.map((worker) => once(worker, "message"));
    workers.forEach((worker, at) => {
      worker.postMessage(texts.filter((_, index) => index % count === at));
    });
    const counts = (await Promise.all(answers)) as [number][];
    return counts.reduce((sum, [tokensOfOne]) => sum + tokensOfOne, 0);
  };
  await run();
  const started = performance.now();
  const done = await run();
  const rate = done / ((performance.now() - started) / 1000);
  await Promise.all(workers.map((worker) => worker.terminate()));
  return rate;
}

function heldBytes(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function row(name: string, rate: number): void {
  const ratio = (rate / rates.wink).toFixed(2);
  console.log(
    `${name.padEnd(30)} ${Math.round(rate).toLocaleString("en").padStart(9)} tokens a second  ${ratio} of wink-nlp`,
  );
}
