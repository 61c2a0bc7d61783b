import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { splitSentences } from "./sentences.ts";

function parts(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** Each case is written with a bar where a sentence ends. */
const CASES: readonly (readonly [name: string, text: string])[] = [
  ["abbreviations", "Mr. Gray met Gen. Hall on Nov. 3 in St. Helier.| He left at 5 p.m. on Friday."],
  ["U.S. before a name", "The U.S. Treasury acted.| So did the U.N. Security Council."],
  ["U.S. at the end", "They flew back to the U.S.| The talks go on in Geneva."],
  ["initials", "J. F. Stone and A. B. Reed spoke.| Nobody answered."],
  ["numbers", "Growth was 3.5 per cent.| Inflation fell to 2.1."],
  ["money", "It cost $1.5bn.| The state paid."],
  ["quotes", "“We agree.”| The minister smiled.| “Good,” he said."],
  ["a question in a quote", '"Is it so?" she asked.| Nobody knew.'],
  ["an exclamation in a quote", '"Stop!" he cried.| They did.'],
  ["brackets", "(He declined to comment.)| The court adjourned."],
  ["note numbers", "He stayed until July 1805. [6]| Then he left.[7]| She did not."],
  ["ellipsis within", "He waited ... and went on."],
  ["number sign", "Resolution No. 1701 was passed.| No. 5 was not.| No.| Nobody came."],
  ["dateline", "MINSK, March 4 (Wire) – The presidents met on Monday.| They signed nothing."],
  [
    "small letters begin sentences",
    "the food was good.| the waiter was not.| we will not come back.| ok then.",
  ],
  ["addresses", "See the pages below.| https://example.org/a| https://example.org/b"],
];
for (const [name, text] of CASES)
  test(name, () => {
    const expected = text.split("|").map((part) => part.trim());
    assert.deepEqual(parts(text.replaceAll("|", "")), expected);
  });

test("blank lines, headlines, bylines and lists end sentences; wrapped lines do not", () => {
  assert.deepEqual(parts("Presidents meet in Minsk\nBy Anna Reed\n\nThe two met.\r\n\r\nThey talked."), [
    "Presidents meet in Minsk",
    "By Anna Reed",
    "The two met.",
    "They talked.",
  ]);
  assert.deepEqual(parts("- wheat\n- oil\n- gas"), ["- wheat", "- oil", "- gas"]);
  const wrapped =
    "The presidents of the two countries met on Monday in the\ncapital and talked about trade for several long hours.";
  assert.deepEqual(parts(wrapped), [wrapped]);
});

test("the date and time of a message stand by themselves", () => {
  assert.deepEqual(parts("Ann Hill 04/26/2001 07:17 AM Will you come?"), [
    "Ann Hill",
    "04/26/2001 07:17 AM",
    "Will you come?",
  ]);
  assert.deepEqual(parts("Sent on 04/26/2001 07:17 AM Please read."), [
    "Sent on 04/26/2001 07:17 AM",
    "Please read.",
  ]);
});

test("a small letter after a stop ends nothing where sentences begin with capitals", () => {
  const text =
    "The firm Yahoo! was sold. It cost approx. five billion. The buyer paid. All agreed. Nobody sued.";
  assert.ok(parts(text).every((part) => /^\p{Lu}/u.test(part)));
});

test("sentences follow one another and hold every character that is not white space", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 120 }),
    fc
      .array(
        fc.constantFrom(
          "Go",
          " ",
          ". ",
          "? ",
          "\n",
          "\r\n",
          "\n\n",
          "mr. ",
          "A. ",
          '" ',
          ") ",
          "\u200b",
          "\udc00",
          "—",
        ),
      )
      .map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      let at = 0;
      for (const { start, end } of splitSentences(text)) {
        assert.ok(start >= at && end > start);
        assert.equal(text.slice(at, start).trim(), "");
        assert.equal(text.slice(start, end), text.slice(start, end).trim());
        at = end;
      }
      assert.equal(text.slice(at).trim(), "");
    }),
    { numRuns: 500, seed: 6 },
  );
});

for (const [name, unit] of [
  ["words", "word "],
  ["stops", "."],
  ["stops and spaces", ". "],
  ["line breaks", "\n"],
  ["spaces", " "],
  ["short lines", "a\n"],
  ["brackets", ".)"],
  ["web addresses", "www."],
  ["quotes", '"'],
  ["dashes", "-"],
  ["notes", ".[1"],
  ["mail", " a@b."],
] as const) {
  test(`300,000 characters of ${name} take no longer than their length`, () => {
    const text = unit.repeat(Math.ceil(300_000 / unit.length));
    const started = performance.now();
    splitSentences(text);
    const milliseconds = performance.now() - started;
    assert.ok(milliseconds < 3000, `${milliseconds} ms`);
  });
}
