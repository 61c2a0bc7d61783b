import { z } from "zod";
import { oneOf, readTable } from "../../vocabulary/index.ts";

const numbers = z.record(z.string(), z.int());
const names = z.array(z.string().min(1));
const WORDS = readTable(
  "data/dates/words.toml",
  z.strictObject({
    months: z.array(names).length(12),
    weekdays: z.array(names).length(7),
    "ambiguous-months": names,
    "before-month": names,
    "day-ordinals": names.length(31),
    seasons: z.record(z.string(), z.tuple([z.int().min(1).max(12), z.int().min(1).max(12)])),
    decades: numbers,
    cardinals: numbers,
    tens: numbers,
    ordinals: numbers,
    vague: z.array(z.strictObject({ words: z.string(), low: z.int(), middle: z.int(), high: z.int() })),
    heads: z.strictObject({ words: names }),
  }),
);

const lower = (word: string): string => word.toLowerCase();

const MONTHS = new Map(WORDS.months.flatMap((row, at) => row.map((name) => [lower(name), at + 1])));
const WEEKDAYS = new Map(WORDS.weekdays.flatMap((row, at) => row.map((name) => [lower(name), at])));
const VAGUE = new Map(WORDS.vague.map(({ words, ...count }) => [words, count]));
export const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map(Object.entries(WORDS.seasons));
export const DECADES: ReadonlyMap<string, number> = new Map(Object.entries(WORDS.decades));
export const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set(WORDS["ambiguous-months"].map(lower));
export const BEFORE_MONTH: ReadonlySet<string> = new Set(WORDS["before-month"]);

const fullNames = (rows: readonly (readonly string[])[]): string[] => rows.map(([name = ""]) => name);
const shortNames = (rows: readonly (readonly string[])[]): string[] => rows.flatMap((row) => row.slice(1));

/** A month's name or its abbreviation, with or without a stop. */
export const MONTH = `(?:${oneOf(fullNames(WORDS.months))}(?!\\p{L})|${oneOf(shortNames(WORDS.months))}(?!\\p{L})\\.?)`;
export const WEEKDAY_NAME = oneOf(fullNames(WORDS.weekdays));
export const WEEKDAY = `${WEEKDAY_NAME}(?!\\p{L})`;
/** A weekday before a date: "Monday, ", "Mon., ". */
export const WEEKDAY_BEFORE = `(?:(?:${oneOf(fullNames(WORDS.weekdays))}|${oneOf(shortNames(WORDS.weekdays))}\\.?),? )`;
export const DAY = "(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\\d)";

/** A day of the month in words, as in "the Fourth of July". */
export const DAY_IN_WORDS = oneOf(
  WORDS["day-ordinals"].flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]),
);

const UNITS_AND_TEENS = oneOf(Object.keys(WORDS.cardinals));
const TENS = `${oneOf(Object.keys(WORDS.tens))}(?:[- ]${oneOf(Object.keys(WORDS.cardinals).slice(0, 9))})?`;
const SMALL_NUMBER = `(?:${TENS}|${UNITS_AND_TEENS})`;
export const COUNT = `(?:\\d{1,3}|a hundred|${oneOf([...VAGUE.keys()])}|${SMALL_NUMBER}|an?)`;
export const ORDINAL = oneOf(Object.keys(WORDS.ordinals));
export const SEASON = oneOf([...SEASONS.keys()]);
export const UNIT = "(?:hour|day|week|fortnight|month|quarter|year|decade|century|centurie)";
const SPELLED_YEAR = `(?:(?:seventeen|eighteen|nineteen|twenty)[- ](?:oh[- ])?${SMALL_NUMBER}|two thousand(?: and)?(?: ${SMALL_NUMBER})?)`;
/** A year in figures from 1500 to 2199. */
export const YEAR = "(?:1[5-9]\\d\\d|2[01]\\d\\d)(?!\\d)";
/** A year in figures or in words. */
export const ANY_YEAR = `(?:${YEAR}|${SPELLED_YEAR})`;

/** First words of expressions, in lower case; figures begin one too. */
export const HEADS: ReadonlySet<string> = new Set(
  [
    ...MONTHS.keys(),
    ...WEEKDAYS.keys(),
    ...SEASONS.keys(),
    ...DECADES.keys(),
    ...Object.keys(WORDS.cardinals),
    ...Object.keys(WORDS.tens),
    ...WORDS["day-ordinals"].map((word) => word.split("-")[0] ?? ""),
    ...Object.keys(WORDS.ordinals),
    ...WORDS.vague.map(({ words }) => words.split(" ")[0] ?? ""),
    ...WORDS.heads.words,
  ].map(lower),
);

/** A number of units: for "a few" the least and most that it may be, and what to take for one number. */
export interface UnitCount {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** The number that a word or figure of `COUNT` means. */
export function countOf(written: string): UnitCount {
  const word = lower(written);
  const exact = /^\d+$/.test(word) ? Number(word) : /^an?$/.test(word) ? 1 : numberOf(word);
  return VAGUE.get(word) ?? { low: exact, middle: exact, high: exact };
}

function numberOf(word: string): number {
  if (word === "a hundred") return 100;
  const [ten = "", unit = ""] = word.split(/[- ]/);
  return (WORDS.tens[ten] ?? WORDS.cardinals[ten] ?? 0) + (WORDS.cardinals[unit] ?? 0);
}

/** The year that figures or words say: 1996 for "nineteen ninety-six". */
export function yearOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const word = lower(written);
  const thousand = /^two thousand(?: and)?(?: (.+))?$/.exec(word);
  if (thousand !== null) return 2000 + (thousand[1] === undefined ? 0 : numberOf(thousand[1]));
  const [century = "", ...rest] = word.split(/[- ]/);
  return numberOf(century) * 100 + numberOf(rest.filter((part) => part !== "oh").join(" "));
}

/** 1 to 4, or -1 for the last. */
export function ordinalOf(word: string): number {
  return WORDS.ordinals[lower(word)] ?? 1;
}

/** 1 to 12. */
export function monthOf(word: string): number {
  return MONTHS.get(lower(word).replace(".", "")) ?? 1;
}

/** 1 to 31 for a day in words or figures, "ninth" or "9th". */
export function dayOrdinalOf(written: string): number {
  const figures = Number.parseInt(written, 10);
  return Number.isNaN(figures) ? WORDS["day-ordinals"].indexOf(lower(written)) + 1 : figures;
}

/** 0 for Sunday to 6. */
export function weekdayOf(word: string): number {
  return WEEKDAYS.get(lower(word)) ?? 0;
}
