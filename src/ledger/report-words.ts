import { z } from "zod";
import { type Event, readTable } from "../vocabulary/index.ts";

const Words = z.array(z.string().regex(/^[a-z]+$/, "lower-case letters"));
const TABLE = readTable(
  "data/stories.toml",
  z.strictObject({ "function-words": Words, "news-words": Words }),
);
const IDLE: ReadonlySet<string> = new Set([...TABLE["function-words"], ...TABLE["news-words"]]);

const SUFFIX = /(?:ations?|ments?|ions?|ings?|ness|ally|ers?|ed|es|ly|al|s)$/u;

/**
 * Reads what texts say as sorted 32-bit numbers, one for each distinct stem, idle words left out. A reader keeps
 * what it has worked out about a word: use one for many texts.
 */
export type WordReader = (text: string) => Uint32Array;

export function wordReader(): WordReader {
  const stems = new Map<number, number | null>();
  const stemOf = (word: string): number | null => (isIdle(word) ? null : hashOf(stem(word)));
  return (given) => {
    const text = given.toLowerCase();
    const found: number[] = [];
    let start = 0;
    let hash = FNV_BASIS;
    // Words are told apart by their hashes: cutting each out of the text would take five times as long.
    for (let at = 0; at <= text.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : 0;
      if (isWordCode(code)) {
        hash = Math.imul(hash ^ code, FNV_PRIME);
        continue;
      }
      if (at > start) {
        let number = stems.get(hash);
        if (number === undefined) {
          number = stemOf(text.slice(start, at));
          stems.set(hash, number);
        }
        if (number !== null) insert(found, number);
      }
      start = at + 1;
      hash = FNV_BASIS;
    }
    return new Uint32Array(found);
  };
}

/** Puts a number into a sorted list, once. Sentences are short: this beats a set that is sorted afterwards. */
function insert(sorted: number[], number: number): void {
  let at = sorted.length;
  while (at > 0 && (sorted[at - 1] ?? 0) > number) at -= 1;
  if (sorted[at - 1] !== number) sorted.splice(at, 0, number);
}

/** Letters and digits of any script: what is neither ASCII punctuation nor in a block of signs. */
function isWordCode(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return code >= 0xc0 && (code < 0x2000 || code > 0x2bff) && (code < 0x3000 || code > 0x303f);
}

function isIdle(word: string): boolean {
  return IDLE.has(word) || (word.length < 3 && !/\d/.test(word));
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

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a of a word's UTF-16 codes. */
function hashOf(word: string): number {
  let hash = FNV_BASIS;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return hash >>> 0;
}

/**
 * The sentence of an event without who, when and on whose word: reports of one event share the names of its
 * parties by definition.
 */
export function whatIsSaid({ evidence, sources, targets, attribution, date }: Event): string {
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
