import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";
import { DOMParser } from "linkedom";
import { multivector, rowsOf } from "./captured.ts";
import { temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();
const LEDGER = folder.path("ledger.duckdb");

before(async () => {
  const input = [
    {
      title: "A & B <train> 100%",
      outlet: "Post",
      date: "2024-06-12",
      text: "Serbia and China held joint military exercises near Nis on June 10.",
    },
    {
      date: "2024-06-13",
      text: "China and Serbia held a joint military exercise near Nis on June 10, 2024.",
    },
    { date: "2022-06-02", text: "Russia condemned Serbia on June 1. Russia did not help Serbia." },
  ];
  const lines = input.map((row) => `${JSON.stringify(row)}\n`).join("");
  const { exitCode, err } = await multivector(["add", "-", "--ledger", LEDGER], { input: lines });
  assert.equal(exitCode, 0, err);
});
after(folder.remove);

function exported(...args: string[]) {
  return multivector(["export", ...args, "--ledger", LEDGER]);
}

test("JSON Lines, CSV and Parquet hold the same records", async () => {
  const rows = rowsOf(await exported("jsonl"));
  const csv = (await exported("csv")).out.trimEnd().split("\r\n");
  assert.equal(csv.length - 1, rows.length);
  const path = folder.path("records.parquet");
  assert.equal((await exported("parquet", "--out", path)).exitCode, 0);
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const read = await connection.runAndReadAll(
    `SELECT id, score FROM '${path}' WHERE record = 'event' ORDER BY id`,
  );
  const events = rows.flatMap(({ event }) =>
    event === undefined ? [] : [event as { id: string; score: number }],
  );
  assert.deepEqual(
    read.getRowObjects(),
    events.map(({ id, score }) => ({ id, score })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
});

test("a filter leaves out what it says, and the count on standard error is of what was written", async () => {
  const ran = await exported("jsonl", "--state", "Serbia", "--between", "RUS", "--modality", "negated");
  const rows = rowsOf(ran);
  assert.ok(rows.length > 0);
  for (const { event } of rows) assert.equal((event as { modality: string }).modality, "negated");
  assert.match(ran.err, new RegExp(`^multivector: ${rows.length} event`));
});

test("the network counts a story once, each way for what is done together, and leaves out what is denied", async () => {
  for (const format of ["gexf", "graphml"]) {
    const xml = (await exported(format)).out;
    const document = new DOMParser().parseFromString(xml, "text/xml");
    const edges = [...document.querySelectorAll("edge")].map((edge) => ({
      pair: `${edge.getAttribute("source")}-${edge.getAttribute("target")}`,
      text: edge.outerHTML,
    }));
    const pairs = edges.map(({ pair }) => pair);
    assert.ok(
      pairs.includes("SRB-CHN") && pairs.includes("CHN-SRB") && pairs.includes("RUS-SRB"),
      `${format}: ${pairs}`,
    );
    assert.ok(!pairs.includes("SRB-RUS"));
    const joint = edges.find(({ pair, text }) => pair === "SRB-CHN" && text.includes("security"));
    assert.match(joint?.text ?? "", /stories"( value="|>)1\b/);
    assert.match(joint?.text ?? "", /cooperation"( value="|>)9\.5\b/);
  }
});

test("documents are cited in BibTeX and CSL-JSON, with nothing a reader would take for a command", async () => {
  const bib = (await exported("bibtex")).out;
  assert.match(bib, /title = \{\{A \\& B <train> 100\\%\}\}/);
  assert.equal(bib.match(/^@misc\{/gm)?.length, 3);
  const csl = JSON.parse((await exported("csl-json")).out) as { title?: string; issued?: unknown }[];
  assert.deepEqual(csl[0]?.issued, { "date-parts": [[2024, 6, 12]] });
  assert.equal(csl.length, 3);
});

test("a folder takes every table, and says how many rows each has", async () => {
  const tables = folder.path("tables");
  const ran = await exported("parquet", "--out", `${tables}/`);
  assert.equal(ran.exitCode, 0, ran.err);
  assert.match(ran.err, /3 rows written to .*documents\.parquet/);
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const read = await connection.runAndReadAll(`SELECT id FROM '${tables}/events.parquet'`);
  assert.equal(read.getRows().length, rowsOf(await exported("jsonl")).filter(({ event }) => event).length);
  for (const args of [["csv"], ["parquet", "--state", "SRB"]]) {
    const refused = await exported(...args, "--out", tables);
    assert.equal(refused.exitCode, 2, refused.err);
    assert.match(refused.err, /folder/);
  }
});

test("a file that cannot be written is said, and Parquet needs one", async () => {
  const nowhere = folder.path("no/such/folder/x.csv");
  const ran = await exported("csv", "--out", nowhere);
  assert.equal(ran.exitCode, 1);
  assert.match(ran.err, /x\.csv cannot be written/);
  const parquet = await exported("parquet");
  assert.equal(parquet.exitCode, 2);
  assert.match(parquet.err, /--out/);
});
