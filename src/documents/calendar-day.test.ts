import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isPublicationDate } from "../vocabulary/index.ts";
import { isoDay, readDay } from "./calendar-day.ts";

test("days are read as people and machines write them", () => {
  const written = [
    "2024-07-08",
    "2024-07-08T23:30:00-05:00",
    "2024-07-08 10:00",
    "2024/7/8",
    "20240708",
    "20240708T101500Z",
    "July 8, 2024",
    "July 8th 2024",
    "Jul. 8, 2024 at 9 a.m.",
    "8 July 2024",
    "8th of July, 2024",
    "8-Jul-2024",
    "Mon, 08 Jul 2024 10:00:00 GMT",
    "Monday, July 8, 2024",
    "Monday 8 July 2024 10.15 BST",
    "08.07.2024",
    "  JULY 8, 2024 ",
  ];
  for (const date of written) assert.deepEqual(readDay(date), { is: "day", day: "2024-07-08" }, date);
  assert.deepEqual(readDay("Sept. 1, 2001"), { is: "day", day: "2001-09-01" });
  assert.deepEqual(readDay("07/20/2024"), { is: "day", day: "2024-07-20" });
  assert.deepEqual(readDay("20/07/2024"), { is: "day", day: "2024-07-20" });
});

test("what is not a day is not made one", () => {
  assert.deepEqual(readDay("2024-02-31"), { is: "impossible" });
  assert.deepEqual(readDay("February 30, 2024"), { is: "impossible" });
  assert.deepEqual(readDay("February 30"), { is: "impossible" });
  assert.deepEqual(readDay("2024-13-01"), { is: "impossible" });
  assert.deepEqual(readDay("07/08/2024"), { is: "ambiguous" });
  assert.deepEqual(readDay("last Tuesday"), { is: "unclear" });
  assert.deepEqual(readDay(""), { is: "unclear" });
  assert.deepEqual(readDay("1720425600000"), { is: "unclear" });
});

test("a date without its day or its year says so", () => {
  assert.deepEqual(readDay("July 8"), { is: "yearless", month: 7, day: 8 });
  assert.deepEqual(readDay("29 February"), { is: "yearless", month: 2, day: 29 });
  assert.deepEqual(readDay("July 2024"), { is: "incomplete", year: 2024, month: 7 });
  assert.deepEqual(readDay("2024-07"), { is: "incomplete", year: 2024, month: 7 });
  assert.deepEqual(readDay("2024"), { is: "incomplete", year: 2024, month: null });
});

test("a document may be dated by a month of the calendar", () => {
  assert.deepEqual(["2024-02", "2024-12", "2024-13", "2024-00", "2024"].map(isPublicationDate), [
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("every day of the calendar is an ISO day, and nothing else is", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 2999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
      (year, month, day) => {
        const date = new Date(0);
        date.setUTCFullYear(year, month - 1, day);
        const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        assert.equal(isoDay(year, month, day), exists ? text : null);
        assert.equal(isPublicationDate(text), exists);
      },
    ),
    { seed: 3, numRuns: 1000 },
  );
});
