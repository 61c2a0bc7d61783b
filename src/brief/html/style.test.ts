import assert from "node:assert/strict";
import { test } from "node:test";
import { POWER_COLOURS } from "../figures/style.ts";
import { BRIEF_STYLE } from "./style.ts";

/** Relative luminance after WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = [...BRIEF_STYLE.matchAll(/:root\{([^}]*)\}/g)].map(([, rules = ""]) =>
  Object.fromEntries([...rules.matchAll(/--(\w+):(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value])),
);

test("text stands out from its ground by 4.5 to 1, light, dark and on paper", () => {
  assert.equal(grounds.length, 3);
  for (const ground of grounds)
    for (const ink of ["ink", "muted", "link", "bad", "good"])
      for (const paper of ["paper", "soft"])
        assert.ok(contrast(ground[ink] ?? "", ground[paper] ?? "") >= 4.5, `${ink} on ${paper}`);
});

test("marks of powers stand out from both grounds", () => {
  const [light, dark] = grounds;
  for (const colour of POWER_COLOURS) {
    assert.ok(contrast(colour.light, light?.["paper"] ?? "") >= 4.5, colour.light);
    assert.ok(contrast(colour.dark, dark?.["paper"] ?? "") >= 4.5, colour.dark);
  }
});
