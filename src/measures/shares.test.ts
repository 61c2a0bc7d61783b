import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { evenness, tilt } from "./shares.ts";

fc.configureGlobal({ seed: 1 });

const level = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e9, noNaN: true }));
const levels = fc.array(level, { minLength: 2, maxLength: 6 });

test("a tilt is one at one end, minus one at the other, and nothing without levels", () => {
  assert.equal(tilt(3, 0), 1);
  assert.equal(tilt(0, 3), -1);
  assert.equal(tilt(3, 1), 0.5);
  assert.equal(tilt(0, 0), null);
});

test("a tilt lies between its ends and turns its sign with the powers", () => {
  fc.assert(
    fc.property(level, level, (a, b) => {
      const there = tilt(a, b);
      const back = tilt(b, a);
      if (there === null || back === null) return there === back;
      return Math.abs(there) <= 1 && there === -back;
    }),
  );
});

test("evenness is one for equal levels, zero for one power alone", () => {
  for (let powers = 2; powers <= 6; powers++) {
    const equal = evenness(Array.from({ length: powers }, () => 7));
    assert.ok(equal !== null && Math.abs(equal - 1) < 1e-12);
    assert.equal(evenness([5, ...Array.from({ length: powers - 1 }, () => 0)]), 0);
  }
  assert.equal(evenness([0, 0]), null);
  assert.equal(evenness([4]), null);
});

test("evenness of two levels is the entropy of their shares in bits", () => {
  const [p, q] = [0.25, 0.75];
  const bits = -(p * Math.log2(p) + q * Math.log2(q));
  assert.ok(Math.abs(evenness([1, 3])! - bits) < 1e-12);
});

test("evenness lies in [0, 1] and knows neither order nor scale", () => {
  fc.assert(
    fc.property(levels, fc.double({ min: 0.001, max: 1000, noNaN: true }), (some, factor) => {
      const value = evenness(some);
      if (value === null) return some.every((one) => one === 0);
      const turned = evenness([...some].reverse());
      const scaled = evenness(some.map((one) => one * factor));
      return (
        value >= 0 && value <= 1 && Math.abs(value - turned!) < 1e-9 && Math.abs(value - (scaled ?? 0)) < 1e-6
      );
    }),
  );
});

test("levels that are no levels are refused", () => {
  for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => tilt(wrong, 1), RangeError);
    assert.throws(() => evenness([1, wrong]), RangeError);
  }
});
