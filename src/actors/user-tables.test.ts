import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { loadModel, parse } from "../language/index.ts";
import { Problem } from "../vocabulary/index.ts";
import { findActors } from "./find.ts";
import { loadActorTables } from "./tables.ts";

const folder = mkdtempSync(join(tmpdir(), "actors-"));
after(() => rmSync(folder, { recursive: true }));

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test("a user's own actors are found, and shown as theirs", () => {
  const path = written(
    "mine.toml",
    `[[person]]
name = "Ilze Kalnina"
family = "Kalnina"
[[person.office]]
state = "LVA"
role = "ports commissioner"
kind = "other"
sector = "GOV"
since = "2023"

[[group]]
code = "NORTHPORT"
name = "Northport Logistics"
state = "LVA"
sector = "BUS"
`,
  );
  const tables = loadActorTables({ extra: [path] });
  const text = "Ilze Kalnina sued Northport Logistics.";
  const found = findActors(parse(text, loadModel()), { text, published: "2024-05-01" }, tables);
  assert.deepEqual(
    found.map(({ actor, sector, name }) => [actor, sector, name]),
    [
      ["LVA", "GOV", "Ilze Kalnina"],
      ["LVA", "BUS", "Northport Logistics"],
    ],
  );
  for (const { why } of found) assert.ok(why.includes(path), why);
});

test("a file that does not fit is refused with its path and row", () => {
  const path = written(
    "bad.toml",
    `[[group]]\ncode = "X"\nname = "X Group"\nstate = "LVA"\nsector = "NAVY"\n`,
  );
  assert.throws(
    () => loadActorTables({ extra: [path] }),
    (error: unknown) =>
      error instanceof Problem &&
      error.exitCode === 2 &&
      error.message.includes(path) &&
      /group\.0\.sector/.test(error.message),
  );
});

test("a file that is not there is said to be so", () => {
  assert.throws(
    () => loadActorTables({ extra: [join(folder, "none.toml")] }),
    (error: unknown) => error instanceof Problem && error.code === "unreadable",
  );
});
