import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { ActorFile, PeopleFile, PlaceFile } from "../../src/actors/schemas.ts";
import { packageFile, readTable } from "../../src/vocabulary/index.ts";

const PAGE = readFileSync(new URL("../../docs/actors.md", import.meta.url), "utf8");

function filesIn(folder: string): ActorFile[] {
  return readdirSync(packageFile(folder))
    .filter((name) => name.endsWith(".toml"))
    .map((name) => readTable(`${folder}${name}`, ActorFile));
}

test("docs/actors.md counts what the tables hold", () => {
  const { place } = readTable("data/actors/places.toml", PlaceFile);
  const counted = {
    "states and territories": readTable("data/actors/states.toml", ActorFile).state ?? [],
    persons: filesIn("data/actors/leaders/").flatMap(({ person }) => person ?? []),
    alliances: filesIn("data/actors/organisations/").flatMap(({ organisation }) => organisation ?? []),
    cities: place.flatMap(({ cities }) => cities ?? []),
    regions: place.flatMap(({ regions }) => regions ?? []),
    "names of peoples": readTable("data/actors/peoples.toml", PeopleFile).people.flatMap(
      ({ names }) => names,
    ),
  };
  for (const [noun, rows] of Object.entries(counted))
    assert.ok(PAGE.includes(`${rows.length.toLocaleString("en")} ${noun}`), `${rows.length} ${noun}`);
});
