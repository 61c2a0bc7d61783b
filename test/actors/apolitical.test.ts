import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findActors, loadActorTables } from "../../src/actors/index.ts";
import { loadModel, parse } from "../../src/language/index.ts";

test("at most one in fifty sentences on sports, culture and companies gives a state as actor", () => {
  const model = loadModel();
  const tables = loadActorTables();
  const sentences = readFileSync(new URL("apolitical.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  assert.ok(sentences.length >= 500);
  const wrong = sentences.filter((text) =>
    findActors(parse(text, model), { text, published: "2024-06-15" }, tables).some(
      ({ actor, role, sector }) =>
        role === "who" && sector !== "BUS" && tables.kindOf(actor ?? "") === "state",
    ),
  );
  assert.ok(wrong.length <= sentences.length / 50, wrong.join("\n"));
});
