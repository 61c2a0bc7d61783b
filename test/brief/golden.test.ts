import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import {
  balanceFigure,
  composeBrief,
  renderBriefHtml,
  renderBriefMarkdown,
  seriesFigure,
} from "../../src/brief/index.ts";
import { sampleInput } from "./sample-brief.ts";

const FOLDER = new URL("golden/", import.meta.url);

/** Compares with the golden file, which is written where it is missing, though never on a build machine. */
function matchesGolden(name: string, text: string): void {
  const path = new URL(name, FOLDER);
  if (!existsSync(path) && process.env.CI === undefined) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path, text);
  }
  assert.equal(
    text,
    readFileSync(path, "utf8"),
    `${name} differs; delete it and run the test again to accept the change`,
  );
}

const full = composeBrief(sampleInput());
const empty = composeBrief(sampleInput({ documents: [], events: [], ties: [], observations: [] }));
const three = composeBrief(
  sampleInput({ question: { ...sampleInput().question, powers: ["BOR", "CES", "DEL"], since: null } }),
);

test("the brief as a page", () => matchesGolden("full.html", renderBriefHtml(full)));
test("the brief as Markdown", () => matchesGolden("full.md", renderBriefMarkdown(full)));
test("the balance as a figure", () => matchesGolden("balance.svg", balanceFigure(full)));
test("the series as a figure", () => matchesGolden("series.svg", seriesFigure(full)));
test("the brief of an empty ledger", () => matchesGolden("empty.md", renderBriefMarkdown(empty)));
test("the balance of an empty ledger", () => matchesGolden("empty-balance.svg", balanceFigure(empty)));
test("the series of an empty ledger", () => matchesGolden("empty-series.svg", seriesFigure(empty)));
test("the brief between three powers", () => matchesGolden("three.md", renderBriefMarkdown(three)));
test("the balance between three powers on a phone", () =>
  matchesGolden("three-narrow.svg", balanceFigure(three, "narrow")));
