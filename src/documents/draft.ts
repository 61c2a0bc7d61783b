import type { Document } from "../vocabulary/index.ts";
import { isoDay, readDay } from "./calendar-day.ts";
import { documentOf } from "./document.ts";
import { languageOf } from "./language-of.ts";
import * as messages from "./messages.ts";

/** What a reader found in one source, before it is made a document. */
export interface Draft {
  readonly text: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly url: string | null;
  /** Publication dates as written, the most trusted first. */
  readonly dates: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Makes a draft a document. Nothing is guessed: without a date in the draft it is `fallback`, or null with a note. A
 * draft that says only the month has that, unless `fallback` is a day of it.
 */
export function finish(
  draft: Draft,
  fallback: string | null,
): { readonly document: Document; readonly notes: readonly string[] } {
  const { published, notes } = publishedOf(draft);
  const day = published === null || isWithin(fallback, published) ? fallback : published;
  const document = documentOf({ ...draft, published: day });
  const { language, sure } = languageOf(document.text);
  return {
    document,
    notes: [
      ...draft.notes,
      ...notes,
      ...(day === null ? [messages.undated] : day.length < 10 ? [messages.monthOnly(day)] : []),
      ...(language !== "en" && sure ? [messages.notEnglish(language)] : []),
      ...(document.text.includes("\ufffd") ? [messages.replacedCharacters] : []),
    ],
  };
}

function isWithin(day: string | null, month: string): boolean {
  return day?.startsWith(`${month}-`) ?? false;
}

function publishedOf({ dates, url }: Draft): {
  readonly published: string | null;
  readonly notes: readonly string[];
} {
  const written = dates.map((date) => ({ date, read: readDay(date) }));
  const notes: string[] = [];
  const address = dayInAddress(url);
  const years = new Set(
    written.flatMap(({ read }) => (read.is === "incomplete" ? [read.year] : [])).concat(yearInAddress(url)),
  );
  let month: string | null = null;
  for (const { date, read } of written) {
    if (read.is === "day") return { published: read.day, notes };
    if (read.is === "yearless") {
      const [year] = years;
      const day = year === undefined || years.size > 1 ? null : isoDay(year, read.month, read.day);
      if (day !== null) return { published: day, notes };
      notes.push(messages.yearlessDate(date));
    } else if (read.is === "incomplete") {
      if (read.month === null) notes.push(messages.incompleteDate(date));
      else if (isoDay(read.year, read.month, 1) === null) notes.push(messages.impossibleDay(date));
      else month ??= `${read.year}-${String(read.month).padStart(2, "0")}`;
    } else if (read.is === "impossible") notes.push(messages.impossibleDay(date));
    else if (read.is === "ambiguous") notes.push(messages.ambiguousDate(date));
    else notes.push(messages.unclearDate(date));
  }
  if (address !== null) return { published: address, notes: [...notes, messages.dateFromAddress(address)] };
  return { published: month, notes: [...new Set(notes)] };
}

const ADDRESS_DAY = /[/_-](\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)/;
const ADDRESS_YEAR = /\/((?:19|20)\d\d)\//;

function dayInAddress(url: string | null): string | null {
  const parts = ADDRESS_DAY.exec(url ?? "");
  return parts === null ? null : isoDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function yearInAddress(url: string | null): number[] {
  const year = ADDRESS_YEAR.exec(url ?? "")?.[1];
  return year === undefined ? [] : [Number(year)];
}
