import { addDays, type DayRange, weekday } from "./calendar.ts";
import type { FoundDate, Offset, Precision } from "./expression.ts";
import { seasonRange, shifted, unitAround, yearIn } from "./units.ts";

/** What an offset is counted from, and where its words end. */
type Anchor = Pick<FoundDate, "from" | "to" | "precision" | "end">;

/** UTF-16 units between a figure's quarter and the words that compare it. */
const COMPARED_WITHIN = 250;

/**
 * Resolves "that year", "the following day", "two weeks later" against the date spoken of last before them in the
 * document. Where none was, "a week earlier" counts from the day of publication, and the others stay unresolved.
 * Other expressions are returned as they are.
 *
 * @param published ISO day or month, or null where it is not known.
 */
export function resolveSequence(expressions: readonly FoundDate[], published: string | null): FoundDate[] {
  const resolved: FoundDate[] = [];
  for (const expression of expressions) {
    const { offset, anchor } = expression;
    const earlier =
      offset === null ? undefined : (spokenOf(resolved, offset) ?? ofReport(expression, offset, published));
    const counts = earlier !== undefined && (anchor === "event" || comparable(expression, earlier));
    resolved.push(counts && offset !== null ? against(expression, offset, earlier) : expression);
  }
  return resolved;
}

/** The expression spoken of last that is as precise as the offset needs; one that only tells apart a noun, last of all. */
function spokenOf(resolved: readonly FoundDate[], { unit }: Offset): FoundDate | undefined {
  const enough = PRECISE_ENOUGH[unit];
  const fits = (row: FoundDate): boolean =>
    row.resolved && !row.vague && (enough === undefined || enough.has(row.precision));
  return resolved.findLast((row) => fits(row) && !row.attributive) ?? resolved.findLast(fits);
}

/** A week before "last September" is no time at all. */
const PRECISE_ENOUGH: Readonly<Record<string, ReadonlySet<Precision>>> = {
  day: new Set(["day"]),
  week: new Set(["day", "week"]),
};

function ofReport({ text }: FoundDate, { count }: Offset, published: string | null): Anchor | undefined {
  if (published?.length !== 10 || count >= 0 || !/\searlier$/i.test(text)) return undefined;
  return { from: published, to: published, precision: "day", end: 0 };
}

/** "The third quarter ... a year ago": close together, the second is the first a year before. */
function comparable(expression: FoundDate, earlier: Anchor): boolean {
  return earlier.precision === "quarter" && expression.start - earlier.end < COMPARED_WITHIN;
}

function against(expression: FoundDate, offset: Offset, earlier: Anchor): FoundDate {
  const day = earlier.from ?? earlier.to;
  if (day === null) return expression;
  const { precision } = earlier;
  if (offset.months !== undefined) {
    const range = partOf(earlier, offset, offset.months);
    return range === null ? expression : { ...expression, ...range, reach: range, resolved: true };
  }
  // A year before "the third quarter" or "June" is that quarter or month again.
  const same =
    offset.unit === "year" && offset.count !== 0 && (precision === "quarter" || precision === "month");
  const range = same ? unitAround(shifted(day, offset.count, "year"), precision, 0) : moved(day, offset);
  return { ...expression, ...range, ...(same ? { precision } : {}), reach: range, resolved: true };
}

/** The season or month of a year counted from the one spoken of, or the nearest one outside what was spoken of. */
function partOf(
  { from, to }: Anchor,
  { count: side, unit }: Offset,
  months: readonly [number, number],
): DayRange | null {
  const [first, last] = [from ?? to, to ?? from];
  if (first === null || last === null) return null;
  const year = yearIn(first);
  if (unit === "year") return seasonRange(year + side, months);
  const parts = [year - 1, year, year + 1, year + 2].map((one) => seasonRange(one, months));
  if (side === 0) return parts[1] ?? null;
  return (
    (side > 0 ? parts.find((part) => part.from > last) : parts.findLast((part) => part.to < first)) ?? null
  );
}

function moved(day: string, { count, unit, weekday: wanted }: Offset): DayRange {
  if (wanted !== undefined) {
    const away = count < 0 ? -((weekday(day) - wanted + 7) % 7 || 7) : (wanted - weekday(day) + 7) % 7 || 7;
    return { from: addDays(day, away), to: addDays(day, away) };
  }
  if (unit === "week" && count !== 0 && Math.abs(count) !== 1) {
    const far = shifted(day, count, "week");
    return { from: far, to: far };
  }
  return unitAround(day, unit, count);
}
