import assert from "node:assert/strict";
import { test } from "node:test";
import { loadModel, parse } from "../language/index.ts";
import { findActors, findReferents } from "./find.ts";
import { APOLITICAL_BELOW, politicsOdds } from "./politics.ts";
import { readPoliticsModel, writePoliticsModel } from "./politics-model.ts";
import { loadActorTables } from "./tables.ts";

const model = loadModel();
const tables = loadActorTables();

test("a model is read as it was written, but for what a byte loses", () => {
  const features = new Map([
    [7, 1.27],
    [4_000_000_000, -0.5],
  ]);
  const written = { intercept: 0.5, unknownWord: -0.25, features, words: new Map([[9, 0.02]]) };
  const read = readPoliticsModel(writePoliticsModel(written));
  assert.equal(read.intercept, 0.5);
  assert.equal(read.unknownWord, -0.25);
  for (const [key, weight] of [...written.features, ...written.words])
    assert.ok(Math.abs((read.features.get(key) ?? read.words.get(key) ?? 9) - weight) < 0.006);
  assert.throws(() => readPoliticsModel(new Uint8Array(40)), /not one that this program wrote/);
});

test("the words around a state tell a team from a party to a conflict", () => {
  const oddsOf = (text: string): number => {
    const odds: number[] = [];
    findReferents(parse(text, model), { text, published: "2024-06-15" }, tables, (sentence, mentions) => {
      odds.push(politicsOdds(sentence, mentions, tables));
    });
    return odds[0] ?? 0;
  };
  assert.ok(oddsOf("Ecuador missed from the spot and lost to Peru on Sunday.") < APOLITICAL_BELOW);
  assert.ok(oddsOf("Ecuador expelled the ambassador of Peru on Sunday.") > 0);
});

test("in a political text a sentence that says little keeps its states", () => {
  const text =
    "Iran fired missiles at Israeli bases on Friday. The government in Jerusalem called up its reserves. Israel hit back at dawn.";
  const rows = findActors(parse(text, model), { text, published: "2024-06-15" }, tables);
  assert.ok(rows.some(({ sentence, actor, role }) => sentence === 2 && actor === "ISR" && role === "who"));
});
