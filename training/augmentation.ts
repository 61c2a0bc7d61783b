import type { ConlluWord } from "../src/language/conllu.ts";
import type { Example } from "./treebank.ts";

const UPPER = 0.03;
const TITLE = 0.03;
const BARE = 0.05;

/** Now and then a sentence as news writes it: in capitals, as a headline, without its full stop. The tree stays. */
export function augmented(example: Example, random: () => number): Pick<Example, "words"> {
  const draw = random();
  if (draw < UPPER)
    return { words: example.words.map((word) => ({ ...word, form: word.form.toUpperCase() })) };
  if (draw < UPPER + TITLE) return { words: example.words.map(titled) };
  if (draw < UPPER + TITLE + BARE) return { words: bare(example.words) };
  return example;
}

function titled(word: ConlluWord): ConlluWord {
  if (["ADP", "DET", "CCONJ", "PART", "PUNCT", "SCONJ"].includes(word.upos) && word.form.length < 5)
    return word;
  return { ...word, form: word.form.charAt(0).toUpperCase() + word.form.slice(1) };
}

function bare(words: readonly ConlluWord[]): readonly ConlluWord[] {
  const last = words.at(-1);
  if (words.length < 3 || last?.upos !== "PUNCT" || words.some(({ head }) => head === words.length))
    return words;
  return words.slice(0, -1);
}
