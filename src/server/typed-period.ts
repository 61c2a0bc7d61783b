import { firstDay } from "../measures/index.ts";
import { Problem } from "../vocabulary/index.ts";

/** A year, month or day as it was typed, once it is sure that the calendar has it: "2016", "2016-05", "2016-05-31". */
export function typedPeriod(typed: string, name: "since" | "until"): string {
  const written = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(typed);
  const day = new Date(written ? firstDay(typed) : Number.NaN);
  const exists = !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(typed);
  if (exists) return typed;
  throw new Problem(
    "usage",
    `"${typed}" is not a year, month or day.`,
    `Write ${name} as 2016, 2016-05 or 2016-05-31.`,
  );
}
