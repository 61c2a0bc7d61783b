import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { before, describe, test } from "node:test";
import { loadActorTables } from "../../src/actors/index.ts";
import { type Reading, readDocuments } from "../../src/documents/index.ts";
import { type Coded, type Coder, codeDocument, loadLexicon } from "../../src/events/index.ts";
import { loadModel } from "../../src/language/index.ts";
import { type Document, MODALITIES } from "../../src/vocabulary/index.ts";
import { tellingEvent, tellingTie } from "./telling.ts";

const EXAMPLES = new URL("../../examples", import.meta.url).pathname;
const GOLDENS = new URL("goldens/", import.meta.url);
const UPDATE = process.env["UPDATE_GOLDENS"] === "1";

interface Example {
  readonly name: string;
  readonly document: Document;
  readonly coded: Coded;
}

describe("the example dispatches", () => {
  const readings: Reading[] = [];
  const examples: Example[] = [];

  before(async () => {
    const coder: Coder = { model: loadModel(), tables: loadActorTables(), lexicon: loadLexicon() };
    for await (const reading of readDocuments([EXAMPLES], { date: null })) {
      readings.push(reading);
      if (reading.is === "problem") continue;
      const { path, given, document } = reading;
      examples.push({ name: given ?? basename(path), document, coded: codeDocument(document, coder) });
    }
  });

  test("all can be read, and each but one has its date, title and outlet", () => {
    assert.deepEqual(
      readings.filter(({ is }) => is === "problem"),
      [],
    );
    const undated = examples.filter(({ document }) => document.published === null);
    assert.deepEqual(
      undated.map(({ name }) => name),
      ["undated-note-on-belarusian-debts.txt"],
    );
    for (const { name, document } of examples) {
      assert.ok(document.title !== null, name);
      assert.ok(document.outlet !== null || document.published === null, name);
    }
  });

  test("every span holds the words it says it holds", () => {
    for (const { name, document, coded } of examples) {
      const records = [...coded.events, ...coded.ties];
      const spans = records.flatMap((record) => [
        ...("parties" in record ? record.parties : [...record.sources, ...record.targets]),
        ...(record.attribution === null ? [] : [record.attribution]),
        ...(record.evidence === null ? [] : [record.evidence.anchor]),
        ...record.quantities,
      ]);
      for (const { text, start, end } of spans) assert.equal(document.text.slice(start, end), text, name);
    }
  });

  test("together they have every modality, and those that are undated resolve no relative date", () => {
    const found = new Set(examples.flatMap(({ coded }) => coded.events.map(({ modality }) => modality)));
    assert.deepEqual(
      [...MODALITIES].filter((modality) => !found.has(modality)),
      [],
    );
    for (const { name, document, coded } of examples) {
      if (document.published !== null) continue;
      for (const { date } of coded.events)
        assert.ok(
          date === null || (date.start === null && date.end === null) || /\d{4}/.test(date.text ?? ""),
          `${name}: "${date?.text}" is ${date?.start} to ${date?.end}`,
        );
    }
  });

  test("each comes out as its golden says", () => {
    const wanted = new Set<string>();
    for (const { name, coded } of examples) {
      const file = new URL(`${name}.jsonl`, GOLDENS);
      wanted.add(`${name}.jsonl`);
      const lines = [...coded.events.map(tellingEvent), ...coded.ties.map(tellingTie)];
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
      if (UPDATE) writeFileSync(file, text);
      assert.ok(
        existsSync(file),
        `${name} has no golden. Write it: UPDATE_GOLDENS=1 npx tsx test/run.ts test/examples`,
      );
      assert.equal(readFileSync(file, "utf8"), text, name);
    }
    const stale = readdirSync(GOLDENS).filter((file) => !wanted.has(file));
    if (UPDATE) for (const file of stale) rmSync(new URL(file, GOLDENS));
    else assert.deepEqual(stale, [], "goldens of dispatches that are gone");
  });
});
