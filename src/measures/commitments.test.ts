import assert from "node:assert/strict";
import { test } from "node:test";
import { type EventParts, sampleEvent, sampleTie, type TieParts } from "../../test/brief/sample-records.ts";
import { type Commitment, commitmentsOf } from "./commitments.ts";

function commitments(
  ties: readonly TieParts[],
  events: readonly EventParts[] = [],
  state = "BLR",
): Commitment[] {
  return commitmentsOf(
    ties.map((parts, at) => sampleTie(String(at), parts)),
    events.map((parts, at) => sampleEvent(String(at), parts)),
    state,
    ["RUS", "CHN"],
  );
}

const DEFENCE: TieParts = {
  kind: "obligation",
  parties: "BLR RUS CSTO",
  level: "defence",
  claim: "Article 4, Collective Security Treaty: help is owed",
};
const ATTACK: EventParts = { type: "ASSAULT", from: "UKR", to: "RUS", on: "2024-08-06" };

test("help that a text denies is a breach, with the attack beside it", () => {
  const [found] = commitments(
    [DEFENCE],
    [{ type: "AID", from: "BLR", to: "RUS", modality: "negated", on: "2024-08-20" }, ATTACK],
  );
  assert.equal(found?.kept, "not honoured");
  assert.deepEqual(
    found?.evidence.map(({ type, modality }) => [type, modality]),
    [
      ["ASSAULT", "asserted"],
      ["AID", "negated"],
    ],
  );
});

test("help denied to the organisation, or a call for help turned down, is a breach too", () => {
  assert.equal(
    commitments([DEFENCE], [{ type: "AID", from: "BLR", to: "CSTO", modality: "negated", on: null }])[0]
      ?.kept,
    "not honoured",
  );
  assert.equal(
    commitments([DEFENCE], [{ type: "REJECT", mode: "assist", from: "BLR", to: "RUS" }])[0]?.kept,
    "not honoured",
  );
});

test("an ally that leaves the state alone breaks it as well", () => {
  const [found] = commitments(
    [{ ...DEFENCE, parties: "ARM RUS CSTO" }],
    [
      { type: "ASSAULT", from: "AZE", to: "ARM", on: "2022-09-13" },
      { type: "AID", from: "CSTO", to: "ARM", modality: "negated", on: "2022-09-20" },
    ],
    "ARM",
  );
  assert.equal(found?.kept, "not honoured");
});

test("help given after an attack honours it; help given without one shows nothing", () => {
  const help: EventParts = { type: "AID", from: "BLR", to: "RUS", on: "2024-08-10" };
  assert.equal(commitments([DEFENCE], [ATTACK, help])[0]?.kept, "honoured");
  assert.equal(commitments([DEFENCE], [help])[0]?.kept, "unknown");
  assert.equal(commitments([DEFENCE], [ATTACK, { ...help, on: "2024-08-01" }])[0]?.kept, "unknown");
  assert.equal(commitments([DEFENCE], [ATTACK, { ...help, about: ["economic"] }])[0]?.kept, "unknown");
});

test("texts that say both leave it disputed", () => {
  const [found] = commitments(
    [DEFENCE],
    [
      ATTACK,
      { type: "AID", from: "BLR", to: "RUS", on: "2024-08-10" },
      { type: "AID", from: "BLR", to: "RUS", on: "2024-08-12", modality: "negated" },
    ],
  );
  assert.equal(found?.kept, "disputed");
});

test("a loan refused is no breach of a defence obligation, nor is what happened before it began", () => {
  assert.equal(
    commitments(
      [DEFENCE],
      [{ type: "AID", from: "BLR", to: "RUS", about: ["economic"], modality: "negated" }],
    )[0]?.kept,
    "unknown",
  );
  assert.equal(
    commitments(
      [{ ...DEFENCE, since: "2021" }],
      [{ type: "AID", from: "BLR", to: "RUS", on: "2020-05-05", modality: "negated" }],
    )[0]?.kept,
    "unknown",
  );
});

test("an attack without a named target is on the state where it happens", () => {
  const raid = sampleEvent("raid", { type: "ASSAULT", from: "UKR", to: "?troops", on: "2024-08-06" });
  const place = { name: "Kursk", state: "RUS", start: 0, end: 5 };
  const refusal = sampleEvent("no", {
    type: "AID",
    from: "BLR",
    to: "CSTO",
    modality: "negated",
    on: "2024-08-20",
  });
  const [found] = commitmentsOf([sampleTie("pact", DEFENCE)], [{ ...raid, place }, refusal], "BLR", ["RUS"]);
  assert.deepEqual(
    found?.evidence.map(({ id }) => id),
    ["e_raid", "e_no"],
  );
});

test("an attack breaks a promise of non-aggression", () => {
  const [found] = commitments(
    [{ kind: "obligation", parties: "BLR RUS", level: "non-aggression" }],
    [{ type: "ASSAULT", from: "RUS", to: "BLR" }],
  );
  assert.equal(found?.kept, "not honoured");
});

test("memberships bind towards anyone, debts only towards the powers asked about", () => {
  assert.deepEqual(
    commitments([
      { kind: "membership", parties: "BLR SCO", since: "2024-07" },
      { kind: "debt", parties: "BLR IMF" },
      { kind: "debt", parties: "BLR CHN" },
      { kind: "trade", parties: "BLR CHN" },
      { kind: "membership", parties: "UKR UN" },
    ]).map(({ kind, parties, since, kept }) => [kind, parties.join(" "), since, kept]),
    [
      ["membership", "BLR SCO", "2024-07", "not applicable"],
      ["debt", "BLR CHN", null, "not applicable"],
    ],
  );
});

test("what is planned, reported or denied binds nobody", () => {
  assert.deepEqual(
    commitments(
      (["planned", "reported", "negated", "conditional"] as const).map((modality) => ({
        kind: "membership",
        parties: "BLR SCO",
        modality,
      })),
    ),
    [],
  );
});

test("ties that say the same are one commitment, whatever their order", () => {
  const ties: TieParts[] = [
    {
      kind: "partnership",
      parties: "BLR CHN",
      level: "comprehensive strategic partnership",
      since: "2016-09",
    },
    { kind: "partnership", parties: "CHN BLR", document: "d_two" },
    {
      kind: "partnership",
      parties: "BLR CHN",
      level: "all-weather comprehensive strategic partnership",
      since: "2022",
    },
  ];
  const rows = ties.map((parts, at) => sampleTie(String(at), parts));
  const there = commitmentsOf(rows, [], "BLR", ["RUS", "CHN"]);
  assert.deepEqual(commitmentsOf([...rows].reverse(), [], "BLR", ["RUS", "CHN"]), there);
  assert.deepEqual(
    there.map(({ since, ties }) => [since, ties.length]),
    [
      ["2016-09", 2],
      ["2022", 1],
    ],
  );
});
