import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { RECORDS } from "../../src/vocabulary/index.ts";
import { multivector, rowsOf } from "./captured.ts";

test("the printed schemas accept what the coder prints, and nothing else", async () => {
  const ran = await multivector(["code", "-"], {
    input: `${JSON.stringify({ id: "a", date: "2024-07-10", text: "Serbia and China signed a trade agreement on July 8." })}\n`,
  });
  const rows = rowsOf(ran);
  assert.ok(rows.length > 0);
  const validators = new Map<string, (row: unknown) => boolean>();
  for (const name of ["event", "tie"]) {
    const { out } = await multivector(["schema", name]);
    validators.set(name, new Ajv2020().compile(JSON.parse(out)));
  }
  for (const row of rows) {
    const valid = validators.get("kind" in row ? "tie" : "event");
    assert.ok(valid?.(row), JSON.stringify(row));
    assert.ok(!valid?.({ ...row, confidence: 2 }));
  }
});

test("without a name all schemas are printed; an unknown name says which there are", async () => {
  const all = JSON.parse((await multivector(["schema"])).out) as Record<string, unknown>;
  assert.deepEqual(Object.keys(all), Object.keys(RECORDS));
  const wrong = await multivector(["schema", "evnt"]);
  assert.equal(wrong.exitCode, 2);
  assert.match(wrong.err, /document, event, tie/);
});
