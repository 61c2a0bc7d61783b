import type { DayRange } from "./calendar.ts";

export type Precision = "day" | "week" | "month" | "quarter" | "year" | "range";

/** A date expression found in text, resolved as far as the words and the anchor allow. */
export interface DateExpression {
  /** UTF-16 indices into the text; `text` is exactly what stands there. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** First and last ISO day meant; null for an open end or where it cannot be resolved. */
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: Precision;
  /** `absolute`: says its year; `document`: relative to the publication day; `event`: relative to what was spoken of. */
  readonly anchor: "absolute" | "document" | "event";
  /** Whether the range could be resolved: a relative date without its anchor is not. */
  readonly resolved: boolean;
}

/** How far an expression lies from what was spoken of: so many units, or the nearest such weekday on that side. */
export interface Offset {
  readonly count: number;
  readonly unit: string;
  /** 0 is Sunday. */
  readonly weekday?: number;
  /** First and last month of the season or month that is meant. */
  readonly months?: readonly [number, number];
}

/** What the words of an expression mean, before the prepositions around it are looked at. */
export interface Meaning extends DayRange {
  readonly precision: Precision;
  readonly anchor: DateExpression["anchor"];
  /** For `anchor: "event"`, and for "a year ago", which after "the third quarter" means that quarter a year before. */
  readonly offset?: Offset;
  /** A month, or a day of one, that does not say its year: it can take it from the other end of a range. */
  readonly yearless?: (year: number) => DayRange | null;
  /** Words such as "recently" that bound no range of their own. */
  readonly vague?: true;
}

/** An expression with what resolving it against a neighbour needs. */
export interface FoundDate extends DateExpression {
  readonly offset: Offset | null;
  /** The expression's own days, opened or closed by the preposition before it: "since 2014" has no end. */
  readonly reach: DayRange;
  /** Words such as "recently": `from` and `to` are a guess at what they span. */
  readonly vague: boolean;
  /** Stands before a noun that it dates: "the November 27 deal", "Monday's talks". What is told need not be of that day. */
  readonly attributive: boolean;
}
