import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { tieIn } from "../../test/ledger/records.ts";
import type { Observation } from "../vocabulary/index.ts";
import { type Ledger, openLedger, type Vote } from "./index.ts";

let folder: string;
let ledger: Ledger;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "ledger-"));
  ledger = await openLedger(join(folder, "case.duckdb"));
});
after(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

function sourceOf(source: string, fileHash = "f1") {
  return {
    source,
    version: "4.0",
    fileHash,
    title: "Trade of made-up states",
    licence: "CC0",
    citation: "Nobody (2020)",
    coverage: "1990 to 1999",
    url: "https://example.org/trade",
    file: "trade.csv",
    layout: "dyads",
  };
}

function cell(source: string, fields: Partial<Observation> = {}): Observation {
  return {
    series: "exports",
    state: "NOR",
    partner: "SUD",
    period: "1990",
    value: 1.5,
    unit: "USD",
    source,
    version: "4.0",
    row: "1",
    ...fields,
  };
}

test("the same file twice changes nothing", async () => {
  const rows = [
    cell("twice"),
    cell("twice", { period: "1991", row: "2" }),
    cell("twice", { partner: null, row: "3" }),
  ];
  assert.deepEqual(await ledger.addObservations(rows, sourceOf("twice")), {
    added: 3,
    known: 0,
    conflicts: 0,
  });
  const [hash, sources] = [await ledger.hash(), await ledger.sources()];
  assert.deepEqual(await ledger.addObservations(rows, sourceOf("twice")), {
    added: 0,
    known: 3,
    conflicts: 0,
  });
  assert.equal(await ledger.hash(), hash);
  assert.deepEqual(await ledger.sources(), sources);
});

test("rows come back as they were, missing partners, quotes and odd characters included", async () => {
  const rows = [
    cell("odd", { partner: null, value: -0.25, row: "line \"7\"\n'x'" }),
    cell("odd", { state: "Côte d'Ivoire — \u{1f33e}", unit: "O'Neill index", period: "2001-02" }),
  ];
  await ledger.addObservations(rows, sourceOf("odd"));
  const back = (await ledger.observations({ series: ["exports"] })).filter(({ source }) => source === "odd");
  assert.deepEqual(
    back,
    [rows[1], rows[0]].sort((a, b) => (a!.state < b!.state ? -1 : 1)),
  );
});

test("another value for a key under the same version is counted and the first kept", async () => {
  const rows = [
    cell("conflict", { value: 1 }),
    cell("conflict", { value: 2, row: "2" }),
    cell("conflict", { value: 1, row: "3" }),
  ];
  const source = sourceOf("conflict");
  assert.deepEqual(await ledger.addObservations(rows, source), { added: 1, known: 1, conflicts: 1 });
  const revised = [cell("conflict", { value: 7 }), cell("conflict", { value: 7, version: "5.0" })];
  assert.deepEqual(await ledger.addObservations(revised, sourceOf("conflict", "f2")), {
    added: 1,
    known: 0,
    conflicts: 1,
  });
  const values = (await ledger.observations({ state: "NOR", partner: "SUD" })).filter(
    (row) => row.source === "conflict",
  );
  assert.deepEqual(
    values.map(({ value, version }) => [version, value]),
    [
      ["4.0", 1],
      ["5.0", 7],
    ],
  );
});

test("a stream that breaks off stores nothing, and can be given again", async () => {
  async function* broken(): AsyncGenerator<Observation> {
    for (let at = 0; at < 5000; at++) yield cell("broken", { row: String(at), period: String(at) });
    throw new Error("the file ends in the middle");
  }
  await assert.rejects(ledger.addObservations(broken(), sourceOf("broken")), /in the middle/);
  assert.equal(
    (await ledger.observations()).some(({ source }) => source === "broken"),
    false,
  );
  assert.equal(
    (await ledger.sources()).some(({ source }) => source === "broken"),
    false,
  );
  assert.equal((await ledger.addObservations([cell("broken")], sourceOf("broken"))).added, 1);
});

test("sources keep licence, citation, coverage and the file's hash", async () => {
  await ledger.addObservations([cell("kept")], sourceOf("kept"));
  const kept = (await ledger.sources()).find(({ source }) => source === "kept");
  const { firstSeen, lastChanged, ...rest } = kept!;
  assert.deepEqual(rest, { ...sourceOf("kept"), holds: "observations", rows: 1, conflicts: 0 });
  assert.equal(firstSeen, lastChanged);
});

test("observations are found by series, state and partner", async () => {
  const source = sourceOf("found");
  await ledger.addObservations(
    [
      cell("found", { series: "f/imports", state: "EST" }),
      cell("found", { series: "f/arms", state: "EST", partner: null }),
      cell("found", { series: "f/arms", state: "SUD", partner: "EST" }),
    ],
    source,
  );
  const found = async (filter: Parameters<Ledger["observations"]>[0]): Promise<string[]> =>
    (await ledger.observations(filter)).map(({ series, state }) => `${series} ${state}`);
  assert.deepEqual(await found({ state: "EST" }), ["f/arms EST", "f/imports EST"]);
  assert.deepEqual(await found({ series: "f/arms" }), ["f/arms EST", "f/arms SUD"]);
  assert.deepEqual(await found({ series: ["f/arms", "f/imports"], partner: "EST" }), ["f/arms SUD"]);
  assert.deepEqual(await found({ series: [] }), []);
});

const VOTES: readonly Vote[] = [
  { state: "NOR", rollCall: "77001", session: 77, date: "2022-10-12", vote: "yes" },
  { state: "SUD", rollCall: "77001", session: 77, date: "2022-10-12", vote: "abstain" },
  { state: "NOR", rollCall: "78001", session: 78, date: "2023-11-01", year: 2022, vote: "absent" },
];

test("votes are stored once and found by state, day and source", async () => {
  const source = { source: "un", version: "2023", fileHash: "v1" };
  assert.deepEqual(await ledger.addVotes(VOTES, source), { added: 3, known: 0, conflicts: 0 });
  assert.deepEqual(await ledger.addVotes(VOTES, source), { added: 0, known: 3, conflicts: 0 });
  const changed = [{ ...VOTES[0]!, vote: "no" as const }];
  assert.equal((await ledger.addVotes(changed, { ...source, fileHash: "v2" })).conflicts, 1);
  const stamped = VOTES.map((vote) => ({ year: 2022, ...vote, source: "un", version: "2023" }));
  assert.deepEqual(await ledger.votes(), stamped);
  assert.deepEqual(await ledger.votes({ states: ["SUD"] }), [stamped[1]]);
  assert.deepEqual(await ledger.votes({ since: "2023-01-01", until: "2023-12-31" }), [stamped[2]]);
  assert.deepEqual(await ledger.votes({ source: "elsewhere" }), []);
  assert.equal((await ledger.counts()).votes, 3);
});

test("ties of a data set are stored once and stand beside those from texts", async () => {
  const ties = [tieIn(null, "alliance", ["NOR", "SUD"]), tieIn(null, "membership", ["NOR", "UNION"])];
  const source = { source: "atop", version: "5", fileHash: "t1" };
  assert.deepEqual(await ledger.addTies(ties, source), { added: 2, known: 0, conflicts: 0 });
  assert.deepEqual(await ledger.addTies(ties, source), { added: 0, known: 2, conflicts: 0 });
  const changed = [{ ...ties[0]!, level: "defence" }];
  assert.equal((await ledger.addTies(changed, source)).conflicts, 1);
  const [found] = await ledger.ties({ actor: "SUD" });
  assert.deepEqual([found?.tie, found?.stamp], [ties[0], { coder: "atop", lexicon: "5" }]);
});

test("a hundred thousand rows go in within flat memory", async () => {
  function* many(): Generator<Observation> {
    for (let at = 0; at < 100_000; at++)
      yield cell("many", {
        state: `S${at % 200}`,
        period: String(1800 + Math.floor(at / 200)),
        row: String(at),
      });
  }
  const before = process.memoryUsage().rss;
  assert.equal((await ledger.addObservations(many(), sourceOf("many"))).added, 100_000);
  assert.ok(process.memoryUsage().rss - before < 300e6, "less than 300 MB more than before");
});
