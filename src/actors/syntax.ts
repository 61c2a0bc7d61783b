import type { Sentence, Token } from "../language/index.ts";

/** The token of a range that hangs on something outside it; the last one where the range is all there is. */
export function headOf(sentence: Sentence, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) {
    const head = sentence.tokens[at]?.head ?? -1;
    if (head < from || head >= to) return at;
  }
  return to - 1;
}

/** The word that a hyphen joins to a name, with its place: "backed" in "Iran-backed"; null where none does. */
export function hyphenedTo(
  { tokens }: { readonly tokens: readonly Token[] },
  at: number,
): { readonly at: number; readonly word: string } | null {
  const joined = tokens[at + 1]?.form === "-" ? tokens[at + 2] : undefined;
  return joined === undefined ? null : { at: at + 2, word: joined.form.toLowerCase() };
}

const CHILDREN = new WeakMap<Sentence, readonly (readonly number[])[]>();

export function childrenOf(sentence: Sentence, at: number): readonly number[] {
  let lists = CHILDREN.get(sentence);
  if (lists === undefined) {
    const built: number[][] = sentence.tokens.map(() => []);
    sentence.tokens.forEach(({ head }, child) => void built[head]?.push(child));
    lists = built;
    CHILDREN.set(sentence, lists);
  }
  return lists[at] ?? [];
}

/** Children by relation, without its subtype. */
export function childrenBy(sentence: Sentence, at: number, ...relations: readonly string[]): number[] {
  return childrenOf(sentence, at).filter((child) => relations.includes(relationOf(sentence, child)));
}

/** A token's relation to its head without the subtype. */
export function relationOf(sentence: Sentence, at: number): string {
  return sentence.tokens[at]?.deprel.split(":")[0] ?? "";
}

/** The preposition before a phrase, lower case, or an empty string. */
export function prepositionOf(sentence: Sentence, at: number): string {
  const found = childrenOf(sentence, at).find((child) => {
    const { deprel, form } = sentence.tokens[child] as Token;
    return deprel === "case" && !/^['’]s?$/.test(form);
  });
  return found === undefined ? "" : (sentence.tokens[found]?.form.toLowerCase() ?? "");
}

/** The word that a phrase's preposition stands after, whatever the tree makes of it: "border" in "border with Poland". */
function wordBeforePreposition(sentence: Sentence, at: number): string {
  const preposition = childrenOf(sentence, at).find((child) => sentence.tokens[child]?.deprel === "case");
  return preposition === undefined ? "" : (sentence.tokens[preposition - 1]?.lemma.toLowerCase() ?? "");
}

const BORDERS = new Set(["border", "frontier", "neighbour", "neighbor", "proximity", "coast", "distance"]);

/** Whether a phrase is only where something is: after "in" or "at", the end of a movement, or across a border. */
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
  const word = governor.lemma.toLowerCase();
  if (
    ["to", "with", "between", "from"].includes(preposition) &&
    BORDERS.has(wordBeforePreposition(sentence, at))
  )
    return true;
  return ["to", "from", "for", "towards"].includes(preposition) && motion.has(word);
}

export function isSubject(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined) return false;
  if (token.deprel.startsWith("nsubj")) return true;
  return token.deprel === "conj" && token.head >= 0 && isSubject(sentence, token.head);
}

/** Whether two words are coordinated with each other. */
export function areConjuncts(sentence: Sentence, at: number, of: number): boolean {
  return at !== of && firstConjunct(sentence, at) === firstConjunct(sentence, of);
}

/** The first word of a coordination: "Russia" for "Iran" in "Russia, China and Iran". */
export function firstConjunct(sentence: Sentence, at: number): number {
  let first = at;
  for (let steps = 0; steps < sentence.tokens.length; steps++) {
    const token = sentence.tokens[first];
    if (token === undefined || token.deprel !== "conj" || token.head < 0) return first;
    first = token.head;
  }
  return first;
}

/** The nearest verb or other predicate above a word, or -1. */
export function clauseOf(sentence: Sentence, at: number): number {
  let above = sentence.tokens[at]?.head ?? -1;
  for (let steps = 0; above >= 0 && steps < sentence.tokens.length; steps++) {
    const token = sentence.tokens[above] as Token;
    if (token.upos === "VERB" || token.head < 0 || childrenBy(sentence, above, "nsubj", "cop").length > 0)
      return above;
    above = token.head;
  }
  return above;
}
