import assert from "node:assert/strict";
import { test } from "node:test";
import { readTable } from "../vocabulary/index.ts";
import { PeopleFile, PlaceFile } from "./schemas.ts";
import { actorFiles, loadActorTables } from "./tables.ts";

const tables = loadActorTables();
const files = actorFiles();
const states = files.flatMap(({ table }) => table.state ?? []);
const organisations = files.flatMap(({ table }) => table.organisation ?? []);
const groups = files.flatMap(({ table }) => table.group ?? []);
const persons = files.flatMap(({ table }) => table.person ?? []);

function duplicates(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

test("codes of states, organisations and groups are each given once", () => {
  assert.deepEqual(duplicates(states.map(({ iso3 }) => iso3)), []);
  assert.deepEqual(duplicates(organisations.map(({ code }) => code)), []);
  assert.deepEqual(duplicates(groups.map(({ code }) => code)), []);
  const taken = new Set(states.map(({ iso3 }) => iso3));
  assert.deepEqual(
    organisations.map(({ code }) => code).filter((code) => taken.has(code)),
    [],
  );
});

test("a person stands in the tables once under a full name, and no office twice", () => {
  const full = persons.map(({ name, office }) => `${name}|${office[0]?.state}`);
  assert.deepEqual(duplicates(full), []);
  for (const { name, office } of persons)
    assert.deepEqual(
      duplicates(office.map(({ state, kind, since }) => `${name} ${state} ${kind} ${since}`)),
      [],
    );
});

test("terms end after they begin", () => {
  const terms = [
    ...states.map(({ iso3, since, until }) => ({ of: iso3, since, until })),
    ...organisations.map(({ code, founded, ended }) => ({ of: code, since: founded, until: ended })),
    ...organisations.flatMap(({ code, members, observers }) =>
      [...(members ?? []), ...(observers ?? [])].map(({ state, since, until }) => ({
        of: `${state} in ${code}`,
        since,
        until,
      })),
    ),
    ...persons.flatMap(({ name, office }) =>
      office.map(({ role, since, until }) => ({ of: `${name}, ${role}`, since, until })),
    ),
  ];
  const wrong = terms.filter(
    ({ since, until }) =>
      since !== undefined &&
      until !== undefined &&
      until.slice(0, since.length) < since.slice(0, until.length),
  );
  assert.deepEqual(wrong, []);
});

test("members, seats of groups, offices, places and peoples name states and organisations that the tables have", () => {
  const named = [
    ...organisations.flatMap(({ members, observers, leaders, state }) => [
      ...(members ?? []).map((row) => row.state),
      ...(observers ?? []).map((row) => row.state),
      ...(leaders ?? []),
      ...(state === undefined ? [] : [state]),
    ]),
    ...groups.map(({ state }) => state),
    ...persons.flatMap(({ office }) => office.map(({ state }) => state)),
    ...readTable("data/actors/places.toml", PlaceFile).place.map(({ state }) => state),
    ...readTable("data/actors/peoples.toml", PeopleFile).people.flatMap(({ states }) => states),
  ];
  assert.deepEqual([...new Set(named.filter((code) => tables.kindOf(code) === null))], []);
});

test("every state has its people's name, an adjective and a capital", () => {
  const lacking = states.filter(
    ({ adjectives, people, seats }) => !adjectives?.length || !people?.length || !seats?.length,
  );
  assert.deepEqual(
    lacking.map(({ iso3 }) => iso3),
    [],
  );
});

test("dissolved states stand with their dates, and territories that act in the news", () => {
  for (const code of ["SUN", "YUG", "DDR", "CSK", "VDR", "YMD"])
    assert.ok(tables.states.get(code)?.until, `${code} has no end`);
  for (const code of ["XKX", "TWN", "PSE", "HKG"]) assert.equal(tables.kindOf(code), "state");
});

test("the tables are as broad as the guide says", () => {
  assert.ok(states.length >= 210);
  assert.ok(organisations.length >= 400, `${organisations.length} organisations`);
  const ministers = new Set(
    persons.flatMap(({ office }) =>
      office.filter(({ kind }) => kind === "foreign-minister").map(({ state }) => state),
    ),
  );
  assert.ok(ministers.size >= 60, `foreign ministers of ${ministers.size} states`);
  const led = new Set(
    persons.flatMap(({ office }) =>
      office.filter(({ kind }) => kind.startsWith("head-of")).map(({ state }) => state),
    ),
  );
  const leaderless = states.filter(
    ({ iso3, cow }) => cow !== undefined && !led.has(iso3) && !["VDR", "LIE"].includes(iso3),
  );
  assert.deepEqual(
    leaderless.map(({ iso3 }) => iso3),
    [],
  );
});

test("membership is asked for a day", () => {
  assert.equal(tables.isMember("GBR", "EU", "2015-06-01"), true);
  assert.equal(tables.isMember("GBR", "EU", "2021-06-01"), false);
  assert.equal(tables.isMember("BLR", "SCO", "2024-08-01"), true);
  assert.equal(tables.isMember("BLR", "SCO", "2023-01-01"), false);
});
