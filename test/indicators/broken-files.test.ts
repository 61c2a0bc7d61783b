import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { importSet } from "../../src/indicators/index.ts";
import { gzipped, importText, problemsOf } from "./memory.ts";

const HEADER = "ccode1,ccode2,year,flow1,flow2\n";

async function failure(set: string, content: string | Uint8Array) {
  const { report, observations } = await importText(set, { "file.csv": content });
  assert.equal(observations.length, 0);
  const [failed] = report.failures;
  assert.ok(failed !== undefined, "the file should have been refused");
  return failed.problem;
}

test("a file of another set is named as what it is", async () => {
  const problem = await failure("atop", `${HEADER}2,20,1950,1,1\n`);
  assert.match(problem.message, /not of the set atop; its header is that of cow-trade/);
  assert.match(problem.hint, /multivector import cow-trade file.csv/);
});

test("a changed header says which column is missing", async () => {
  const problem = await failure("cow-trade", "ccode1,ccode2,year,imports1,flow2\n2,20,1950,1,1\n");
  assert.match(problem.message, /lacks "flow1"/);
  assert.match(problem.message, /has "imports1"/);
});

test("what is no table is refused with what it is", async () => {
  assert.match((await failure("cinc", "")).message, /is empty/);
  assert.match((await failure("cinc", "PK\u0003\u0004rest")).message, /Excel workbook/);
  assert.match((await failure("cinc", "<!DOCTYPE html><p>404")).message, /web page/);
  assert.match((await failure("cinc", Buffer.from("a\0b"))).message, /not text/);
  assert.match(
    (await failure("cinc", gzipped(HEADER.repeat(200)).subarray(0, 40))).message,
    /damaged|none of the columns/,
  );
  assert.match((await failure("cinc", "One line of prose.\n")).message, /none of the columns/);
});

test("good rows go in beside ragged, unknown, repeated and impossible ones, each reported by line", async () => {
  const imported = await importText("cow-trade", {
    "t.csv": `${HEADER}2,20,1950,1,2
2,20,1950
2,999,1950,1,1
2,20,1950,5,5
2,70,50,1,1
2,70,1950,many,1
2,40,1950,3,4
`,
  });
  assert.deepEqual(problemsOf(imported), [
    "3 ragged row",
    "4 unknown state",
    "5 duplicate key",
    "6 impossible value",
    "7 not a number",
  ]);
  assert.equal(imported.observations.length, 5);
  assert.equal(imported.report.files[0]?.rows, 5);
  for (const { message } of imported.report.files[0]?.problems.shown ?? [])
    assert.match(message, /^[A-Z].*\.$/);
});

test("a quote that never closes costs its line, not the file", async () => {
  const imported = await importText("cow-trade", {
    "t.csv": `${HEADER}2,20,1950,1,2\n"2,70,1950,1,1\n2,40,1950,3,4\n`,
  });
  assert.ok(problemsOf(imported).includes("3 unclosed quote"));
  assert.ok(imported.observations.some(({ state }) => state === "CUB"));
});

test("a missing file fails alone", async () => {
  const sink = {
    addObservations: async () => ({ added: 0, known: 0 }),
    addVotes: async () => ({ added: 0, known: 0 }),
  };
  const report = await importSet("cinc", ["/nowhere/at/all.csv"], sink);
  assert.equal(report.failures[0]?.problem.code, "not-found");
  await assert.rejects(importSet("no-such-set", ["x"], sink), /no data set "no-such-set"/);
  await assert.rejects(importSet("cinc", [], sink), /No file/);
});

test("no text whatever throws anything but a problem, and every line is accounted for", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ maxLength: 30 }), { maxLength: 20 }), async (lines) => {
      const text = HEADER + lines.map((line) => line.replace(/[\r\n]/g, " ")).join("\n");
      const { report } = await importText("cow-trade", { "t.csv": text });
      const file = report.files[0];
      assert.equal(report.failures.length, 0);
      assert.ok(file !== undefined && file.lines >= 1);
      for (const { line } of file.problems.shown) assert.ok(line >= 2 && line <= lines.length + 1);
    }),
    { numRuns: 60, seed: 7 },
  );
});
