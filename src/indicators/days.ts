/**
 * An ISO day from one of the forms that data sets use: 2019-03-01, 3/1/2019 (month first), 20190301; with a time
 * after it, the time is left out. Null where it is none, or no day of the calendar.
 */
export function isoDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T ])/.exec(text);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:$| )/.exec(text);
  if (american !== null) return dayOf(Number(american[3]), Number(american[1]), Number(american[2]));
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return null;
}

/** An ISO day, or null where the calendar has none such. */
export function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
