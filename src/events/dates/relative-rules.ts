import { addDays, type DayRange, weekday } from "./calendar.ts";
import type { Meaning } from "./expression.ts";
import { type Groups, type Rule, relative, rule, type Surroundings, single } from "./rule.ts";
import { precisionOf, shifted, unitAround, unitOf } from "./units.ts";
import { COUNT, countOf, UNIT } from "./words.ts";

const on =
  (shift: number): Rule["read"] =>
  (_, { published }) =>
    relative(published, "day", (day) => single(addDays(day, shift)));
const CALENDAR_UNIT = "week|month|quarter|year|decade|century";

/** Expressions that count from the day of publication. */
export const RELATIVE_RULES: readonly Rule[] = [
  rule("the day before yesterday", on(-2), "anyCase"),
  rule("the day after tomorrow", on(2), "anyCase"),
  rule("today|tonight|this (?:morning|afternoon|evening)|earlier today|later today", on(0), "anyCase"),
  rule("yesterday(?: (?:morning|afternoon|evening|night))?|last night|overnight", on(-1), "anyCase"),
  rule("tomorrow(?: (?:morning|afternoon|evening|night))?", on(1), "anyCase"),
  rule(
    `(?<which>last|next|this|the current|the coming|the present|the ongoing)(?: (?:calendar|fiscal|financial))? (?<unit>${CALENDAR_UNIT})`,
    calendarUnit,
    "anyCase",
  ),
  rule(
    "the (?<unit>week|month|year|weekend) (?<way>before last|after next)",
    (g, { published }) => {
      const side = /^before/i.test(g["way"] ?? "") ? -2 : 2;
      const unit = unitOf(g["unit"] ?? "");
      if (unit !== "weekend")
        return relative(published, precisionOf(unit), (day) => unitAround(day, unit, side));
      return relative(published, "range", (day) => {
        const { to } = unitAround(day, "week", side < 0 ? -2 : 1);
        return { from: addDays(to, -1), to };
      });
    },
    "anyCase",
  ),
  rule(
    `(?<when>earlier|sometime|so far|later|still) (?:in )?this (?<unit>${CALENDAR_UNIT})`,
    laterOrEarlier,
    "anyCase",
  ),
  rule(
    `(?<which>last|next|this(?: past| coming)?|the(?: coming| past)?) weekend`,
    (g, around) => relative(around.published, "range", (day) => weekend(day, g["which"] ?? "", around)),
    "anyCase",
  ),
  rule(
    `(?:the |these )?(?:past|last|previous) (?<count>${COUNT}) (?:\\p{Ll}+ )?(?<unit>${UNIT})s?`,
    window(-1),
    "anyCase",
  ),
  rule(
    `(?:the )?(?:next|coming|following) (?<count>${COUNT}) (?:\\p{Ll}+ )?(?<unit>${UNIT})s?`,
    window(1),
    "anyCase",
  ),
  rule(`(?:the|this) past (?<unit>${UNIT})`, window(-1), "anyCase"),
  rule(
    "(?:the )?(?<which>past|last|previous|next|coming) (?<unit>year|decade|century) and a half",
    (g, { published }) => {
      const months = 1.5 * monthsIn(g);
      const back = !/next|coming/i.test(g["which"] ?? "");
      return relative(published, "range", (day) =>
        back
          ? { from: shifted(day, -months, "month"), to: day }
          : { from: day, to: shifted(day, months, "month") },
      );
    },
    "anyCase",
  ),
  rule(`the last (?<unit>day|week|month|year|decade|century)`, window(-1), "anyCase"),
  rule(
    "half an? (?<unit>century|decade|year) ago",
    (g, { published }) => {
      const months = monthsIn(g) / 2;
      return relative(published, months > 12 ? "year" : "month", (day) =>
        unitAround(shifted(day, -months, "month"), months > 12 ? "year" : "month", 0),
      );
    },
    "anyCase",
  ),
  rule("the next (?<unit>decade|century)", window(1), "anyCase"),
  rule(
    `(?:(?<count>${COUNT})[- ]and[- ]a[- ]half (?<unit>decade|year)s?|an? (?<one>year|decade|century) and a half) ago`,
    (g, { published }) => {
      const months = (countOf(g["count"] ?? "one").middle + 0.5) * monthsIn(g);
      return relative(published, "year", (day) => unitAround(shifted(day, -months, "month"), "year", 0));
    },
    "anyCase",
  ),
  rule(`(?:with)?in (?<count>${COUNT}) (?<unit>${UNIT})s?['’]? time`, ahead, "anyCase"),
  rule(
    `within (?<count>${COUNT}) (?<unit>${UNIT})s?(?! of)`,
    (g, around) => (around.direction() === "future" || around.infinitive() ? window(1)(g, around) : null),
    "anyCase",
  ),
  rule(`(?<count>${COUNT}) (?<unit>${UNIT})s? from (?:now|today)`, ahead, "anyCase"),
  rule(
    `in (?<count>${COUNT}) (?<unit>${UNIT})s?`,
    (g, around) => (around.direction() === "future" ? ahead(g, around) : null),
    "anyCase",
  ),
  rule(
    "(?:the )?year[- ](?:ago|earlier)(?: period)?|(?:a|one) year ago",
    (_, { published }) => {
      const year = relative(published, "year", (day) => unitAround(day, "year", -1));
      return year === null ? null : { ...year, offset: { count: -1, unit: "year" } };
    },
    "anyCase",
  ),
  rule(`(?<count>${COUNT})[ -](?<unit>${UNIT})s? (?:ago|back)`, ago, "anyCase"),
  rule(
    "in recent (?<unit>days|weeks|months|years)|recent (?<other>days|weeks|months|years)",
    (g, { published }) => {
      const unit = unitOf(g["unit"] ?? g["other"] ?? "");
      return vague(
        relative(published, "range", (day) => ({
          from: shifted(day, unit === "month" ? -4 : -3, unit),
          to: day,
        })),
      );
    },
    "anyCase",
  ),
  rule(
    "(?:most |more )?recent(?:ly)?",
    (_, { published }) =>
      vague(relative(published, "range", (day) => ({ from: shifted(day, -1, "month"), to: day }))),
    "anyCase",
  ),
];

