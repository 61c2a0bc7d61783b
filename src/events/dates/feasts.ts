import { z } from "zod";
import { oneOf, readTable } from "../../vocabulary/index.ts";
import { addDays, dayOf, monthRange, weekday } from "./calendar.ts";
import { nearestYear } from "./nearest.ts";
import { absolute, type Rule, relative, rule, single } from "./rule.ts";
import { monthIn } from "./units.ts";
import { YEAR } from "./words.ts";

const month = z.int().min(1).max(12);
const Feast = z.strictObject({
  names: z.array(z.string()).min(1),
  day: z.tuple([month, z.int().min(1).max(31)]).optional(),
  nth: z.tuple([month, z.int().min(1).max(5), z.int().min(0).max(6)]).optional(),
  plus: z.int().optional(),
  easter: z.int().optional(),
  once: z.iso.date().optional(),
});
type Feast = z.infer<typeof Feast>;

const FEASTS = readTable("data/dates/feasts.toml", z.strictObject({ feast: z.array(Feast) })).feast;
/** First words of the names, in lower case. */
export const FEAST_HEADS: ReadonlySet<string> = new Set(
  FEASTS.flatMap(({ names }) => names.map((name) => /^\p{L}+/u.exec(name)?.[0].toLowerCase() ?? "")),
);

/** Days with names, with their year or without. */
export const FEAST_RULES: readonly Rule[] = FEASTS.map((feast) => {
  const names = oneOf(feast.names);
  if (feast.once !== undefined) return rule(names, () => absolute(single(feast.once ?? null), "day"));
  return rule(`${names}(?:,? (?:of |in )?(?<year>${YEAR}))?`, (g, around) => {
    if (g["year"] !== undefined) return absolute(single(dayIn(feast, Number(g["year"]))), "day");
    return relative(around.published, "day", (published) => {
      const inMonth = monthIn(dayIn(feast, Number(published.slice(0, 4))));
      return single(dayIn(feast, nearestYear(inMonth, null, published, around)));
    });
  });
});

function dayIn({ day, nth, plus, easter }: Feast, year: number): string {
  if (day !== undefined) return dayOf(year, day[0], day[1]) ?? monthRange(year, day[0]).to;
  if (nth === undefined) return addDays(easterSunday(year), easter ?? 0);
  const first = monthRange(year, nth[0]).from;
  const toWeekday = (nth[2] - weekday(first) + 7) % 7;
  return addDays(first, toWeekday + 7 * (nth[1] - 1) + (plus ?? 0));
}

/** Western Easter, by the computation of Meeus, Jones and Butcher. */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const corrected = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - corrected + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const count = moon + toSunday - 7 * late + 114;
  return dayOf(year, Math.floor(count / 31), (count % 31) + 1) ?? monthRange(year, 4).from;
}
