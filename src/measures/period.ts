import { firstDay, lastDay } from "../vocabulary/index.ts";

export { firstDay, lastDay };

/** A stretch of time that a value is measured over; both days included, a null start is open. */
export interface Period {
  /** A year ("2024"), or a range of days ("2016-01-01/2024-12-31"). */
  readonly name: string;
  readonly start: string | null;
  readonly end: string;
}

/** The periods from the first to the last of `days` within the limits asked for: one, or one for each year. */
export function periodsOf(
  days: readonly string[],
  {
    since,
    until,
    by,
  }: { readonly since: string | null; readonly until: string | null; readonly by: "year" | "all" },
): Period[] {
  const sorted = [...days].sort();
  const first = since === null ? sorted[0] : firstDay(since);
  const last = until === null ? sorted.at(-1) : lastDay(until);
  if (first === undefined || last === undefined || first > last) return [];
  if (by === "all") return [{ name: `${first}/${last}`, start: since === null ? null : first, end: last }];
  const years = Array.from(
    { length: Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1 },
    (_, at) => Number(first.slice(0, 4)) + at,
  );
  return years.map((year) => {
    const name = String(year).padStart(4, "0");
    const end = `${name}-12-31`;
    return { name, start: `${name}-01-01`, end: until !== null && last < end ? last : end };
  });
}
