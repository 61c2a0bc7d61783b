/**
 * Measures the coder on every gold set beside the checkout and holds each figure to its floor in `floors.json`:
 *
 *   npm run evaluate                 every figure beside its floor; exit code 1 where one is below
 *   npm run evaluate -- articles     only the sets whose name holds a word
 *   npm run evaluate -- --show gsr   with the rows that come out otherwise
 *
 * Skips, saying so, where `../shared` is absent.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { actorFigures } from "./actors.ts";
import { articleFigures } from "./articles.ts";
import { confidenceFigures } from "./confidence.ts";
import { dateFigures } from "./dates.ts";
import { factualityFigures } from "./factuality.ts";
import { type Figures, SHARED } from "./material.ts";
import { scoreMeasures } from "./measures.ts";
import { readingFigures } from "./readings.ts";
import { relationFigures } from "./relation.ts";
import { gsrFigures, raterFigures } from "./sentences.ts";
import { storyFigures } from "./stories.ts";

type Show = ((line: string) => void) | undefined;

const SETS: Readonly<Record<string, (show: Show) => Figures | Promise<Figures>>> = {
  gsr: gsrFigures,
  multirater: raterFigures,
  articles: articleFigures,
  readings: readingFigures,
  confidence: confidenceFigures,
  relation: relationFigures,
  factuality: factualityFigures,
  dates: (show) => dateFigures((figure, line) => show?.(`${figure}: ${line}`)),
  stories: (show) => storyFigures((line) => show?.(line)),
  actors: (show) => actorFigures((figure, line) => show?.(`${figure}: ${line}`)),
  measures: async () => {
    const scores = (await scoreMeasures()) ?? [];
    const [matched, total] = scores.reduce(([a, b], row) => [a + row.matched, b + row.total], [0, 0]);
    return { "measures that match the published ones": total === 0 ? 0 : matched / total };
  },
};

/** Shares of mistakes: their floor is a ceiling. */
const LOWER_IS_BETTER: ReadonlySet<string> = new Set([
  "actors/false-actors",
  "confidence calibration error, cross-validated",
  "confidence Brier score, cross-validated",
]);

const { values, positionals } = parseArgs({
  options: { show: { type: "boolean", default: false } },
  allowPositionals: true,
});
if (SHARED === null) {
  console.log("skipped: the gold sets are not in ../shared beside the checkout.");
  process.exit(0);
}
const floors = JSON.parse(readFileSync(new URL("floors.json", import.meta.url), "utf8")) as Record<
  string,
  number
>;
let below = 0;
let held = 0;
for (const [name, measure] of Object.entries(SETS)) {
  if (positionals.length > 0 && !positionals.some((word) => name.includes(word))) continue;
  const figures = await measure(values.show ? console.log : undefined);
  for (const [figure, value] of Object.entries(figures)) {
    const floor = floors[figure];
    const fell =
      floor !== undefined && (LOWER_IS_BETTER.has(figure) ? value > floor + 1e-9 : value < floor - 1e-9);
    if (fell) below += 1;
    else held += 1;
    const beside = floor === undefined ? "" : `  floor ${floor.toFixed(3)}${fell ? "  BELOW" : ""}`;
    console.log(`${figure.padEnd(56)} ${value.toFixed(3)}${beside}`);
  }
}
console.log(`\n${held} passed, ${below} failed`);
process.exitCode = below > 0 ? 1 : 0;
