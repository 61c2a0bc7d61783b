import assert from "node:assert/strict";
import { chmodSync, mkdirSync } from "node:fs";
import { test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";
import { openLedger } from "../../src/ledger/index.ts";
import { multivector } from "./captured.ts";
import { DISPATCHES, folderWith } from "./folder.ts";

async function contentOf(path: string) {
  const ledger = await openLedger(path);
  try {
    return { hash: await ledger.hash(), counts: await ledger.counts() };
  } finally {
    await ledger.close();
  }
}

test("documents are stored once, however often they are added", async (t) => {
  const folder = folderWith(t, { ...DISPATCHES, "copy.md": DISPATCHES["exercise.md"] ?? "" });
  const ledger = folder("l.duckdb");
  const first = await multivector(["add", folder(), "--ledger", ledger]);
  assert.equal(first.exitCode, 0, first.err);
  assert.match(first.out, /3 documents stored and 1 stored before/);
  const before = await contentOf(ledger);
  const second = await multivector(["add", folder(), "--ledger", ledger]);
  assert.match(second.out, /4 stored before and left as they are/);
  assert.deepEqual(await contentOf(ledger), before);
});

test("an interrupted run says what it stored, and running it again loses and doubles nothing", async (t) => {
  const folder = folderWith(t, DISPATCHES);
  const [whole, broken] = [folder("whole.duckdb"), folder("broken.duckdb")];
  await multivector([
    "add",
    folder("exercise.md"),
    folder("russia.jsonl"),
    folder("exercise-again.txt"),
    "--ledger",
    whole,
  ]);
  const inputs = [folder("exercise.md"), folder("exercise-again.txt"), folder("russia.jsonl")];
  const stopped = await multivector(["add", ...inputs, "--ledger", broken], {
    terminal: true,
    onError: (_written, interrupt) => interrupt(),
  });
  assert.equal(stopped.exitCode, 130);
  assert.match(stopped.out, /1 document stored.*Interrupted: run the same command again/);
  assert.equal((await contentOf(broken)).counts.documents, 1);
  const resumed = await multivector(["add", ...inputs, "--ledger", broken]);
  assert.equal(resumed.exitCode, 0);
  assert.match(resumed.out, /2 documents stored and 1 stored before/);
  assert.deepEqual(await contentOf(broken), await contentOf(whole));
});

test("what cannot be read is named with a way out, and the rest is stored and counted", async (t) => {
  const folder = folderWith(t, {
    ...DISPATCHES,
    "empty.txt": "",
    "picture.txt": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    "latin.txt": new Uint8Array([
      0x53, 0x65, 0x72, 0x62, 0x69, 0x61, 0x20, 0xe9, 0xe8, 0x20, 0x6d, 0x65, 0x74,
    ]),
    "page.html": "<html><p><div><table><td>",
  });
  const ran = await multivector(["add", folder(), "--ledger", folder("l.duckdb")]);
  assert.equal(ran.exitCode, 1);
  assert.match(ran.out, /3 documents stored.*4 inputs could not be read or coded/);
  for (const says of [
    /empty\.txt holds no text/,
    /picture\.txt is not text but .*PNG/,
    /latin\.txt is not valid UTF-8/,
    /page\.html holds no text/,
  ])
    assert.match(ran.err, says);
});

test("broken HTML with an article in it is read all the same", async (t) => {
  const folder = folderWith(t, {
    "a.html":
      "<html><head><title>Talks in Belgrade</title><body><article><p>Serbia and China signed a trade agreement on July 8, 2024.<p>Serbian President Aleksandar Vucic met Chinese Foreign Minister Wang Yi in Belgrade.<div></span>",
  });
  const ran = await multivector(["add", folder("a.html"), "--ledger", folder("l.duckdb")]);
  assert.equal(ran.exitCode, 0, ran.err);
  assert.match(ran.out, /1 document stored, with [1-9]/);
});

test("a line of 50 MB is refused in words, and the lines around it are stored", async (t) => {
  const line = (text: string) => `${JSON.stringify({ text, date: "2024-07-01" })}\n`;
  const folder = folderWith(t, {
    "a.jsonl": line("Serbia met China.") + line("far ".repeat(13 * 2 ** 20)) + line("Russia met Serbia."),
  });
  const ran = await multivector(["add", folder("a.jsonl"), "--ledger", folder("l.duckdb")]);
  assert.equal(ran.exitCode, 1);
  assert.match(ran.err, /[Ll]ine 2 of .*a\.jsonl is larger than one document may be/);
  assert.match(ran.out, /2 documents stored/);
});

test("a folder that may not be read is named, and the others are", async (t) => {
  if (process.getuid?.() === 0) return t.skip("root may read every folder");
  const folder = folderWith(t, DISPATCHES);
  mkdirSync(folder("locked"));
  chmodSync(folder("locked"), 0);
  const ran = await multivector(["add", folder(), "--ledger", folder("l.duckdb")]);
  chmodSync(folder("locked"), 0o700);
  assert.equal(ran.exitCode, 1);
  assert.match(ran.err, /locked cannot be read: you have no permission/);
  assert.match(ran.out, /3 documents stored/);
});

test("a path that is not there is wrong use, but the others are stored", async (t) => {
  const folder = folderWith(t, DISPATCHES);
  const ran = await multivector([
    "add",
    folder("nothing.txt"),
    folder("exercise.md"),
    "--ledger",
    folder("l.duckdb"),
  ]);
  assert.equal(ran.exitCode, 2);
  assert.match(ran.err, /There is no file or folder .*nothing\.txt/);
  assert.match(ran.out, /1 document stored/);
});

test("a ledger of a newer version is left alone", async (t) => {
  const folder = folderWith(t, DISPATCHES);
  const ledger = folder("l.duckdb");
  await multivector(["add", folder("exercise.md"), "--ledger", ledger]);
  const instance = await DuckDBInstance.create(ledger);
  const connection = await instance.connect();
  await connection.run("UPDATE ledger SET value = '9999' WHERE key = 'schema version'");
  connection.closeSync();
  instance.closeSync();
  const ran = await multivector(["add", folder(), "--ledger", ledger]);
  assert.equal(ran.exitCode, 1);
  assert.match(ran.err, /schema version 9999; this version of Multivector reads up to \d+/);
});

test("a file that is no ledger is not written over", async (t) => {
  const folder = folderWith(t, {
    ...DISPATCHES,
    "notes.duckdb": "My notes, in words, for a long time to come.",
  });
  const ran = await multivector(["add", folder("exercise.md"), "--ledger", folder("notes.duckdb")]);
  assert.equal(ran.exitCode, 1);
  assert.match(ran.err, /notes\.duckdb is not a ledger/);
});
