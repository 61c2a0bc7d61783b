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
