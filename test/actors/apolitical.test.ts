import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findActors, loadActorTables } from "../../src/actors/index.ts";
import { loadModel, parse } from "../../src/language/index.ts";

const model = loadModel();
const tables = loadActorTables();

function sentencesOf(file: string): string[] {
  return readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function givesState(text: string): boolean {
  return findActors(parse(text, model), { text, published: "2024-06-15" }, tables).some(
    ({ actor, role }) => role === "who" && tables.kindOf(actor ?? "") === "state",
  );
}

test("at most one in fifty sentences on sports, culture and companies gives a state as actor", () => {
  const sentences = sentencesOf("apolitical.txt");
  assert.ok(sentences.length >= 500);
  const wrong = sentences.filter(givesState);
  assert.ok(wrong.length <= sentences.length / 50, wrong.join("\n"));
});

test("at most one in nine harder ones gives a state as actor", () => {
  const sentences = sentencesOf("unseen-apolitical.txt");
  assert.ok(sentences.length >= 100);
  const wrong = sentences.filter(givesState);
  assert.ok(wrong.length <= sentences.length / 9, wrong.join("\n"));
});

test("six in seven political sentences that sound like sports and culture give a state as actor", () => {
  const sentences = sentencesOf("unseen-political.txt");
  assert.ok(sentences.length >= 100);
  const missed = sentences.filter((text) => !givesState(text));
  assert.ok(missed.length <= sentences.length / 7, missed.join("\n"));
});
