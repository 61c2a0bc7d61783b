import assert from "node:assert/strict";
import { test } from "node:test";
import { loadModel, parse } from "../language/index.ts";
import { findReferents } from "./find.ts";
import { loadActorTables } from "./tables.ts";

const model = loadModel();
const tables = loadActorTables();

/** The persons or bodies that the last occurrence of some words means, by name. */
function named(text: string, words: string): string[] {
  const rows = findReferents(parse(text, model), { text, published: "2024-05-01" }, tables);
  const last = rows.findLast((row) => row.text === words)?.start;
  return rows
    .filter(({ start, text: own }) => start === last && own === words)
    .map(({ name }) => name)
    .sort();
}

const FAMILY =
  "Peter Lund, a baker, and his wife Mary Lund live in Bergen with their little child, Ingrid. The village likes its baker.";
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [`${FAMILY} The parents bake bread.`, "The parents", ["Mary Lund", "Peter Lund"]],
  [`${FAMILY} The Lunds opened a shop.`, "The Lunds", ["Mary Lund", "Peter Lund"]],
  [`${FAMILY} The couple bakes bread.`, "The couple", ["Mary Lund", "Peter Lund"]],
  [`${FAMILY} Ingrid fell ill. Her parents bake bread.`, "Her parents", ["Mary Lund", "Peter Lund"]],
  [`${FAMILY} Peter Lund sang. His daughter slept.`, "His daughter", ["Ingrid"]],
  ["Omar Haddad wept. His father Karim Haddad sold his son a boat.", "his son", ["Omar Haddad"]],
  ["Omar Haddad wept. The parents left.", "The parents", []],
  ["Omar Haddad met John Reed. His daughter slept.", "His daughter", []],
];
for (const [text, words, names] of CASES)
  test(`"${words}" are ${names.join(" and ") || "nobody the text names"} in: ${text}`, () =>
    assert.deepEqual(named(text, words), names));

test("neither of two parents is meant by what refers to one person", () => {
  assert.deepEqual(named(`${FAMILY} Ingrid was ill. The parents knew that she slept.`, "she"), ["Ingrid"]);
});

test("a noun before a name says who its bearer is, and is the bearer's later", () => {
  const text = "Chilean student Rosa Paz asked for a visa. The student waited for an hour.";
  assert.deepEqual(named(text, "The student"), ["Rosa Paz"]);
  const row = findReferents(parse(text, model), { text, published: "2024-05-01" }, tables)[0];
  assert.deepEqual([row?.text, row?.actor, row?.sector], ["Chilean student Rosa Paz", "CHL", "CVL"]);
});

test("a surname that goes on is another person's", () => {
  const text = "Nurse Merkel Osei met the mayor of Accra.";
  const rows = findReferents(parse(text, model), { text, published: "2015-05-01" }, tables);
  assert.equal(
    rows.some(({ name }) => name === "Angela Merkel"),
    false,
  );
});

test("an office with what it is of, before a name between commas, is its holder's", () => {
  assert.deepEqual(
    named("The head of the Alpine water board, Karl Moser, resigned. He blamed the mayor.", "He"),
    ["Karl Moser"],
  );
  assert.deepEqual(
    named("He left the elite group in Oslo called the Grey Wolf Company.", "the elite group"),
    ["Grey Wolf Company"],
  );
});
