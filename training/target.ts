import type { Example } from "./treebank.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** For each word of a sentence some numbered answers and how likely each is; those of word `at` stand from `starts[at]` to `starts[at + 1]`. */
export interface Shares {
  readonly starts: Int32Array;
  readonly numbers: Int16Array;
  /** In [0, 1]; those of a word sum to 1. */
  readonly shares: Float32Array;
}

/** What the network should say of a sentence; index 0 is the first word, heads count from 1. */
export interface Target {
  readonly tags: Shares;
  readonly heads: Shares;
  /** The head of each word in the tree, to which its label belongs. */
  readonly tree: Int32Array;
  readonly labels: Shares;
}

/** A sentence with what the network should say of it. */
export interface Lesson {
  readonly words: Example["words"];
  readonly target: Target;
}

/** One answer for each word. */
export function sure(numbers: ArrayLike<number>): Shares {
  return {
    starts: Int32Array.from({ length: numbers.length + 1 }, (_, at) => at),
    numbers: Int16Array.from(numbers),
    shares: new Float32Array(numbers.length).fill(1),
  };
}

/** Rows of probabilities, without those that are next to nothing. */
export function likely(probabilities: Float32Array, width: number): Shares {
  const starts = [0];
  const numbers: number[] = [];
  const shares: number[] = [];
  for (let row = 0; row * width < probabilities.length; row++) {
    const answers = Array.from({ length: width }, (_, at) => at).filter(
      (at) => (probabilities[row * width + at] as number) > 0.01,
    );
    const sum = answers.reduce((all, at) => all + (probabilities[row * width + at] as number), 0);
    for (const at of answers) {
      numbers.push(at);
      shares.push((probabilities[row * width + at] as number) / sum);
    }
    starts.push(numbers.length);
  }
  return {
    starts: Int32Array.from(starts),
    numbers: Int16Array.from(numbers),
    shares: Float32Array.from(shares),
  };
}

/** Between two: each answer's likelihood is `weight` of the first's and the rest of the second's. */
export function mixed(first: Shares, second: Shares, weight: number): Shares {
  const starts = [0];
  const numbers: number[] = [];
  const shares: number[] = [];
  for (let word = 0; word + 1 < first.starts.length; word++) {
    const sums = new Map<number, number>();
    for (const [from, factor] of [
      [first, weight],
      [second, 1 - weight],
    ] as const) {
      for (let at = from.starts[word] as number; at < (from.starts[word + 1] as number); at++) {
        const number = from.numbers[at] as number;
        sums.set(number, (sums.get(number) ?? 0) + factor * (from.shares[at] as number));
      }
    }
    for (const [number, share] of sums) {
      numbers.push(number);
      shares.push(share);
    }
    starts.push(numbers.length);
  }
  return {
    starts: Int32Array.from(starts),
    numbers: Int16Array.from(numbers),
    shares: Float32Array.from(shares),
  };
}

/** What a treebank says of a sentence. */
export function lessonOf({ words }: Pick<Example, "words">, { tags, labels }: Vocabulary): Lesson {
  const tree = Int32Array.from(words, ({ head }) => head);
  const numberIn = (names: readonly string[], name: string): number => Math.max(0, names.indexOf(name));
  return {
    words,
    target: {
      tags: sure(words.map(({ upos, xpos }) => numberIn(tags, `${upos}|${xpos}`))),
      heads: sure(tree),
      tree,
      labels: sure(words.map(({ deprel }) => numberIn(labels, deprel))),
    },
  };
}
