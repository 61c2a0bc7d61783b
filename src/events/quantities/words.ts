import { z } from "zod";
import { oneOf, type Quantity, readTable } from "../../vocabulary/index.ts";

const numbers = z.record(z.string(), z.number().positive());
const names = z.array(z.string().min(1)).min(1);
const WORDS = readTable(
  "data/quantities/words.toml",
  z.strictObject({
    cardinals: numbers,
    scales: numbers,
    ordinals: numbers,
    fractions: numbers,
    qualifiers: z.strictObject({
      "at least": names,
      "at most": names,
      "more than": names,
      "less than": names,
      about: names,
      exactly: names,
    }),
    counted: z.record(z.string(), names),
    "not-between": z.strictObject({ words: names }),
    "not-after": z.strictObject({ words: names }),
    ranks: z.strictObject({ degrees: names, first: names, nouns: names }),
  }),
);
const { currency: CURRENCIES } = readTable(
  "data/quantities/currencies.toml",
  z.strictObject({
    currency: z.array(
      z.strictObject({
        code: z.string().length(3),
        signs: names.optional(),
        codes: names,
        names,
        with: names.optional(),
        plain: z.boolean().optional(),
        scaled: z.boolean().optional(),
      }),
    ),
  }),
);

const CARDINAL = oneOf(Object.keys(WORDS.cardinals));
const LONG_SCALE = oneOf(Object.keys(WORDS.scales).filter((name) => name.length > 4));
const FIGURE = "\\d{1,3}(?: \\d{3}){1,5}(?!\\d)|\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const IN_WORDS = `(?:(?:a|half a) ${LONG_SCALE}|${CARDINAL})(?:[- ](?:and )?(?:${CARDINAL}|${LONG_SCALE})){0,6}`;
/** A number in figures or words, without its scale; with `SCALE` after it "2.5 million". */
export const NUMBER = `(?:${FIGURE}|${IN_WORDS})`;
export const SCALE = `(?:[\\s-]?${oneOf(Object.keys(WORDS.scales))}(?![\\p{L}\\p{N}]))`;
export const SIGN = oneOf(CURRENCIES.flatMap(({ signs }) => signs ?? []));
/** The second number of "200 to 300" and "between 200 and 300", which the quantity leaves to "at least". */
export const UP_TO = `(?:\\s?[-–]\\s?|\\sto\\s|(?<=(?<![\\p{L}])between\\s\\S{1,12})\\sand\\s)${SIGN}?(?:${FIGURE})`;
const QUALIFIER = new RegExp(
  `(?<![\\p{L}])(?<words>${oneOf(Object.values(WORDS.qualifiers).flat())})\\s+(?:the\\s+)?$`,
  "iu",
);
/** Room for the longest qualifier. */
const REACH_BACK = 28;
export const COUNTED = oneOf(Object.values(WORDS.counted).flat());
export const NOT_AFTER = `(?<!(?<![\\p{L}])${oneOf(WORDS["not-after"].words)}\\.?\\s)`;
export const NOT_BETWEEN = oneOf(WORDS["not-between"].words);
export const ORDINAL = oneOf(Object.keys(WORDS.ordinals));
export const FRACTION = oneOf(Object.keys(WORDS.fractions).flatMap((name) => [name, name.replace(" ", "-")]));
export const DEGREE = oneOf(WORDS.ranks.degrees);
export const FIRST_DEGREE = oneOf(WORDS.ranks.first);
export const RANKED = oneOf(WORDS.ranks.nouns);
export const CODE = oneOf(CURRENCIES.flatMap(({ codes }) => codes));
export const CURRENCY_NAME = oneOf(CURRENCIES.flatMap((row) => row.names));
export const CURRENCY_OWNER = oneOf(CURRENCIES.flatMap((row) => row.with ?? []));

const QUALIFIERS = new Map(
  Object.entries(WORDS.qualifiers).flatMap(([meaning, words]) =>
    words.map((word) => [word, meaning as NonNullable<Quantity["qualifier"]>] as const),
  ),
);

/** Where a quantity begins with the words that qualify its number, and what they mean: "at least" 40. */
export function qualified(
  text: string,
  number: number,
): { readonly start: number; readonly qualifier: Quantity["qualifier"] } {
  const words = QUALIFIER.exec(text.slice(Math.max(0, number - REACH_BACK), number));
  if (words === null) return { start: number, qualifier: null };
  const meaning = QUALIFIERS.get((words.groups?.["words"] ?? "").toLowerCase().replace(/\s+/g, " "));
  return { start: number - words[0].length, qualifier: meaning ?? null };
}

/** The number that figures or words say, times its scale: 2.5 and "million", "one hundred and fifty". */
export function numberOf(written: string, scale?: string): number {
  const times = scale === undefined ? 1 : scaleOf(scale);
  return (/^\d/.test(written) ? Number(written.replace(/[, ]/g, "")) : inWords(written)) * times;
}

function scaleOf(word: string): number {
  return WORDS.scales[word.toLowerCase().replace(/^[\s-]+/, "")] ?? 1;
}

function inWords(written: string): number {
  let total = 0;
  let open = 0;
  for (const word of written.toLowerCase().split(/[\s-]+/)) {
    const scale = WORDS.scales[word];
    if (scale === undefined)
      open += word === "half" ? 0.5 : word === "a" && open === 0 ? 1 : (WORDS.cardinals[word] ?? 0);
    else if (scale < 1000) open = (open === 0 ? 1 : open) * scale;
    else {
      total += (open === 0 ? 1 : open) * scale;
      open = 0;
    }
  }
  return total + open;
}

export function ordinalOf(written: string): number {
  return WORDS.ordinals[written.toLowerCase()] ?? Number.NaN;
}

export function fractionOf(written: string): number {
  return WORDS.fractions[written.toLowerCase().replace(/-/g, " ")] ?? Number.NaN;
}

/** The ISO 4217 code of a sign or code before a figure, or null. */
export function currencyOfSign(sign: string): string | null {
  const upper = sign.toUpperCase();
  return (
    CURRENCIES.find(({ signs, codes }) => (signs ?? []).includes(sign) || codes.includes(upper))?.code ?? null
  );
}

/**
 * The ISO 4217 code of a currency's name after a number, by the word before it where there is one. Null for a name
 * that is also another word, unless the number is scaled or the currency's owner named.
 */
export function currencyOfName(name: string, owner: string | undefined, scaled: boolean): string | null {
  const singular = (each: string): boolean =>
    [each, each.replace(/s$/, "")].includes(each) && matches(name, each);
  const rows = CURRENCIES.filter((row) => row.names.some(singular));
  const owned = rows.find((row) =>
    (row.with ?? []).some((word) => word.toLowerCase() === owner?.toLowerCase()),
  );
  const row = owned ?? rows.find(({ plain }) => plain === true);
  if (row === undefined || (row.scaled === true && owned === undefined && !scaled)) return null;
  return row.code;
}

function matches(written: string, name: string): boolean {
  const word = written.toLowerCase();
  return word === name.toLowerCase() || word === `${name.toLowerCase()}s`;
}
