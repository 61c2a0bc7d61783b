import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { stripMarkdown } from "./markdown.ts";

const plain = (source: string): string => stripMarkdown(source).text;

test("marks go and words stay", () => {
  const cases: readonly (readonly [source: string, text: string])[] = [
    ["The **two** _states_ *signed* `it`.", "The two states signed it."],
    [
      'See [the deal](https://a.example/x_(y) "t") and [it][1].\n\n[1]: https://a.example',
      "See the deal and it.",
    ],
    ["![map](m.png)\n\nText", "Text"],
    ["5 * 3 and snake_case and a\\*b", "5 * 3 and snake_case and a*b"],
    ["Fish &amp; chips&nbsp;&#8212; done", "Fish & chips — done"],
    ["one\ntwo", "one two"],
    ["one  \ntwo", "one\n\ntwo"],
    ["Title\n=====\ntext", "Title\n\ntext"],
    ["- a\n- b\n  c\n1. d", "a\n\nb c\n\nd"],
    ["> said\n> so", "said so"],
    ["a <b>c</b><br/> d", "a c d"],
    ["***\n\na\n\n---\n\nb", "a\n\nb"],
    ["~~~\ncode\n~~~\ntext", "code\n\ntext"],
    ["| a | b |\n|---|---|\n| c | d |", "a, b\n\nc, d"],
    ["a[^1] b\n\n[^1]: note", "a b\n\nnote"],
    ["a <!-- b\n c --> d <!-- open", "a d <!-- open"],
  ];
  for (const [source, text] of cases) assert.equal(plain(source), text, source);
});

test("the first heading is found", () => {
  assert.equal(stripMarkdown("intro\n\n## The *deal* ##\n\ntext\n\n# Other").heading, "The deal");
  assert.equal(stripMarkdown("text").heading, null);
});

test("plain words are left alone", () => {
  const word = fc.stringMatching(/^[a-zé’]{1,9}$/);
  const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(" ")}.`);
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), (paragraphs) => {
      assert.equal(plain(paragraphs.join("\n\n")), paragraphs.join("\n\n"));
    }),
    { seed: 4, numRuns: 200 },
  );
});

test("any text is read, in time that does not explode", () => {
  for (const piece of ["<!-- ", "*", "_", "![", "[a](", "# ", "`", "| ", "> ", "\\", "&amp"])
    assert.equal(typeof plain(piece.repeat(20_000)), "string", piece);
});
