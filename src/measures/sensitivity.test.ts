import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sensitivityOfComposite } from "./sensitivity.ts";

fc.configureGlobal({ seed: 1, numRuns: 50 });

const TAILS = [0.025, 0.5, 0.975];
const NAMES = ["A", "B", "C", "D"];

/** Two to four alternatives with the same number of components. */
const table = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([alternatives, components]) =>
    fc.array(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: components, maxLength: components }),
      { minLength: alternatives, maxLength: alternatives },
    ),
  )
  .map((rows) => Object.fromEntries(rows.map((row, at) => [NAMES[at] ?? "", row])));

const near = (a: number, b: number, within = 1e-9) =>
  assert.ok(Math.abs(a - b) <= within, `${a} is not ${b}`);

test("the composite is the weighted mean, and weights count by their proportions", () => {
  const { weights, alternatives } = sensitivityOfComposite(
    { A: [1, 0], B: [0, 1] },
    { weights: [3, 1], n: 10 },
  );
  assert.deepEqual(weights, [0.75, 0.25]);
  assert.deepEqual(
    alternatives.map(({ value, rank }) => [value, rank]),
    [
      [0.75, 1],
      [0.25, 2],
    ],
  );
});

test("with two mirrored alternatives each leads in half of the weightings, as the even distribution has it", () => {
  const [a] = sensitivityOfComposite({ A: [1, 0], B: [0, 1] }, { n: 20_000 }).alternatives;
  near(a?.rankShares[0] ?? 0, 0.5, 0.015);
  // The weight of one of two components is uniform on [0, 1].
  for (const [at, share] of TAILS.entries()) near(a?.values[at] ?? 0, share, 0.01);
});

test("of three components each has the marginal Beta(1, 2)", () => {
  const [a] = sensitivityOfComposite({ A: [1, 0, 0], B: [0, 1, 0] }, { n: 20_000 }).alternatives;
  const betaQuantile = (share: number) => 1 - Math.sqrt(1 - share);
  for (const [at, share] of TAILS.entries()) near(a?.values[at] ?? 0, betaQuantile(share), 0.012);
});

test("shares of ranks sum to one, and percentiles are in order and within the components", () => {
  fc.assert(
    fc.property(table, (values) => {
      for (const { name, rankShares, values: drawn, ranks, rank } of sensitivityOfComposite(values, {
        n: 200,
      }).alternatives) {
        near(
          rankShares.reduce((sum, share) => sum + share, 0),
          1,
        );
        const row = values[name] ?? [];
        assert.ok(drawn[0] <= drawn[1] && drawn[1] <= drawn[2]);
        assert.ok(drawn[0] >= Math.min(...row) - 1e-9 && drawn[2] <= Math.max(...row) + 1e-9);
        assert.ok(ranks[0] >= 1 && ranks[2] <= rankShares.length && rank >= 1 && rank <= rankShares.length);
      }
    }),
  );
});

test("what is larger in every component is first under every weighting", () => {
  fc.assert(
    fc.property(table, (values) => {
      const best = Object.values(values)[0]?.map(() => 2) ?? [];
      const [first] = sensitivityOfComposite({ BEST: best, ...values }, { n: 100 }).alternatives;
      assert.equal(first?.rank, 1);
      assert.equal(first?.rankShares[0], 1);
    }),
  );
});

test("neither the order of the alternatives nor a common shift or scale changes a rank", () => {
  fc.assert(
    fc.property(table, (values) => {
      const sharesOf = (of: Readonly<Record<string, readonly number[]>>) =>
        new Map(
          sensitivityOfComposite(of, { n: 100 }).alternatives.map(({ name, rankShares }) => [
            name,
            rankShares,
          ]),
        );
      const turned = Object.fromEntries(Object.entries(values).reverse());
      const doubled = Object.fromEntries(
        Object.entries(values).map(([name, row]) => [name, row.map((value) => 2 * value)]),
      );
      const plain = sharesOf(values);
      for (const [name, shares] of plain) {
        assert.deepEqual(sharesOf(turned).get(name), shares);
        assert.deepEqual(sharesOf(doubled).get(name), shares);
      }
    }),
  );
});

test("equal alternatives share the better rank", () => {
  for (const { rank, rankShares } of sensitivityOfComposite({ A: [0.5, 0.25], B: [0.5, 0.25] }, { n: 50 })
    .alternatives)
    assert.deepEqual([rank, rankShares[0]], [1, 1]);
});

test("the same seed gives the same figures, another one others", () => {
  const run = (seed: number) => sensitivityOfComposite({ A: [1, 0], B: [0.3, 0.6] }, { seed });
  assert.deepEqual(run(7), run(7));
  assert.notDeepEqual(run(7), run(8));
});

test("what is missing or impossible is refused", () => {
  assert.throws(() => sensitivityOfComposite({}), /at least one alternative/);
  assert.throws(() => sensitivityOfComposite({ A: [1, 2], B: [1] }), /B must have a finite number/);
  assert.throws(() => sensitivityOfComposite({ A: [1, Number.NaN] }), /A must have a finite number/);
  assert.throws(() => sensitivityOfComposite({ A: [1, 2] }, { weights: [1] }), /2 components, but 1 weights/);
  assert.throws(() => sensitivityOfComposite({ A: [1, 2] }, { weights: [1, -1] }), /zero or more/);
  assert.throws(() => sensitivityOfComposite({ A: [1, 2] }, { weights: [0, 0] }), /All weights are zero/);
  assert.throws(() => sensitivityOfComposite({ A: [1, 2] }, { n: 0 }), /whole number/);
});
