import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { temporaryFolder } from "../test/cli/folder.ts";
import * as multivector from "./index.ts";

const SOURCE = readFileSync(new URL("./index.ts", import.meta.url), "utf8");
const BLOCK = /\/\*\*(?:(?!\*\/)[\s\S])*?\*\/\s*export (?:type )?\{([^}]*)\}/g;

/** The names that a doc comment stands over, and the code of its example. */
function documented(): { readonly names: string; readonly example: string | null }[] {
  return [...SOURCE.matchAll(BLOCK)].map(([block, names = ""]) => ({
    names: names.replace(/\s+/g, " ").trim(),
    example: /@example\n([\s\S]*?)\*\//.exec(block)?.[1]?.replace(/^ \* ?/gm, "") ?? null,
  }));
}

/** A line that ends in a comment with a value becomes a check that its expression has that value. */
function checked(example: string): string {
  return example.replace(
    /^(.+); \/\/ (.+)$/gm,
    (_line, expression: string, value: string) => `assert.deepEqual(${expression}, ${value});`,
  );
}

test("everything that is exported stands under a doc comment with an example", () => {
  const exports = SOURCE.match(/^export /gm)?.length ?? 0;
  assert.equal(documented().length, exports);
});

for (const { names, example } of documented())
  test(`the example of ${names} runs and says what it does`, async (t) => {
    assert.ok(example !== null, "no example");
    assert.match(example, /; \/\/ /, "the example says no value");
    const folder = temporaryFolder();
    t.after(folder.remove);
    const scope = { ...multivector, assert, temporary: folder.path() };
    const AsyncFunction = (async () => undefined).constructor as FunctionConstructor;
    const run = new AsyncFunction(...Object.keys(scope), checked(example));
    await run(...Object.values(scope));
  });
