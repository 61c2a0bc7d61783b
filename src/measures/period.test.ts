import assert from "node:assert/strict";
import { test } from "node:test";
import { firstDay, lastDay, periodsOf } from "./period.ts";

test("years, months and days have a first and a last day", () => {
  assert.equal(firstDay("2024"), "2024-01-01");
  assert.equal(firstDay("2024-02"), "2024-02-01");
  assert.equal(firstDay("2024-02-07"), "2024-02-07");
  assert.equal(lastDay("2024"), "2024-12-31");
  assert.equal(lastDay("2024-02"), "2024-02-29");
  assert.equal(lastDay("2023-02"), "2023-02-28");
  assert.equal(lastDay("2024-02-07"), "2024-02-07");
});

test("the limits asked for win over the days on record", () => {
  const days = ["2019-05-05", "2017-03-03"];
  const names = (since: string | null, until: string | null, by: "year" | "all"): string[] =>
    periodsOf(days, { since, until, by }).map(({ name }) => name);
  assert.deepEqual(names(null, null, "all"), ["2017-03-03/2019-05-05"]);
  assert.deepEqual(names("2016", "2018-06", "all"), ["2016-01-01/2018-06-30"]);
  assert.deepEqual(names(null, null, "year"), ["2017", "2018", "2019"]);
  assert.deepEqual(names("2020", null, "year"), []);
  assert.deepEqual(periodsOf([], { since: "2016", until: null, by: "year" }), []);
});

test("the last year ends where the question does", () => {
  const periods = periodsOf([], { since: "2023", until: "2024-06-30", by: "year" });
  assert.deepEqual(
    periods.map(({ end }) => end),
    ["2023-12-31", "2024-06-30"],
  );
});
