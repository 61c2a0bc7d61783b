import assert from "node:assert/strict";
import { test } from "node:test";
import { loadModel, parse } from "../language/index.ts";
import { findActors } from "./find.ts";
import { loadActorTables } from "./tables.ts";

const model = loadModel();
const tables = loadActorTables();

const CASES: readonly (readonly [string, string, string | null])[] = [
  ["Tajikistan did nothing to help its CSTO ally Armenia.", "its CSTO ally", "ARM"],
  ["Greece and Peru spoke. Finland sent tanks to its NATO ally.", "its NATO ally", "GRC"],
  ["Spain left. Poland's NATO ally thanked Chad.", "NATO ally", "ESP"],
  ["Peru left. Finland sent tanks to its NATO ally.", "its NATO ally", null],
];
for (const [text, words, actor] of CASES)
  test(`"${words}" is ${actor ?? "nobody the text tells"} in: ${text}`, () => {
    const rows = findActors(parse(text, model), { text, published: "2024-05-01" }, tables);
    assert.equal(rows.find((row) => row.text === words)?.actor ?? null, actor);
  });

test("the ally and not the organisation stands where the tree has the phrase", () => {
  const text = "Spain left. Finland did nothing to help its NATO ally.";
  const [, sentence] = parse(text, model);
  const rows = findActors(parse(text, model), { text, published: "2024-05-01" }, tables);
  const ally = rows.find((row) => row.text === "its NATO ally");
  const organisation = rows.find((row) => row.text === "NATO");
  assert.ok(ally !== undefined && organisation !== undefined && sentence !== undefined);
  assert.notEqual(ally.token, organisation.token);
  assert.equal(sentence.tokens[ally.token]?.deprel, "obj");
});
