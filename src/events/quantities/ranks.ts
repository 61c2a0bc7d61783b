import type { Found } from "./found.ts";
import { DEGREE, FIRST_DEGREE, NUMBER, numberOf, ORDINAL, ordinalOf, RANKED } from "./words.ts";

const OF = `(?<of>(?:(?!of\\b|and\\b|in\\b)[\\p{L}’'-]+\\s){0,3}?${RANKED}s?)(?![\\p{L}])`;
const RANK = new RegExp(
  `(?<![\\p{L}])(?:(?<among>among|one of)\\s+)?(?:(?:the|its|their|his|her)\\s+|(?<owner>\\p{Lu}[\\p{L}]*(?:['’]s?)?\\s+))?(?:(?:top|first|leading|biggest|largest)[- ](?<top>${NUMBER})|(?<=(?:among|one of)\\s+(?:the|its|their)\\s+)(?<few>${NUMBER})\\s(?:${DEGREE}|${FIRST_DEGREE})|(?<ordinal>${ORDINAL})[- ]${DEGREE}|(?:no\\.?|number)[- ](?<place>${NUMBER})|(?<first>${FIRST_DEGREE}))\\s${OF}`,
  "giu",
);

/** Looking for the noun first spares most texts the search for what stands before it. */
const NAMES_A_RANKED = new RegExp(RANKED, "iu");

/**
 * Ranks: 3 and "at most" for "among the top three lenders" and "one of the three largest lenders", 2 for "second-largest partner", 1 for "largest". "One of
 * its largest partners" says no number and is none.
 */
export function findRanks(text: string): Found[] {
  if (!NAMES_A_RANKED.test(text)) return [];
  return [...text.matchAll(RANK)].flatMap((match): Found[] => {
    const g = match.groups ?? {};
    const within = g["top"] ?? g["few"];
    const among = g["among"] !== undefined;
    const number =
      within !== undefined
        ? numberOf(within)
        : g["ordinal"] !== undefined
          ? ordinalOf(g["ordinal"])
          : g["place"] !== undefined
            ? numberOf(g["place"])
            : among
              ? Number.NaN
              : 1;
    const plural = /s$/.test(g["of"] ?? "") && within === undefined;
    if (!Number.isFinite(number) || (plural && g["first"] !== undefined)) return [];
    return [
      {
        start: match.index,
        words: match[0],
        kind: "rank",
        number,
        unit: "rank",
        of: g["of"]?.trim() ?? null,
        qualifier: within === undefined ? "exactly" : "at most",
      },
    ];
  });
}
