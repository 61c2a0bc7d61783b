import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";
import { documentOfText, eventIn, tieIn } from "../../test/ledger/records.ts";
import { Problem } from "../vocabulary/index.ts";
import { type Ledger, openLedger } from "./index.ts";

const STAMP = { coder: "1.0", lexicon: "aaaa" };
const TEXT = documentOfText("Norland's “envoy”, O'Dell,\nvisited Sudmark.", {
  title: "=1+1",
  published: null,
});
const VISIT = eventIn(TEXT, "CONSULT", {
  sources: ["NOR=Norland"],
  targets: ["SUD=Sudmark"],
  anchor: "visited",
});

let folder: string;
let ledger: Ledger;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "ledger's export-"));
  ledger = await openLedger(join(folder, "case.duckdb"));
  await ledger.add(TEXT, { events: [VISIT], ties: [tieIn(TEXT, "membership", ["NOR", "UNION"])] }, STAMP);
  await ledger.add(
    TEXT,
    { events: [VISIT], ties: [tieIn(TEXT, "membership", ["NOR", "UNION"])] },
    { ...STAMP, coder: "2" },
  );
  await ledger.correct({
    id: "c_1",
    at: "2024-06-01T10:00:00Z",
    by: "analyst",
    on: VISIT.id,
    change: "edit",
    before: { modality: "asserted" },
    after: { modality: "planned" },
    reason: null,
  });
  const cell = {
    series: "exports",
    state: "NOR",
    period: "1990",
    value: 0.1,
    unit: "USD",
    version: "1",
    row: "1",
  };
  await ledger.addObservations(
    [
      { ...cell, partner: "SUD", source: "made-up" },
      { ...cell, partner: null, source: "made-up" },
    ],
    { source: "made-up", version: "1", fileHash: "f" },
  );
  const vote = { state: "NOR", rollCall: "1", session: 1, date: "1990-10-01", vote: "yes" as const };
  await ledger.addVotes([vote], { source: "un", version: "1", fileHash: "v" });
});
after(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

async function readParquet(file: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`FROM read_parquet('${file.replaceAll("'", "''")}')`);
  const rows = reader.getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

test("Parquet tables hold the text and the records as corrected, each row once", async () => {
  const tables = await ledger.exportTables(folder, "parquet");
  assert.deepEqual(Object.fromEntries(tables.map(({ table, rows }) => [table, rows])), {
    documents: 1,
    events: 1,
    ties: 1,
    corrections: 1,
    sources: 2,
    observations: 2,
    votes: 1,
    changes: 5,
  });
  for (const { file, rows } of tables) assert.equal((await readParquet(file)).length, rows);
  const [document] = await readParquet(join(folder, "documents.parquet"));
  assert.deepEqual([document?.text, document?.title, document?.published], [TEXT.text, "=1+1", null]);
  const [event] = await readParquet(join(folder, "events.parquet"));
  assert.deepEqual(
    [event?.modality, event?.status, event?.actors, event?.coder, event?.story],
    ["planned", "edited", ["NOR", "SUD"], "2", (await ledger.events())[0]?.story],
  );
  assert.deepEqual(JSON.parse(String(event?.record)), { ...VISIT, modality: "planned" });
  const observations = await readParquet(join(folder, "observations.parquet"));
  assert.deepEqual(
    observations.map(({ partner, value }) => [partner, value]),
    [
      ["SUD", 0.1],
      [null, 0.1],
    ],
  );
});

test("JSON lines hold the same rows", async () => {
  const tables = await ledger.exportTables(folder, "jsonl");
  for (const { file, rows } of tables) {
    const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
    assert.equal(lines.map((line) => JSON.parse(line) as unknown).length, rows);
  }
  const [line = ""] = readFileSync(join(folder, "events.jsonl"), "utf8").split("\n");
  assert.deepEqual((JSON.parse(line) as { record: unknown }).record, { ...VISIT, modality: "planned" });
});

test("a folder that is not there is named", async () => {
  await assert.rejects(
    ledger.exportTables(join(folder, "none"), "parquet"),
    (error) => error instanceof Problem && error.code === "unreadable" && error.message.includes("none"),
  );
});
