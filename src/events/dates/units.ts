import { addDays, addMonths, type DayRange, monthRange, weekOf, yearRange } from "./calendar.ts";
import type { Precision } from "./expression.ts";

/** A range with both ends. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

export const yearIn = (day: string): number => Number(day.slice(0, 4));
export const monthIn = (day: string): number => Number(day.slice(5, 7));

export function isStretch<Range extends DayRange>(range: Range): range is Range & Stretch {
  return range.from !== null && range.to !== null;
}

/** The range where it has both ends, else null. */
export function stretched<Range extends DayRange>(range: Range): (Range & Stretch) | null {
  return isStretch(range) ? range : null;
}

/** @param number 1 to 4. */
export function quarterRange(year: number, number: number): Stretch {
  return { from: monthRange(year, number * 3 - 2).from, to: monthRange(year, number * 3).to };
}

export function seasonRange(year: number, [first, last]: readonly [number, number]): Stretch {
  return { from: monthRange(year, first).from, to: monthRange(last < first ? year + 1 : year, last).to };
}

export function decadeRange(firstYear: number): Stretch {
  return { from: yearRange(firstYear).from, to: yearRange(firstYear + 9).to };
}

/** The hundred years that begin with the same figures, as the words are used: the 20th century is 1900 to 1999. */
export function centuryRange(number: number): Stretch {
  return { from: yearRange((number - 1) * 100).from, to: yearRange(number * 100 - 1).to };
}

/** The calendar unit around a day, moved on (or back, below zero) by so many units. */
export function unitAround(day: string, unit: string, shift: number): Stretch {
  switch (unit) {
    case "hour":
      return stretch(shift === 0 ? day : addDays(day, Math.sign(shift) * Math.ceil(Math.abs(shift) / 24)));
    case "day":
      return stretch(addDays(day, shift));
    case "week":
      return weekOf(addDays(day, 7 * shift));
    case "fortnight":
      return weekOf(addDays(day, 14 * shift));
    case "month": {
      const moved = addMonths(`${day.slice(0, 7)}-01`, shift);
      return monthRange(yearIn(moved), monthIn(moved));
    }
    case "quarter": {
      const count = yearIn(day) * 4 + Math.floor((monthIn(day) - 1) / 3) + shift;
      return quarterRange(Math.floor(count / 4), (count % 4) + 1);
    }
    case "decade":
      return decadeRange(Math.floor(yearIn(day) / 10) * 10 + 10 * shift);
    case "century":
      return centuryRange(Math.floor(yearIn(day) / 100) + 1 + shift);
    default:
      return yearRange(yearIn(day) + shift);
  }
}

function stretch(day: string): Stretch {
  return { from: day, to: day };
}

/** Units before (below zero) or after a day, to the day. */
export function shifted(day: string, count: number, unit: string): string {
  switch (unit) {
    case "hour":
      return addDays(day, Math.sign(count) * Math.ceil(Math.abs(count) / 24));
    case "day":
      return addDays(day, count);
    case "week":
      return addDays(day, 7 * count);
    case "fortnight":
      return addDays(day, 14 * count);
    case "month":
      return addMonths(day, count);
    case "quarter":
      return addMonths(day, 3 * count);
    default:
      return addMonths(day, count * 12 * (unit === "decade" ? 10 : unit === "century" ? 100 : 1));
  }
}

export function precisionOf(unit: string): Precision {
  switch (unit) {
    case "hour":
    case "day":
      return "day";
    case "week":
    case "month":
    case "quarter":
    case "year":
      return unit;
    default:
      return "range";
  }
}

/** A unit's name in the singular and in lower case. */
export function unitOf(written: string): string {
  const unit = written.toLowerCase().replace(/s$/, "");
  return unit === "centurie" ? "century" : unit;
}
