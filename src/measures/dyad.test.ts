import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleEvent } from "../../test/brief/sample-records.ts";
import { contributions, dayOf, directionsBetween } from "./dyad.ts";

test("an act runs one way, a joint act both ways, an act of others not at all", () => {
  const visit = sampleEvent("v", { from: "BLR", to: "CHN" });
  const exercise = sampleEvent("x", { from: "BLR CHN UKR" });
  const away = sampleEvent("a", { from: "RUS", to: "UKR" });
  assert.equal(directionsBetween(visit, "BLR", "CHN"), 1);
  assert.equal(directionsBetween(visit, "CHN", "BLR"), 1);
  assert.equal(directionsBetween(exercise, "BLR", "CHN"), 2);
  assert.equal(directionsBetween(exercise, "BLR", "RUS"), 0);
  assert.equal(directionsBetween(away, "BLR", "RUS"), 0);
});

test("a joint act aimed at someone does not run between doer and target", () => {
  const joint = { ...sampleEvent("j", { from: "BLR RUS", to: "UKR" }), symmetric: true };
  assert.equal(directionsBetween(joint, "BLR", "RUS"), 2);
  assert.equal(directionsBetween(joint, "BLR", "UKR"), 0);
});

test("an event counts on its first day, else on its last, and nowhere without a date", () => {
  assert.equal(dayOf(sampleEvent("m", { from: "BLR", to: "CHN", on: "2020-03" })), "2020-03-01");
  const open = sampleEvent("o", { from: "BLR", to: "CHN" });
  assert.equal(dayOf({ ...open, date: { ...open.date!, start: null, end: "2020-05-05" } }), "2020-05-05");
  assert.equal(dayOf(sampleEvent("u", { from: "BLR", to: "CHN", on: null })), null);
});

test("an event of two domains adds to both", () => {
  const event = sampleEvent("two", { from: "BLR", to: "CHN", about: ["military", "economic"] });
  const rows = contributions([{ event, story: "s" }], "BLR", ["RUS", "CHN"]);
  assert.deepEqual(
    rows.map(({ domain, partner }) => [domain, partner]),
    [
      ["security", "CHN"],
      ["economic", "CHN"],
    ],
  );
});
