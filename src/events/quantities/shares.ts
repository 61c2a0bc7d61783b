import type { Found } from "./found.ts";
import { FRACTION, fractionOf, NUMBER, numberOf, QUALIFIER, qualifierOf, UP_TO } from "./words.ts";

const OF =
  "(?:\\s+of\\s+(?<of>(?:(?:its|their|the|all|his|her|our|total)\\s)*[\\p{L}’'-]+(?:\\s(?!of\\b|in\\b|and\\b|to\\b|from\\b|was\\b|is\\b)[\\p{L}-]+)?))?";
const PERCENT = new RegExp(
  `${QUALIFIER}(?<![\\p{L}\\p{N}.,])(?<number>${NUMBER})(?<more>${UP_TO})?\\s?-?(?:%|per\\s?cent(?![\\p{L}])|pct(?![\\p{L}]))(?!\\s?(?:age)?\\s?points?)${OF}`,
  "giu",
);
const FRACTIONS = new RegExp(`${QUALIFIER}(?<![\\p{L}])(?<fraction>${FRACTION})(?=\\s+of\\s)${OF}`, "giu");
const IN_A_NUMBER = new RegExp(
  `${QUALIFIER}(?<![\\p{L}])(?<some>one|two|three|four|nine) (?:in|out of)(?: every)? (?<all>three|four|five|ten|twenty|\\d{1,3})\\s(?<of>\\p{L}+)`,
  "giu",
);

/** Shares between 0 and 1: "12 percent of its exports", "two-thirds of", "one in five". */
export function findShares(text: string): Found[] {
  const percents = [...text.matchAll(PERCENT)].map((match) => {
    const g = match.groups ?? {};
    const number = Math.round((numberOf(g["number"] ?? "") / 100) * 1e6) / 1e6;
    return share(match, number, g["more"] === undefined ? undefined : "at least");
  });
  const fractions = [...text.matchAll(FRACTIONS)].map((match) =>
    share(match, fractionOf(match.groups?.["fraction"] ?? "")),
  );
  const parts = [...text.matchAll(IN_A_NUMBER)].map((match) => {
    const g = match.groups ?? {};
    return share(match, numberOf(g["some"] ?? "") / numberOf(g["all"] ?? ""));
  });
  return [...percents, ...fractions, ...parts].filter(({ number }) => Number.isFinite(number));
}

function share(match: RegExpMatchArray, number: number, qualifier?: Found["qualifier"]): Found {
  const g = match.groups ?? {};
  return {
    start: match.index ?? 0,
    words: match[0],
    kind: "share",
    number,
    unit: "share",
    of: g["of"]?.trim() ?? null,
    qualifier: qualifier ?? qualifierOf(g["qualifier"]),
  };
}
