import assert from "node:assert/strict";
import { test } from "node:test";
import { tanh, tanh32 } from "./activation.ts";
import { type Arena, createArena } from "./arena.ts";
import { createMatrices, type Matrices, pack, packWhole, UNIT } from "./matrix.ts";

/** Runs the same work on WebAssembly and on plain JavaScript, each in an arena of its own, and returns both memories. */
function both(work: (arena: Arena, matrices: Matrices) => Float32Array): [Float32Array, Float32Array] {
  const run = (plain: boolean): Float32Array => {
    const arena = createArena(1 << 20);
    const matrices = createMatrices(arena, { plain });
    assert.equal(matrices.accelerated, !plain);
    return work(arena, matrices).slice();
  };
  return [run(false), run(true)];
}

/** Numbers within `reach` of zero, the same for the same seed, by Marsaglia's xorshift. */
function filled(length: number, seed: number, reach: number): Float32Array {
  let state = seed * 7919;
  return Float32Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state / 2 ** 31) * reach;
  });
}

for (const [m, n, k] of [
  [1, 8, 2],
  [4, 16, 6],
  [7, 24, 96],
  [13, 8, 320],
] as const) {
  test(`a ${m} × ${k} by ${k} × ${n} product in floats`, () => {
    const a = filled(m * k, 1, 2);
    const b = filled(k * n, 2, 2);
    const [fast, plain] = both((arena, matrices) => {
      const [left, right, result] = [arena.take(m * k), arena.take(k * n), arena.take(m * n)];
      left.floats().set(a);
      pack(b, n, k, n, right.floats());
      matrices.multiply(left.at, k, right.at, result.at, n, m, n, k);
      return result.floats();
    });
    assert.deepEqual(fast, plain);
    for (let row = 0; row < m; row++) {
      for (let column = 0; column < n; column++) {
        let sum = 0;
        for (let at = 0; at < k; at++) sum += (a[row * k + at] ?? 0) * (b[at * n + column] ?? 0);
        assert.ok(Math.abs(sum - (fast[row * n + column] ?? 0)) < 1e-3);
      }
    }
  });

  test(`a ${m} × ${k} by ${k} × ${n} product in whole numbers`, () => {
    const a = filled(m * k, 3, 0.99);
    const b = Int8Array.from(filled(k * n, 4, 127));
    const [fast, plain] = both((arena, matrices) => {
      const source = arena.take(Math.ceil((m * k) / 8) * 8);
      const left = arena.take(source.length / 2);
      const right = arena.take((k * n) / 2);
      const [scales, result] = [arena.take(n), arena.take(m * n)];
      source.floats().set(a);
      scales.floats().set(filled(n, 5, 1 / UNIT));
      packWhole(b, k, n, new Int16Array(arena.memory.buffer, right.at, k * n));
      result.floats().fill(0.5);
      matrices.quantise(source.at, left.at, source.length);
      matrices.multiplyWhole(left.at, k, right.at, result.at, n, m, n, k, scales.at);
      return result.floats();
    });
    assert.deepEqual(fast, plain);
    const scales = filled(n, 5, 1);
    for (let row = 0; row < m; row++) {
      for (let column = 0; column < n; column++) {
        let sum = 0;
        for (let at = 0; at < k; at++) sum += (a[row * k + at] ?? 0) * (b[at * n + column] ?? 0);
        const expected = 0.5 + sum * (scales[column] ?? 0);
        assert.ok(Math.abs(expected - (fast[row * n + column] ?? 0)) < 0.15);
      }
    }
  });
}

test("an LSTM's step", () => {
  const hidden = 24;
  const gates = filled(4 * hidden, 6, 7);
  const earlier = filled(hidden, 7, 2);
  const [fast, plain] = both((arena, matrices) => {
    const all = arena.take(7 * hidden);
    all.floats().set(gates);
    all.floats().set(earlier, 4 * hidden);
    const at = (block: number): number => all.at + block * hidden * 4;
    matrices.cell(at(0), at(4), at(5), at(6), hidden);
    return all.floats();
  });
  assert.deepEqual(fast, plain);
  const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
  for (let unit = 0; unit < hidden; unit++) {
    const gate = (at: number): number => gates[at * hidden + unit] ?? 0;
    const state = sigmoid(gate(0)) * Math.tanh(gate(3)) + sigmoid(gate(1)) * (earlier[unit] ?? 0);
    assert.ok(Math.abs(state - (fast[5 * hidden + unit] ?? 0)) < 2e-4);
    assert.ok(Math.abs(sigmoid(gate(2)) * Math.tanh(state) - (fast[6 * hidden + unit] ?? 0)) < 2e-4);
  }
});

test("tanh is close to the true one, within [-1, 1], and rises", () => {
  let before = -1;
  for (let x = -12; x <= 12; x += 0.01) {
    assert.ok(Math.abs(tanh(x) - Math.tanh(x)) < 1.5e-4);
    assert.ok(Math.abs(tanh32(x) - Math.tanh(x)) < 1.5e-4);
    assert.ok(Math.abs(tanh32(x)) <= 1);
    assert.ok(tanh32(x) >= before - 1e-6);
    before = tanh32(x);
  }
});

test("what is below zero becomes zero", () => {
  const numbers = filled(64, 5, 3);
  const [fast, plain] = both((arena, matrices) => {
    const block = arena.take(numbers.length);
    block.floats().set(numbers);
    matrices.rectify(block.at, block.length);
    return block.floats();
  });
  assert.deepEqual(fast, plain);
  assert.deepEqual(
    [...fast],
    [...numbers].map((number) => Math.max(0, number)),
  );
});
