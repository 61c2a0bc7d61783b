import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import fc from "fast-check";
import { documentOfText, eventIn, tieIn } from "../../test/ledger/records.ts";
import { type Correction, Problem, type ProblemCode } from "../vocabulary/index.ts";
import { type Ledger, openLedger, replay, type StoredEvent, undoOf } from "./index.ts";

const STAMP = { coder: "1.0", lexicon: "aaaa" };
const TEXT = documentOfText("Norland lent Sudmark money for a dam.");
const LOAN = eventIn(TEXT, "AID", {
  sources: ["NOR=Norland"],
  targets: ["SUD=Sudmark"],
  anchor: "lent",
  day: "2024-05-01",
});

let folder: string;
let ledger: Ledger;
let number = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "ledger-"));
  ledger = await openLedger(join(folder, "case.duckdb"));
  await ledger.add(TEXT, { events: [LOAN], ties: [tieIn(TEXT, "debt", ["SUD", "NOR"])] }, STAMP);
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

function correction(change: Correction["change"], fields: Partial<Correction> = {}): Correction {
  number += 1;
  return {
    id: `c_${number}`,
    at: "2024-06-01T10:00:00Z",
    by: "analyst",
    on: LOAN.id,
    change,
    before: null,
    after: null,
    reason: null,
    ...fields,
  };
}

function json(value: unknown): Correction["after"] {
  return JSON.parse(JSON.stringify(value)) as Correction["after"];
}

async function only(): Promise<StoredEvent> {
  const events = await ledger.events();
  assert.equal(events.length, 1);
  return events[0] as StoredEvent;
}

function rejectsAs(code: ProblemCode, work: Promise<unknown>): Promise<void> {
  return assert.rejects(
    work,
    (error) => error instanceof Problem && error.code === code && error.hint !== "",
  );
}

test("accepting leaves the record and marks it; rejecting marks it and counts it apart", async () => {
  await ledger.correct(correction("accept"));
  assert.deepEqual([(await only()).status, (await only()).event], ["accepted", LOAN]);
  await ledger.correct(correction("reject"));
  assert.equal((await only()).status, "rejected");
  const { events, ties, rejected, stories } = await ledger.counts();
  assert.deepEqual({ events, ties, rejected, stories }, { events: 0, ties: 1, rejected: 1, stories: 0 });
  assert.equal((await ledger.documents())[0]?.events, 0);
});

test("an edit changes the fields it names, and a filter sees the edited record", async () => {
  const targets = LOAN.targets.map((target) => ({ ...target, actor: "EST" }));
  await ledger.correct(
    correction("edit", { before: json({ targets: LOAN.targets }), after: json({ targets }) }),
  );
  const { event, status, lastChanged, firstSeen } = await only();
  assert.deepEqual(event, { ...LOAN, targets });
  assert.deepEqual([status, firstSeen, lastChanged], ["edited", 1, 2]);
  assert.equal((await ledger.events({ actor: "EST" })).length, 1);
  assert.equal((await ledger.events({ actor: "SUD" })).length, 0);
});

test("an added record stands beside the coded ones", async () => {
  const more = { ...eventIn(TEXT, "CONSULT", { sources: ["NOR=Norland"], anchor: "dam" }), id: "e_by_hand" };
  await ledger.correct(correction("add", { on: more.id, after: json(more) }));
  const added = (await ledger.events()).find(({ event }) => event.id === more.id);
  assert.deepEqual([added?.event, added?.status], [more, "added"]);
  assert.equal((await ledger.counts()).events, 2);
  assert.equal((await ledger.documents())[0]?.events, 2);
  assert.equal((await ledger.events({ ids: [more.id] })).length, 1);
  await rejectsAs("usage", ledger.correct(correction("add", { on: more.id, after: json(more) })));
});

