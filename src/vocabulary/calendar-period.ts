/** The first day of a year, month or day: "2024-02" is 2024-02-01. */
export function firstDay(period: string): string {
  return period + "0000-01-01".slice(period.length);
}

/** The last day of a year, month or day: "2024-02" is 2024-02-29. */
export function lastDay(period: string): string {
  if (period.length === 4) return `${period}-12-31`;
  if (period.length === 7)
    return new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5, 7)), 0))
      .toISOString()
      .slice(0, 10);
  return period;
}

/** Whether a text is an ISO day or month of the calendar, such as 2024-02-29 or 2024-02: what a document is dated by. */
export function isPublicationDate(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}(?:-\d{2})?$/.test(text)) return false;
  const day = new Date(`${firstDay(text)}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}
