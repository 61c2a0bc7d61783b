import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { parametersOf, type Sizes, sizeOf } from "../src/language/parameters.ts";
import { createOptimiser } from "./adam.ts";
import { readCheckpoint, type State, saveCheckpoint } from "./checkpoint.ts";
import { layOver } from "./going-on.ts";

test("a checkpoint is read back as it was written", () => {
  const folder = mkdtempSync(join(tmpdir(), "checkpoint-"));
  try {
    const file = join(folder, "deeper", "one.bin");
    const fresh = (): State => ({
      weights: new Float32Array(5),
      optimiser: createOptimiser(5),
      average: new Float64Array(5),
    });
    assert.equal(readCheckpoint(file, fresh()), null);
    const state = fresh();
    for (const part of [state.weights, state.optimiser.first, state.optimiser.second, state.average])
      part.forEach((_, at) => {
        part[at] = at * 1.5 - part.byteLength;
      });
    saveCheckpoint(file, { epochs: 3, step: 1234, averaged: 17 }, state);
    const read = fresh();
    assert.deepEqual(readCheckpoint(file, read), { epochs: 3, step: 1234, averaged: 17 });
    assert.deepEqual(read, state);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const small: Sizes = {
  words: 3,
  embedding: 8,
  vectors: 0,
  vectorWidth: 0,
  hidden: 8,
  arc: 8,
  label: 8,
  tags: 2,
  labels: 2,
};

test("a larger network begins with a smaller one's weights and none on the inputs that are new", () => {
  const large = { ...small, vectors: 4, vectorWidth: 8 };
  const weights = Float32Array.from({ length: sizeOf(parametersOf(small)) }, (_, at) => at + 1);
  const theta = new Float32Array(sizeOf(parametersOf(large))).fill(-1);
  const description = { sizes: small, tags: [], labels: [], lemmas: {}, features: {} };
  const none = new Uint32Array(0);
  layOver({ description, wordHashes: none, vectorHashes: none, weights }, large, theta);
  const old = new Map(parametersOf(small).map((parameter) => [parameter.name, parameter]));
  for (const { name, offset, rows, columns } of parametersOf(large)) {
    const from = old.get(name);
    assert.ok(from);
    for (let at = 0; at < rows * columns; at++) {
      const expected: number | undefined =
        name === "vectors" ? -1 : at < from.rows * from.columns ? weights[from.offset + at] : 0;
      assert.equal(theta[offset + at], expected, `${name} ${at}`);
    }
  }
  assert.throws(
    () =>
      layOver(
        { description, wordHashes: none, vectorHashes: none, weights },
        { ...large, hidden: 16 },
        theta,
      ),
    /does not fit/,
  );
});
