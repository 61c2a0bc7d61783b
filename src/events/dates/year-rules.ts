import { oneOf } from "../../vocabulary/index.ts";
import { type DayRange, yearRange } from "./calendar.ts";
import type { Meaning } from "./expression.ts";
import { isPlainYear } from "./plain-year.ts";
import { absolute, type Groups, type Rule, relative, rule, type Surroundings } from "./rule.ts";
import { centuryRange, decadeRange, quarterRange, seasonRange, unitAround, yearIn } from "./units.ts";
import { ANY_YEAR, DECADES, ORDINAL, ordinalOf, SEASON, SEASONS, YEAR, yearOf } from "./words.ts";

const SHARE = `(?:the )?(?<ordinal>${ORDINAL})[ -](?<share>quarter|half)`;
const SHORT_YEAR_AFTER = /\b(?:in|of|since|from|by|until|till|before|after|during|to|early|late|mid)[\s-]$/i;
const RELATIVE_YEAR = "(?<which>last|next|this) year";

/** Quarters, halves, seasons, years, decades and centuries. */
export const YEAR_RULES: readonly Rule[] = [
  rule(
    SHARE,
    (g, around) => (g["share"] === "half" || ordinalOf(g["ordinal"] ?? "") < 0 ? null : shareOf(g, around)),
    "anyCase",
  ),
  rule(`(?:the )?(?<ordinal>${ORDINAL})[ -](?<share>quarter|half),? (?<year>${YEAR})`, shareOf, "anyCase"),
  rule(`(?:the )?(?<year>${YEAR}) (?<ordinal>${ORDINAL})[ -](?<share>quarter|half)`, shareOf, "anyCase"),
  rule(`${RELATIVE_YEAR}['’]s (?<ordinal>${ORDINAL})[ -](?<share>quarter|half)`, shareOf, "anyCase"),
  rule(
    `(?:the )?(?:comparable |corresponding )?year-(?:ago|earlier) (?<ordinal>${ORDINAL})[ -](?<share>quarter|half)`,
    (g, around) => shareOf({ ...g, which: "last" }, around),
    "anyCase",
  ),
  rule(
    "(?:the )?(?:latest|(?:comparable |corresponding )?(?<ago>year-(?:ago|earlier))) quarter",
    (g, { published }) =>
      relative(published, "quarter", (day) => unitAround(day, "quarter", g["ago"] === undefined ? -1 : -5)),
    "anyCase",
  ),
  rule("the quarter(?<ago> a year (?:ago|earlier))?", (g, { published, before, after }) =>
    /\b(?:in|for|during)\s$/i.test(before) && !/^\sof\b/.test(after)
      ? relative(published, "quarter", (day) => unitAround(day, "quarter", g["ago"] === undefined ? -1 : -5))
      : null,
  ),
  rule(`(?:Q(?<number>[1-4])|(?<letter>[1-4])Q)(?:(?: of)?[ /-]?(?<year>${YEAR}))?`, (g, around) =>
    shareOf(
      { ...g, ordinal: ["first", "second", "third", "fourth"][Number(g["number"] ?? g["letter"]) - 1] },
      around,
    ),
  ),
  rule(`H(?<number>[12])(?:(?: of)?[ /-]?)(?<year>${YEAR})`, (g, around) =>
    shareOf({ ...g, share: "half", ordinal: g["number"] === "1" ? "first" : "second" }, around),
  ),
  rule(
    `(?:the )?(?<season>${SEASON})(?: of)?,? (?<year>${YEAR})(?:[-–/]\\d{2,4})?`,
    (g) => absolute(seasonRange(Number(g["year"]), seasonOf(g)), "range"),
    "anyCase",
  ),
  rule(`(?<which>last|next|this(?: past| coming)?) (?<season>${SEASON})`, season, "anyCase"),
  rule(`(?:the )?(?<season>${SEASON})`, (g, around) => (seasonStands(around) ? season(g, around) : null)),
  rule(`(?<a>${YEAR})\\s?[-–—/]\\s?(?<b>\\d\\d)(?![\\d-]|[.,]\\d)`, (g) => {
    const first = Number(g["a"]);
    return years(first, Math.floor(first / 100) * 100 + Number(g["b"]));
  }),
  rule(`(?:the )?(?<decade>(?:1[5-9]|20)\\d0)['’]?s`, (g) =>
    absolute(decadeRange(Number(g["decade"])), "range"),
  ),
  rule(`(?:the )?['’](?<short>\\d0)s`, (g, around) => shortDecade(Number(g["short"]), around)),
  rule("['’](?<short>\\d\\d)(?![\\d-]|[.,]\\d)", (g, around) =>
    SHORT_YEAR_AFTER.test(around.before) ? shortYear(Number(g["short"]), around) : null,
  ),
  rule(
    `the (?<word>${oneOf([...DECADES.keys()])})`,
    (g, around) => shortDecade(DECADES.get((g["word"] ?? "").toLowerCase()) ?? 0, around),
    "anyCase",
  ),
  rule(
    "(?:the )?(?<century>1\\d|2[01])(?:th|st)[- ]century",
    (g) => absolute(centuryRange(Number(g["century"])), "range"),
    "anyCase",
  ),
  rule(
    `(?:the )?(?:fiscal(?: year)?|financial year|FY) ?(?<year>${YEAR})(?:[-–/]\\d{2,4})?`,
    (g) => absolute(yearRange(Number(g["year"])), "year"),
    "anyCase",
  ),
  rule(
    `(?:the )?year (?<year>${ANY_YEAR})`,
    (g) => absolute(yearRange(yearOf(g["year"] ?? "")), "year"),
    "anyCase",
  ),
  rule(
    `(?<year>${ANY_YEAR})(?![,.]\\d|[-–](?!${YEAR})\\d|%|\\s?per\\s?cent)`,
    (g, around) =>
      isPlainYear(g["year"] ?? "", around) ? absolute(yearRange(yearOf(g["year"] ?? "")), "year") : null,
    "anyCase",
  ),
  rule(
    "(?:the )?(?:year[- ]end|year['’]s end|end[- ]of[- ]year)",
    (_, { published, before }) => relative(published, "day", (day) => yearEnd(day, before)),
    "anyCase",
  ),
];

