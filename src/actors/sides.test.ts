import assert from "node:assert/strict";
import { test } from "node:test";
import { loadModel, parse } from "../language/index.ts";
import { findActors } from "./find.ts";
import { loadActorTables } from "./tables.ts";

const model = loadModel();
const tables = loadActorTables();

const CASES: readonly (readonly [string, string, string | null])[] = [
  [
    'Ethiopia shelled Eritrea. "We will stop the enemy," said Eritrea\'s defence minister.',
    "the enemy",
    "ETH",
  ],
  ["Ethiopia shelled Eritrea. Soldiers fled from the enemy.", "the enemy", null],
  [
    "South Korea fired at a post, and North Korea closed the road. The envoy drove to the north.",
    "the north",
    "PRK",
  ],
  ["Italy closed the road. The envoy lives in the north.", "the north", null],
  ['"Nobody will divide this country," said Armenia\'s president.', "this country", "ARM"],
];
for (const [text, words, actor] of CASES)
  test(`"${words}" is ${actor ?? "nobody"} in: ${text}`, () => {
    const rows = findActors(parse(text, model), { text, published: "2024-05-01" }, tables);
    assert.equal(rows.find((row) => row.text === words)?.actor ?? null, actor);
  });
