import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seeded } from "../src/vocabulary/random.ts";
import { augmented } from "./augmentation.ts";
import { type Lesson, likely, mixed, type Shares, sure } from "./target.ts";

function answersOf({ starts, numbers, shares }: Shares, word: number): Record<number, number> {
  const from = starts[word] as number;
  const to = starts[word + 1] as number;
  return Object.fromEntries(
    Array.from(numbers.subarray(from, to), (number, at) => [
      number,
      Math.round((shares[from + at] as number) * 1e4) / 1e4,
    ]),
  );
}

test("answers that are next to nothing are left out, and the rest sum to 1", () => {
  const shares = likely(Float32Array.of(0.6, 0.395, 0.005, 0, 1, 0), 3);
  assert.deepEqual(answersOf(shares, 0), { 0: 0.603, 1: 0.397 });
  assert.deepEqual(answersOf(shares, 1), { 1: 1 });
});

test("a mixture gives each side its weight", () => {
  const shares = mixed(sure([2, 0]), likely(Float32Array.of(0.5, 0, 0.5, 0, 1, 0), 3), 0.6);
  assert.deepEqual(answersOf(shares, 0), { 0: 0.2, 2: 0.8 });
  assert.deepEqual(answersOf(shares, 1), { 0: 0.6, 1: 0.4 });
});

test("however a sentence is altered, its answers stay with its words", () => {
  const word = (form: string, upos: string, head: number): Lesson["words"][number] => ({
    form,
    lemma: form,
    upos,
    xpos: "_",
    feats: "_",
    head,
    deprel: "_",
    spaceAfter: true,
  });
  const lesson: Lesson = {
    words: [word("Xi", "PROPN", 2), word("spoke", "VERB", 0), word(".", "PUNCT", 2)],
    target: {
      tags: sure([1, 2, 3]),
      heads: likely(Float32Array.of(0.25, 0, 0.5, 0.25, 1, 0, 0, 0, 0, 0, 1, 0), 4),
      tree: Int32Array.of(2, 0, 2),
      labels: sure([4, 5, 6]),
    },
  };
  const seen = new Set<number>();
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { words, target } = augmented(lesson, seeded(seed));
      seen.add(words.length);
      assert.equal(target.tree.length, words.length);
      for (const { starts, numbers, shares } of [target.tags, target.heads, target.labels]) {
        assert.equal(starts.length, words.length + 1);
        assert.equal(starts[words.length], numbers.length);
        assert.equal(numbers.length, shares.length);
      }
      assert.ok(target.heads.numbers.every((head) => head <= words.length));
      words.forEach((_, at) => {
        assert.deepEqual(answersOf(target.tags, at), { [at + 1]: 1 });
        assert.deepEqual(answersOf(target.labels, at), { [at + 4]: 1 });
      });
    }),
    { numRuns: 300 },
  );
  assert.deepEqual([...seen].sort(), [2, 3]);
});
