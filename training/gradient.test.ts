import assert from "node:assert/strict";
import { test } from "node:test";
import { createArena } from "../src/language/arena.ts";
import { layOut, rowOf } from "../src/language/batch.ts";
import { createMatrices } from "../src/language/matrix.ts";
import { parametersOf, type Sizes, sizeOf, takeWeights } from "../src/language/parameters.ts";
import { PART_NAMES, ROOT_ROWS, ROWS_A_WORD, rowsOfWord } from "../src/language/word-features.ts";
import { seeded } from "../src/vocabulary/random.ts";
import { backward, type Losses } from "./backward.ts";
import { createNetwork, runNetwork } from "./network.ts";
import { likely, sure, type Target } from "./target.ts";

const sizes: Sizes = {
  words: 4,
  embedding: 8,
  vectors: 2,
  vectorWidth: 8,
  hidden: 8,
  arc: 8,
  label: 8,
  tags: 5,
  labels: 6,
};
const sentences = [
  ["Xi", "met", "Putin"],
  ["Go", "."],
];
const targets: Target[] = [
  {
    tags: likely(Float32Array.of(0.75, 0, 0.25, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0.5, 0.5, 0), 5),
    heads: likely(Float32Array.of(0.25, 0, 0.75, 0, 1, 0, 0, 0, 0, 0, 1, 0), 4),
    tree: Int32Array.of(2, 0, 2),
    labels: likely(Float32Array.of(0, 0.5, 0, 0.5, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0), 6),
  },
  { tags: sure([3, 4]), heads: sure([0, 1]), tree: Int32Array.of(0, 1), labels: sure([0, 5]) },
];

test("the gradient of every kind of parameter agrees with finite differences", () => {
  const arena = createArena(1 << 24);
  const weights = takeWeights(arena, sizes);
  const random = seeded(5);
  const theta = weights.block.floats();
  for (let at = 0; at < theta.length; at++) theta[at] = (random() * 2 - 1) * 0.8;
  const network = createNetwork(arena, createMatrices(arena), weights);
  const working = arena.mark();
  const batch = layOut(sentences.map((words) => words.length + 1));
  const rows = new Int32Array(batch.total * ROWS_A_WORD);
  const tables = { words: new Map<number, number>(), vectors: new Map<number, number>() };
  batch.order.forEach((sentence, rank) => {
    rows.set(ROOT_ROWS, rowOf(batch, rank, 0) * ROWS_A_WORD);
    (sentences[sentence] ?? []).forEach((form, at) => {
      rows.set([...rowsOfWord(form, tables).slice(0, -1), at % 2], rowOf(batch, rank, at + 1) * ROWS_A_WORD);
    });
  });
  const maskOf = (length: number): Float32Array =>
    Float32Array.from({ length }, (_, at) => (at % 5 === 0 ? 0 : 1.25));
  const run = (gradient: Float32Array): Losses => {
    const masks: Float32Array[] = [];
    network.repack();
    const activations = runNetwork(network, batch, rows, (matrix) => {
      const mask = maskOf(matrix.block.length);
      masks.push(mask);
      const floats = matrix.block.floats();
      const copy = { ...matrix, block: arena.take(floats.length) };
      copy.block.floats().set(matrix.block.floats().map((value, at) => value * (mask[at] ?? 0)));
      return copy;
    });
    const [input, low, high, dependent, head] = masks as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    const losses = backward(
      network,
      batch,
      rows,
      targets,
      activations,
      { input, layers: [low, high], rectified: [dependent, head], label: maskOf },
      { floats: gradient, touched: ["words", ...PART_NAMES].map(() => new Set<number>()) },
    );
    arena.reset(working);
    return losses;
  };
  const total = ({ tag, arc, label }: Losses): number => tag + arc + label;
  const gradient = new Float32Array(sizeOf(parametersOf(sizes)));
  run(gradient);
  const step = 2e-3;
  for (const { name, offset, rows: count, columns } of weights.parameters) {
    if (name === "vectors") continue;
    const largest = Array.from({ length: count * columns }, (_, at) => offset + at)
      .sort((a, b) => Math.abs(gradient[b] ?? 0) - Math.abs(gradient[a] ?? 0))
      .slice(0, 3);
    for (const at of largest) {
      const value = theta[at] as number;
      theta[at] = value + step;
      const above = total(run(new Float32Array(gradient.length)));
      theta[at] = value - step;
      const below = total(run(new Float32Array(gradient.length)));
      theta[at] = value;
      const slope = (above - below) / (2 * step);
      const found = gradient[at] as number;
      assert.ok(
        Math.abs(slope - found) < 0.02 * Math.max(0.05, Math.abs(slope)),
        `${name}: ${found} instead of ${slope}`,
      );
    }
  }
});
