import assert from "node:assert/strict";
import { before, test } from "node:test";
import { type ActorTables, loadActorTables } from "../actors/index.ts";
import type { StoriedEvent } from "../measures/index.ts";
import type { Event, Modality } from "../vocabulary/index.ts";
import { type Balancing, balancingStates, mainPowers, worthAsking } from "./balancing.ts";

let tables: ActorTables;
before(() => {
  tables = loadActorTables();
});

function met(a: string, b: string, story: string, modality: Modality = "asserted"): StoriedEvent {
  const party = (actor: string) => ({ actor, sector: null, name: actor, text: actor, start: 0, end: 1 });
  return {
    story,
    event: { modality, symmetric: true, sources: [party(a), party(b)], targets: [] } as unknown as Event,
  };
}

test("states between two powers are found, the one with most on its lesser side first", () => {
  const found = balancingStates(
    [
      met("SRB", "CHN", "s1"),
      met("SRB", "CHN", "s2"),
      met("SRB", "CHN", "s3"),
      met("SRB", "RUS", "s4"),
      met("KAZ", "CHN", "s5"),
      met("KAZ", "CHN", "s6"),
      met("KAZ", "RUS", "s7"),
      met("KAZ", "RUS", "s8"),
      met("MNG", "CHN", "s9"),
    ],
    [],
    tables,
  );
  assert.deepEqual(found, [
    { state: "KAZ", powers: ["CHN", "RUS"], records: [2, 2] },
    { state: "SRB", powers: ["CHN", "RUS"], records: [3, 1] },
  ]);
});

test("reports of one story count once, and what is not asserted not at all", () => {
  const found = balancingStates(
    [
      met("KAZ", "CHN", "s1"),
      met("KAZ", "CHN", "s1"),
      met("KAZ", "RUS", "s2"),
      met("KAZ", "RUS", "s3", "planned"),
    ],
    [],
    tables,
  );
  assert.deepEqual(found, [{ state: "KAZ", powers: ["CHN", "RUS"], records: [1, 1] }]);
});

test("a member of the European Union is not between it and others, nor is a power between powers", () => {
  const found = balancingStates(
    [met("HUN", "EU", "s1"), met("HUN", "CHN", "s2"), met("RUS", "CHN", "s3"), met("RUS", "EU", "s4")],
    [],
    tables,
  );
  assert.deepEqual(found, []);
});

test("a state stands between the two powers it has most records with", () => {
  const stories = ["USA", "EU", "USA", "RUS", "EU", "CHN", "USA"];
  const [found] = balancingStates(
    stories.map((power, at) => met("ARM", power, `s${at}`)),
    [],
    tables,
  );
  assert.ok(found !== undefined);
  assert.deepEqual(mainPowers(found), ["USA", "EU"]);
});

test("states with too few records are asked about only where no state has more", () => {
  const between = (state: string, ...records: number[]): Balancing => ({
    state,
    powers: ["CHN", "RUS"],
    records,
  });
  const [few, enough] = [between("SRB", 1, 1), between("KAZ", 2, 1)];
  assert.deepEqual(worthAsking([few, enough]), [enough]);
  assert.deepEqual(worthAsking([few]), [few]);
});
