import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCoder } from "../coder.ts";
import { codeDocument } from "./code.ts";

const coder = loadCoder();

function targets(text: string): string[] {
  const bare = { title: null, outlet: null, author: null, url: null, language: "en" };
  const { events } = codeDocument({ ...bare, id: "d_1", published: "2024-06-15", text }, coder);
  return events.flatMap((event) =>
    event.targets.map(({ actor, sector }) => `${event.type} ${actor}-${sector}`),
  );
}

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ["Peruvian miners went on strike on Monday.", ["PROTEST PER-GOV"]],
  ["Peruvian miners went on strike in Lima on Monday.", ["PROTEST PER-GOV"]],
  ["Peruvian miners went on strike in Chile on Monday.", []],
  ["The Chadian government signed a truce with rebels on Monday.", []],
  ["The Chadian police attacked rebels on Monday.", ["ASSAULT TCD-REB"]],
  ["Chad accused Libyan-backed rebels of killing two farmers.", ["ACCUSE null-null", "ASSAULT null-null"]],
  ["The Nepalese government banned rallies on Monday.", ["COERCE NPL-CVL"]],
];

for (const [text, expected] of CASES)
  test(`at home: ${text}`, () => assert.deepEqual(targets(text), expected));
