import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seeded } from "../vocabulary/index.ts";
import { type Point, shiftsIn } from "./shift.ts";

fc.configureGlobal({ seed: 1 });

const yearly = (values: readonly number[], weight?: number): Point[] =>
  values.map((value, at) => ({
    period: String(2000 + at),
    value,
    ...(weight === undefined ? {} : { weight }),
  }));

/** Noise around a mean, from the sum of twelve uniform numbers. */
function noisy(mean: number, deviation: number, length: number, random: () => number): number[] {
  return Array.from({ length }, () => {
    const sum = Array.from({ length: 12 }, random).reduce((total, one) => total + one, 0);
    return mean + deviation * (sum - 6);
  });
}

test("a clean break is found where it is, with the means on either side", () => {
  assert.deepEqual(shiftsIn(yearly([0.25, 0.25, 0.25, 0.25, 0.75, 0.75, 0.75])), [
    { at: "2004", before: 0.25, after: 0.75 },
  ]);
});

test("two breaks in noise are both found", () => {
  const random = seeded(7);
  const series = [
    ...noisy(-0.5, 0.05, 6, random),
    ...noisy(0.5, 0.05, 6, random),
    ...noisy(0, 0.05, 6, random),
  ];
  assert.deepEqual(
    shiftsIn(yearly(series)).map(({ at }) => at),
    ["2006", "2012"],
  );
});

test("noise alone is seldom taken for a shift", () => {
  const random = seeded(3);
  const runs = 400;
  const alarms = Array.from({ length: runs }, () => shiftsIn(yearly(noisy(0, 1, 9, random)))).filter(
    (shifts) => shifts.length > 0,
  ).length;
  assert.ok(alarms / runs < 0.08, `${alarms} of ${runs}`);
});

test("one year off is no shift, and a flat series has none", () => {
  assert.deepEqual(shiftsIn(yearly([0, 0, 0, 1, 0, 0, 0])), []);
  assert.deepEqual(shiftsIn(yearly([0.3, 0.3, 0.3, 0.3, 0.3])), []);
});

test("series of fewer than four values have no shift", () => {
  assert.deepEqual(shiftsIn(yearly([0, 1, 1])), []);
  assert.deepEqual(shiftsIn([]), []);
});

test("a value that rests on little moves nothing", () => {
  const heavy = yearly([0, 0.1, 0, 0.1, 0, 0.1, 0, 0.1], 20);
  const light = heavy.map((point, at) => (at >= 6 ? { ...point, value: 1, weight: 0.05 } : point));
  assert.deepEqual(shiftsIn(light), []);
  assert.equal(shiftsIn(heavy.map((point, at) => (at >= 6 ? { ...point, value: 1 } : point))).length, 1);
});

test("neither the unit of the values nor of the weights decides", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 14 }),
      fc.constantFrom(0.25, 2, 8),
      (values, factor) => {
        const places = (series: readonly Point[]): string[] => shiftsIn(series).map(({ at }) => at);
        const plain = places(yearly(values));
        assert.deepEqual(places(yearly(values.map((value) => value * factor))), plain);
        assert.deepEqual(places(yearly(values, factor)), plain);
      },
    ),
  );
});

test("every stretch has at least two values", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 20 }), (values) => {
      const starts = [0, ...shiftsIn(yearly(values)).map(({ at }) => Number(at) - 2000), values.length];
      return values.length < 4 || starts.slice(1).every((start, at) => start - starts[at]! >= 2);
    }),
  );
});
