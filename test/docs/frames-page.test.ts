import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { FRAMES_PAGE, framesPage } from "../../docs/frames.ts";
import { loadLexicon } from "../../src/events/index.ts";

test("docs/frames.md shows the lexicon as it is", () => {
  assert.ok(
    readFileSync(FRAMES_PAGE, "utf8") === framesPage(loadLexicon()),
    "The page is out of date. Renew it with: npx tsx docs/frames.ts --write",
  );
});

test("every frame stands on the page once, with its example", () => {
  const lexicon = loadLexicon();
  const page = framesPage(lexicon);
  for (const { id, example } of lexicon.frames) {
    assert.equal(page.split(`#### \`${id}\`\n`).length, 2, id);
    assert.ok(page.includes(`> ${example}`), id);
  }
});
