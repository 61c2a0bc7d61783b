import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { documentOfText, eventIn, tieIn } from "../../test/ledger/records.ts";
import { Problem } from "../vocabulary/index.ts";
import { type Ledger, openLedger } from "./index.ts";

const FIRST = { coder: "1.0", lexicon: "aaaa" };
const SECOND = { coder: "1.1", lexicon: "bbbb" };
const VISIT = documentOfText("Norland's envoy visited Sudmark on Monday.");
const LOAN = documentOfText("Sudmark lent Norland money for a bridge.", { published: null });

let folder: string;
let ledger: Ledger;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "ledger-"));
  ledger = await openLedger(join(folder, "case.duckdb"));
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

function visit(fields: Parameters<typeof eventIn>[2] = {}): ReturnType<typeof eventIn> {
  return eventIn(VISIT, "CONSULT", {
    sources: ["NOR=Norland"],
    targets: ["SUD=Sudmark"],
    anchor: "visited",
    day: "2024-05-20",
    ...fields,
  });
}

function loan(): ReturnType<typeof eventIn> {
  return eventIn(LOAN, "AID", { sources: ["SUD=Sudmark"], targets: ["NOR=Norland"], anchor: "lent" });
}

test("a document comes back as it was stored, by its id or a beginning of it", async () => {
  assert.equal(await ledger.add(VISIT, { events: [visit()], ties: [] }, FIRST), "added");
  assert.deepEqual(await ledger.document(VISIT.id), VISIT);
  assert.deepEqual(await ledger.document(VISIT.id.slice(0, 10)), VISIT);
  assert.deepEqual(await ledger.document(VISIT.id.slice(2, 10)), VISIT);
  assert.equal(await ledger.document("d_ffffffffffffffff"), null);
  assert.equal(await ledger.document(""), null);
});

test("records come back to the last field, with who coded them and when they were first seen", async () => {
  const tie = tieIn(VISIT, "membership", ["NOR", "UNION"]);
  await ledger.add(VISIT, { events: [visit()], ties: [tie] }, FIRST);
  const [stored] = await ledger.events();
  assert.deepEqual(stored?.event, visit());
  assert.deepEqual([stored?.stamp, stored?.status], [FIRST, "coded"]);
  assert.deepEqual([stored?.firstSeen, stored?.lastChanged], [1, 1]);
  assert.match(stored?.story ?? "", /^s_[0-9a-f]{16}$/);
  assert.deepEqual(
    (await ledger.ties()).map((row) => row.tie),
    [tie],
  );
});

test("the same document twice is stored once", async () => {
  await ledger.add(VISIT, { events: [visit()], ties: [] }, FIRST);
  const before = await ledger.hash();
  assert.equal(await ledger.has(VISIT.id, FIRST), true);
  assert.equal(await ledger.add(VISIT, { events: [visit()], ties: [] }, FIRST), "known");
  assert.equal(await ledger.hash(), before);
  assert.equal((await ledger.counts()).events, 1);
});

test("another coder's records replace the earlier ones, which keep when they were first seen", async () => {
  await ledger.add(VISIT, { events: [visit()], ties: [] }, FIRST);
  assert.equal(await ledger.has(VISIT.id, SECOND), false);
  const other = eventIn(VISIT, "AGREE", { sources: ["NOR=Norland"], anchor: "envoy" });
  assert.equal(
    await ledger.add(VISIT, { events: [visit({ confidence: 0.5 }), other], ties: [] }, SECOND),
    "recoded",
  );
  const events = await ledger.events();
  assert.deepEqual(
    events.map(({ event, firstSeen, lastChanged, stamp }) => [
      event.type,
      firstSeen,
      lastChanged,
      stamp.coder,
    ]),
    [
      ["AGREE", 2, 2, "1.1"],
      ["CONSULT", 1, 2, "1.1"],
    ],
  );
  assert.equal(events[1]?.event.confidence, 0.5);
  assert.equal((await ledger.documents())[0]?.events, 2);
});

