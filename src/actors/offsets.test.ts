import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadModel, parse } from "../language/index.ts";
import { findActors } from "./find.ts";
import { actorsOfLine } from "./stream.ts";
import { loadActorTables } from "./tables.ts";

const model = loadModel();
const tables = loadActorTables();

const pieces = fc.constantFrom(
  "Minsk",
  "the Chinese premier",
  "Emmanuel Macron",
  "Côte d’Ivoire",
  "the two countries",
  "its",
  "they",
  "al-Shabaab",
  "U.S. troops",
  "📄",
  "said",
  "met",
  "and",
  "in",
  ",",
  ".",
  "\n\n",
  "’s",
  "“",
  "2005",
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 25 }).map((words) => words.join(" ")),
  fc.string({ unit: "grapheme", maxLength: 80 }),
);

test("a mention's text is what stands at its offsets, inside its sentence, around its head", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const sentences = parse(text, model);
      for (const row of findActors(sentences, { text, published: "2024-08-28" }, tables)) {
        const sentence = sentences[row.sentence];
        assert.equal(row.text, text.slice(row.start, row.end));
        assert.ok(row.start < row.end);
        assert.ok(sentence !== undefined && row.start >= sentence.start && row.end <= sentence.end);
        assert.ok(sentence.tokens[row.token] !== undefined);
        assert.notEqual(row.actor, null);
        assert.notEqual(tables.kindOf(row.actor ?? ""), null, `${row.actor} is in no table`);
      }
    }),
    { numRuns: 150, seed: 20241125 },
  );
});

test("a line gives back its id, and the actor a phrase is about first", () => {
  const line = actorsOfLine(
    { id: "7", text: "Russia's ambassador to Poland", date: "2024-08-28" },
    tables,
    model,
  );
  assert.equal(line.id, "7");
  assert.equal(line.actors[0]?.actor, "RUS");
  const vague = { id: null, text: "the PRD", date: null };
  assert.equal(actorsOfLine({ ...vague, context: "Mexican" }, tables, model).actors[0]?.actor, "MEX");
});

test("the same text gives the same actors", () => {
  const text = "Hanoi and Vientiane signed a pact. The two countries will share water.";
  const twice = [0, 1].map(() => findActors(parse(text, model), { text, published: null }, tables));
  assert.deepEqual(twice[0], twice[1]);
});
