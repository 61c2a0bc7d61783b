import assert from "node:assert/strict";
import { test } from "node:test";
import { loadModel } from "../language/index.ts";
import { datelinesIn, parseReport, withoutDatelines } from "./datelines.ts";

test("a dateline ends before the report begins", () => {
  for (const [text, report] of [
    ["MINSK, July 8 (Outlet) — Belarus began a drill.", "Belarus began a drill."],
    ["NUR-SULTAN — Xi Jinping came.", "Xi Jinping came."],
    ["BREST, Belarus, July 10, 2024 (Wire) — Soldiers met.", "Soldiers met."],
    ["WASHINGTON (Wire) -- “We agree,” he said.", "“We agree,” he said."],
  ] as const) {
    const [line] = datelinesIn(text);
    assert.ok(line, text);
    assert.equal(text.slice(line[1]), report);
  }
});

test("what only looks like one is none", () => {
  for (const text of [
    "NATO-led troops left.",
    "EU - and others - agreed.",
    "The bloc — which met — agreed.",
    "A-10 jets flew.",
  ])
    assert.deepEqual(datelinesIn(text), [], text);
});

test("a dateline is a sentence of its own, and its day dates nothing", () => {
  const text = "MINSK, July 8 (Outlet) — Belarus began a drill.\n\nVIENNA — Talks ended on July 9.";
  const sentences = parseReport(text, loadModel()).map(({ start, end }) => text.slice(start, end));
  assert.ok(sentences.includes("Belarus began a drill."));
  assert.ok(sentences.includes("Talks ended on July 9."));
  const rows = [{ start: text.indexOf("July 8") }, { start: text.indexOf("July 9") }];
  assert.deepEqual(withoutDatelines(text, rows), rows.slice(1));
});
