import type { Entry } from "./entries.ts";
import type { Report } from "./report.ts";
import { cite, quote, type Statement, say } from "./statement.ts";
import { capital, dateInWords } from "./wording.ts";

/** A report's sentence with its outlet and date and the number of its entry: “…” (Continental Wire, 25 February 2022) [31]. */
export function quotation(report: Report, ...entries: readonly number[]): Statement {
  return say`${quote(report.sentence)} (${sourceWords(report)}) ${cite(entries)}`;
}

/** An entry as a line: when, who says it, its words with their source; `others` are entries with the same words. */
export function entryLine(entry: Entry, others: readonly number[] = []): Statement {
  const when = entry.start === null && entry.end === null ? "Undated" : capital(entry.when);
  const [lead] = entry.reports;
  if (lead === undefined) return say`${when}: ${entry.reading} ${cite([entry.number])}`;
  const more = entry.reports.length - 1;
  return say`${when}${speakerWords(lead)}: ${quotation(lead, entry.number, ...others)}${more > 0 ? `, and ${more} more ${more === 1 ? "report" : "reports"}` : ""}`;
}

/** "said by Li Qiang", "by hearsay (“reportedly”)", or null where the text itself says it. */
export function saidBy({ speaker, isHearsay }: Report): string | null {
  if (speaker === null) return null;
  return isHearsay ? `by hearsay (“${speaker}”)` : `said by ${speaker}`;
}

/** ", according to Li Qiang", ", by hearsay (“reportedly”)", or nothing where the text itself says it. */
export function speakerWords({ speaker, isHearsay }: Report): string {
  if (speaker === null) return "";
  return isHearsay ? `, by hearsay (“${speaker}”)` : `, according to ${speaker}`;
}

/** "Continental Wire, 25 February 2022"; the title stands in for an outlet that is not named. */
export function sourceWords({ document, title, outlet, published }: Report): string {
  if (document === null) return "data set";
  return `${outlet ?? title ?? "untitled document"}, ${published === null ? "not dated" : dateInWords(published)}`;
}
