import assert from "node:assert/strict";
import { test } from "node:test";
import { field, splitFrontMatter } from "./front-matter.ts";

test("a fenced block is taken off and its values read", () => {
  const { matter, body } = splitFrontMatter(
    '---\r\nTitle: "A: \\"B\\""\r\nsource: Post # the paper\r\nauthors:\r\n  - Ann Lee\r\n  - Bo Lin\r\ntags: [a, b]\r\n---\r\n\r\nText.',
  );
  assert.equal(field(matter, "title"), 'A: "B"');
  assert.equal(field(matter, "outlet"), "Post");
  assert.equal(field(matter, "author"), "Ann Lee, Bo Lin");
  assert.equal(field(matter, "date"), null);
  assert.equal(body.trim(), "Text.");
});

test("lines of known names at the top need no fence", () => {
  const { matter, body } = splitFrontMatter("Title: A port\nDate: 2024-01-02\n\nText: more.");
  assert.deepEqual(
    [...matter],
    [
      ["title", "A port"],
      ["date", "2024-01-02"],
    ],
  );
  assert.equal(body, "\nText: more.");
});

test("text that only looks like it is left whole", () => {
  for (const text of [
    "---\n\nA text under a rule that never closes",
    "Minsk: a city\n\nText",
    "Title: it is all one line",
    "Title: A\nand the sentence goes on\n\nText",
    "",
  ])
    assert.equal(splitFrontMatter(text).body, text, text);
});
