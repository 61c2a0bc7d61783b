const DAY = 86_400_000;

/** Days to horizontal positions. */
export interface TimeScale {
  readonly from: number;
  readonly to: number;
  readonly first: string;
  readonly last: string;
  /** The position of a day, kept within the scale. */
  readonly at: (day: string) => number;
}

/** A scale from the first of January of the first year to the last of December of the last. */
export function timeScale(
  [first, last]: readonly [string, string],
  [from, to]: readonly [number, number],
): TimeScale {
  const start = Date.parse(`${first.slice(0, 4)}-01-01`);
  const end = Date.parse(`${last.slice(0, 4)}-12-31`) + DAY;
  const at = (day: string): number =>
    from + Math.min(1, Math.max(0, (Date.parse(day) - start) / (end - start))) * (to - from);
  return { from, to, first, last, at };
}

/** Years to label, as many as leave `room` for each. */
export function yearTicks(
  scale: TimeScale,
  room: number,
): readonly { readonly x: number; readonly label: string }[] {
  const first = Number(scale.first.slice(0, 4));
  const last = Number(scale.last.slice(0, 4));
  const fits = Math.max(1, Math.floor((scale.to - scale.from) / room));
  const step = [1, 2, 5, 10, 20, 50, 100].find((years) => (last - first + 1) / years <= fits) ?? 100;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
    .filter((year) => (year - first) % step === 0)
    .map((year) => ({ x: scale.at(`${year}-01-01`), label: String(year) }));
}
