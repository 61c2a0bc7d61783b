import type { Meaning } from "./expression.ts";
import type { PlacedDate } from "./read-at.ts";
import { type Stretch, stretched, yearIn } from "./units.ts";

const LINK = /^\s*(?:[-–—]|to|through|till|until|and)\s*(?:the\s+)?$/i;
const PLAIN_LINK = /^\s*(?:[-–—]|to|through|till|until)\s*(?:the\s+)?$/i;
const OPENING = /\b(?<word>from|between)\s+(?:the\s+)?$/i;

/**
 * Joins two expressions into the range between them: "from January to 9 March 2024", "between 2016 and 2019",
 * "Monday-Friday". An end without a year takes it from the other. Months that follow one that lies ahead lie ahead
 * too: "in November, December and January".
 */
export function joinRanges(
  text: string,
  placed: readonly PlacedDate[],
  published: string | null,
): PlacedDate[] {
  const joined: PlacedDate[] = [];
  for (const next of placed) {
    const before = joined.at(-1);
    const range = before === undefined ? null : rangeBetween(text, before, next);
    if (range !== null) joined[joined.length - 1] = range;
    else joined.push(before === undefined ? next : afterMonth(text, before, next, published));
  }
  return joined;
}

function rangeBetween(text: string, first: PlacedDate, last: PlacedDate): PlacedDate | null {
  const end = first.start + first.length;
  const gap = text.slice(end, last.start);
  if (gap.length > 16 || !LINK.test(gap)) return null;
  const opening = OPENING.exec(text.slice(Math.max(0, first.start - 14), first.start));
  const word = opening?.groups?.["word"]?.toLowerCase();
  const isAnd = /and/i.test(gap);
  if (word === undefined ? !PLAIN_LINK.test(gap) : isAnd !== (word === "between")) return null;
  if (word === undefined && (isUnit(first.meaning) || isUnit(last.meaning))) return null;
  const meaning = span(first.meaning, last.meaning);
  if (meaning === null) return null;
  const start = word === undefined ? first.start : first.start - (opening?.[0].length ?? 0);
  return { start, length: last.start + last.length - start, meaning };
}

/** "This year", "last week": they make a range only with "from" or "between" before them. */
function isUnit({ anchor, precision, yearless }: Meaning): boolean {
  return anchor === "document" && yearless === undefined && precision !== "day";
}

function span(first: Meaning, last: Meaning): Meaning | null {
  const [start, end] = sharedYear(first, last);
  if (start === null || end === null || end.to < start.from) return null;
  const anchor = first.anchor === "absolute" && last.anchor === "absolute" ? "absolute" : last.anchor;
  return { from: start.from, to: end.to, precision: "range", anchor };
}

/** Both ends, one taking its year from the other: the first is not after the last. */
function sharedYear(first: Meaning, last: Meaning): readonly [Stretch | null, Stretch | null] {
  const [start, end] = [stretched(first), stretched(last)];
  if (first.yearless !== undefined && end !== null) {
    const inYear = (year: number): Stretch | null => {
      const range = first.yearless?.(year) ?? null;
      return range === null ? null : stretched(range);
    };
    const same = inYear(yearIn(end.from));
    return [same !== null && same.from <= end.to ? same : inYear(yearIn(end.from) - 1), end];
  }
  if (last.yearless !== undefined && start !== null) {
    const same = last.yearless(yearIn(start.from));
    return [start, same === null ? null : stretched(same)];
  }
  return [start, end];
}

function afterMonth(
  text: string,
  before: PlacedDate,
  next: PlacedDate,
  published: string | null,
): PlacedDate {
  const [earlier, later] = [stretched(before.meaning), stretched(next.meaning)];
  const { yearless } = next.meaning;
  if (earlier === null || later === null || yearless === undefined || published === null) return next;
  const between = text.slice(before.start + before.length, next.start);
  const ahead = earlier.from > published && later.from < published;
  if (!ahead || between.length > 80 || /[.;:?!]\s/.test(between)) return next;
  const range = yearless(yearIn(later.from) + 1);
  return range === null ? next : { ...next, meaning: { ...next.meaning, ...range } };
}
