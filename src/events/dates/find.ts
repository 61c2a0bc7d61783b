import { firstDay, lastDay } from "../../vocabulary/index.ts";
import { addDays, type DayRange } from "./calendar.ts";
import type { FoundDate, Meaning } from "./expression.ts";
import { FEAST_HEADS } from "./feasts.ts";
import { joinRanges } from "./join-ranges.ts";
import { type PlacedDate, readAt } from "./read-at.ts";
import { HEADS } from "./words.ts";

/** A place where an expression may begin: the first letter or figure of a word, or an apostrophe before figures. */
const BEGINNING =
  /(?<![\p{L}\p{N}$€£¥₽#.,/-])(?:[\p{L}]+|['’]?\d)|(?<=[-–—/(“"‘'[\s])['’]?\d|(?<=[-–—]|\b(?:post|pre|mid)-)\p{L}+/gu;
const DETERMINER = /^(?:the|a|an|that|this|these|in|on|within)$/i;
const NEXT_WORD = /\s+(\p{L}+|['’]?\d)/uy;

/**
 * The date expressions of a text in reading order, resolved as far as words and publication day allow. Relative
 * ones stay unresolved without a publication day; where only its month is known, those are resolved which come out
 * the same from its first and its last day. What a preposition makes of an expression stands in `reach`.
 *
 * @param published ISO day or month, or null where it is not known.
 */
export function findDates(text: string, published: string | null): FoundDate[] {
  if (published === null) return datesSeenFrom(text, null);
  const [first, last] = [firstDay(published), lastDay(published)];
  const found = datesSeenFrom(text, last);
  return first === last ? found : whereAgreed(datesSeenFrom(text, first), found);
}

function whereAgreed(early: readonly FoundDate[], late: readonly FoundDate[]): FoundDate[] {
  const byStart = new Map(early.map((row) => [row.start, row]));
  return late.map((row) => {
    const other = byStart.get(row.start);
    const same = other?.end === row.end && other.from === row.from && other.to === row.to;
    if (!same) return { ...row, from: null, to: null, reach: { from: null, to: null }, resolved: false };
    const { from, to } = row.reach;
    return {
      ...row,
      reach: { from: other.reach.from === from ? from : null, to: other.reach.to === to ? to : null },
    };
  });
}

function datesSeenFrom(text: string, published: string | null): FoundDate[] {
  const placed: PlacedDate[] = [];
  let end = 0;
  for (const match of text.matchAll(BEGINNING)) {
    const start = match.index;
    if (start < end || !mayBegin(text, start, match[0])) continue;
    const read = readAt(text, start, published);
    if (read === null) continue;
    placed.push({ ...read, start });
    end = start + read.length;
  }
  return joinRanges(text, placed, published).map((date) => express(text, date, published));
}

/** Cheap test that spares most words the rules. */
function mayBegin(text: string, start: number, word: string): boolean {
  if (/\d/.test(word) || isHead(word)) return true;
  if (!DETERMINER.test(word)) return /^[QH]$|^FY$/.test(word) || /^[QH]\d/.test(text.slice(start, start + 2));
  NEXT_WORD.lastIndex = start + word.length;
  const next = NEXT_WORD.exec(text)?.[1];
  return next !== undefined && (/\d/.test(next) || isHead(next) || DETERMINER.test(next));
}

function isHead(word: string): boolean {
  return HEADS.has(word.toLowerCase()) || FEAST_HEADS.has(word.toLowerCase());
}

function express(text: string, { start, length, meaning }: PlacedDate, published: string | null): FoundDate {
  const { from, to, precision, anchor, offset, vague } = meaning;
  const before = text.slice(Math.max(0, start - 24), start);
  const attributive = isAttributive(before, text.slice(start + length, start + length + 24));
  return {
    start,
    end: start + length,
    text: text.slice(start, start + length),
    from,
    to,
    precision,
    anchor,
    resolved: from !== null || to !== null,
    offset: offset ?? null,
    reach: reachOf(meaning, before, attributive, published),
    vague: vague ?? false,
    attributive,
  };
}

const OWNER = /(?:\b(?:the|an?|its|his|her|their|our)|['’]s?)\s$/iu;

function isAttributive(before: string, after: string): boolean {
  return /^['’]s?\s\p{L}/u.test(after) || (OWNER.test(before) && /^\s\p{L}/u.test(after));
}

/**
 * The time that the preposition before an expression makes of it: "since 2014" has no end, "until May" no beginning.
 * What comes after "the 2014 referendum" may be of that year still.
 */
function reachOf(
  { from, to, precision }: Meaning,
  before: string,
  attributive: boolean,
  published: string | null,
): DayRange {
  if (from === null || to === null) return { from, to };
  if (SINCE.test(before) || /\bas of\s(?:the\s)?$/i.test(before)) return { from, to: null };
  if (/\bnot\suntil\s(?:the\s)?$/i.test(before)) return { from, to };
  if (UNTIL.test(before)) return { from: null, to };
  if (/\bbefore\s(?:the\s)?$/i.test(before)) return { from: null, to: attributive ? to : addDays(from, -1) };
  if (/\bafter\s(?:the\s)?$/i.test(before) && precision !== "day")
    return { from: attributive ? from : addDays(to, 1), to: null };
  if (BY.test(before)) return { from: published !== null && to > published ? published : null, to };
  return { from, to };
}

/** Words that leave the end of the expression after them open. */
export const SINCE =
  /\b(?:ever since|since|starting in|starting from|starting|beginning in|beginning)\s(?:the\s)?$/i;
/** Words that bring an act about before the expression after them is over. */
export const BY = /\b(?:by|(?:no|not)\slater\sthan)\s(?:the\s)?$/i;
const UNTIL = /\b(?:until|till|up until|up till|up to|through)\s(?:the\s)?$/i;
