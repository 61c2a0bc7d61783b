import assert from "node:assert/strict";
import { test } from "node:test";
import { loadActorTables } from "../../actors/index.ts";
import { loadModel } from "../../language/index.ts";
import { explainDocument } from "../code.ts";
import { loadLexicon } from "./lexicon.ts";

const coder = { model: loadModel(), tables: loadActorTables(), lexicon: loadLexicon() };

for (const frame of coder.lexicon.frames) {
  test(`the example of ${frame.id} is coded by it`, () => {
    const explained = explainDocument(
      {
        id: "d_example",
        title: null,
        outlet: null,
        author: null,
        url: null,
        published: "2024-12-31",
        language: "en",
        text: frame.example,
      },
      coder,
    );
    const fired = explained
      .flatMap((sentence) => sentence.fired)
      .filter((match) => match.frame.id === frame.id);
    assert.ok(
      fired.length > 0,
      `It did not fire on "${frame.example}"; these did: ${explained.flatMap((s) => s.fired.map((m) => m.frame.id)).join(", ")}.`,
    );
    const records = explained.flatMap(({ coded }) => [
      ...coded.events.map(({ rule, sources, targets }) => ({ rule, parties: [...sources, ...targets] })),
      ...coded.ties.map(({ rule, parties }) => ({ rule, parties })),
    ]);
    const codes = new Set(
      records
        .filter(({ rule }) => rule.startsWith(`${frame.id}: `))
        .flatMap(({ parties }) => parties.map(({ actor }) => actor)),
    );
    for (const code of [...frame.expected.source, ...frame.expected.target])
      assert.ok(codes.has(code), `${code} is missing from "${frame.example}": ${[...codes].join(", ")}.`);
  });
}
