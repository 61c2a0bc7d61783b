import type { Found } from "./found.ts";
import {
  CODE,
  CURRENCY_NAME,
  CURRENCY_OWNER,
  currencyOfName,
  currencyOfSign,
  NUMBER,
  numberOf,
  qualified,
  SCALE,
  SIGN,
  UP_TO,
} from "./words.ts";

const SIGNED = new RegExp(
  `(?<![\\p{L}])(?:(?<sign>${SIGN})\\s?|(?<code>${CODE})\\s?)(?<number>${NUMBER})(?<more>${UP_TO})?(?<scale>${SCALE})?`,
  "giu",
);
const NAMED = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?<number>${NUMBER})(?<more>${UP_TO})?(?<scale>${SCALE})?[\\s-](?:of\\s)?(?:(?<owner>${CURRENCY_OWNER})\\s)?(?:(?<code>${CODE})|(?<name>${CURRENCY_NAME})s?)(?![\\p{L}\\p{N}])(?!\\sof\\s\\p{L})`,
  "giu",
);
const LARGE = 1000;

/** Sums of money: "$2.5 billion", "RMB 40m", "half a million Belarusian rubles". */
export function findMoney(text: string): Found[] {
  return [
    ...[...text.matchAll(SIGNED)].flatMap((match) => {
      const g = match.groups ?? {};
      return found(text, match, currencyOfSign(g["sign"] ?? g["code"] ?? ""));
    }),
    ...[...text.matchAll(NAMED)].flatMap((match) => {
      const g = match.groups ?? {};
      const large = numberOf(g["number"] ?? "", g["scale"]) >= LARGE;
      const unit =
        g["code"] !== undefined
          ? currencyOfSign(g["code"])
          : currencyOfName(g["name"] ?? "", g["owner"], large);
      return found(text, match, unit);
    }),
  ];
}

function found(text: string, match: RegExpExecArray, unit: string | null): Found[] {
  const g = match.groups ?? {};
  const number = numberOf(g["number"] ?? "", g["scale"]);
  if (unit === null || !Number.isFinite(number)) return [];
  const { start, qualifier } = qualified(text, match.index);
  return [
    {
      start,
      words: text.slice(start, match.index + match[0].length),
      kind: "money",
      number,
      unit,
      of: null,
      qualifier: g["more"] === undefined ? qualifier : "at least",
    },
  ];
}
