import type { DayRange } from "./calendar.ts";
import type { Meaning, Precision } from "./expression.ts";
import type { Direction } from "./tense.ts";
import type { Stretch } from "./units.ts";

/** Around the words: the publication day, the text just before, and where the clause looks. */
export interface Surroundings {
  readonly published: string | null;
  readonly before: string;
  readonly after: string;
  readonly direction: () => Direction;
  /** Whether an infinitive leaves it open that the act is still to come. */
  readonly infinitive: () => boolean;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** Words that are an expression by themselves. Null from `read` where they are no date after all. */
export interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, around: Surroundings) => Meaning | null;
}

/** Words that make a new expression of one that follows them: "the end of" 2024, "two days after" July 8. */
export interface Frame {
  readonly pattern: RegExp;
  readonly combine: (groups: Groups, inner: Meaning & Stretch, around: Surroundings) => Meaning | null;
}

const NOT_INSIDE_A_WORD = "(?![\\p{L}\\p{N}])";

/** A rule for words that end where a word ends. Letters match in either case with `anyCase`. */
export function rule(
  source: string,
  read: Rule["read"],
  anyCase: "anyCase" | "asWritten" = "asWritten",
): Rule {
  return {
    pattern: new RegExp(`(?:${source})${NOT_INSIDE_A_WORD}`, anyCase === "anyCase" ? "iuy" : "uy"),
    read,
  };
}

/** A frame: its words, which end just before the expression that they change. */
export function frame(source: string, combine: Frame["combine"]): Frame {
  return { pattern: new RegExp(source, "iuy"), combine };
}

/** A range that needs no publication day; null stays null. */
export function absolute(range: DayRange | null, precision: Precision): Meaning | null {
  return range === null ? null : { from: range.from, to: range.to, precision, anchor: "absolute" };
}

/** A range relative to publication; unresolved where that is not known. */
export function relative(
  published: string | null,
  precision: Precision,
  make: (day: string) => DayRange | null,
): Meaning | null {
  const range = published === null ? { from: null, to: null } : make(published);
  return range === null ? null : { from: range.from, to: range.to, precision, anchor: "document" };
}

/** The inner meaning with another range. */
export function changed(inner: Meaning, range: DayRange, precision: Precision): Meaning {
  return { from: range.from, to: range.to, precision, anchor: inner.anchor };
}

export function single(day: string | null): Stretch | null {
  return day === null ? null : { from: day, to: day };
}
