import type { Meaning } from "./expression.ts";
import { type Groups, type Rule, rule } from "./rule.ts";
import { precisionOf, unitOf } from "./units.ts";
import { COUNT, countOf, MONTH, monthOf, SEASON, SEASONS } from "./words.ts";

/** After "the day before" a clause may say before what; only where none does it counts from what was spoken of. */
const NOTHING_SAID = '(?=\\s*(?:[,.;:)”"]|$|(?:at|in|on|when|and)\\b))';

/** Expressions that count from the time spoken of: they stay open until that is known. */
export const EVENT_RULES: readonly Rule[] = [
  rule(
    `(?<count>${COUNT}) (?<unit>day|week|month|year|decade)s? (?<way>later|earlier|afterwards?|before|on(?=\\s*(?:[,.;:]|$)))`,
    (g) => (/^before$/i.test(g["way"] ?? "") ? null : from(g, /earlier/i.test(g["way"] ?? "") ? -1 : 1)),
    "anyCase",
  ),
  rule(
    `(?:the (?<way>following|next|previous|preceding|same)|that(?: same)?) (?:(?<season>${SEASON})|(?<month>${MONTH}))(?! \\d)`,
    partOfYear,
    "anyCase",
  ),
  rule(
    `(?:(?:the )?(?<season>${SEASON})|(?<month>${MONTH}))(?: of)? (?:that|the (?<way>following|next|previous|preceding|same)) year`,
    (g) => partOfYear({ ...g, unit: "year" }),
    "anyCase",
  ),
  rule(
    "the (?<way>following|next|previous|preceding|same|ensuing) (?:(?<unit>day|week|month|year)|morning|afternoon|evening|night)",
    (g) => from(g, /same/i.test(g["way"] ?? "") ? 0 : /prev|prec/i.test(g["way"] ?? "") ? -1 : 1),
    "anyCase",
  ),
  rule(
    "that (?:same |very )?(?:(?<unit>day|week|month|quarter|year)|morning|afternoon|evening|night)",
    (g) => from(g, 0),
    "anyCase",
  ),
  rule(`the (?<unit>day|week|month|year) before${NOTHING_SAID}`, (g) => from(g, -1), "anyCase"),
  rule(`the (?<unit>day|week|month|year) after${NOTHING_SAID}`, (g) => from(g, 1), "anyCase"),
  rule("on the eve of", (g) => from(g, -1), "anyCase"),
];

/** "The following spring", "that March": the nearest one on that side of what was spoken of; "May of that year". */
function partOfYear(g: Groups): Meaning | null {
  const way = g["way"] ?? "that";
  const month = monthOf(g["month"] ?? "");
  const months = SEASONS.get((g["season"] ?? "").toLowerCase()) ?? [month, month];
  return {
    from: null,
    to: null,
    precision: g["season"] === undefined ? "month" : "range",
    anchor: "event",
    offset: {
      count: /^(?:same|that)/i.test(way) ? 0 : /^pre/i.test(way) ? -1 : 1,
      unit: g["unit"] ?? "season",
      months,
    },
  };
}

function from(g: Groups, side: 1 | 0 | -1): Meaning {
  const written = unitOf(g["unit"] ?? "day");
  const [unit, times] = written === "decade" ? ["year", 10] : [written, 1];
  const { low, middle, high } = countOf(g["count"] ?? "one");
  return {
    from: null,
    to: null,
    precision: low === high ? precisionOf(unit) : "range",
    anchor: "event",
    offset: { count: side * middle * times, unit },
  };
}
