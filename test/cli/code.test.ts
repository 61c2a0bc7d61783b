import assert from "node:assert/strict";
import { test } from "node:test";
import { Event, Tie } from "../../src/vocabulary/index.ts";
import { multivector, rowsOf } from "./captured.ts";
import { DISPATCHES, folderWith } from "./folder.ts";

const LINE = JSON.stringify({
  id: "wire-7",
  date: "2024-07-10",
  text: "Serbia and China held joint military exercises on July 8. Serbia joined the Shanghai Cooperation Organisation last month.",
});

test("a JSONL stream comes out as records that fit their schemas and echo its ids", async () => {
  const ran = await multivector(["code", "-"], { input: `${LINE}\n` });
  const rows = rowsOf(ran);
  assert.equal(ran.exitCode, 0);
  assert.ok(rows.length >= 2, ran.out);
  for (const row of rows) {
    assert.equal(row.document, "wire-7");
    if ("kind" in row) Tie.parse(row);
    else Event.parse(row);
  }
  assert.ok(rows.some((row) => row.type === "COOPERATE"));
  assert.ok(rows.some((row) => row.kind === "membership"));
});

test("bad lines are named and counted, good ones coded", async () => {
  const input = Buffer.concat([
    Buffer.from(`{"id": 1, "text": \n${LINE}\n{"id": 2}\n`),
    Buffer.from([0x7b, 0xff, 0xfe, 0x0a]),
  ]);
  const ran = await multivector(["code", "-"], { input });
  assert.equal(ran.exitCode, 1);
  assert.ok(rowsOf(ran).length >= 2);
  assert.match(ran.err, /[Ll]ine 1 of standard input is not JSON/);
  assert.match(ran.err, /[Ll]ine 3 of standard input has no "text"/);
  assert.match(ran.err, /[Ll]ine 4 of standard input is not valid UTF-8/);
  assert.match(ran.err, /3 inputs could not be read or coded/);
});

test("an event keeps its id whether its document came by stream or by file", async (t) => {
  const folder = folderWith(t, { "a.jsonl": `${LINE}\n`, "b.jsonl": `${LINE.replace("wire-7", "other")}\n` });
  const [a, b] = [
    await multivector(["code", folder("a.jsonl")]),
    await multivector(["code", folder("b.jsonl")]),
  ];
  assert.deepEqual(
    rowsOf(a).map(({ id }) => id),
    rowsOf(b).map(({ id }) => id),
  );
});

test("a table is no wider than the terminal, CSV has a column for every field", async (t) => {
  const folder = folderWith(t, DISPATCHES);
  const table = await multivector(["code", folder(), "--format", "table"]);
  assert.equal(table.exitCode, 0);
  assert.ok(table.out.split("\n").every((line) => [...line].length <= 100));
  assert.match(table.out, /2024-06-10 +COOPERATE +SRB – CHN/);
  const csv = await multivector(["code", folder(), "--format", "csv"]);
  const [header = "", ...lines] = csv.out.trimEnd().split("\r\n");
  assert.match(header, /^record,id,document,type,/);
  assert.equal(lines.length, rowsOf(await multivector(["code", folder()])).length);
});

test("--explain shows tree, actors, records and the frames that were tried", async (t) => {
  const folder = folderWith(t, { "a.txt": "Serbia refused to recognise Kosovo.\n" });
  const { out, exitCode } = await multivector(["code", folder("a.txt"), "--explain"]);
  assert.equal(exitCode, 0);
  for (const part of ["Tree", "Actors", "Records", "Frames that fired", "Frames that did not", "SRB"])
    assert.ok(out.includes(part), part);
});

test("a person who pipes nothing is told so, instead of waiting forever", async () => {
  const ran = await multivector(["code"]);
  assert.equal(ran.exitCode, 2);
  assert.match(ran.err, /Nothing is piped/);
});

test("a day that is not in the calendar is wrong use", async () => {
  const ran = await multivector(["code", "-", "--date", "2024-02-30"], { input: LINE });
  assert.equal(ran.exitCode, 2);
  assert.match(ran.err, /a day of the calendar/);
});
