import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Event } from "../vocabulary/index.ts";
import { markedText } from "./marked-text.ts";

const LENGTH = 60;

/** A record of which only the place of its words matters. */
function recordAt(id: string, [a, b, c, d]: readonly number[]): Event {
  const [start = 0, from = 0, to = 0, end = 0] = [a ?? 0, b ?? 0, c ?? 0, d ?? 0].sort((x, y) => x - y);
  return {
    id,
    modality: "asserted",
    evidence: { sentence: "", start, end, anchor: { text: "", start: from, end: to } },
  } as unknown as Event;
}

const records = fc
  .array(fc.tuple(...Array.from({ length: 4 }, () => fc.nat(LENGTH))), { maxLength: 8 })
  .map((places) => places.map((place, at) => recordAt(`e_${at}`, place)));

test("the pieces in order are the whole text once, and each record's words carry its mark and no others", () => {
  fc.assert(
    fc.property(records, (rows) => {
      const segments = markedText(LENGTH, rows).flatMap((passage) => passage.segments);
      let at = 0;
      for (const { start, end } of segments) {
        assert.equal(start, at);
        assert.ok(end > start);
        at = end;
      }
      assert.equal(at, LENGTH);
      for (const { id, evidence } of rows) {
        const anchor = evidence.anchor;
        for (const { start, end, marks } of segments)
          assert.equal(
            marks.some((mark) => mark.id === id),
            start >= anchor.start && end <= anchor.end,
            `${id} at ${start}`,
          );
      }
    }),
    { seed: 7 },
  );
});

test("a sentence with records is a passage of its own", () => {
  const passages = markedText(LENGTH, [recordAt("e_1", [10, 12, 15, 30])]);
  assert.deepEqual(
    passages.map(({ start, end, isEvidence }) => [start, end, isEvidence]),
    [
      [0, 10, false],
      [10, 30, true],
      [30, 60, false],
    ],
  );
});
