import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../src/vocabulary/random.ts";
import { orthonormal, singularVectors } from "./linear-algebra.ts";
import { wordVectors } from "./word-vectors.ts";

test("columns become orthonormal", () => {
  const random = seeded(1);
  const [rows, wide] = [30, 6];
  const matrix = orthonormal(
    Float64Array.from({ length: rows * wide }, () => random() - 0.5),
    rows,
    wide,
  );
  for (let a = 0; a < wide; a++) {
    for (let b = 0; b < wide; b++) {
      let dot = 0;
      for (let row = 0; row < rows; row++)
        dot += (matrix[row * wide + a] as number) * (matrix[row * wide + b] as number);
      assert.ok(Math.abs(dot - (a === b ? 1 : 0)) < 1e-12);
    }
  }
});

test("singular values and vectors of a known matrix", () => {
  // 3 times the first axis along (0.6, 0.8), 1 times the second along (-0.8, 0.6).
  const matrix = Float64Array.of(1.8, 2.4, -0.8, 0.6, 0, 0);
  const { values, vectors } = singularVectors(matrix, 3, 2);
  assert.ok(Math.abs((values[0] as number) - 3) < 1e-12);
  assert.ok(Math.abs((values[1] as number) - 1) < 1e-12);
  assert.ok(Math.abs(Math.abs(vectors[0] as number) - 0.6) < 1e-12);
  assert.ok(Math.abs(Math.abs(vectors[2] as number) - 0.8) < 1e-12);
});

test("words with the same neighbours have like vectors, whatever the seed", () => {
  const random = seeded(2);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] as string;
  const sentences = Array.from({ length: 3000 }, () => [
    "the",
    pick(["envoy", "minister", "president"]),
    pick(["met", "praised", "visited"]),
    "the",
    pick(["envoy", "minister", "president"]),
    pick(["in", "near"]),
    pick(["minsk", "moscow", "beijing"]),
    ".",
  ]);
  for (const seed of [1, 7]) {
    const { words, width, rows } = wordVectors(sentences, { most: 50, width: 8, seed });
    assert.equal(rows.length, words.length * width);
    const likeness = (a: string, b: string): number => {
      let [dot, left, right] = [0, 0, 0];
      for (let at = 0; at < width; at++) {
        const [x, y] = [a, b].map((word) => rows[words.indexOf(word) * width + at] as number) as [
          number,
          number,
        ];
        dot += x * y;
        left += x * x;
        right += y * y;
      }
      return dot / Math.sqrt(left * right);
    };
    assert.ok(likeness("minsk", "beijing") > 0.9);
    assert.ok(likeness("met", "visited") > 0.9);
    assert.ok(likeness("minsk", "met") < 0.6);
  }
});
