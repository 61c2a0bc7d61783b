import type { Sentence } from "../language/index.ts";

/** A stretch of time with ends as precise as they are known; an end that is missing is open. */
export interface Term {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Whether a day lies in a term. Ends given as a year or month count whole. Null, an unknown day, lies in every term. */
export function holds({ since, until }: Term, day: string | null): boolean {
  if (day === null) return true;
  return (
    (since === undefined || day.slice(0, since.length) >= since) &&
    (until === undefined || day.slice(0, until.length) <= until)
  );
}

/** Days between a day and a term, 0 inside it. */
export function distance(term: Term, day: string): number {
  if (holds(term, day)) return 0;
  const edge = term.since !== undefined && day < term.since ? term.since : (term.until ?? day);
  return Math.abs(Date.parse(edge) - Date.parse(day)) / 86_400_000;
}

const MONTH =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.?$/i;

/**
 * The day on which offices and states are asked for in a sentence: the middle of the one past year it dates itself
 * by ("In 2005, …", "of May 1999"), else the day of publication, or the middle of its month where no more is known.
 */
export function dayOf({ tokens }: Sentence, published: string | null): string | null {
  const years = new Set<string>();
  tokens.forEach(({ form }, at) => {
    if (!/^(19[4-9]\d|20[0-4]\d)$/.test(form)) return;
    const before = tokens[at - 1]?.form ?? "";
    if (/^(in|during|of|by|,|\d{1,2})$/i.test(before) || MONTH.test(before)) years.add(form);
  });
  const [year] = years;
  const day = published === null ? null : middleOf(published);
  if (years.size !== 1 || year === undefined) return day;
  if (day !== null && year >= day.slice(0, 4)) return day;
  return `${year}-07-01`;
}

function middleOf(published: string): string {
  return published.length === 7 ? `${published}-15` : published;
}
