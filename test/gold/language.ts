/**
 * Holds the parser to its floors on the treebanks: `npx tsx test/gold/language.ts [--data <folder>]`. Prints each figure
 * beside its floor and ends with exit code 1 where one is below. Skips, saying so, where the treebanks are absent.
 */
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadModel } from "../../src/language/index.ts";
import { parsed, segmentationScores, tripleScore, wordScores } from "../../training/scores.ts";
import { readTreebanks, treebankFolder } from "../../training/treebank.ts";

const FIGURES = ["upos", "lemma", "features", "uas", "las", "triples", "tokens", "sentences"] as const;
type Figures = Readonly<Record<(typeof FIGURES)[number], number>>;

interface Floors {
  readonly megabytes: number;
  readonly sets: Readonly<Record<string, Figures>>;
}

const { values } = parseArgs({ options: { data: { type: "string" } } });
const folder = treebankFolder(values.data);
if (folder === null) {
  console.log("skipped: language floors, because the treebanks are not in ../shared/data/ud.");
  process.exit(0);
}
const floors = JSON.parse(readFileSync(new URL("language-floors.json", import.meta.url), "utf8")) as Floors;
const model = loadModel();
const { ewtDev, gumDev, news } = readTreebanks(folder);
let below = 0;
for (const [name, examples] of Object.entries({ "EWT dev": ewtDev, "GUM dev": gumDev, news })) {
  const pairs = parsed(examples, model);
  const raw = segmentationScores(examples, model);
  const found: Figures = {
    ...wordScores(pairs),
    triples: tripleScore(pairs).f1,
    tokens: raw.tokens.f1,
    sentences: raw.sentences.f1,
  };
  for (const figure of FIGURES) {
    const floor = floors.sets[name]?.[figure];
    if (floor === undefined) throw new Error(`language-floors.json has no floor for ${figure} on ${name}.`);
    report(
      `${name} ${figure}`,
      (found[figure] * 100).toFixed(2),
      (floor * 100).toFixed(2),
      found[figure] >= floor,
    );
  }
}
const file = fileURLToPath(new URL("../../models/english.bin", import.meta.url));
const megabytes = statSync(file).size / 1e6;
report(
  "megabytes (at most)",
  megabytes.toFixed(2),
  floors.megabytes.toFixed(2),
  megabytes <= floors.megabytes,
);
console.log(
  below === 0 ? "Every figure stands on or above its floor." : `${below} figures are below their floors.`,
);
process.exit(below === 0 ? 0 : 1);

function report(name: string, found: string, floor: string, holds: boolean): void {
  if (!holds) below++;
  console.log(
    `${holds ? "holds" : "BELOW"}  ${name.padEnd(22)} ${found.padStart(6)}  floor ${floor.padStart(6)}`,
  );
}
