import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { documentOf } from "./document.ts";
import { normaliseText, oneLine } from "./normalise.ts";

/** Text with the characters that give trouble: odd spaces, marks, halves of pairs, combining letters, line ends. */
const ODD_TEXT = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        ..."\ufeff|\u200b|\u00ad|\u00a0|\u202f|\r\n|\r|\n|\u2028|\u2029|\u0085|\ud800|\udc00|e\u0301|\u0301|\u200d|…|“|’|👩‍👩‍👧|\u0000|\v|\f|가|\u1100\u1161|Å|\u212b|\t".split(
          "|",
        ),
      ),
    ),
  )
  .map((parts) => parts.join(""));

test("normalising twice changes nothing more", () => {
  fc.assert(
    fc.property(ODD_TEXT, (text) => {
      const once = normaliseText(text);
      assert.equal(normaliseText(once), once);
    }),
    { seed: 7, numRuns: 2000 },
  );
});

test("what is normalised has no carriage returns, odd spaces, invisible marks or broken pairs", () => {
  fc.assert(
    fc.property(ODD_TEXT, (text) => {
      const once = normaliseText(text);
      assert.doesNotMatch(once, /[\r\u00a0\u200b\u00ad\ufeff\u2028\u0085\0]|\s$/);
      assert.doesNotMatch(once, /\p{Surrogate}/u);
      assert.equal(once, once.normalize("NFC"));
    }),
    { seed: 8, numRuns: 1000 },
  );
});

test("the same words are the same document whatever ends their lines", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (parts) => {
      const lines = parts.map((part) => part.replace(/[\r\n]/g, ""));
      const unix = documentOf({ text: lines.join("\n") });
      for (const end of ["\r\n", "\r", "\u2028"])
        assert.equal(documentOf({ text: lines.join(end) }).id, unix.id);
      assert.equal(documentOf({ text: `\ufeff${lines.join("\r\n")}\r\n` }).id, unix.id);
    }),
    { seed: 9, numRuns: 300 },
  );
});

test("letters, joiners and quotation marks stay as they are", () => {
  assert.equal(normaliseText("“Xi’s” … می‌خواهم 👩‍👧"), "“Xi’s” … می‌خواهم 👩‍👧");
  assert.equal(normaliseText("cafe\u0301"), "café");
  assert.equal(normaliseText("a\u00a0b\u2009c\u3000d"), "a b c d");
  assert.equal(normaliseText("one\u2029two"), "one\n\ntwo");
});

test("a line of metadata has single spaces and is null where empty", () => {
  assert.equal(oneLine("  Two \n\t words\u00a0 "), "Two words");
  assert.equal(oneLine(" \u200b "), null);
  assert.equal(oneLine(undefined), null);
});
