import { addDays, type DayRange, dayOf, monthRange, weekday, weekOf } from "./calendar.ts";
import type { Meaning } from "./expression.ts";
import { nearestYear } from "./nearest.ts";
import { absolute, type Groups, type Rule, relative, rule, type Surroundings, single } from "./rule.ts";
import { monthIn, type Stretch, yearIn } from "./units.ts";
import {
  AMBIGUOUS_MONTHS,
  ANY_YEAR,
  BEFORE_MONTH,
  COUNT,
  countOf,
  DAY,
  DAY_IN_WORDS,
  dayOrdinalOf,
  MONTH,
  monthOf,
  WEEKDAY,
  WEEKDAY_BEFORE,
  WEEKDAY_NAME,
  weekdayOf,
  YEAR,
  yearOf,
} from "./words.ts";

const TO = "(?:\\s?[-–—/]\\s?|\\s(?:to|and|through|until)\\s(?:the )?)";

/** Days and months of the calendar, with their year or without. */
export const DAY_RULES: readonly Rule[] = [
  rule(`(?<year>${YEAR})-(?<m>0\\d|1[0-2])-(?<d>[0-2]\\d|3[01])(?:T[\\d:.]+Z?)?`, figures),
  rule(`(?<d>[0-3]?\\d)\\.(?<m>[01]?\\d)\\.(?<year>${YEAR})`, figures),
  rule(`(?<a>[0-3]?\\d)/(?<b>[0-3]?\\d)/(?<year>${YEAR})`, (g) => {
    const [a, b] = [Number(g["a"]), Number(g["b"])];
    return figures(a > 12 ? { ...g, d: String(a), m: String(b) } : { ...g, d: String(b), m: String(a) });
  }),
  rule(
    `${WEEKDAY_BEFORE}?(?:the )?(?<day>${DAY})(?: (?:of )?|-)(?<month>${MONTH})(?:(?:,? |-)(?<year>${ANY_YEAR}))?`,
    dayOfMonth,
  ),
  rule(
    `${WEEKDAY_BEFORE}?(?<month>${MONTH}) (?:the )?(?<day>${DAY})(?:,? (?<year>${ANY_YEAR}))?(?![,:.]\\d)`,
    dayOfMonth,
  ),
  rule(
    `(?:the |this )?(?<day>${DAY_IN_WORDS}|${DAY})(?: day)? of (?<month>${MONTH})(?:,? (?:in the year (?:of our Lord )?)?(?<year>${ANY_YEAR}))?`,
    dayOfMonth,
  ),
  rule(
    `(?:the )?(?<day>${DAY})${TO}(?<last>${DAY}) (?:of )?(?<month>${MONTH})(?:,? (?<year>${YEAR}))?`,
    daysOfMonth,
  ),
  rule(
    `(?<month>${MONTH}) (?:the )?(?<day>${DAY})${TO}(?<last>${DAY})(?:,? (?<year>${YEAR}))?(?![,:.]\\d)`,
    daysOfMonth,
  ),
  rule(`(?<month>${MONTH})(?:,? | of )(?<year>${ANY_YEAR})`, month),
  rule(`(?<year>${YEAR})-(?<m>0[1-9]|1[0-2])(?!-)`, (g) =>
    absolute(monthRange(Number(g["year"]), Number(g["m"])), "month"),
  ),
  rule(`(?<month>${MONTH})(?! \\d)`, bareMonth),
  rule(
    `(?<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Pp]ast|[Cc]oming) (?<month>${MONTH})`,
    (g, { published }) =>
      relative(published, "month", (day) => whichMonth(g["which"] ?? "", monthOf(g["month"] ?? ""), day)),
  ),
  rule(
    `(?<which>last|next|this(?: past| coming)?|past|coming) (?<weekday>${WEEKDAY})`,
    (g, { published }) =>
      relative(published, "day", (day) =>
        single(whichWeekday(g["which"] ?? "", weekdayOf(g["weekday"] ?? ""), day)),
      ),
    "anyCase",
  ),
  rule(
    `(?<count>${COUNT}) (?<weekday>${WEEKDAY_NAME})s ago`,
    (g, { published }) => weekdayAway(g, published, -1, 0),
    "anyCase",
  ),
  rule(
    `(?<count>${COUNT}) weeks? (?:ago|back),? (?:on )?(?:last )?(?<weekday>${WEEKDAY})`,
    (g, { published }) => weekdayAway(g, published, -1, 1),
    "anyCase",
  ),
  rule(
    `(?<count>${COUNT}) weeks? (?:on|from|this|next) (?<weekday>${WEEKDAY})`,
    (g, { published }) => weekdayAway(g, published, 1, 1),
    "anyCase",
  ),
  rule(`(?<weekday>${WEEKDAY}) (?<unit>week|fortnight)(?=[,.;:)]|$)`, (g, { published }) =>
    weekdayAway({ ...g, count: g["unit"] === "week" ? "one" : "two" }, published, 1, 1),
  ),
  rule(
    `the (?<which>previous|preceding|following|next) (?<weekday>${WEEKDAY})`,
    (g) => ({
      from: null,
      to: null,
      precision: "day",
      anchor: "event",
      offset: {
        count: /prev|prec/i.test(g["which"] ?? "") ? -1 : 1,
        unit: "day",
        weekday: weekdayOf(g["weekday"] ?? ""),
      },
    }),
    "anyCase",
  ),
  rule(`(?<weekday>${WEEKDAY})`, bareWeekday),
];

