import { type Model, parseWords, type Sentence, splitSentences, tokenize } from "../language/index.ts";

/** "BREST, Belarus, July 10, 2024 (Wire) —": where and when a report was filed, not when anything happened. */
const DATELINE =
  /^[\p{Lu}][\p{Lu}\p{M} .'’/-]+(?:,[^—–\n]{0,60}?)?(?:\([^)\n]{1,40}\))?\s*(?:—|–|--|-)\s+(?=[\p{Lu}\d"“‘'])/gmu;

/** The ranges of a text that are datelines, as UTF-16 indices from the first character to the first of the report. */
export function datelinesIn(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(DATELINE)].map(({ index, 0: words }) => [index, index + words.length] as const);
}

/** Parses a text with its datelines as sentences of their own, so that they take no part in what is told. */
export function parseReport(text: string, model: Model): Sentence[] {
  const lines = datelinesIn(text);
  const sentences = splitSentences(text)
    .flatMap(({ start, end }) => {
      const cut = lines.find(([from, to]) => from >= start && to < end)?.[1];
      return cut === undefined ? [[start, end] as const] : [[start, cut] as const, [cut, end] as const];
    })
    .map(([start, end]) => tokenize(text, start, end))
    .filter((words) => words.length > 0);
  return parseWords(text, sentences, model);
}

/** Rows that stand in a dateline are left out. */
export function withoutDatelines<Row extends { readonly start: number }>(
  text: string,
  rows: readonly Row[],
): Row[] {
  const lines = datelinesIn(text);
  return rows.filter(({ start }) => !lines.some(([from, to]) => start >= from && start < to));
}
