import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Problem } from "../vocabulary/index.ts";
import { countInputs, type Reading, type ReadOptions, readDocuments } from "./read.ts";

const FIXTURES = fileURLToPath(new URL("../../test/documents", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "documents-"));
after(() => rmSync(folder, { recursive: true }));

async function read(paths: readonly string[], options: Partial<ReadOptions> = {}): Promise<Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of readDocuments(paths, { date: null, ...options })) readings.push(reading);
  return readings;
}

async function* chunksOf(text: string | Uint8Array, size = 5): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** One line per reading: what a person would see of it. */
function seen(reading: Reading): string {
  const at = `${reading.path.slice(reading.path.lastIndexOf("/") + 1)}${reading.line === null ? "" : `:${reading.line}`}`;
  if (reading.is === "problem") return `${at} ${reading.problem.code}`;
  const { title, outlet, author, published, language } = reading.document;
  return `${at} ${[reading.given, title, outlet, author, published, language].join(" | ")}`;
}

test("a folder is read whole, in order, what cannot be read in its place", async () => {
  assert.deepEqual((await read([FIXTURES])).map(seen), [
    "article.md  | Two banks, one bridge | River Post | Ana Petrović, Bo Lin |  | en",
    "blank.txt empty",
    "broken-utf8.txt broken-text",
    "broken.html  | Half a page |  |  | 2023-11-02 | en",
    "dispatch.txt  | Minsk and Astana open a rail link for grain | Northern Desk | Alena Karol and Timur Bek | 2024-07-08 | en",
    "front-matter.txt  | A port, two lenders | Harbour Weekly | Nuno Reis, Lan Tran | 2024-03-12 | en",
    "no-year.txt  | Envoys return to the table | Northern Desk |  |  | en",
    "page.html  | Tbilisi weighs two offers | Caucasus Ledger | Nino Beridze, Levan Gelashvili | 2024-05-06 | en",
    "report.pdf binary",
    "rows.jsonl:1 a1 | Gas | River Post |  | 2024-01-05 | en",
    "rows.jsonl:2 7 |  | Desk |  | 2023-06-04 | en",
    "rows.jsonl:4 broken-data",
    "rows.jsonl:5 broken-data",
    "rows.jsonl:6 empty",
    "rows.jsonl:7 free |  |  |  |  | en",
    "utf-16.txt  |  |  |  |  | und",
    "windows-1251.html  | Minsk |  |  |  | und-Cyrl",
    "zeroes.txt binary",
  ]);
  assert.equal(await countInputs([FIXTURES, "-", "missing"]), 15);
});

test("the text of a file holds its title line, of a page its body alone", async () => {
  const text = async (name: string): Promise<string> => {
    const [reading] = await read([join(FIXTURES, name)]);
    return reading?.is === "document" ? reading.document.text : "";
  };
  assert.match(await text("dispatch.txt"), /^Minsk and Astana open a rail link for grain\n\nBy Alena/);
  assert.match(await text("front-matter.txt"), /^The government in Hanoi/);
  assert.match(
    await text("article.md"),
    /^Two banks, one bridge\n\nThe Serbian government signed a loan for the bridge with a Chinese bank on Tuesday\.\n\n/,
  );
  const page = await text("page.html");
  assert.match(page, /^Georgia is weighing.*drafts\.\n\nA consortium/);
  assert.doesNotMatch(page, /Home|Photograph|track|Copyright|Read next|\u00a0/);
  assert.match(page, /minister said\.\n\nHe gave no date/);
});

test("standard input tells its form by its beginning", async () => {
  const cases: readonly (readonly [input: string, seen: string])[] = [
    ['{"id": "x", "text": "Riga waits.", "date": "2024-01-05"}\n', "-:1 x |  |  |  | 2024-01-05 | und"],
    ["<!DOCTYPE html><title>A page</title><p>Riga waits.", "-  | A page |  |  |  | und"],
    ["---\ntitle: T\n---\nRiga waits.", "-  | T |  |  |  | und"],
    ["Riga waits.", "-  |  |  |  |  | und"],
    ["", "- empty"],
  ];
  for (const [input, line] of cases)
    assert.deepEqual((await read(["-"], { input: chunksOf(input) })).map(seen), [line], input);
  assert.deepEqual(await codes(["-"]), ["usage"]);
  assert.deepEqual(
    (await read(["-"], { input: chunksOf('{"text": "as text"}'), format: "text", date: "2020-02-29" })).map(
      seen,
    ),
    ["-  |  |  |  | 2020-02-29 | en"],
  );
});

