import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { tokenize } from "./tokenizer.ts";

function forms(text: string): string {
  return tokenize(text)
    .map(({ start, end }) => text.slice(start, end))
    .join(" ");
}

const CASES: readonly (readonly [text: string, tokens: string])[] = [
  ["They don't say it's Minsk's.", "They do n't say it 's Minsk 's ."],
  ["I cannot go; you’re gonna stay", "I can not go ; you ’re gon na stay"],
  ["dont im alot", "do nt i m a lot"],
  ["$1.5bn, €300m and US$2 trillion", "$ 1.5 bn , € 300 m and US$ 2 trillion"],
  ["a 12.5% rise to 1,200,000", "a 12.5 % rise to 1,200,000"],
  ["On Nov. 3, Mr. Gray met U.S. envoys", "On Nov. 3 , Mr. Gray met U.S. envoys"],
  ["at 9:30 a.m. on 2024-03-01", "at 9:30 a.m. on 2024-03-01"],
  ["well-known pro-Moscow ex-minister", "well - known pro-Moscow ex-minister"],
  ["the six-year-old's co-workers", "the six - year - old 's co-workers"],
  ["“We’ll see …” – he said", "“ We ’ll see … ” – he said"],
  ['"Enough," she said.', '" Enough , " she said .'],
  ["wait... what?!", "wait ... what ?!"],
  ["see https://example.org/a?b=c, please", "see https://example.org/a?b=c , please"],
  ["mail press@example.org today", "mail press@example.org today"],
  ["report.pdf from example.com.", "report.pdf from example.com ."],
  ["call 555-0142 or 202-555-0142", "call 555-0142 or 202-555-0142"],
  ["the 1990s and the 3rd, 21st", "the 1990s and the 3rd , 21st"],
  ["(Reuters) -- Kyiv", "( Reuters ) -- Kyiv"],
  ["J. F. Kennedy, AT&T and R&D", "J. F. Kennedy , AT&T and R&D"],
  ["O'Neill's d'Estaing", "O'Neill 's d'Estaing"],
  ["The end etc.", "The end etc ."],
  ["fine :) ***", "fine :) ***"],
  ["Лукашенко met 习近平 today", "Лукашенко met 习近平 today"],
  ["#1 of @mfa_by #Belarus", "# 1 of @mfa_by #Belarus"],
];

for (const [text, tokens] of CASES) test(text, () => assert.equal(forms(text), tokens));

test("a full stop at the end of a sentence stands alone but after letters with stops between", () => {
  assert.equal(forms("He works for Acme Inc."), "He works for Acme Inc .");
  assert.equal(forms("He left the U.S."), "He left the U.S.");
});

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        "a",
        "B",
        ".",
        ",",
        "'",
        "’",
        "-",
        "1",
        " ",
        "\n",
        "U.S.",
        "n't",
        "@",
        "\ud800",
        "\u200b",
        "א",
        "$",
        ")",
      ),
    )
    .map((parts) => parts.join("")),
);

test("tokens follow one another and hold every character that is not white space", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let at = 0;
      for (const { start, end } of tokenize(text)) {
        assert.ok(start >= at && end > start && end <= text.length);
        assert.match(text.slice(at, start), /^[\s\u0085]*$/);
        assert.doesNotMatch(text.slice(start, end), /\s/);
        at = end;
      }
      assert.match(text.slice(at), /^[\s\u0085]*$/);
    }),
    { numRuns: 500, seed: 4 },
  );
});

test("a range of a text is parted as if it stood alone", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 20 }),
      fc.constantFrom("He isn't in the U.S. now.", "no end"),
      (before, text) => {
        const whole = `${before} ${text}`;
        const moved = tokenize(whole, before.length + 1).map(({ start, end }) => whole.slice(start, end));
        assert.equal(moved.join(" "), forms(text));
      },
    ),
    { numRuns: 100, seed: 5 },
  );
});

for (const [name, text] of [
  ["letters", "a".repeat(200_000)],
  ["letters and dots", "a.".repeat(100_000)],
  ["words and dots", "ab.".repeat(70_000)],
  ["digits", "1".repeat(200_000)],
  ["digits and dashes", "1-".repeat(100_000)],
  ["at signs", "a@".repeat(100_000)],
  ["apostrophes", "a'".repeat(100_000)],
  ["stops", ".".repeat(200_000)],
  ["hyphenated", "co-".repeat(70_000)],
  ["www", "www.".repeat(50_000)],
  ["underscores", "_".repeat(200_000)],
  ["symbols", "=-*<".repeat(50_000)],
] as const) {
  test(`200,000 characters of ${name} take no longer than their length`, () => {
    const started = performance.now();
    tokenize(text);
    const milliseconds = performance.now() - started;
    assert.ok(milliseconds < 3000, `${milliseconds} ms`);
  });
}
