import { DAY_RULES } from "./day-rules.ts";
import { EVENT_RULES } from "./event-rules.ts";
import type { Meaning } from "./expression.ts";
import { FEAST_RULES } from "./feasts.ts";
import { FRAMES } from "./frames.ts";
import { RELATIVE_RULES } from "./relative-rules.ts";
import type { Rule, Surroundings } from "./rule.ts";
import { type Direction, directionOf, hasInfinitive } from "./tense.ts";
import { stretched } from "./units.ts";
import { YEAR_RULES } from "./year-rules.ts";

/** All rules; where several fit at one place the longest wins, then the earlier rule. */
const RULES: readonly Rule[] = [
  ...DAY_RULES,
  ...YEAR_RULES,
  ...FEAST_RULES,
  ...RELATIVE_RULES,
  ...EVENT_RULES,
];
/** "The first quarter" in "the end of the first quarter of 2024" is the deepest that anyone writes. */
const DEEPEST = 3;
/** The units that "the end of the ..." may leave without a which: this year's, this month's. */
const BARE_UNIT = /(?<unit>week|month|quarter|year|decade|century)(?![\p{L}\p{N}])/iuy;

export interface ReadDate {
  readonly length: number;
  readonly meaning: Meaning;
}

/** What was read, and where it stands. */
export interface PlacedDate extends ReadDate {
  readonly start: number;
}

/** The longest expression that begins at an index, or null. */
export function readAt(text: string, start: number, published: string | null, depth = 0): ReadDate | null {
  let best: ReadDate | null = null;
  for (const { pattern, read } of RULES) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null || (best !== null && match[0].length <= best.length)) continue;
    const meaning = read(match.groups ?? {}, around(text, start, start + match[0].length, published));
    if (meaning !== null) best = { length: match[0].length, meaning };
  }
  if (depth >= DEEPEST) return best;
  for (const { pattern, combine } of FRAMES) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null || match[0] === "") continue;
    const at = start + match[0].length;
    const inner = readAt(text, at, published, depth + 1) ?? bareUnit(text, at, match[0], published);
    const stretch = inner === null ? null : stretched(inner.meaning);
    if (inner === null || stretch === null) continue;
    const length = match[0].length + inner.length;
    const meaning = combine(match.groups ?? {}, stretch, around(text, start, start + length, published));
    if (meaning !== null && (best === null || length > best.length)) best = { length, meaning };
  }
  return best;
}

function bareUnit(text: string, at: number, frame: string, published: string | null): ReadDate | null {
  if (!/\bof the $/i.test(frame)) return null;
  BARE_UNIT.lastIndex = at;
  const unit = BARE_UNIT.exec(text)?.groups?.["unit"];
  if (unit === undefined) return null;
  const inner = readAt(`this ${unit}`, 0, published, DEEPEST);
  return inner === null ? null : { length: unit.length, meaning: inner.meaning };
}

function around(text: string, start: number, end: number, published: string | null): Surroundings {
  let direction: Direction | null = null;
  return {
    published,
    before: text.slice(Math.max(0, start - 24), start),
    after: text.slice(end, end + 32),
    direction: () => {
      direction ??= directionOf(text, start, end);
      return direction;
    },
    infinitive: () => hasInfinitive(text, start),
  };
}
