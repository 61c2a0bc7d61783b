import type { FoundDate, Precision } from "./expression.ts";
import { BY, findDates, SINCE } from "./find.ts";
import { resolveSequence } from "./sequence.ts";

/** A text to be searched for dates; `date` is the ISO day relative words count from, null where it is not known. */
export interface DatesRow {
  readonly id: string;
  readonly text: string;
  readonly date: string | null;
}

/** A date expression: ISO days, both included; a null start or end is an open one. Offsets are UTF-16 indices. */
export interface StatedDate {
  readonly text: string;
  readonly offset: readonly [from: number, to: number];
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: Precision;
}

/**
 * The dates that a text states, in reading order. Left out is what cannot be put on the calendar: a relative
 * expression without `date`, durations, and words such as "recently". "Since 2014" has no end, and its "since" is
 * part of `text`. "By the end of the year" begins with `date`. After "until", "before" and "by" the range is that
 * of the time named.
 *
 * @example
 * datesOf({ id: "a", text: "Talks ended last month.", date: "2024-07-08" })
 * // { id: "a", dates: [{ text: "last month", offset: [12, 22], start: "2024-06-01", end: "2024-06-30", precision: "month" }] }
 */
export function datesOf({ id, text, date }: DatesRow): {
  readonly id: string;
  readonly dates: readonly StatedDate[];
} {
  const found = resolveSequence(findDates(text, date), date);
  return {
    id,
    dates: found.filter(({ resolved, vague }) => resolved && !vague).map((each) => stated(text, each)),
  };
}

function stated(
  text: string,
  { start, end, from, to, reach, precision, text: words }: FoundDate,
): StatedDate {
  const before = text.slice(Math.max(0, start - 24), start);
  const opening = SINCE.exec(before);
  if (opening !== null) {
    const first = start - opening[0].length;
    return {
      text: text.slice(first, end),
      offset: [first, end],
      start: reach.from,
      end: null,
      precision: "range",
    };
  }
  const byTheEnd = BY.test(before) && /^(?:the )?(?:very )?end\b/i.test(words);
  return {
    text: words,
    offset: [start, end],
    start: byTheEnd ? reach.from : from,
    end: to,
    precision: byTheEnd ? "range" : precision,
  };
}