async function codes(paths: readonly string[], options: Partial<ReadOptions> = {}): Promise<string[]> {
  return (await read(paths, options)).map((reading) =>
    reading.is === "problem" ? reading.problem.code : "read",
  );
}

test("lines of JSON keep their numbers whatever the chunks, ends and marks", async () => {
  const lines = [
    '\ufeff{"text": "One ü."}',
    "",
    "nonsense",
    '{"text": "Two."}',
    '{"id": "last", "text": "Three."}',
  ];
  for (const end of ["\n", "\r\n"])
    for (const size of [1, 3, 1000]) {
      const readings = await read(["-"], { input: chunksOf(lines.join(end), size), format: "jsonl" });
      assert.deepEqual(
        readings.map((reading) => [
          reading.line,
          reading.is === "document" ? reading.document.text : reading.problem.code,
        ]),
        [
          [1, "One ü."],
          [3, "broken-data"],
          [4, "Two."],
          [5, "Three."],
        ],
      );
    }
  const wide = Buffer.from(lines.join("\n"), "utf16le");
  assert.deepEqual(await codes(["-"], { input: chunksOf(wide, 7) }), ["read", "broken-data", "read", "read"]);
});

test("one JSON value over several lines is one problem", async () => {
  for (const input of ['{\n  "text": "One."\n}', '[{"text": "One."}]', '[\n{"text": "One."}\n]'])
    assert.deepEqual(await codes(["-"], { input: chunksOf(input), format: "jsonl" }), ["broken-data"], input);
});

test("a line or file over the limit is refused without keeping it, and the rest is read", async () => {
  let made = 0;
  async function* flood(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('{"text": "Before."}\n{"text": "');
    for (const block = Buffer.alloc(1_048_576, "a"); made < 50; made++) yield block;
    yield Buffer.from('"}\n{"text": "After."}');
  }
  const readings = await read(["-"], { input: flood() });
  assert.deepEqual(
    readings.map((reading) => [reading.line, reading.is === "problem" ? reading.problem.message : "read"]),
    [
      [1, "read"],
      [2, "Line 2 of standard input is larger than one document may be: 50 MB against a limit of 16 MB."],
      [3, "read"],
    ],
  );
  assert.equal(made, 50);
  assert.deepEqual(await codes([join(FIXTURES, "page.html")], { limitBytes: 1000 }), ["too-large"]);
});

test("missing files, loops of links and odd files are problems, not hangs", async () => {
  mkdirSync(join(folder, "loop/inner"), { recursive: true });
  symlinkSync(join(folder, "loop"), join(folder, "loop/inner/back"));
  symlinkSync("self", join(folder, "loop/self"));
  symlinkSync("gone", join(folder, "loop/dangling"));
  writeFileSync(join(folder, "loop/inner/one.txt"), "Riga waits.");
  writeFileSync(join(folder, "loop/.hidden"), "Not read.");
  writeFileSync(join(folder, "loop/no-extension"), "Tallinn waits.");
  assert.deepEqual(
    (await read([join(folder, "loop"), join(folder, "gone.txt"), join(FIXTURES, "page.html/x")])).map(seen),
    [
      "dangling not-found",
      "one.txt  |  |  |  |  | und",
      "no-extension  |  |  |  |  | und",
      "self unreadable",
      "gone.txt not-found",
      "x not-found",
    ],
  );
});

test("a file without permission is unreadable", {
  skip: process.getuid?.() === 0 && "root may read everything",
}, async () => {
  const path = join(folder, "closed.txt");
  writeFileSync(path, "Riga waits.", { mode: 0 });
  assert.deepEqual(await codes([path]), ["unreadable"]);
});

test("a fallback date that is no day is wrong use", async () => {
  await assert.rejects(
    read([FIXTURES], { date: "2024-02-31" }),
    (error) => error instanceof Problem && error.code === "usage" && error.exitCode === 2,
  );
});

test("stopping early closes the input", async () => {
  let closed = false;
  async function* endless(text: string): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield Buffer.from(text);
    } finally {
      closed = true;
    }
  }
  for await (const reading of readDocuments(["-"], {
    date: null,
    input: endless('{"text": "Riga waits."}\n'),
  })) {
    assert.equal(reading.is, "document");
    break;
  }
  assert.equal(closed, true);
  closed = false;
  assert.deepEqual(await codes(["-"], { input: endless("%PDF-1.7") }), ["binary"]);
  assert.equal(closed, true);
  closed = false;
  assert.deepEqual(await codes(["-"], { input: endless("Riga waits. "), limitBytes: 9000 }), ["too-large"]);
  assert.equal(closed, true);
});
