import assert from "node:assert/strict";
import { test } from "node:test";
import { loadActorTables } from "../../actors/index.ts";
import { loadModel } from "../../language/index.ts";
import { plannedType } from "../../vocabulary/index.ts";
import { explainDocument } from "../code.ts";
import { loadLexicon } from "./lexicon.ts";

const coder = { model: loadModel(), tables: loadActorTables(), lexicon: loadLexicon(), doubtful: true };

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
    const matched = explained.flatMap(({ coded }) => [...coded.fired, ...coded.outdone]);
    assert.ok(
      matched.some((match) => match.frame.id === frame.id),
      `It does not match "${frame.example}"; these do: ${matched.map((match) => match.frame.id).join(", ")}.`,
    );
    const codes = new Set(
      explained.flatMap(({ coded }) =>
        frame.is === "event"
          ? coded.events
              .filter(
                ({ type, act }) =>
                  type === frame.type || act === frame.type || type === plannedType(frame.type),
              )
              .flatMap(({ sources, targets }) => [...sources, ...targets].map(({ actor }) => actor))
          : coded.ties
              .filter(({ kind }) => kind === frame.kind)
              .flatMap(({ parties }) => parties.map(({ actor }) => actor)),
      ),
    );
    for (const code of [...frame.expected.source, ...frame.expected.target])
      assert.ok(codes.has(code), `${code} is missing from "${frame.example}": ${[...codes].join(", ")}.`);
  });
}
