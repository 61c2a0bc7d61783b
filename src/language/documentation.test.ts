import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const guide = readFileSync(new URL("../../docs/language.md", import.meta.url), "utf8");
const examples = [...guide.matchAll(/^## (.+)\n[\s\S]*?```ts\n([\s\S]*?)```/gm)];

test("every section of the guide has an example", () => {
  assert.equal(examples.length, guide.match(/^## /gm)?.length);
});

for (const [, title = "", code = ""] of examples) {
  test(`the example of "${title}" runs`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "language-guide-"));
    try {
      const file = join(folder, "example.mts");
      const index = new URL("./index.ts", import.meta.url).href;
      writeFileSync(file, code.replaceAll("multivector/language", index));
      await import(pathToFileURL(file).href);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
