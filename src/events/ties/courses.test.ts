import assert from "node:assert/strict";
import { test } from "node:test";
import { shippedCoder } from "../../../test/gold/coder.ts";
import { bareDocument } from "../../../test/gold/material.ts";
import { codeDocument } from "../index.ts";

function courses(text: string): string[] {
  const { ties } = codeDocument(bareDocument("one", text, "2024-08-28"), shippedCoder());
  return ties
    .filter(({ rule }) => rule.startsWith("position/course"))
    .map(
      ({ parties, modality, since, until }) =>
        `${parties.map(({ actor }) => actor).join("+")} ${modality} ${since ?? ""}–${until ?? ""}`,
    );
}

test("a course that is given up ends, one that is taken up begins, and one that goes on does neither", () => {
  assert.deepEqual(courses("Armenia abandoned its multi-vector foreign policy in 2020."), [
    "ARM asserted –2020",
  ]);
  assert.deepEqual(courses("Austria declared its neutrality in 1955."), ["AUT asserted 1955–"]);
  assert.deepEqual(courses("Switzerland maintains its neutrality."), ["CHE asserted –"]);
  assert.deepEqual(courses("Sweden abandoned neutrality."), ["SWE asserted –2024-08-28"]);
});

test("what is only planned or denied stays so, and a denied end is the course itself", () => {
  assert.deepEqual(courses("Mongolia will return to a balanced foreign policy."), ["MNG planned –"]);
  assert.deepEqual(courses("Moldova has not abandoned its neutrality."), ["MDA asserted –"]);
});

test("one sentence may tell of a course's end and of its return", () => {
  assert.deepEqual(
    courses(
      "Vučić is trying to revive Serbia's multi-vector policy, a concept he had to abandon in 2014 after the crisis.",
    ).sort(),
    ["SRB asserted –2014", "SRB planned –"],
  );
});

test("only states have courses", () => {
  assert.deepEqual(courses("The company abandoned its balanced approach in 2021."), []);
});
