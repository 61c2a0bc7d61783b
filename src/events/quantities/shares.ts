import type { Found } from "./found.ts";
import { FRACTION, fractionOf, NUMBER, numberOf, qualified, UP_TO } from "./words.ts";

const OF =
  "(?:\\s+of\\s+(?<of>(?:(?:its|their|the|all|his|her|our|total)\\s)*[\\p{L}’'-]+(?:\\s(?!of\\b|in\\b|and\\b|to\\b|from\\b|was\\b|is\\b)[\\p{L}-]+)?))?";
const PERCENT = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?<number>${NUMBER})(?<more>${UP_TO})?\\s?-?(?:%|per\\s?cent(?![\\p{L}])|pct(?![\\p{L}]))(?!\\s?(?:age)?\\s?points?)${OF}`,
  "giu",
);
const FRACTIONS = new RegExp(`(?<![\\p{L}])(?<fraction>${FRACTION})(?=\\s+of\\s)${OF}`, "giu");
const IN_A_NUMBER =
  /(?<![\p{L}])(?<some>one|two|three|four|nine) (?:in|out of)(?: every)? (?<all>three|four|five|ten|twenty|\d{1,3})\s(?<of>\p{L}+)/giu;

/** Shares between 0 and 1: "12 percent of its exports", "two-thirds of", "one in five". */
export function findShares(text: string): Found[] {
  const percents = [...text.matchAll(PERCENT)].map((match) => {
    const g = match.groups ?? {};
    const number = Math.round((numberOf(g["number"] ?? "") / 100) * 1e6) / 1e6;
    return share(text, match, number);
  });
  const fractions = [...text.matchAll(FRACTIONS)].map((match) =>
    share(text, match, fractionOf(match.groups?.["fraction"] ?? "")),
  );
  const parts = [...text.matchAll(IN_A_NUMBER)].map((match) => {
    const g = match.groups ?? {};
    return share(text, match, numberOf(g["some"] ?? "") / numberOf(g["all"] ?? ""));
  });
  return [...percents, ...fractions, ...parts].filter(({ number }) => Number.isFinite(number));
}

function share(text: string, match: RegExpExecArray, number: number): Found {
  const g = match.groups ?? {};
  const { start, qualifier } = qualified(text, match.index);
  return {
    start,
    words: text.slice(start, match.index + match[0].length),
    kind: "share",
    number,
    unit: "share",
    of: g["of"]?.trim() ?? null,
    qualifier: g["more"] === undefined ? qualifier : "at least",
  };
}
