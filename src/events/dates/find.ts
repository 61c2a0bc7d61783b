import { addDays, type DayRange } from "./calendar.ts";
import type { DateExpression } from "./expression.ts";
import { type Meaning, RULES } from "./rules.ts";

/** An expression with what resolving it against a neighbour needs. */
export interface FoundDate extends DateExpression {
  readonly offset: NonNullable<Meaning["offset"]> | null;
  /** The expression's own days, opened or closed by the preposition before it: "since 2014" has no end. */
  readonly reach: DayRange;
}

const LOOK_AHEAD =
  /\b(will|shall|would|to be|is to|are to|plans?|planned|scheduled|due|expected|upcoming|next|set to|intends?|going to|ahead of|slated)\b/i;
/** A place where an expression may begin: a word's first letter or digit. */
const BEGINNING = /(?<![\p{L}\p{N}$€£¥#.,/-])[\p{L}\p{N}]|(?<=[-–—/(“"‘'[\s])[\p{N}]/gu;

/**
 * The date expressions of a text in reading order, resolved as far as words and publication day allow. Relative
 * ones stay unresolved without a publication day. What a preposition makes of an expression stands in `reach`.
 *
 * @param published ISO day, or null where it is not known.
 */
export function findDates(text: string, published: string | null): FoundDate[] {
  const found: FoundDate[] = [];
  let end = 0;
  for (const match of text.matchAll(BEGINNING)) {
    const start = match.index;
    if (start < end) continue;
    const date = longestAt(text, start, published);
    if (date === null) continue;
    found.push(date);
    end = date.end;
  }
  return found;
}

function longestAt(text: string, start: number, published: string | null): FoundDate | null {
  const before = text.slice(Math.max(0, start - 24), start);
  const clause = text.slice(Math.max(0, start - 90), start);
  const future = LOOK_AHEAD.test(
    clause.slice(Math.max(clause.lastIndexOf(". "), clause.lastIndexOf("; "), 0)),
  );
  let best: { readonly length: number; readonly meaning: Meaning } | null = null;
  for (const { pattern, read } of RULES) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null || (best !== null && match[0].length <= best.length)) continue;
    if (/[\p{L}\p{N}]/u.test(text[start + match[0].length] ?? "") && /[\p{L}\p{N}]$/u.test(match[0]))
      continue;
    const meaning = read(match.groups ?? {}, { published, future, before });
    if (meaning !== null) best = { length: match[0].length, meaning };
  }
  if (best === null) return null;
  return express(text, start, best.length, best.meaning, before, published);
}

function express(
  text: string,
  start: number,
  length: number,
  meaning: Meaning,
  before: string,
  published: string | null,
): FoundDate {
  const { from, to, precision, anchor, offset } = meaning;
  const open = opened(meaning, before, published);
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
    reach: { from: open.from, to: open.to },
  };
}

/** The time that the preposition before an expression makes of it: "since 2014" has no end, "until May" no beginning. */
function opened(meaning: Meaning, before: string, published: string | null): DayRange {
  const { from, to } = meaning;
  if (from === null || to === null) return meaning;
  if (/\b(since|ever since|starting in|starting from|beginning in|as of)\s(?:the\s)?$/i.test(before))
    return { from, to: null };
  if (/\b(until|till|up to|through)\s(?:the\s)?$/i.test(before)) return { from: null, to };
  if (/\bbefore\s(?:the\s)?$/i.test(before)) return { from: null, to: addDays(from, -1) };
  if (/\bafter\s(?:the\s)?$/i.test(before) && meaning.precision !== "day")
    return { from: addDays(to, 1), to: null };
  if (/\bby\s(?:the\s)?$/i.test(before))
    return { from: published !== null && to > published ? published : null, to };
  return meaning;
}
