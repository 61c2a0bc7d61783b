import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { CLI_PAGE, cliPage } from "../../docs/cli.ts";

test("docs/cli.md tells every command and option as the program has them", () => {
  const page = readFileSync(CLI_PAGE, "utf8");
  assert.ok(page === cliPage(page), "The page is out of date. Renew it with: npx tsx docs/cli.ts --write");
});
