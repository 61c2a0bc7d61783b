import type { Token } from "../../language/index.ts";

/** Words before a number that say how exact it is, last word next to the number. */
const HEDGES: readonly (readonly string[])[] = [
  ["up", "to"],
  ["at", "least"],
  ["at", "most"],
  ["as", "many", "as"],
  ["as", "much", "as"],
  ["close", "to"],
  ["more", "than"],
  ["fewer", "than"],
  ["less", "than"],
  ["over"],
  ["about"],
  ["around"],
];

/**
 * "kidnapped up to 16 advisers", "killed at least eight leaders": the words before the number are no preposition, so
 * what is counted is the object of a verb that has none.
 */
export function withQuantities(tokens: readonly Token[]): readonly Token[] {
  let mended: Token[] | null = null;
  tokens.forEach((number, at) => {
    if (number.upos !== "NUM") return;
    const hedge = HEDGES.find((words) =>
      words.every((word, step) => tokens[at - words.length + step]?.form.toLowerCase() === word),
    );
    const first = hedge === undefined ? -1 : at - hedge.length;
    const before = tokens[first - 1];
    if (before?.upos !== "VERB") return;
    const counted = number.deprel === "nummod" ? number.head : at;
    const noun = tokens[counted];
    if (noun === undefined || noun.head !== first - 1 || !noun.deprel.startsWith("obl")) return;
    if (tokens.some(({ head, deprel }) => head === first - 1 && deprel === "obj")) return;
    mended ??= [...tokens];
    mended[counted] = { ...noun, deprel: "obj" };
    for (let word = first; word < at; word++)
      mended[word] = { ...(mended[word] as Token), head: at, deprel: "advmod" };
  });
  return mended ?? tokens;
}
