import assert from "node:assert/strict";
import { test } from "node:test";
import type { TrainedModel } from "../src/language/model-file.ts";
import { parametersOf, type Sizes, sizeOf } from "../src/language/parameters.ts";
import { seeded } from "../src/vocabulary/random.ts";
import type { Shares } from "./target.ts";
import { createTeachers } from "./teachers.ts";

const sizes: Sizes = {
  words: 2,
  embedding: 8,
  vectors: 0,
  vectorWidth: 8,
  hidden: 8,
  arc: 8,
  label: 8,
  tags: 3,
  labels: 4,
};
const sentences = [
  ["Norway", "thanked", "Oman", "."],
  ["They", "left"],
];

function modelOf(seed: number): TrainedModel {
  const random = seeded(seed);
  return {
    description: {
      sizes,
      tags: ["a", "b", "c"],
      labels: ["root", "obj", "nsubj", "dep"],
      lemmas: {},
      features: {},
    },
    wordHashes: new Uint32Array(0),
    vectorHashes: new Uint32Array(0),
    weights: Float32Array.from({ length: sizeOf(parametersOf(sizes)) }, () => random() * 2 - 1),
  };
}

function shareOf({ starts, numbers, shares }: Shares, word: number, number: number): number {
  for (let at = starts[word] as number; at < (starts[word + 1] as number); at++)
    if (numbers[at] === number) return shares[at] as number;
  return 0;
}

test("several teachers answer with the mean of what each says", () => {
  const models = [modelOf(1), modelOf(2)];
  const trees = [Int32Array.of(2, 0, 2, 2), Int32Array.of(2, 0)];
  const [first, second, both] = [[models[0]], [models[1]], models].map((some) =>
    createTeachers(some as TrainedModel[])(sentences, trees),
  );
  let apart = 0;
  sentences.forEach((words, sentence) => {
    words.forEach((_, word) => {
      for (const [kind, width] of [
        ["tags", 3],
        ["heads", words.length + 1],
        ["labels", 4],
      ] as const) {
        for (let answer = 0; answer < width; answer++) {
          const [a = 0, b = 0, mean = 0] = [first, second, both].map((targets) => {
            const target = targets?.[sentence];
            return target === undefined ? Number.NaN : shareOf(target[kind], word, answer);
          });
          apart = Math.max(apart, Math.abs(a - b));
          assert.ok(Math.abs((a + b) / 2 - mean) < 0.03, `${kind} ${word} ${answer}: ${a} ${b} ${mean}`);
        }
      }
    });
  });
  assert.ok(apart > 0.2);
});

test("where no tree is given, teachers agree on one with a single root, and no word hangs on itself", () => {
  const ask = createTeachers([modelOf(3), modelOf(4)]);
  for (const { tree, heads } of ask(
    sentences,
    sentences.map(() => null),
  )) {
    assert.equal(tree.filter((head) => head === 0).length, 1);
    tree.forEach((head, at) => {
      assert.notEqual(head, at + 1);
      assert.equal(shareOf(heads, at, at + 1), 0);
    });
  }
});

test("no teachers are an error", () => {
  assert.throws(() => createTeachers([]), /no model to learn from/);
});
