import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { gaugeTitle, tiltGauge } from "./tilt-gauge.ts";

test("the dot stands where the tilt is, between the powers named above it", () => {
  assert.equal(gaugeTitle(["RUS", "CHN"]), "CHN               RUS");
  assert.equal(tiltGauge(0, [-0.5, 0.5]), "·····─────●─────·····");
  assert.equal(tiltGauge(1, null), "··········│··········".replace(/·$/, "○"));
  assert.equal(tiltGauge(-0.5, [-1, 0.1]), "─────●────┼─·········");
});

test("every gauge is as wide as its title, has one dot, and its interval around it", () => {
  const bounds = fc.tuple(
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1, noNaN: true }), bounds, (tilt, [a, b]) => {
      const gauge = tiltGauge(tilt, [Math.min(a, b, tilt), Math.max(a, b, tilt)]);
      assert.equal(gauge.length, gaugeTitle(["RUS", "CHN"]).length);
      assert.match(gauge, /^[·│]*[─┼]*●[─┼]*[·│]*$/);
    }),
    { seed: 3 },
  );
});
