import { z } from "zod";
import { oneOf, readTable } from "../../vocabulary/index.ts";
import type { Surroundings } from "./rule.ts";

const words = z.array(z.string().min(1)).min(1);
const TABLE = readTable(
  "data/dates/plain-years.toml",
  z.strictObject({ "never-after": words, "always-after": words, "spelled-after": words, counted: words }),
);
const NEVER_AFTER = new RegExp(
  `(?:[$€£¥₽#№]\\s?|\\d[,.]|(?<!\\p{L})${oneOf(TABLE["never-after"])}\\.?\\s)$`,
  "iu",
);
const ALWAYS_AFTER = new RegExp(`(?<!\\p{L})${oneOf(TABLE["always-after"])}\\s$`, "iu");
const SPELLED_AFTER = new RegExp(`(?<!\\p{L})${oneOf(TABLE["spelled-after"])}\\s$|^\\s*$`, "iu");
const COUNTED = new RegExp(`^\\s(?:\\p{Ll}+\\s)?${oneOf(TABLE.counted)}(?!\\p{L})`, "u");
const AGED = /^[\s-](?:years?[ -]old|years? of age)\b/;
const SPAN_OF_YEARS = /^\s?[-–—]\s?(?:1[5-9]|2[01])\d\d(?!\d)/;
const PLURAL_NEXT = /^\s(?:\p{Ll}+\s)?\p{Ll}+s\b/u;
/** After these a round number is a year even before a plural: "the 2000 elections". */
const OWNER = /(?:\bthe|['’]s?)\s$/i;

/** Whether a four-digit number without month or day is a year, by what stands around it; or a number in words is one. */
export function isPlainYear(written: string, { before, after }: Surroundings): boolean {
  if (!/^\d/.test(written)) return SPELLED_AFTER.test(before) || /^nineteen/i.test(written);
  if (ALWAYS_AFTER.test(before) && !AGED.test(after)) return true;
  if (SPAN_OF_YEARS.test(after)) return true;
  if (/00$/.test(written) && PLURAL_NEXT.test(after) && !OWNER.test(before)) return false;
  if (NEVER_AFTER.test(before) && !/\p{L},\s$/u.test(before)) return false;
  return !AGED.test(after) && !COUNTED.test(after);
}
