import type { ConlluWord } from "../src/language/conllu.ts";
import type { Lesson, Shares, Target } from "./target.ts";

const UPPER = 0.03;
const TITLE = 0.03;
const BARE = 0.05;

/** Now and then a sentence as news writes it: in capitals, as a headline, without its full stop. The tree stays. */
export function augmented({ words, target }: Lesson, random: () => number): Lesson {
  const draw = random();
  if (draw < UPPER)
    return { words: words.map((word) => ({ ...word, form: word.form.toUpperCase() })), target };
  if (draw < UPPER + TITLE) return { words: words.map(titled), target };
  if (draw < UPPER + TITLE + BARE) return bare({ words, target });
  return { words, target };
}

function titled(word: ConlluWord): ConlluWord {
  if (["ADP", "DET", "CCONJ", "PART", "PUNCT", "SCONJ"].includes(word.upos) && word.form.length < 5)
    return word;
  return { ...word, form: word.form.charAt(0).toUpperCase() + word.form.slice(1) };
}

function bare(lesson: Lesson): Lesson {
  const { words, target } = lesson;
  const last = words.length - 1;
  if (words.length < 3 || words[last]?.upos !== "PUNCT" || target.tree.includes(words.length)) return lesson;
  const { tags, heads, tree, labels } = target;
  const shorter: Target = {
    tags: first(tags, last),
    heads: first(heads, last, last),
    tree: tree.subarray(0, last),
    labels: first(labels, last),
  };
  return { words: words.slice(0, -1), target: shorter };
}

/** The answers for the first words, but for those above a number. */
function first({ starts, numbers, shares }: Shares, words: number, most = Number.POSITIVE_INFINITY): Shares {
  const kept: number[] = [];
  const newStarts = Int32Array.from({ length: words + 1 }, () => 0);
  for (let word = 0; word < words; word++) {
    for (let at = starts[word] as number; at < (starts[word + 1] as number); at++)
      if ((numbers[at] as number) <= most) kept.push(at);
    newStarts[word + 1] = kept.length;
  }
  return {
    starts: newStarts,
    numbers: Int16Array.from(kept, (at) => numbers[at] as number),
    shares: Float32Array.from(kept, (at) => shares[at] as number),
  };
}
