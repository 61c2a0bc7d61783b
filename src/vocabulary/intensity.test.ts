import assert from "node:assert/strict";
import { test } from "node:test";
import { CODEBOOK, intensity, plannedType } from "./intensity.ts";
import { COOPERATION, EVENT_TYPES, MODES } from "./plover.ts";

test("the codebook has every type and exactly its modes", () => {
  assert.deepEqual(Object.keys(CODEBOOK).sort(), [...EVENT_TYPES].sort());
  for (const type of EVENT_TYPES)
    assert.deepEqual(Object.keys(CODEBOOK[type].modes ?? {}).sort(), [...MODES[type]].sort(), type);
});

test("cooperation scores above zero, conflict at or near below", () => {
  for (const type of EVENT_TYPES) assert.equal(CODEBOOK[type].score > 0, COOPERATION.has(type), type);
});

test("a mode's score replaces its type's", () => {
  assert.equal(intensity("CONSULT", "visit"), 4);
  assert.equal(intensity("CONSULT", null), 2.5);
});

test("an act not yet done is coded by its promise or its threat", () => {
  assert.equal(plannedType("COOPERATE"), "AGREE");
  assert.equal(plannedType("RETREAT"), "CONCEDE");
  assert.equal(plannedType("ASSAULT"), "THREATEN");
  assert.equal(plannedType("REQUEST"), "REQUEST");
});
