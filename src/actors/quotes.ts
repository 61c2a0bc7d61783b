import type { Sentence } from "../language/index.ts";
import { childrenOf } from "./syntax.ts";

const OPENING = /^["“«]|^``$/;
const CLOSING = /^["”»]|^''$/;

/** The direct quotation that a word stands in, as a range of tokens within the sentence; null outside of one. */
function quotationAround(
  { tokens }: Sentence,
  at: number,
): { readonly from: number; readonly to: number } | null {
  let from = -1;
  for (let index = 0; index < tokens.length; index++) {
    const form = tokens[index]?.form ?? "";
    if (from < 0 && OPENING.test(form)) from = index;
    else if (from >= 0 && CLOSING.test(form)) {
      if (from < at && at < index) return { from, to: index };
      from = -1;
    }
  }
  return from >= 0 && from < at ? { from, to: tokens.length } : null;
}

/**
 * The words that name the speaker of the quotation a word stands in: subjects of the verb that brings it. Empty outside
 * of quotations and where the sentence does not say who speaks.
 */
export function speakersOf(sentence: Sentence, at: number): number[] {
  const quotation = quotationAround(sentence, at);
  if (quotation === null) return [];
  const isInside = (index: number): boolean => index > quotation.from && index < quotation.to;
  let top = at;
  for (let steps = 0; steps < sentence.tokens.length; steps++) {
    const head = sentence.tokens[top]?.head ?? -1;
    if (head < 0 || !isInside(head)) break;
    top = head;
  }
  const governor = sentence.tokens[top]?.head ?? -1;
  const verbs = [governor, ...childrenOf(sentence, top).filter((child) => !isInside(child))];
  return verbs.flatMap((verb) =>
    childrenOf(sentence, verb).filter(
      (child) => !isInside(child) && sentence.tokens[child]?.deprel.startsWith("nsubj"),
    ),
  );
}

/** A stretch of a text, as UTF-16 indices. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * What a text quotes, over sentences: from each opening mark to its closing one. A quotation that its paragraph leaves
 * open ends there; the next paragraph opens it anew.
 */
export function quotationsIn(text: string): Stretch[] {
  const found: Stretch[] = [];
  let open = -1;
  for (const { 0: mark, index } of text.matchAll(/["“”«»]|\n\s*\n/g)) {
    const isMark = !mark.startsWith("\n");
    if (open >= 0 && (!isMark || mark === '"' || /[”»]/.test(mark))) {
      found.push({ start: open, end: isMark ? index + 1 : index });
      open = -1;
    } else if (open < 0 && /["“«]/.test(mark)) open = index;
  }
  if (open >= 0) found.push({ start: open, end: text.length });
  return found;
}
