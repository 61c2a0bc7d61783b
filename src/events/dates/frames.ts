import { addDays, addMonths, dayOf, monthRange, weekOf } from "./calendar.ts";
import { changed, type Frame, frame, single } from "./rule.ts";
import { monthIn, type Stretch, seasonRange, shifted, unitAround, unitOf, yearIn } from "./units.ts";
import { COUNT, countOf, DAY, MONTH, monthOf, ORDINAL, ordinalOf, SEASON, SEASONS } from "./words.ts";
import { partOfYear } from "./year-rules.ts";

/** Words that name a part of a time without saying where it begins or ends. */
const PART =
  "(?:the )?(?:early|mid|middle|late)(?: in| on)?[- ](?:the )?|(?:the )?(?:very )?(?:beginning|start|middle|end|close|(?:early|later?|first|last) (?:days|part|months|weeks)) of (?:the )?";
const isYear = ({ precision }: { readonly precision: string }): boolean => precision === "year";

/** Words that change the meaning of the expression after them. */
export const FRAMES: readonly Frame[] = [
  // "Late 2023" bounds no days of its own: the precision that the words support is that of the year.
  frame("the (?:very )?(?<side>first|last) day of (?:the )?", ({ side = "" }, inner) =>
    inner.precision === "day"
      ? null
      : changed(inner, single(/first/i.test(side) ? inner.from : inner.to) ?? inner, "day"),
  ),
  frame(PART, (_, inner) => (inner.precision === "day" ? null : inner)),
  frame(
    `(?:the )?(?<ordinal>${ORDINAL}) (?<share>quarter|half) of (?:the )?`,
    ({ ordinal = "", share = "" }, inner) => {
      if (isYear(inner))
        return changed(
          inner,
          partOfYear(ordinal, share, yearIn(inner.from)),
          share.toLowerCase() === "quarter" ? "quarter" : "range",
        );
      if (share.toLowerCase() === "quarter" || inner.precision === "day") return null;
      const middle = middleOf(inner);
      return changed(
        inner,
        ordinalOf(ordinal) === 1
          ? { from: inner.from, to: middle }
          : { from: addDays(middle, 1), to: inner.to },
        "range",
      );
    },
  ),
  frame(
    `(?:the )?(?<side>first|last|final) (?<count>${COUNT}) (?<unit>day|week|month|year)s of (?:the )?`,
    (g, inner) => {
      const { middle } = countOf(g["count"] ?? "");
      const unit = unitOf(g["unit"] ?? "");
      if (inner.precision === "day") return null;
      const first = g["side"]?.toLowerCase() === "first";
      const range = first
        ? { from: inner.from, to: addDays(shifted(inner.from, middle, unit), -1) }
        : { from: shifted(addDays(inner.to, 1), -middle, unit), to: inner.to };
      return range.from < inner.from || range.to > inner.to ? null : changed(inner, range, "range");
    },
  ),
  frame(
    `the (?:(?<count>${COUNT}) )?(?<unit>month|quarter|year)s? (?:to|through) (?:the end of )?`,
    (g, inner) => {
      const unit = unitOf(g["unit"] ?? "");
      if (isYear(inner) !== (unit === "year" && isYear(inner))) return null;
      const { middle } = countOf(g["count"] ?? "one");
      return changed(
        inner,
        { from: shifted(addDays(inner.to, 1), -middle, unit), to: inner.to },
        middle === 1 && isYear(inner) ? "year" : "range",
      );
    },
  ),
  frame(
    `(?<count>the|${COUNT}) (?<unit>day|week|month|year)s? (?<way>before|after) (?:the )?`,
    (g, inner) => {
      const side = g["way"]?.toLowerCase() === "before" ? -1 : 1;
      const unit = unitOf(g["unit"] ?? "");
      const { low, middle, high } = countOf(g["count"]?.toLowerCase() === "the" ? "one" : (g["count"] ?? ""));
      if (inner.precision !== "day" || low !== high) return null;
      const range =
        unit === "day" || unit === "week"
          ? single(shifted(inner.from, side * middle, unit))
          : unitAround(inner.from, unit, side * middle);
      return range === null
        ? null
        : changed(
            inner,
            range,
            unit === "day" || unit === "week" ? "day" : unit === "month" ? "month" : "year",
          );
    },
  ),
  frame(`(?:the )?(?<ordinal>${ORDINAL}) week of (?:the )?`, ({ ordinal = "" }, inner) => {
    const number = ordinalOf(ordinal);
    if (inner.precision !== "month") return null;
    const from = number < 0 ? addDays(inner.to, -6) : addDays(inner.from, 7 * (number - 1));
    return changed(inner, { from, to: addDays(from, 6) }, "week");
  }),
  frame("(?:on )?the (?:eve|night before) of (?:the )?", (_, inner) =>
    inner.precision === "day"
      ? changed(inner, { from: addDays(inner.from, -1), to: addDays(inner.from, -1) }, "day")
      : null,
  ),
  frame("(?:the )?week (?:of|beginning|starting|ending|ended) (?:on )?", (_, inner) =>
    inner.precision === "day" ? changed(inner, weekOf(inner.from), "week") : null,
  ),
  frame("(?:the )?(?:night|morning|afternoon|evening|early hours) of ", (_, inner) =>
    inner.precision === "day" ? inner : null,
  ),
  frame(`(?<month>${MONTH}),? (?:of )?(?=last|next|this|the same|that)`, ({ month = "" }, inner) =>
    isYear(inner) ? changed(inner, monthRange(yearIn(inner.from), monthOf(month)), "month") : null,
  ),
  frame(
    `(?:(?<day>${DAY}) (?:of )?(?<month>${MONTH})|(?<month2>${MONTH}) (?<day2>${DAY})),? (?:of )?(?=last|next|this)`,
    (g, inner) => {
      const range = isYear(inner)
        ? single(
            dayOf(
              yearIn(inner.from),
              monthOf(g["month"] ?? g["month2"] ?? ""),
              Number.parseInt(g["day"] ?? g["day2"] ?? "", 10),
            ),
          )
        : null;
      return range === null ? null : changed(inner, range, "day");
    },
  ),
  frame(`(?:the )?(?<season>${SEASON}) (?:of )?(?=last|next|this)`, ({ season = "" }, inner) => {
    const months = SEASONS.get(season.toLowerCase());
    return isYear(inner) && months !== undefined
      ? changed(inner, seasonRange(yearIn(inner.from), months), "range")
      : null;
  }),
];

/** The last day of the first half: of a month the 15th, of longer ranges a month's end. */
function middleOf({ from, to }: Stretch): string {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (days < 80) return addDays(from, Math.floor(days / 2) - 1);
  const months = (yearIn(to) - yearIn(from)) * 12 + monthIn(to) - monthIn(from) + 1;
  return addDays(addMonths(from, Math.floor(months / 2)), -1);
}
