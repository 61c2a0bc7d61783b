import type { Meaning } from "./expression.ts";
import { type Groups, type Rule, rule } from "./rule.ts";
import { precisionOf, unitOf } from "./units.ts";
import { COUNT, countOf } from "./words.ts";

/** After "the day before" a clause may say before what; only where none does it counts from what was spoken of. */
const NOTHING_SAID = '(?=\\s*(?:[,.;:)”"]|$|(?:at|in|on|when|and)\\b))';

/** Expressions that count from the time spoken of: they stay open until that is known. */
export const EVENT_RULES: readonly Rule[] = [
  rule(
    `(?<count>${COUNT}) (?<unit>day|week|month|year)s? (?<way>later|earlier|afterwards?|before)`,
    (g) => (/^before$/i.test(g["way"] ?? "") ? null : from(g, /earlier/i.test(g["way"] ?? "") ? -1 : 1)),
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

function from(g: Groups, side: 1 | 0 | -1): Meaning {
  const unit = unitOf(g["unit"] ?? "day");
  const { low, middle, high } = countOf(g["count"] ?? "one");
  return {
    from: null,
    to: null,
    precision: low === high ? precisionOf(unit) : "range",
    anchor: "event",
    offset: { count: side * middle, unit },
  };
}
