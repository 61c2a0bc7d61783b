import assert from "node:assert/strict";
import { test } from "node:test";
import { loadActorTables } from "../../actors/index.ts";
import { loadModel } from "../../language/index.ts";
import { codeDocument } from "../code.ts";
import { loadLexicon } from "../frames/lexicon.ts";

const coder = { model: loadModel(), tables: loadActorTables(), lexicon: loadLexicon() };

function coded(text: string): string[] {
  const published = "2024-03-06";
  const { events } = codeDocument(
    { id: "d_test", title: null, outlet: null, author: null, url: null, published, language: "en", text },
    coder,
  );
  return events.map(({ type, targets, modality }) => `${type} ${targets[0]?.actor} ${modality}`);
}

test("who would like to thank someone thanks them", () => {
  assert.deepEqual(coded("I would like to thank President Tokayev for his support."), [
    "SUPPORT KAZ asserted",
  ]);
  assert.deepEqual(coded("Let me thank the government of Japan for its help."), ["SUPPORT JPN asserted"]);
  assert.deepEqual(coded("I want to congratulate Kenya on this success."), ["SUPPORT KEN asserted"]);
});

test("who would not like to do it does not, and who would like to visit has not yet", () => {
  assert.deepEqual(coded("I would not like to thank Japan."), ["SUPPORT JPN negated"]);
  assert.deepEqual(coded("Norway would like to visit Japan."), ["AGREE JPN planned"]);
});

test("what a deed is aimed at belongs to the deed, whoever deplores it", () => {
  assert.deepEqual(coded("France condemns Syria's attack against our ally, Lebanon."), [
    "ACCUSE SYR asserted",
    "ASSAULT LBN asserted",
  ]);
});
