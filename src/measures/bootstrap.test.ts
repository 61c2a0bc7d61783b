import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { percentileInterval, quantile, RESAMPLES, resample, type Summand, unseenShare } from "./bootstrap.ts";

fc.configureGlobal({ seed: 1 });

const one = (weight: number, sum = 0): readonly Summand[] => [{ sum, weight }];

test("the same stories give the same draws, another seed gives others", () => {
  const stories = [one(1), one(2), one(5)];
  assert.deepEqual(resample(stories, 1), resample(stories, 1));
  assert.notDeepEqual(resample(stories, 1), resample(stories, 1, 2));
  assert.equal(resample(stories, 1).length, RESAMPLES);
});

test("a draw adds up as many stories as there are", () => {
  const draws = resample([one(1), one(1), one(1), one(1)], 1);
  assert.ok(draws.every(([sum]) => sum === 4));
});

test("the interval of a mean is as wide as theory has it", () => {
  const stories = Array.from({ length: 100 }, (_, at) => one(at % 2));
  const interval = percentileInterval(resample(stories, 1), ([sum = 0]) => sum / 100);
  assert.ok(interval !== null);
  const half = 1.96 * Math.sqrt(0.25 / 100);
  assert.ok(Math.abs(interval[0] - (0.5 - half)) < 0.015, String(interval));
  assert.ok(Math.abs(interval[1] - (0.5 + half)) < 0.015, String(interval));
});

test("an interval is ordered and lies within what can be drawn", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 3, maxLength: 12 }),
      (weights) => {
        const interval = percentileInterval(
          resample(
            weights.map((weight) => one(weight)),
            1,
          ),
          ([sum = 0]) => sum / weights.length,
        );
        assert.ok(interval !== null);
        const [low, high] = interval;
        assert.ok(low <= high && low >= Math.min(...weights) - 1e-9 && high <= Math.max(...weights) + 1e-9);
      },
    ),
    { numRuns: 30 },
  );
});

test("a statistic that most draws do not have has no interval", () => {
  const draws = resample([one(1), one(0), one(0), one(0), one(0)], 1);
  assert.equal(
    percentileInterval(draws, ([sum = 0]) => (sum > 1 ? sum : null)),
    null,
  );
  assert.equal(
    percentileInterval([], () => 1),
    null,
  );
});

test("what was never seen may still have a share, the smaller the more was seen", () => {
  assert.equal(unseenShare(0), 1);
  assert.ok(Math.abs(unseenShare(1) - 0.975) < 1e-12);
  assert.ok(Math.abs((1 - unseenShare(10)) ** 10 - 0.025) < 1e-12);
  assert.ok(unseenShare(100) < unseenShare(10));
});

test("quantiles interpolate between order statistics", () => {
  assert.equal(quantile([1, 2, 3, 4], 0.5), 2.5);
  assert.equal(quantile([1, 2, 3, 4, 5], 0.25), 2);
  assert.equal(quantile([7], 0.9), 7);
});
