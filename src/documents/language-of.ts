import { z } from "zod";
import { readTable } from "../vocabulary/index.ts";

const words = z.array(z.string()).transform((list): ReadonlySet<string> => new Set(list));
const { english: ENGLISH, other: OTHER } = readTable(
  "data/documents/languages.toml",
  z.strictObject({ english: words, other: words }),
);

/** As much of a text as the language is told from, in UTF-16 units. */
const SAMPLE = 6_000;
/** Below this many words nothing can be said for certain, and no note is made. */
export const ENOUGH_WORDS = 20;
/** Running English has two to four small words in ten, lists of names far fewer. */
const ENGLISH_SHARE = 0.05;

/** ISO 15924 codes of scripts other than Latin, with what tells them. */
const SCRIPTS: readonly (readonly [code: string, letters: RegExp])[] = [
  ["Cyrl", /\p{Script=Cyrillic}/gu],
  ["Jpan", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Kore", /\p{Script=Hangul}/gu],
  ["Hani", /\p{Script=Han}/gu],
  ["Arab", /\p{Script=Arabic}/gu],
  ["Hebr", /\p{Script=Hebrew}/gu],
  ["Grek", /\p{Script=Greek}/gu],
  ["Geor", /\p{Script=Georgian}/gu],
  ["Armn", /\p{Script=Armenian}/gu],
  ["Deva", /\p{Script=Devanagari}/gu],
  ["Beng", /\p{Script=Bengali}/gu],
  ["Thai", /\p{Script=Thai}/gu],
  ["Mong", /\p{Script=Mongolian}/gu],
];

export interface LanguageGuess {
  /** BCP 47: `en`, `und-Cyrl` and the like for another script, `und` where it cannot be told. */
  readonly language: string;
  /** Whether there was enough text to say so. */
  readonly sure: boolean;
}

/**
 * Tells English from everything else, which is all that the coder needs: `en` where English small words
 * outnumber those of other languages, else the script. It does not name other languages.
 */
export function languageOf(text: string): LanguageGuess {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin * 2 < letters) {
    const script = SCRIPTS.map(([code, pattern]) => ({ code, count: sample.match(pattern)?.length ?? 0 }));
    const japanese = (script.find(({ code }) => code === "Jpan")?.count ?? 0) * 10 > letters;
    const most = script.reduce((best, next) => (next.count > best.count ? next : best));
    const code = japanese ? "Jpan" : most.code;
    return { language: most.count === 0 ? "und" : `und-${code}`, sure: letters >= ENOUGH_WORDS };
  }
  const tokens = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = tokens.filter((word) => ENGLISH.has(word)).length;
  const other = tokens.filter((word) => OTHER.has(word)).length;
  const dominates = english > 0 && english >= ENGLISH_SHARE * tokens.length && english > 2 * other;
  return { language: dominates ? "en" : "und", sure: tokens.length >= ENOUGH_WORDS };
}
