import assert from "node:assert/strict";
import { test } from "node:test";
import { datesOf } from "./stream.ts";

test("a row's id and its dates with their offsets", () => {
  assert.deepEqual(datesOf({ id: "a", text: "Talks ended last month.", date: "2024-07-08" }), {
    id: "a",
    dates: [
      { text: "last month", offset: [12, 22], start: "2024-06-01", end: "2024-06-30", precision: "month" },
    ],
  });
});

test("since opens the end and belongs to the words; by the end begins with the day of publication", () => {
  const { dates } = datesOf({
    id: "b",
    text: "It has grown since 2014 and will double by the end of 2026.",
    date: "2024-07-08",
  });
  assert.deepEqual(dates, [
    { text: "since 2014", offset: [13, 23], start: "2014-01-01", end: null, precision: "range" },
    { text: "the end of 2026", offset: [43, 58], start: "2024-07-08", end: "2026-12-31", precision: "range" },
  ]);
});

test("what has no place on the calendar is left out", () => {
  const text = "Recently, for three years, and the following day they met in March.";
  assert.deepEqual(datesOf({ id: "c", text, date: null }).dates, []);
});
