/**
 * What finding actors costs beside parsing: `npx tsx bench/actors.ts [--characters 800000]`.
 *
 * Prints the time for actors as a share of the time for parsing the same texts, with the package's tables and with
 * 100,000 further names, each on the second reading of the texts, which must be long enough for the code to be compiled by
 * then. The ratio travels between machines; seconds do not.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type ActorTables, findActors, loadActorTables } from "../src/actors/index.ts";
import { loadModel, parse, type Sentence } from "../src/language/index.ts";
import { benchTexts } from "./texts.ts";

const FURTHER_NAMES = 100_000;
const { values } = parseArgs({ options: { characters: { type: "string", default: "800000" } } });
const { source, texts } = await benchTexts(Number(values.characters));
const model = loadModel();
console.log(
  `${source}, ${texts.reduce((sum, { length }) => sum + length, 0).toLocaleString("en")} characters\n`,
);

for (const text of texts) parse(text, model);
const started = performance.now();
const parsed = texts.map((text) => parse(text, model));
const parsing = performance.now() - started;

row("the package's tables", loadActorTables());
const folder = mkdtempSync(join(tmpdir(), "bench-actors-"));
const path = join(folder, "many.toml");
writeFileSync(
  path,
  `group = [\n${Array.from({ length: FURTHER_NAMES }, (_, at) => group(at)).join(",\n")}\n]\n`,
);
row(`and ${FURTHER_NAMES.toLocaleString("en")} further names`, loadActorTables({ extra: [path] }));
rmSync(folder, { recursive: true });

function group(at: number): string {
  const name = `${word(at)} ${word(at * 7 + 3)} Front`;
  return `{ code = "G${at}", name = "${name}", state = "USA", sector = "REB" }`;
}

/** A made-up word, another for each number. */
function word(at: number): string {
  const syllables = ["ka", "lo", "mi", "ta", "ru", "ne", "so", "vi", "pa", "du"];
  const digits = String(at)
    .split("")
    .map((digit) => syllables[Number(digit)] ?? "");
  const joined = digits.join("");
  return joined.slice(0, 1).toUpperCase() + joined.slice(1);
}

function row(label: string, tables: ActorTables): void {
  find(parsed, tables);
  const from = performance.now();
  const mentions = find(parsed, tables);
  const share = (performance.now() - from) / parsing;
  console.log(
    `${label.padEnd(30)} ${(100 * share).toFixed(1)} % of parsing, ${mentions.toLocaleString("en")} mentions`,
  );
}

function find(of: readonly (readonly Sentence[])[], tables: ActorTables): number {
  return of.reduce(
    (sum, sentences, at) =>
      sum + findActors(sentences, { text: texts[at] ?? "", published: "2024-01-01" }, tables).length,
    0,
  );
}
