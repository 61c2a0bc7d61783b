import { type ConlluSentence, readConllu } from "./conllu.ts";
import type { Model } from "./model-file.ts";
import { parseWords } from "./parse.ts";
import type { Span } from "./tokenizer.ts";
import type { Sentence } from "./tree.ts";

/** Sentences that came as CoNLL-U, with trees of our own over their words. */
export interface ParsedConllu {
  /** The text that the offsets count in: the sentences' texts, each on a line of its own. */
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** The sentences as they came, one for each of `sentences`: comments, multiword tokens and the given analysis. */
  readonly given: readonly ConlluSentence[];
}

/**
 * Parses CoNLL-U, keeping its sentences and words and putting new tags, lemmas and trees on them. A word of a
 * multiword token that is not written as its words together, as French "du" for "de le", has the token's range.
 * Throws a `ConlluError` where the text is not CoNLL-U.
 *
 * @example
 * const { sentences, text, given } = parseConllu(conllu, model);
 * process.stdout.write(writeConllu(sentences, text, { given }));
 */
export function parseConllu(conllu: string, model: Model): ParsedConllu {
  const given = readConllu(conllu);
  const words = { text: "", spans: [] as Span[][] };
  const written = { text: "", spans: [] as Span[][] };
  for (const sentence of given) {
    const spans: Span[] = [];
    for (const { form } of sentence.words) {
      spans.push(spanOf(form, words.text.length));
      words.text += `${form} `;
    }
    words.spans.push(spans);
    const [text, ranges] = rangesOf(sentence, written.text.length);
    written.text += `${text}\n`;
    written.spans.push(ranges);
  }
  const sentences = parseWords(words.text, words.spans, model).map(({ tokens }, index) => {
    const ranges = written.spans[index] ?? [];
    return {
      start: ranges[0]?.start ?? 0,
      end: ranges.at(-1)?.end ?? 0,
      tokens: tokens.map((token, at) => {
        const { start, end } = ranges[at] ?? token;
        return { ...token, start, end };
      }),
    };
  });
  return { text: written.text, sentences, given };
}

function spanOf(form: string, start: number): Span {
  return { start, end: start + form.length, punctuation: /^[\p{P}\p{S}]+$/u.test(form) };
}

/** A sentence's text and where each of its words stands, counted from `offset`. */
function rangesOf({ words, multiwords }: ConlluSentence, offset: number): [string, Span[]] {
  const starts = new Map(multiwords.map((multiword) => [multiword.first, multiword]));
  const ranges: Span[] = [];
  let text = "";
  for (let at = 0; at < words.length; ) {
    const multiword = starts.get(at + 1);
    const parts = words.slice(at, multiword?.last ?? at + 1).map(({ form }) => form);
    const form = multiword?.form ?? parts.join("");
    const start = offset + text.length;
    let inside = start;
    for (const part of parts) {
      ranges.push(parts.join("") === form ? spanOf(part, inside) : spanOf(form, start));
      inside += part.length;
    }
    text += form;
    at += parts.length;
    if (words[at - 1]?.spaceAfter && at < words.length) text += " ";
  }
  return [text, ranges];
}