/** The months in a year, decade or century. */
function monthsIn(g: Groups): number {
  return { century: 1200, decade: 120 }[unitOf(g["unit"] ?? g["one"] ?? "")] ?? 12;
}

function vague(meaning: Meaning | null): Meaning | null {
  return meaning === null ? null : { ...meaning, vague: true };
}

function calendarUnit(g: Groups, { published }: Surroundings): Meaning | null {
  const which = (g["which"] ?? "").toLowerCase();
  const shift = which === "last" ? -1 : /next|coming/.test(which) ? 1 : 0;
  const unit = unitOf(g["unit"] ?? "");
  return relative(published, precisionOf(unit), (day) => unitAround(day, unit, shift));
}

/** "Later this year" begins with the day of publication; "earlier this year" is somewhere in the year. */
function laterOrEarlier(g: Groups, { published }: Surroundings): Meaning | null {
  const unit = unitOf(g["unit"] ?? "");
  const when = (g["when"] ?? "").toLowerCase();
  if (when === "earlier" || when === "sometime")
    return relative(published, precisionOf(unit), (day) => unitAround(day, unit, 0));
  return relative(published, "range", (day) => {
    const { from, to } = unitAround(day, unit, 0);
    return when === "so far" ? { from, to: day } : { from: day, to };
  });
}

/**
 * Saturday and Sunday. On a weekend it is this one. "The weekend" is else the last, or the next where the clause
 * looks ahead; "this weekend" the next, or the last where it looks back.
 */
function weekend(day: string, written: string, around: Surroundings): DayRange {
  const which = written.toLowerCase();
  const sinceSaturday = (weekday(day) + 1) % 7;
  const last = sinceSaturday <= 1 && which !== "last" && !/past/.test(which) ? 0 : sinceSaturday <= 1 ? 7 : 0;
  const saturday = addDays(day, -sinceSaturday - last);
  const ahead =
    /next|coming/.test(which) ||
    (which !== "last" &&
      !/past/.test(which) &&
      sinceSaturday > 1 &&
      (which === "this" ? around.direction() !== "past" : around.direction() === "future"));
  const from = ahead ? addDays(saturday, 7) : saturday;
  return { from, to: addDays(from, 1) };
}

/** So many units up to publication, or from it on. */
function window(side: 1 | -1): Rule["read"] {
  return (g, { published }) => {
    const { middle } = countOf(g["count"] ?? "one");
    return relative(published, "range", (day) => {
      const far = shifted(day, side * middle, unitOf(g["unit"] ?? ""));
      return side < 0 ? { from: far, to: day } : { from: day, to: far };
    });
  };
}

function ago(g: Groups, around: Surroundings): Meaning | null {
  return away(g, around, -1);
}

function ahead(g: Groups, around: Surroundings): Meaning | null {
  return away(g, around, 1);
}

/** The unit that lies so many away; a range where the count is "a few". A decade ago is a year, ten away. */
function away(g: Groups, { published }: Surroundings, side: 1 | -1): Meaning | null {
  const written = unitOf(g["unit"] ?? "");
  const [unit, times] =
    written === "decade" ? ["year", 10] : written === "century" ? ["year", 100] : [written, 1];
  const { low, middle, high } = countOf(g["count"] ?? "");
  if (low === high)
    return relative(published, precisionOf(unit), (day) => unitAround(day, unit, side * middle * times));
  return relative(published, "range", (day) => {
    const [near, far] = [shifted(day, side * low * times, unit), shifted(day, side * high * times, unit)];
    return side < 0 ? { from: far, to: near } : { from: near, to: far };
  });
}
