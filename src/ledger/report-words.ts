import { z } from "zod";
import { type Event, readTable } from "../vocabulary/index.ts";

const Words = z.array(z.string().regex(/^[a-z]+$/, "lower-case letters"));
const TABLE = readTable(
  "data/stories.toml",
  z.strictObject({ "function-words": Words, "news-words": Words }),
);
const IDLE: ReadonlySet<string> = new Set([...TABLE["function-words"], ...TABLE["news-words"]]);

const WORD = /[\p{L}\p{N}]+/gu;
const SUFFIX = /(?:ations?|ments?|ions?|ings?|ness|ally|ers?|ed|es|ly|al|s)$/u;

/**
 * What the sentence of an event says besides who, when and on whose word: the stems of its words as sorted 32-bit
 * numbers. Names of the parties are left out, since reports of one event share them by definition.
 */
export function reportWords(event: Event): Uint32Array {
  return wordsOf(withoutParties(event));
}

/** The distinct stems of a text, idle words left out, as sorted 32-bit numbers. */
export function wordsOf(text: string): Uint32Array {
  const stems = new Set<number>();
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (IDLE.has(word) || (word.length < 3 && !/\p{N}/u.test(word))) continue;
    stems.add(numberOf(stem(word)));
  }
  return Uint32Array.from(stems).sort();
}

/** Likeness of two word sets, from 0 (nothing shared) to 1 (the same): the cosine of their 0/1 vectors. */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return shared / Math.sqrt(a.length * b.length);
}

/** A word without its commonest endings, so that "exercises" and "exercise" are one. */
function stem(word: string): string {
  const short = word.replace(SUFFIX, "");
  return (short.length >= 4 ? short : word).replace(/[eiy]+$/u, "");
}

/** FNV-1a. */
function numberOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function withoutParties({ evidence, sources, targets, attribution, date }: Event): string {
  const spans = [...sources, ...targets, ...(attribution === null ? [] : [attribution])]
    .map(({ start, end }) => ({ start: start - evidence.start, end: end - evidence.start }))
    .filter(({ start, end }) => start >= 0 && end <= evidence.sentence.length)
    .sort((a, b) => a.start - b.start);
  let kept = "";
  let at = 0;
  for (const { start, end } of spans) {
    if (start > at) kept += `${evidence.sentence.slice(at, start)} `;
    at = Math.max(at, end);
  }
  kept += evidence.sentence.slice(at);
  return date?.text ? kept.replace(date.text, " ") : kept;
}
