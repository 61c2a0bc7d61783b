/**
 * Scores the shipped model: `npm run evaluate:language -- [--data <folder>] [--model models/english.bin]`.
 * Prints tags, lemmas, features and attachment on the treebanks' words (labels without subtypes, punctuation counted),
 * whole subject-verb-object triples, F1 of each relation, tokens and sentences on raw text, size, loading and speed.
 */
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadModel, parse, textOf } from "../src/language/index.ts";
import { parsed, relationScores, segmentationScores, tripleScore, wordScores } from "./scores.ts";
import { readTreebanks, treebankFolder } from "./treebank.ts";

const RELATIONS = [
  ...[
    "nsubj",
    "nsubj:pass",
    "obj",
    "iobj",
    "obl",
    "obl+case",
    "obl:agent",
    "nmod",
    "xcomp",
    "ccomp",
    "advcl",
  ],
  ...["acl:relcl", "conj", "appos", "flat", "compound", "aux:pass", "neg", "root"],
];

const { values } = parseArgs({ options: { data: { type: "string" }, model: { type: "string" } } });
const folder = treebankFolder(values.data);
if (folder === null) {
  console.log(
    "skipped: no treebanks found. Give their folder with --data, or put them into ../shared/data/ud.",
  );
  process.exit(0);
}
const file = values.model ?? fileURLToPath(new URL("../models/english.bin", import.meta.url));
const loading = performance.now();
const model = loadModel(file);
const loadedIn = performance.now() - loading;
const { ewtDev, gumDev, news } = readTreebanks(folder);
const sets = { "EWT dev": ewtDev, "GUM dev": gumDev, news };
const pairs = new Map(Object.entries(sets).map(([name, examples]) => [name, parsed(examples, model)]));

console.log("set        words   UPOS  lemma  features    UAS    LAS  triples     n");
for (const [name, ours] of pairs) {
  const { words, upos, lemma, features, uas, las } = wordScores(ours);
  const triples = tripleScore(ours);
  console.log(
    `${name.padEnd(9)} ${count(words, 6)}  ${per(upos)}  ${per(lemma)}     ${per(features)}  ${per(uas)}  ${per(las)}    ${per(triples.f1)}  ${count(triples.n, 4)}`,
  );
}

console.log("\nraw text   token F1   sentence F1");
for (const [name, examples] of Object.entries(sets)) {
  const { tokens, sentences } = segmentationScores(examples, model);
  console.log(`${name.padEnd(9)}     ${per(tokens.f1)}         ${per(sentences.f1)}`);
}

console.log(`\nrelation      ${[...pairs.keys()].map((name) => `${name.padStart(9)} F1     n`).join("  ")}`);
const byRelation = [...pairs.values()].map(relationScores);
for (const relation of RELATIONS) {
  const cells = byRelation.map((scores) => {
    const { f1, n } = scores.get(relation) ?? { f1: 0, n: 0 };
    return `${(n === 0 ? "–" : per(f1)).padStart(12)}  ${count(n, 4)}`;
  });
  console.log(`${relation.padEnd(14)}${cells.join("  ")}`);
}

const text = ewtDev.map(textOf).join(" ");
parse(text.slice(0, 20000), model);
const started = process.cpuUsage();
const tokens = parse(text, model).reduce((sum, sentence) => sum + sentence.tokens.length, 0);
const { user, system } = process.cpuUsage(started);
console.log(
  `\nmodel: ${(statSync(file).size / 1e6).toFixed(2)} MB, loads in ${loadedIn.toFixed(0)} ms; ` +
    `${Math.round(tokens / ((user + system) / 1e6))} tokens a second of processor time with tags and trees on this machine`,
);

function per(share: number): string {
  return (share * 100).toFixed(1).padStart(5);
}

function count(number: number, width: number): string {
  return String(number).padStart(width);
}
