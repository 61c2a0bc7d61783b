/** What a written date says: a day, only part of one, or nothing that can be used. */
export type WrittenDay =
  | { readonly is: "day"; readonly day: string }
  | { readonly is: "yearless"; readonly month: number; readonly day: number }
  | { readonly is: "incomplete"; readonly year: number; readonly month: number | null }
  | { readonly is: "impossible" | "ambiguous" | "unclear" };

const MONTH_NAMES = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(Date.UTC(2024, month, 15)),
);
/** A pattern for the English names of months, long or cut to three or four letters. */
export const MONTH_PATTERN = `(?:${MONTH_NAMES.map((name) => {
  const short = name === "September" ? "Sept?" : name.slice(0, 3);
  return name.length === 3 ? name : `${name}|${short}\\.?`;
}).join("|")})`;
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const REST = "(?=$|[\\s,;|(–—T])";

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|[T\s,])/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=$|T\d)/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?=$|[\s,])/;
const YEAR_MONTH = /^(\d{4})(?:-(\d{1,2}))?$/;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/i;
const DAY_MONTH = new RegExp(`^${DAY}(?:\\s+of)?[\\s-]+(${MONTH_PATTERN})(?:,?[\\s-]+(\\d{4}))?${REST}`, "i");
const MONTH_DAY = new RegExp(`^(${MONTH_PATTERN})\\s+${DAY}(?:,?\\s+(\\d{4}))?${REST}`, "i");
const MONTH_YEAR = new RegExp(`^(${MONTH_PATTERN}),?\\s+(\\d{4})$`, "i");

/** The ISO day of a year, month (1 to 12) and day, or null where the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && year >= 1000 && year <= 2999 ? date.toISOString().slice(0, 10) : null;
}

/**
 * Reads a publication date as people and machines write it: ISO days and times, "July 8, 2024", "8 Jul 2024",
 * "Mon, 08 Jul 2024 10:00:00 GMT", 08.07.2024. A time of day is left aside, and the day is the one written, in the
 * writer's own time zone. Figures that may be day or month ("07/08/2024") are ambiguous, not guessed.
 */
export function readDay(written: string): WrittenDay {
  const text = written.trim().replace(WEEKDAY, "");
  const first = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (first !== null) {
    const [year, month, day] = first.slice(1).filter((part) => /^\d+$/.test(part));
    return dayOr(Number(year), Number(month), Number(day));
  }
  const last = YEAR_LAST.exec(text);
  if (last !== null)
    return dayOrMonthFirst(Number(last[1]), Number(last[3]), Number(last[4]), last[2] === ".");
  const named = DAY_MONTH.exec(text);
  if (named !== null) return namedDay(named[3], named[2], named[1]);
  const american = MONTH_DAY.exec(text);
  if (american !== null) return namedDay(american[3], american[1], american[2]);
  const month = MONTH_YEAR.exec(text);
  if (month !== null) return { is: "incomplete", year: Number(month[2]), month: monthOf(month[1]) };
  const year = YEAR_MONTH.exec(text);
  if (year === null) return { is: "unclear" };
  return { is: "incomplete", year: Number(year[1]), month: year[2] === undefined ? null : Number(year[2]) };
}

function namedDay(year: string | undefined, month: string | undefined, day: string | undefined): WrittenDay {
  if (year !== undefined) return dayOr(Number(year), monthOf(month), Number(day));
  // A leap year, so that only days that never exist are refused.
  if (isoDay(2000, monthOf(month), Number(day)) === null) return { is: "impossible" };
  return { is: "yearless", month: monthOf(month), day: Number(day) };
}

function dayOrMonthFirst(one: number, two: number, year: number, dots: boolean): WrittenDay {
  if (dots || one > 12) return dayOr(year, two, one);
  if (two > 12 || one === two) return dayOr(year, one, two);
  return { is: "ambiguous" };
}

function dayOr(year: number, month: number, day: number): WrittenDay {
  const iso = isoDay(year, month, day);
  return iso === null ? { is: "impossible" } : { is: "day", day: iso };
}

function monthOf(name: string | undefined): number {
  const start = (name ?? "").slice(0, 3).toLowerCase();
  return MONTH_NAMES.findIndex((month) => month.toLowerCase().startsWith(start)) + 1;
}
