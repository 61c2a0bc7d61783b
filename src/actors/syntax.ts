import type { Sentence, Token } from "../language/index.ts";

/** The token of a range that hangs on something outside it; the last one where the range is all there is. */
export function headOf(sentence: Sentence, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) {
    const head = sentence.tokens[at]?.head ?? -1;
    if (head < from || head >= to) return at;
  }
  return to - 1;
}

export function childrenOf(sentence: Sentence, at: number): number[] {
  return sentence.tokens.flatMap((token, index) => (token.head === at ? [index] : []));
}

/** The preposition before a phrase, lower case, or an empty string. */
export function prepositionOf(sentence: Sentence, at: number): string {
  const found = childrenOf(sentence, at).find((child) => {
    const { deprel, form } = sentence.tokens[child] as Token;
    return deprel === "case" && !/^['’]s?$/.test(form);
  });
  return found === undefined ? "" : (sentence.tokens[found]?.form.toLowerCase() ?? "");
}

/** Whether a phrase is only where something is: after "in" or "at", or the end of a movement. */
export function isLocative(
  sentence: Sentence,
  at: number,
  locative: ReadonlySet<string>,
  motion: ReadonlySet<string>,
): boolean {
  const preposition = prepositionOf(sentence, at);
  if (locative.has(preposition)) return true;
  const token = sentence.tokens[at] as Token;
  const governor = sentence.tokens[token.head];
  if (governor === undefined) return false;
  if (token.deprel === "conj") return isLocative(sentence, token.head, locative, motion);
  return ["to", "from", "for", "towards"].includes(preposition) && motion.has(governor.lemma.toLowerCase());
}

export function isSubject(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined) return false;
  if (token.deprel.startsWith("nsubj")) return true;
  return token.deprel === "conj" && token.head >= 0 && isSubject(sentence, token.head);
}
