import assert from "node:assert/strict";
import { test } from "node:test";
import { loadModel, parse } from "../language/index.ts";
import { findActors } from "./find.ts";
import type { ActorMention } from "./mention.ts";
import { publisherOf } from "./publisher.ts";
import { loadActorTables } from "./tables.ts";

const model = loadModel();
const tables = loadActorTables();

function publisher(outlet: string): string | null {
  const found = publisherOf(outlet, "2021-03-01", tables);
  return found === null ? null : `${found.actor}-${found.sector}`;
}

const OUTLETS: readonly (readonly [string, string | null])[] = [
  ["The White House", "USA-GOV"],
  ["UK Government", "GBR-GOV"],
  ["Kremlin (President of Russia)", "RUS-GOV"],
  ["Ministry of Foreign Affairs of Norway", "NOR-GOV"],
  ["Embassy of India in Belgrade", "IND-GOV"],
  ["Mission of Japan to the EU", "JPN-GOV"],
  ["Israel Defense Forces", "ISR-MIL"],
  ["European Commission", "EUCOMMISSION-IGO"],
  ["South China Morning Post", null],
  ["The Washington Post", null],
  ["TASS", null],
  ["Belarus", null],
  ["Georgia State University", null],
  ["Ministry of Defence", null],
];
for (const [outlet, actor] of OUTLETS)
  test(`the outlet "${outlet}" is ${actor ?? "no party"}`, () => assert.equal(publisher(outlet), actor));

function found(text: string, outlet: string | null): ActorMention[] {
  return findActors(parse(text, model), { text, published: "2021-03-01", outlet }, tables);
}

function actorOf(text: string, words: string, outlet: string | null): string | null {
  const row = found(text, outlet).findLast((mention) => mention.text === words);
  return row === undefined ? null : `${row.actor}-${row.sector}`;
}

test("a government's own text says we, and its parts with a capital, of that government", () => {
  const text =
    "We condemn the shelling of Mali. The Ministry will send doctors. The Secretary of Trade left for Oslo.";
  const outlet = "Government of Kenya";
  assert.equal(actorOf(text, "We", outlet), "KEN-GOV");
  assert.equal(actorOf(text, "The Ministry", outlet), "KEN-GOV");
  assert.equal(actorOf(text, "The Secretary of Trade", outlet), "KEN-GOV");
  assert.match(found(text, outlet)[0]?.why ?? "", /the publisher, "Government of Kenya"/);
  assert.equal(actorOf(text, "We", "The Nairobi Post"), null);
  assert.equal(actorOf(text, "The Ministry", null), null);
});

test("what is another state's, or an office the publisher has not, is not the publisher's", () => {
  const text = "The President of Chad thanked the Prime Minister. Peru asked for help. The government fell.";
  assert.equal(actorOf(text, "The President of Chad", "White House"), "TCD-GOV");
  assert.equal(actorOf(text, "the Prime Minister", "White House"), null);
  assert.notEqual(actorOf(text, "The government", "White House"), "USA-GOV");
});

test("a quotation's we is its speaker's, in every sentence of it", () => {
  const text =
    'Defence Minister Ana Silva of Brazil said: "We will build ships. We have asked Chile." We welcome this.';
  const rows = found(text, "Government of Peru").filter(({ text: words }) => words === "We");
  assert.deepEqual(
    rows.map(({ actor }) => actor),
    ["BRA", "BRA", "PER"],
  );
});

test("in a transcript, whoever is named before a colon is I, and we are their side", () => {
  const text =
    "President of Serbia Aleksandar Vucic: Colleagues, I came from Nis.\n\nWe need gas.\n\nQuestion: Do we need oil?";
  const rows = found(text, null);
  assert.equal(rows.find(({ text: words }) => words === "I")?.name, "Aleksandar Vucic");
  assert.equal(rows.find(({ text: words }) => words === "We")?.actor, "SRB");
  assert.equal(
    rows.some(({ text: words }) => words === "we"),
    false,
  );
});

test("a joint statement's we are those who make it", () => {
  const text =
    "Joint Statement of Norway and Chile\n\nNorway and Chile met in Oslo. We agreed on a price for cod.";
  const rows = found(text, "Government of Norway").filter(({ text: words }) => words === "We");
  assert.deepEqual(rows.map(({ actor }) => actor).sort(), ["CHL", "NOR"]);
});

test("an affiliation told anywhere holds for every mention of the person", () => {
  const text =
    "Envoy for the Sahel visits Niamey\n\nMr Okafor spoke for an hour. The Envoy for the Sahel, Peter Okafor, met farmers. Nigerian Deputy Minister Peter Okafor flew home.";
  const rows = found(text, null);
  const means = (words: string): string | undefined =>
    rows.find((row) => row.text.endsWith(words))?.actor ?? undefined;
  assert.equal(means("Envoy for the Sahel"), "NGA");
  assert.equal(means("Okafor"), "NGA");
  assert.match(rows.find((row) => row.text.endsWith("Okafor"))?.why ?? "", /in the text/);
});