test("coding anew keeps corrections and replays them", async () => {
  await ledger.correct(correction("edit", { after: { modality: "planned" } }));
  await ledger.add(TEXT, { events: [{ ...LOAN, confidence: 0.4 }], ties: [] }, { coder: "2", lexicon: "b" });
  const { event, status, stamp } = await only();
  assert.deepEqual([event.modality, event.confidence, status, stamp.coder], ["planned", 0.4, "edited", "2"]);
});

test("a correction whose record is no longer coded is kept and counted, and comes back with it", async () => {
  await ledger.correct(correction("reject"));
  await ledger.add(TEXT, { events: [], ties: [] }, { coder: "2", lexicon: "b" });
  const counts = await ledger.counts();
  assert.deepEqual([counts.corrections, counts.orphanedCorrections, counts.rejected], [1, 1, 0]);
  assert.deepEqual(await ledger.events(), []);
  await ledger.add(TEXT, { events: [LOAN], ties: [] }, { coder: "3", lexicon: "c" });
  assert.equal((await only()).status, "rejected");
  assert.equal((await ledger.counts()).orphanedCorrections, 0);
});

test("corrections come back in order as they were given, and the same one twice is one", async () => {
  const given = [
    correction("edit", { before: { act: null }, after: { act: "COOPERATE" }, reason: "the loan is in kind" }),
    correction("accept"),
  ];
  for (const one of [...given, given[0] as Correction]) await ledger.correct(one);
  assert.deepEqual(await ledger.corrections(), given);
  const before = await ledger.hash();
  await rejectsAs("usage", ledger.correct({ ...(given[0] as Correction), reason: "other" }));
  assert.equal(await ledger.hash(), before);
});

test("a correction that cannot be replayed is refused and says why", async () => {
  await rejectsAs("not-found", ledger.correct(correction("reject", { on: "e_nowhere" })));
  await rejectsAs("not-found", ledger.correct(correction("reject", { on: TEXT.id })));
  await rejectsAs("broken-data", ledger.correct(correction("edit", { after: { type: "GIVE" } })));
  await rejectsAs("broken-data", ledger.correct(correction("edit", { after: { colour: "red" } })));
  await rejectsAs("broken-data", ledger.correct(correction("edit", { after: { id: "e_other" } })));
  await rejectsAs("broken-data", ledger.correct(correction("accept", { at: "yesterday" })));
  await rejectsAs("not-found", ledger.correct(correction("add", { on: "e_new" })));
  assert.deepEqual(await ledger.corrections(), []);
});

test("undoing restores what was there, and undoing that redoes", async () => {
  const undo = async (): Promise<void> => {
    const history = await ledger.corrections();
    const last = history.at(-1) as Correction;
    await ledger.correct(undoOf(last, history, LOAN, correction("edit")));
  };
  await ledger.correct(correction("edit", { after: { modality: "negated" } }));
  await undo();
  assert.deepEqual([(await only()).event, (await only()).status], [LOAN, "coded"]);
  await undo();
  assert.deepEqual([(await only()).event.modality, (await only()).status], ["negated", "edited"]);
  await ledger.correct(correction("reject"));
  await undo();
  assert.equal((await only()).status, "edited");
});

const changes = fc.array(
  fc.record({
    change: fc.constantFrom("accept" as const, "reject" as const, "edit" as const),
    after: fc.option(
      fc.record({ modality: fc.constantFrom("asserted", "planned"), mode: fc.constantFrom(null, "x") }),
    ),
  }),
  { maxLength: 6 },
);

test("whatever was done before, undoing the last correction leaves what stood before it", () => {
  fc.assert(
    fc.property(changes, changes, (before, [last]) => {
      if (last === undefined) return;
      const history = before.map((fields) => correction(fields.change, fields));
      const done = correction(last.change, last);
      const undone = undoOf(done, [...history, done], LOAN, correction("edit"));
      assert.deepEqual(replay(LOAN, [...history, done, undone]), replay(LOAN, history));
    }),
    { seed: 5, numRuns: 300 },
  );
});
