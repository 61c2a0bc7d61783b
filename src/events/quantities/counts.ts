import type { Found } from "./found.ts";
import { COUNTED, NOT_AFTER, NOT_BETWEEN, NUMBER, numberOf, qualified, SCALE, UP_TO } from "./words.ts";

const BETWEEN = `(?:(?!${NOT_BETWEEN}(?![\\p{L}]))[\\p{L}][\\p{L}\\p{N}’'.-]*\\s){0,3}?`;
/** "The two states" are those spoken of, not a number of states. */
const DEFINITE = "\\b(?:the|these|those|both|our|between)\\s(?=(?:two|three|2|3)\\s)";
const COUNT = new RegExp(
  `${NOT_AFTER}(?<!${DEFINITE})(?<![\\p{L}\\p{N}.,$€£¥/-])(?!one of\\b)(?<number>${NUMBER})(?<more>${UP_TO})?(?<scale>${SCALE})?\\s(?:of\\s(?:its|their|the)\\s)?(?<of>${BETWEEN}(?<unit>${COUNTED}))(?![\\p{L}])`,
  "giu",
);

/** "200 wounded Syrians": people by their nation, a capitalised plural. */
const NATIONALS = new RegExp(
  `${NOT_AFTER}(?<![\\p{L}\\p{N}.,$€£¥/-])(?<number>\\d[\\d,]*)\\s(?<of>(?:\\p{Ll}[\\p{Ll}-]*\\s){0,2}?(?<unit>\\p{Lu}\\p{Ll}+(?:ans|ians|is|ese|ns|rs|ks|ds|es)))(?![\\p{L}-]|\\s\\p{Lu})`,
  "gu",
);

/** Counts of people, arms, deals and goods: 22 "state-owned enterprises". A date's figures are not counted here. */
export function findCounts(text: string): Found[] {
  return [...text.matchAll(COUNT), ...text.matchAll(NATIONALS)].map((match) => {
    const g = match.groups ?? {};
    const { start, qualifier } = qualified(text, match.index);
    return {
      start,
      words: text.slice(start, match.index + match[0].length),
      kind: "count" as const,
      number: numberOf(g["number"] ?? "", g["scale"]),
      unit: (g["unit"] ?? "").toLowerCase(),
      of: g["of"]?.trim() ?? null,
      qualifier: g["more"] === undefined ? qualifier : ("at least" as const),
    };
  });
}
