import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { z } from "zod";

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../data/language/${name}.json`, import.meta.url), "utf8"));
}

const words = z.array(z.string().regex(/^\S+$/)).refine((list) => new Set(list).size === list.length, {
  message: "A word stands twice.",
});
const small = words.refine((list) => list.every((word) => word === word.toLowerCase()), {
  message: "A word has a capital.",
});

test("abbreviations", () => {
  z.strictObject({
    note: z.string(),
    names: small,
    others: small,
    starters: small,
    beforeNumbers: small,
    words: small,
  }).parse(read("abbreviations"));
});

test("splitting", () => {
  const { parted } = z
    .strictObject({
      note: z.string(),
      prefixes: small,
      parted: z.record(z.string().regex(/^[a-z]+$/), z.int().positive()),
      units: small,
      endings: small,
      farewells: words,
    })
    .parse(read("splitting"));
  for (const [word, letters] of Object.entries(parted)) assert.ok(letters < word.length, word);
});

test("verb endings", () => {
  z.record(z.string(), z.array(z.string().min(1))).parse(read("verb-endings"));
});
