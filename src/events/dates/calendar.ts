/** A stretch of days, both ends included, as ISO days; a null end is open. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

const DAY = 86_400_000;

/** Whole days counted from 1970-01-01. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

export function isoDay(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

export function addDays(iso: string, days: number): string {
  return isoDay(dayNumber(iso) + days);
}

/** Months later or earlier, on the same day or the last of a shorter month. */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const count = year * 12 + month - 1 + months;
  const last = monthRange(Math.floor(count / 12), (count % 12) + 1).to;
  return `${last.slice(0, 8)}${String(Math.min(day, Number(last.slice(8)))).padStart(2, "0")}`;
}

/** 0 is Sunday. */
export function weekday(iso: string): number {
  return (((dayNumber(iso) + 4) % 7) + 7) % 7;
}

export function yearRange(year: number): { readonly from: string; readonly to: string } {
  const written = String(year).padStart(4, "0");
  return { from: `${written}-01-01`, to: `${written}-12-31` };
}

/** @param month 1 to 12. */
export function monthRange(year: number, month: number): { readonly from: string; readonly to: string } {
  const written = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${written}-01`, to: `${written}-${String(last).padStart(2, "0")}` };
}

/** Monday to Sunday around a day. */
export function weekOf(iso: string): { readonly from: string; readonly to: string } {
  const monday = addDays(iso, -((weekday(iso) + 6) % 7));
  return { from: monday, to: addDays(monday, 6) };
}

/** A day of a year, or null where that month has no such day. */
export function dayOf(year: number, month: number, day: number): string | null {
  const { from, to } = monthRange(year, month);
  return day >= 1 && day <= Number(to.slice(8)) ? `${from.slice(0, 8)}${String(day).padStart(2, "0")}` : null;
}
