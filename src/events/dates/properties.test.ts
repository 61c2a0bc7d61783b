import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, dayNumber, isoDay, weekday, weekOf } from "./calendar.ts";
import { easterSunday } from "./feasts.ts";
import { findDates } from "./find.ts";
import { datesOf } from "./stream.ts";

const ANY_DAY = fc.integer({ min: dayNumber("1900-01-01"), max: dayNumber("2099-12-31") }).map(isoDay);
const PIECES = fc.constantFrom(
  ..."the|a|last|next|this|year|years|month|weekend|of|in|since|from|to|between|and|until|two|few|days|ago|later|first|half|quarter|May|March 3|8|2014|2014-15|1990s|Monday|early|end of|before|after|spring|\n|. |, |’s|–|Émigré|😀|fiscal|12/3/2024|2024-02-30|on the eve of|Christmas|twenty-one|nineteen".split(
    "|",
  ),
);
const ODD_TEXT = fc
  .array(fc.oneof({ weight: 6, arbitrary: PIECES }, fc.string()), { maxLength: 40 })
  .map((parts) => parts.join(" "));

/** A day as people write it. */
function written(day: string): string[] {
  const date = new Date(`${day}T00:00:00Z`);
  const say = (options: Intl.DateTimeFormatOptions, locale = "en-US"): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date);
  return [
    day,
    say({ dateStyle: "long" }),
    say({ dateStyle: "full" }),
    say({ dateStyle: "medium" }),
    say({ dateStyle: "long" }, "en-GB"),
    say({ day: "numeric", month: "short", year: "numeric" }, "en-GB"),
  ];
}

test("every way of writing a day gives that day", () => {
  fc.assert(
    fc.property(ANY_DAY, (day) => {
      for (const words of written(day)) {
        const { dates } = datesOf({ id: "x", text: `It was signed on ${words} in Minsk.`, date: null });
        assert.deepEqual(dates, [
          { text: words, offset: [17, 17 + words.length], start: day, end: day, precision: "day" },
        ]);
      }
    }),
    { seed: 11, numRuns: 100 },
  );
});

test("offsets give the words, ranges are in order, expressions do not overlap", () => {
  fc.assert(
    fc.property(ODD_TEXT, fc.option(ANY_DAY), (text, published) => {
      let end = 0;
      for (const date of findDates(text, published)) {
        assert.equal(text.slice(date.start, date.end), date.text);
        assert.ok(date.start >= end, "overlap");
        end = date.end;
        for (const range of [date, date.reach])
          if (range.from !== null && range.to !== null)
            assert.ok(range.from <= range.to, `${date.text} ${range.from} ${range.to}`);
        for (const day of [date.from, date.to]) if (day !== null) assert.match(day, /^\d{4}-\d\d-\d\d$/);
        if (published === null && date.anchor !== "absolute") assert.equal(date.resolved, false);
      }
    }),
    { seed: 12, numRuns: 1000 },
  );
});

test("a weekday is the nearest one before or after publication", () => {
  const names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
  fc.assert(
    fc.property(ANY_DAY, fc.integer({ min: 0, max: 6 }), fc.boolean(), (published, wanted, ahead) => {
      const text = ahead ? `They will meet on ${names[wanted]}.` : `They met on ${names[wanted]}.`;
      const day = datesOf({ id: "x", text, date: published }).dates[0]?.start ?? "";
      assert.equal(weekday(day), wanted);
      const away = dayNumber(day) - dayNumber(published);
      assert.ok(ahead ? away >= 0 && away < 7 : away <= 0 && away > -7, `${text} ${published} ${day}`);
    }),
    { seed: 13, numRuns: 200 },
  );
});

test("so many days, weeks, months and years ago hold the day that many back", () => {
  fc.assert(
    fc.property(ANY_DAY, fc.integer({ min: 2, max: 40 }), (published, count) => {
      const [days] = datesOf({ id: "x", text: `${count} days ago`, date: published }).dates;
      assert.equal(days?.start, addDays(published, -count));
      const [weeks] = datesOf({ id: "x", text: `${count} weeks ago`, date: published }).dates;
      assert.deepEqual([weeks?.start, weeks?.end], Object.values(weekOf(addDays(published, -7 * count))));
      const [years] = datesOf({ id: "x", text: `${count} years ago`, date: published }).dates;
      assert.equal(years?.start, `${Number(published.slice(0, 4)) - count}-01-01`);
    }),
    { seed: 14, numRuns: 200 },
  );
});

test("ranges of years in any form", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2080 }), fc.integer({ min: 1, max: 19 }), (first, length) => {
      const last = first + length;
      for (const text of [
        `between ${first} and ${last}`,
        `from ${first} to ${last}`,
        `${first}-${last}`,
        `${first}–${last}`,
      ]) {
        const { dates } = datesOf({ id: "x", text: `It rose ${text}.`, date: null });
        assert.deepEqual(
          dates.map(({ text: words, start, end }) => [words, start, end]),
          [[text, `${first}-01-01`, `${last}-12-31`]],
        );
      }
    }),
    { seed: 15, numRuns: 100 },
  );
});

test("Easter falls on the Sundays of the almanac", () => {
  assert.deepEqual([1961, 2000, 2019, 2024, 2025, 2038].map(easterSunday), [
    "1961-04-02",
    "2000-04-23",
    "2019-04-21",
    "2024-03-31",
    "2025-04-20",
    "2038-04-25",
  ]);
});

test("time does not explode on texts made to be hard", () => {
  for (const piece of [
    "the end of ",
    "the first half of ",
    "two days after ",
    "to ",
    "1999-",
    "early ",
    "May ",
    "the ",
  ]) {
    const before = process.cpuUsage().user;
    findDates(piece.repeat(5000), "2024-07-10");
    assert.ok(process.cpuUsage(undefined).user - before < 4_000_000, piece);
  }
});
