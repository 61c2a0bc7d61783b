import assert from "node:assert/strict";
import { test } from "node:test";
import { findDates } from "./find.ts";
import { resolveSequence } from "./sequence.ts";

function ranges(text: string, published: string | null = null): readonly (string | null)[] {
  return resolveSequence(findDates(text, published), published).map(({ from, to }) =>
    from === null ? null : `${from}..${to}`,
  );
}

test("the following day, two weeks later, that year count from the date spoken of", () => {
  const cases: readonly (readonly [text: string, range: string | null])[] = [
    ["They met on 8 July 2020. The following day they signed.", "2020-07-09..2020-07-09"],
    ["They met on 8 July 2020 and signed the next morning.", "2020-07-09..2020-07-09"],
    ["They met on 8 July 2020. The day before, they had quarrelled.", "2020-07-07..2020-07-07"],
    ["They met on 8 July 2020 and parted two weeks later.", "2020-07-22..2020-07-22"],
    ["They met in 2020. That year they signed.", "2020-01-01..2020-12-31"],
    ["They met in 2020. Two years later they signed.", "2022-01-01..2022-12-31"],
    ["Exports rose in June 2020 from a year earlier.", "2019-06-01..2019-06-30"],
    ["Exports fell in the third quarter of 2020 from $3 billion a year ago.", "2019-07-01..2019-09-30"],
    ["They met on 8 July 2020 and again the following Monday.", "2020-07-13..2020-07-13"],
    ["They met on 8 July 2020. That same day it rained.", "2020-07-08..2020-07-08"],
  ];
  for (const [text, range] of cases) assert.equal(ranges(text).at(-1), range, text);
});

test("days are not counted from a month, nor anything from nothing", () => {
  assert.deepEqual(ranges("They met in May 2020. The following day they signed."), [
    "2020-05-01..2020-05-31",
    null,
  ]);
  assert.deepEqual(ranges("The following day they signed.", "2024-07-10"), [null]);
  assert.deepEqual(ranges("The day before authorities acted, on 8 July 2020."), ["2020-07-08..2020-07-08"]);
});

test("prepositions open the reach", () => {
  const reach = (text: string): readonly (string | null)[] => {
    const [date] = findDates(text, "2024-07-10");
    return [date?.reach.from ?? null, date?.reach.to ?? null];
  };
  assert.deepEqual(reach("since 2014"), ["2014-01-01", null]);
  assert.deepEqual(reach("until March 2025"), [null, "2025-03-31"]);
  assert.deepEqual(reach("before 2014"), [null, "2013-12-31"]);
  assert.deepEqual(reach("after 2014"), ["2015-01-01", null]);
  assert.deepEqual(reach("by 2030"), ["2024-07-10", "2030-12-31"]);
  assert.deepEqual(reach("by 2020"), [null, "2020-12-31"]);
  assert.deepEqual(reach("in 2014"), ["2014-01-01", "2014-12-31"]);
});
