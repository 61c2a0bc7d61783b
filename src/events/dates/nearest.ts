import { dayNumber, dayOf } from "./calendar.ts";
import type { Surroundings } from "./rule.ts";
import { monthIn, yearIn } from "./units.ts";

const LEANS_AHEAD =
  /\b(?:by|until|till|than|through|from|starting|beginning|effective)\s(?:the\s)?(?:(?:end|start|beginning|middle|close)\sof\s)?(?:early|mid|late)?[-\s]?$/i;

/** A date that belongs to a noun, "the Aug. 7 blasts", does not follow the tense of the clause. */
const OWNED = /\bthe\s$/i;
const HALF_A_YEAR = 182;

/**
 * The year that a month, or a day of one, means where the words do not say it. What has happened lies back, what is
 * planned lies ahead; where the clause leaves it open the month lies back, or ahead where that is much the nearer.
 */
export function nearestYear(
  month: number,
  day: number | null,
  published: string,
  around: Surroundings,
): number {
  const now = yearIn(published);
  const ahead = distance(now, month, day, published);
  const direction = OWNED.test(around.before) ? "open" : around.direction();
  if (direction === "future") return ahead >= -14 ? now : now + 1;
  if (LEANS_AHEAD.test(around.before) || around.infinitive())
    return ahead < -HALF_A_YEAR ? now + 1 : ahead > HALF_A_YEAR ? now - 1 : now;
  if (direction === "past") return ahead <= (day === null ? 0 : 14) ? now : now - 1;
  return ahead > 45 ? now - 1 : now;
}

/** Days from publication to this year's day, or to the 15th; 0 for the month of publication itself. */
function distance(year: number, month: number, day: number | null, published: string): number {
  if (day === null && month === monthIn(published)) return 0;
  const here = dayOf(year, month, Math.min(day ?? 15, 28)) ?? published;
  return dayNumber(here) - dayNumber(published);
}