function figures(g: Groups): Meaning | null {
  return Number(g["m"]) > 12 || Number(g["m"]) < 1
    ? null
    : absolute(single(dayOf(Number(g["year"]), Number(g["m"]), Number(g["d"]))), "day");
}

/** Resolves what `make` gives for a year: the one written, or the nearest one that fits. */
function inYear(
  g: Groups,
  around: Surroundings,
  precision: Meaning["precision"],
  monthNumber: number,
  day: number | null,
  make: (year: number) => DayRange | null,
): Meaning | null {
  if (g["year"] !== undefined) return absolute(make(yearOf(g["year"])), precision);
  // A leap year, so that only days that never exist are refused.
  if (make(2000) === null) return null;
  const meaning = relative(around.published, precision, (published) =>
    make(nearestYear(monthNumber, day, published, around)),
  );
  return meaning === null ? null : { ...meaning, yearless: make };
}

function dayOfMonth(g: Groups, around: Surroundings): Meaning | null {
  const [monthNumber, day] = [monthOf(g["month"] ?? ""), dayOrdinalOf(g["day"] ?? "")];
  return inYear(g, around, "day", monthNumber, day, (year) => single(dayOf(year, monthNumber, day)));
}

function daysOfMonth(g: Groups, around: Surroundings): Meaning | null {
  const monthNumber = monthOf(g["month"] ?? "");
  const [first, last] = [Number.parseInt(g["day"] ?? "", 10), Number.parseInt(g["last"] ?? "", 10)];
  return inYear(g, around, "range", monthNumber, first, (year) => {
    const [from, to] = [dayOf(year, monthNumber, first), dayOf(year, monthNumber, last)];
    return from === null || to === null || to <= from ? null : { from, to };
  });
}

function month(g: Groups, around: Surroundings): Meaning | null {
  const number = monthOf(g["month"] ?? "");
  return inYear(g, around, "month", number, null, (year) => monthRange(year, number));
}

/** "May" and "March" are months only after a word that months follow. */
function bareMonth(g: Groups, around: Surroundings): Meaning | null {
  const written = (g["month"] ?? "").replace(".", "").toLowerCase();
  const previous = /(\p{L}+)[\s-]$/u.exec(around.before)?.[1]?.toLowerCase() ?? "";
  const alone = AMBIGUOUS_MONTHS.has(written) || (written.length <= 4 && !/^(?:june|july)$/.test(written));
  return alone && !BEFORE_MONTH.has(previous) ? null : month(g, around);
}

function whichMonth(written: string, number: number, day: string): Stretch {
  const which = written.toLowerCase();
  const [now, current] = [yearIn(day), monthIn(day)];
  if (which === "this") return monthRange(now, number);
  if (which === "next" || which.includes("coming"))
    return monthRange(number > current ? now : now + 1, number);
  // A month ago it would be "last month", so "last February" said in March is the one before.
  const near = which === "last" ? 2 : 1;
  return monthRange(number <= current - near ? now : now - 1, number);
}

function whichWeekday(written: string, wanted: number, day: string): string {
  const which = written.toLowerCase();
  const back = (weekday(day) - wanted + 7) % 7;
  if (which === "next" || which.includes("coming")) return addDays(day, back === 0 ? 7 : 7 - back);
  if (which === "this") return addDays(weekOf(day).from, (wanted + 6) % 7);
  return addDays(day, -(back === 0 ? 7 : back));
}

/**
 * The weekday so many on one side: "two Sundays ago" is the second before publication, with `beyond` 1 the one so many
 * weeks beyond the nearest: "a week on Friday".
 */
function weekdayAway(g: Groups, published: string | null, side: 1 | -1, beyond: 0 | 1): Meaning | null {
  const { low, middle, high } = countOf(g["count"] ?? "one");
  if (low !== high) return null;
  return relative(published, "day", (day) => {
    const wanted = weekdayOf(g["weekday"] ?? "");
    const nearest = whichWeekday(side < 0 ? "last" : "next", wanted, day);
    return single(addDays(nearest, side * 7 * (middle - 1 + beyond)));
  });
}

function bareWeekday(g: Groups, around: Surroundings): Meaning | null {
  if (/\b(?:each|every)\s$/i.test(around.before)) return null;
  return relative(around.published, "day", (day) => {
    const back = (weekday(day) - weekdayOf(g["weekday"] ?? "") + 7) % 7;
    if (back === 0) return single(day);
    const owned =
      /^['’]s\b/.test(around.after) && !/\b(?:ahead of|before|until|for|in)\s$/i.test(around.before);
    const ahead = !owned && around.direction() === "future";
    return single(addDays(day, ahead ? 7 - back : -back));
  });
}
