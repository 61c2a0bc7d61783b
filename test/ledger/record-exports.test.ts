import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { DOMParser } from "linkedom";
import type { DocumentRow, StoredEvent, StoredTie } from "../../src/ledger/index.ts";
import { bibtex, cslJson } from "../../src/server/exports/citations.ts";
import { type Cell, csvLine } from "../../src/server/exports/csv.ts";
import { gexf } from "../../src/server/exports/gexf.ts";
import { graphml } from "../../src/server/exports/graphml.ts";
import { networkOf } from "../../src/server/exports/network.ts";
import { writeParquet } from "../../src/server/exports/parquet.ts";
import { documentOfText, eventIn, tieIn } from "./records.ts";

const STANDING = {
  stamp: { coder: "1", lexicon: "a" },
  status: "coded" as const,
  firstSeen: 1,
  lastChanged: 1,
};
const TEXT = documentOfText("Norland lent Sudmark money & <grain>, and Sudmark accused Norland.");
const EVENTS: readonly StoredEvent[] = [
  eventIn(TEXT, "AID", { sources: ["NOR=Norland"], targets: ["SUD=Sudmark"], anchor: "lent" }),
  eventIn(TEXT, "ACCUSE", { sources: ["SUD=Sudmark"], targets: ["NOR=Norland"], anchor: "accused" }),
  eventIn(TEXT, "CONSULT", { symmetric: true, sources: ["NOR=Norland", "SUD=Sudmark"], anchor: "and" }),
  eventIn(TEXT, "AID", { modality: "negated", sources: ["NOR=Norland"], targets: ["EST"], anchor: "money" }),
].map((event, at) => ({ event, story: `s_${at}`, ...STANDING }));
const TIES: readonly StoredTie[] = [{ tie: tieIn(TEXT, "debt", ["SUD", "NOR"]), ...STANDING }];
const NAMES: Readonly<Record<string, string>> = { NOR: 'Nor"land & <Sons>', SUD: "Südmark \u0007" };
const NETWORK = networkOf(EVENTS, TIES, (actor) => NAMES[actor] ?? actor);

/** RFC 4180, read strictly: fields parted by commas, records by CRLF, quotes doubled inside quotes. */
function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    record.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    if (end === "\r\n") {
      records.push(record);
      record = [];
    }
  }
  return records;
}

test("a CSV record reads back as it was written, whatever its cells hold", () => {
  const cell = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom('"', "\r\n", ",", 'a"b,c\r\nd', ""));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
      const [back = [], ...more] = readCsv(csvLine(cells));
      assert.deepEqual(more, []);
      assert.deepEqual(
        back,
        cells.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)),
      );
    }),
    { seed: 21, numRuns: 300 },
  );
});

test("Parquet rows read back with their types", async () => {
  const folder = mkdtempSync(join(tmpdir(), "it's-"));
  const rows: readonly (readonly Cell[])[] = [
    ["a", null, 1.5, true],
    ["O'Dell; “x”", "b", null, null],
  ];
  const path = join(folder, "rows.parquet");
  await writeParquet(path, ["name", "late", "score", "both ways"], rows);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`FROM read_parquet('${path.replaceAll("'", "''")}')`);
  assert.deepEqual(reader.columnNames(), ["name", "late", "score", "both ways"]);
  assert.deepEqual(reader.getRowsJson(), rows);
  connection.closeSync();
  instance.closeSync();
  rmSync(folder, { recursive: true });
});

test("an edge adds up stories in its direction; negated events and strangers add none", () => {
  const edges = NETWORK.edges.map(({ source, target, stories, ties }) => [source, target, stories, ties]);
  assert.deepEqual(edges, [
    ["NOR", "SUD", 2, 0],
    ["SUD", "NOR", 2, 1],
  ]);
});

test("GEXF and GraphML are well-formed XML that names every node and edge once", () => {
  for (const xml of [gexf(NETWORK), graphml(NETWORK)]) {
    const document = new DOMParser().parseFromString(xml, "text/xml");
    assert.equal(wellFormed(xml), true);
    const nodes = [...document.querySelectorAll("node")].map((node) => node.getAttribute("id"));
    assert.deepEqual(nodes, ["NOR", "SUD"]);
    for (const edge of document.querySelectorAll("edge"))
      for (const end of ["source", "target"]) assert.ok(nodes.includes(edge.getAttribute(end)));
    assert.equal(document.querySelectorAll("edge").length, NETWORK.edges.length);
    assert.ok(xml.includes("Nor&quot;land &amp; &lt;Sons&gt;"));
  }
});

/** Whether tags nest, attributes are quoted and nothing unescaped or forbidden stands in text; linkedom is lenient. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  const body = xml.replace(/^<\?xml [^?]*\?>\s*/, "");
  const tag = /<(\/?)([\w.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
  let at = 0;
  while (at < body.length) {
    tag.lastIndex = at;
    const found = tag.exec(body);
    if (found === null) return false;
    const [whole, closes, name = "", attributes = "", alone, text] = found;
    for (const content of [attributes, text ?? ""])
      if (
        /&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(content) ||
        /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/.test(content)
      )
        return false;
    if (text !== undefined) {
      if (open.length === 0 && text.trim() !== "") return false;
    } else if (closes === "/") {
      if (open.pop() !== name) return false;
    } else if (alone !== "/") open.push(name);
    at += whole.length;
  }
  return open.length === 0;
}

test("the check of XML finds what is not well-formed", () => {
  for (const xml of ["<a><b></a></b>", "<a>x & y</a>", '<a b="<"/>', "<a>", "<a/>x", "<a>\u0007</a>"])
    assert.equal(wellFormed(xml), false, xml);
});

const CITED = {
  ...documentOfText("x"),
  title: "100% {of} A&B_C #1 \\ ~ ^ $",
  author: "Ada Example",
  outlet: "The Norland Post",
  url: "https://example.org/a_b?c=1%20&d",
} as unknown as DocumentRow;

test("CSL-JSON says what is known and leaves out what is not", () => {
  const [item, bare] = JSON.parse(
    cslJson([CITED, documentOfText("y", { published: null }) as unknown as DocumentRow]),
  );
  assert.deepEqual(
    [item.type, item.title, item.author, item.issued, item.URL],
    [
      "article-newspaper",
      CITED.title,
      [{ literal: "Ada Example" }],
      { "date-parts": [[2024, 5, 20]] },
      CITED.url,
    ],
  );
  assert.deepEqual(Object.keys(bare), ["id", "type"]);
});

test("BibTeX braces balance and its own signs are escaped", () => {
  const text = bibtex([CITED]);
  const unescaped = text.replace(/\\[{}%&_#$\\]/g, "");
  assert.equal(unescaped.split("{").length, unescaped.split("}").length);
  assert.match(text, /^@misc\{d_[0-9a-f]{12},\n/);
  assert.match(text, /title = \{\{100\\% \\\{of\\\} A\\&B\\_C \\#1/);
  assert.match(text, /year = \{2024\}/);
});
