/**
 * Codes the probes and prints, per class, how many have every stated field right, and what is wrong with the rest.
 * `npx tsx test/probes/score.ts [class …]`
 */
import { pathToFileURL } from "node:url";
import { loadActorTables } from "../../src/actors/index.ts";
import { documentOf } from "../../src/documents/index.ts";
import { type Coder, codeDocument, loadLexicon } from "../../src/events/index.ts";
import { loadModel } from "../../src/language/index.ts";
import { judge, type Verdict } from "./judge.ts";
import { PROBE_CLASSES, type ProbeClass, readProbes } from "./probe.ts";

/** How a class of probes fared: `right` have every stated field right; `clean` of them have nothing beyond it. */
export interface ClassScore {
  readonly name: ProbeClass;
  readonly probes: number;
  readonly right: number;
  readonly clean: number;
  readonly verdicts: readonly Verdict[];
}

/** Codes every probe of a class as a document of its own. */
export function scoreClass(name: ProbeClass, coder: Coder): ClassScore {
  const verdicts = readProbes(name).map((probe) => {
    const document = documentOf({ text: probe.text, published: probe.date ?? null });
    const { events, ties } = codeDocument(document, coder);
    return judge(probe, events, ties);
  });
  const right = verdicts.filter(({ wrong }) => wrong.length === 0);
  return {
    name,
    probes: verdicts.length,
    right: right.length,
    clean: right.filter(({ surplus }) => surplus.length === 0).length,
    verdicts,
  };
}

function print({ name, probes, right, clean, verdicts }: ClassScore): void {
  console.log(
    `\n${name}: ${right} of ${probes} right (${(right / probes).toFixed(2)}), ${clean} of them clean`,
  );
  for (const { probe, wrong, surplus } of verdicts) {
    if (wrong.length === 0) continue;
    console.log(`  ${probe.text}`);
    for (const fault of wrong) console.log(`    ${fault}`);
    for (const row of surplus) console.log(`    besides: ${row}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const wanted = process.argv.slice(2);
  const classes = PROBE_CLASSES.filter((name) => wanted.length === 0 || wanted.includes(name));
  const coder: Coder = { model: loadModel(), tables: loadActorTables(), lexicon: loadLexicon() };
  const scores = classes.map((name) => scoreClass(name, coder));
  for (const score of scores) print(score);
  const total = scores.reduce((sum, { probes }) => sum + probes, 0);
  const right = scores.reduce((sum, score) => sum + score.right, 0);
  console.log(`\nall: ${right} of ${total} right (${(right / total).toFixed(2)})`);
}
