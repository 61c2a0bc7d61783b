import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const ROOT = new URL("../../", import.meta.url);
const FOLDERS = ["", "docs/", "data/lexicon/", "models/"];

test("every link from one page of the guide leads to a file that is there", () => {
  const pages = FOLDERS.flatMap((folder) =>
    readdirSync(new URL(folder || ".", ROOT))
      .filter((file) => file.endsWith(".md"))
      .map((file) => `${folder}${file}`),
  );
  const broken = pages.flatMap((page) =>
    [...readFileSync(new URL(page, ROOT), "utf8").matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, target = ""]) => target)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(new URL(target, new URL(page, ROOT))))
      .map((target) => `${page} → ${target}`),
  );
  assert.ok(pages.length > 8);
  assert.deepEqual(broken, []);
});
