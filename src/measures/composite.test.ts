import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compositeOfShares } from "./composite.ts";
import { tilt } from "./shares.ts";

const levels = fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { minLength: 2, maxLength: 6 });

test("the composites of the powers sum to one, and so do the shares of ranks", () => {
  fc.assert(
    fc.property(levels, (parts) => {
      const composite = compositeOfShares(
        ["GEO", "TUR"],
        parts.map((pair, at) => ({ name: `part ${at}`, levels: pair })),
      );
      const holding = parts.filter(([a, b]) => a + b > 0);
      if (holding.length < 2) return assert.equal(composite, null);
      const [a, b] = composite!.sensitivity.alternatives;
      assert.ok(Math.abs(a!.value + b!.value - 1) < 1e-9);
      assert.equal(composite!.components.length, holding.length);
      const mean = holding.reduce((sum, [x, y]) => sum + (tilt(x, y) ?? 0), 0) / holding.length;
      assert.ok(Math.abs(a!.value - b!.value - mean) < 1e-9);
    }),
    { numRuns: 40 },
  );
});

test("who is ahead in every part is first under every weighting; opposite leads split them", () => {
  const first = (parts: readonly (readonly number[])[], weight = 1) =>
    compositeOfShares(
      ["GEO", "TUR"],
      parts.map((pair, at) => ({ name: `part ${at}`, levels: pair, ...(at === 0 ? { weight } : {}) })),
    )!.sensitivity.alternatives[0]!;
  const [ahead, split, heavy] = [
    first([
      [3, 1],
      [2, 1],
    ]),
    first([
      [3, 1],
      [1, 3],
    ]),
    first(
      [
        [3, 1],
        [1, 3],
      ],
      9,
    ),
  ];
  assert.equal(ahead.rankShares[0], 1);
  assert.ok(Math.abs(split.rankShares[0]! - 0.5) < 0.06 && split.value === 0.5);
  assert.ok(heavy.value > 0.65 && heavy.rankShares[0] === split.rankShares[0]);
});
