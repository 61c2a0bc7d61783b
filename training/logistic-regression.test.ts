import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../src/vocabulary/index.ts";
import { fitLogistic } from "./logistic-regression.ts";

test("weights that made the answers are found again", () => {
  const random = seeded(4);
  const rows = Array.from({ length: 4000 }, () => {
    const features = { wide: random() * 20 - 10, flag: random() < 0.3 ? 1 : 0, idle: 1 };
    const odds = 0.5 + 0.2 * features.wide - 1.5 * features.flag;
    return { features, share: random() < 1 / (1 + Math.exp(-odds)) ? 1 : 0, weight: 1 };
  });
  const { intercept, weights } = fitLogistic(rows, 1);
  assert.ok(Math.abs(intercept - 0.5) < 0.1, `${intercept}`);
  assert.ok(Math.abs((weights.wide ?? 0) - 0.2) < 0.02, `${weights.wide}`);
  assert.ok(Math.abs((weights.flag ?? 0) + 1.5) < 0.2, `${weights.flag}`);
  assert.equal(weights.idle, undefined);
});

test("a larger penalty gives smaller weights, and rows count by their weight", () => {
  const row = (x: number, share: number, weight: number) => ({ features: { x }, share, weight });
  const rows = [row(1, 1, 1), row(1, 0, 3), row(0, 0.5, 4)];
  const free = fitLogistic(rows, 1e-6);
  assert.ok(Math.abs(1 / (1 + Math.exp(-free.intercept - (free.weights.x ?? 0))) - 0.25) < 1e-3);
  assert.ok(Math.abs(fitLogistic(rows, 5).weights.x ?? 0) < Math.abs(free.weights.x ?? 0));
});
