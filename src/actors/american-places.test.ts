import assert from "node:assert/strict";
import { test } from "node:test";
import { loadModel, parse } from "../language/index.ts";
import { findActors } from "./find.ts";
import { loadActorTables } from "./tables.ts";

const model = loadModel();
const tables = loadActorTables();
const statesIn = (text: string): string[] =>
  findActors(parse(text, model), { text, published: "2021-03-26" }, tables).flatMap(
    ({ actor }) => actor ?? [],
  );

test("towns of America that are called like capitals and lands elsewhere are none of them", () => {
  assert.ok(!statesIn("The mayor of Paris, Texas, resigned.").includes("FRA"));
  assert.ok(!statesIn("Officials in Cuba, Missouri, banned fireworks.").includes("CUB"));
  assert.ok(statesIn("Officials in Paris, London and Rome met.").includes("FRA"));
});

test("Georgia is the American state beside another one, its governor or Atlanta, and else the land", () => {
  assert.ok(!statesIn("Officials in Georgia and Arizona counted the ballots.").includes("GEO"));
  assert.ok(!statesIn("Georgia's governor signed the bill.").includes("GEO"));
  assert.ok(!statesIn("Atlanta lawyers said Georgia would appeal.").includes("GEO"));
  assert.ok(statesIn("Republicans urged Biden to arm Georgia.").includes("GEO"));
  assert.ok(statesIn("The senator from Texas praised Georgia for its reforms.").includes("GEO"));
});
