import assert from "node:assert/strict";
import { before, test } from "node:test";
import { type ActorTables, loadActorTables } from "../actors/index.ts";
import type { Problem } from "../vocabulary/index.ts";
import { readQuestion, type TypedQuestion } from "./question.ts";

let tables: ActorTables;
before(() => {
  tables = loadActorTables();
});

test("names and codes, in any case, mean the same actors", () => {
  const asked = { state: "Belarus", between: "Russia, european union,CHN" };
  const { state, powers, modalities } = readQuestion(asked, tables);
  assert.equal(state, "BLR");
  assert.deepEqual(powers, ["RUS", "EU", "CHN"]);
  assert.deepEqual(modalities, ["asserted"]);
  assert.equal(readQuestion({ ...asked, state: "blr" }, tables).state, "BLR");
});

test("modalities are let in besides asserted, or all of them", () => {
  const asked = { state: "BLR", between: "RUS,CHN" };
  assert.deepEqual(readQuestion({ ...asked, include: "reported,planned" }, tables).modalities, [
    "planned",
    "reported",
    "asserted",
  ]);
  assert.equal(readQuestion({ ...asked, include: "all" }, tables).modalities.length, 6);
});

const wrong: readonly (readonly [Partial<TypedQuestion>, RegExp, RegExp])[] = [
  [{ state: "BLS" }, /"BLS" is not the code or the name/, /BLR \(Belarus\)/],
  [{ state: "NATO" }, /not a state/, /powers/],
  [{ between: "RUS,Chnia" }, /"Chnia"/, /CHN \(China\)/],
  [{ between: "RUS" }, /only RUS/, /RUS,CHN/],
  [{ between: "RUS,BLR" }, /BLR again/, /RUS,CHN/],
  [{ between: "" }, /none/, /RUS,CHN/],
  [{ since: "2024-02-30" }, /not a year, month or day/, /2016-05-31/],
  [{ since: "2024", until: "2023" }, /before it begins/, /Exchange/],
  [{ include: "rumoured" }, /no modality/, /reported/],
  [{ halfLife: "0" }, /half-life/, /greater than zero/],
  [{ by: "month" }, /no step of time/, /year/],
];
for (const [change, says, hint] of wrong)
  test(`${JSON.stringify(change)} is refused with a reason and a way out`, () => {
    assert.throws(
      () => readQuestion({ state: "BLR", between: "RUS,CHN", ...change }, tables),
      (error: Problem) => says.test(error.message) && hint.test(error.hint) && error.exitCode === 2,
    );
  });