test("a date that the stored document lacked is taken up, and the records that hang on it", async () => {
  await ledger.add(LOAN, { events: [loan()], ties: [] }, FIRST);
  assert.equal((await ledger.counts()).undatedDocuments, 1);
  const dated = { ...LOAN, published: "2024-03-01", outlet: "The Norland Post" };
  assert.equal(await ledger.has(dated, FIRST), false);
  assert.equal(await ledger.add(dated, { events: [loan()], ties: [] }, FIRST), "recoded");
  assert.deepEqual(await ledger.document(LOAN.id), dated);
  assert.equal(await ledger.has(LOAN, FIRST), true, "a document that says less brings nothing");
  assert.equal((await ledger.counts()).undatedDocuments, 0);
});

test("records are found by document, actor and id", async () => {
  await ledger.add(VISIT, { events: [visit()], ties: [] }, FIRST);
  const third = documentOfText("Norland accused Estmark of spying.");
  const accusation = eventIn(third, "ACCUSE", { sources: ["NOR=Norland"], targets: ["EST=Estmark"] });
  await ledger.add(third, { events: [accusation], ties: [] }, FIRST);
  const found = async (filter: Parameters<Ledger["events"]>[0]): Promise<string[]> =>
    (await ledger.events(filter)).map(({ event }) => event.type);
  assert.deepEqual(await found({ actor: "NOR" }), ["CONSULT", "ACCUSE"]);
  assert.deepEqual(await found({ actor: "EST" }), ["ACCUSE"]);
  assert.deepEqual(await found({ document: VISIT.id }), ["CONSULT"]);
  assert.deepEqual(await found({ ids: [accusation.id, "e_none"] }), ["ACCUSE"]);
  assert.deepEqual(await found({ ids: [] }), []);
  const many = Array.from({ length: 5000 }, (_, at) => `e_${at}`);
  assert.deepEqual(await found({ ids: [...many, accusation.id] }), ["ACCUSE"]);
  assert.deepEqual(await found({ actor: "NOR", document: third.id }), ["ACCUSE"]);
});

test("a record of another document is refused and nothing is stored", async () => {
  await assert.rejects(
    ledger.add(LOAN, { events: [visit()], ties: [] }, FIRST),
    (error) => error instanceof Problem && error.code === "broken-data",
  );
  assert.equal((await ledger.counts()).documents, 0);
});

test("writes begun at once are all stored", async () => {
  const documents = Array.from({ length: 20 }, (_, at) =>
    documentOfText(`Norland met Sudmark, round ${at}.`),
  );
  await Promise.all(
    documents.map((document) =>
      ledger.add(document, { events: [eventIn(document, "CONSULT")], ties: [] }, FIRST),
    ),
  );
  assert.equal((await ledger.counts()).events, 20);
  assert.deepEqual(
    (await ledger.changes()).map(({ seq }) => seq),
    Array.from({ length: 20 }, (_, at) => at + 1),
  );
});

test("the hash tells what is held, not in which order it came", async () => {
  const other = await openLedger(join(folder, "other.duckdb"));
  try {
    await ledger.add(VISIT, { events: [visit()], ties: [] }, FIRST);
    await ledger.add(LOAN, { events: [loan()], ties: [] }, FIRST);
    await other.add(LOAN, { events: [loan()], ties: [] }, FIRST);
    assert.notEqual(await ledger.hash(), await other.hash());
    await other.add(VISIT, { events: [visit()], ties: [] }, FIRST);
    assert.equal(await ledger.hash(), await other.hash());
  } finally {
    await other.close();
  }
});

test("what was stored is there when the file is opened again", async () => {
  await ledger.add(VISIT, { events: [visit()], ties: [] }, FIRST);
  const hash = await ledger.hash();
  await ledger.close();
  ledger = await openLedger(join(folder, "case.duckdb"), { readonly: true });
  assert.equal(await ledger.hash(), hash);
  assert.equal((await ledger.events())[0]?.story, (await ledger.events())[0]?.story);
  await assert.rejects(ledger.add(LOAN, { events: [], ties: [] }, FIRST), Problem);
});