/** Half or quarter of a range of a year. */
export function partOfYear(ordinal: string, share: string, year: number): DayRange {
  const number = ordinalOf(ordinal);
  if (share.toLowerCase() === "quarter") return quarterRange(year, number < 0 ? 4 : number);
  const second = number === 2 || number < 0;
  return { from: quarterRange(year, second ? 3 : 1).from, to: quarterRange(year, second ? 4 : 2).to };
}

function shareOf(g: Groups, { published }: Surroundings): Meaning | null {
  const share = g["share"] ?? "quarter";
  if (share.toLowerCase() === "half" && /^(?:third|3rd|fourth|4th)$/i.test(g["ordinal"] ?? "")) return null;
  const precision = share.toLowerCase() === "quarter" ? "quarter" : "range";
  if (g["year"] !== undefined)
    return absolute(partOfYear(g["ordinal"] ?? "", share, Number(g["year"])), precision);
  const shift = /last/i.test(g["which"] ?? "") ? -1 : /next/i.test(g["which"] ?? "") ? 1 : 0;
  return relative(published, precision, (day) => partOfYear(g["ordinal"] ?? "", share, yearIn(day) + shift));
}

function seasonOf(g: Groups): readonly [number, number] {
  return SEASONS.get((g["season"] ?? "").toLowerCase()) ?? [1, 12];
}

/** A season without a year counts after "in", "since" and the like, not as part of a name ("Winter Olympics"). */
function seasonStands({ before, after, published }: Surroundings): boolean {
  return (
    published !== null &&
    /\b(?:in|since|by|until|during|over|through|throughout|before|after|of|early|late|mid)[\s-]$/i.test(
      before,
    ) &&
    !/^\s(?:\p{Lu}|of\b)/u.test(after)
  );
}

function season(g: Groups, around: Surroundings): Meaning | null {
  const which = (g["which"] ?? "").toLowerCase();
  return relative(around.published, "range", (day) => {
    const now = yearIn(day);
    const candidates = [now - 2, now - 1, now, now + 1].map((year) => seasonRange(year, seasonOf(g)));
    const over = candidates.filter(({ to }) => to < day).at(-1) ?? null;
    const begun = candidates.filter(({ from }) => from <= day).at(-1) ?? null;
    const ahead = candidates.find(({ from }) => from > day) ?? null;
    if (which === "last" || which === "this past") return over;
    if (which === "next" || which === "this coming") return ahead;
    const current = begun !== null && begun.to >= day ? begun : null;
    if (which === "this") return current ?? candidates.find(({ from }) => yearIn(from) === now) ?? null;
    return current ?? (around.direction() === "future" ? ahead : over);
  });
}

function years(first: number, last: number): Meaning | null {
  return last <= first || last - first > 150
    ? null
    : absolute({ from: yearRange(first).from, to: yearRange(last).to }, "range");
}

/** "In '79" is the last year with these figures, or the next few. */
function shortYear(figures: number, { published }: Surroundings): Meaning | null {
  return relative(published, "year", (day) => {
    const latest = yearIn(day) + 10;
    return yearRange(latest - ((((latest - figures) % 100) + 100) % 100));
  });
}

/** "The nineties" is the last such decade that had begun when it was written. */
function shortDecade(tens: number, { published }: Surroundings): Meaning | null {
  return relative(published, "range", (day) => {
    const century = Math.floor(yearIn(day) / 100) * 100;
    return decadeRange(century + tens > yearIn(day) ? century - 100 + tens : century + tens);
  });
}

/** "By year-end" is this year's; "since year-end" the last one's. */
function yearEnd(day: string, before: string): DayRange {
  const { to } = unitAround(day, "year", /\b(?:since|from)\s(?:the\s)?$/i.test(before) ? -1 : 0);
  return { from: to, to };
}
