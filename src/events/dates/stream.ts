import { findDates } from "./find.ts";
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
  readonly precision: "day" | "week" | "month" | "quarter" | "year" | "range";
}

/**
 * The dates that a text states, in reading order. An expression that cannot be put on the calendar, as a relative
 * one without `date`, is left out. "Since 2014" has no end and "until May" no start; their words are then part
 * of `text`.
 *
 * @example
 * datesOf({ id: "a", text: "Talks ended last month.", date: "2024-07-08" })
 * // { id: "a", dates: [{ text: "last month", offset: [12, 22], start: "2024-06-01", end: "2024-06-30", precision: "month" }] }
 */
export function datesOf({ id, text, date }: DatesRow): {
  readonly id: string;
  readonly dates: readonly StatedDate[];
} {
  const dates = resolveSequence(findDates(text, date))
    .filter(({ resolved }) => resolved)
    .map(
      (found): StatedDate => ({
        text: found.text,
        offset: [found.start, found.end],
        start: found.from,
        end: found.to,
        precision: found.precision,
      }),
    );
  return { id, dates };
}
