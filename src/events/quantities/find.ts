import type { Quantity } from "../../vocabulary/index.ts";
import { findCounts } from "./counts.ts";
import { findMoney } from "./money.ts";
import { findRanks } from "./ranks.ts";
import { findShares } from "./shares.ts";

/** A year standing where a number could: "2014 agreements", "the 2024 talks". */
const YEAR = /^(?:19|20)\d\d$/;

/**
 * Money, shares, ranks and counts in a text, in reading order; where two would overlap the first kind named wins.
 * Offsets are UTF-16 indices. Dates, durations and numbers of nothing in particular are not quantities.
 */
export function findQuantities(text: string): Quantity[] {
  if (!/\d|\p{L}{3}/u.test(text)) return [];
  const taken: Quantity[] = [];
  for (const { start, words, ...rest } of [findMoney, findShares, findRanks, findCounts].flatMap((find) =>
    find(text),
  )) {
    const trimmed = words.trimEnd();
    const end = start + trimmed.length;
    const overlaps = taken.some((row) => row.start < end && row.end > start);
    if (overlaps || !Number.isFinite(rest.number) || (rest.kind === "count" && isYear(trimmed))) continue;
    taken.push({ ...rest, text: trimmed, start, end });
  }
  return taken.sort((a, b) => a.start - b.start);
}

function isYear(words: string): boolean {
  return YEAR.test(/^\d+/.exec(words)?.[0] ?? "");
}
