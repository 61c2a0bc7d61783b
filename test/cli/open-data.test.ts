import assert from "node:assert/strict";
import { test } from "node:test";
import { multivector } from "./captured.ts";
import { folderWith } from "./folder.ts";

const NUMBERS: Readonly<Record<string, number>> = { BLR: 370, RUS: 365, CHN: 710 };
/** Four roll calls: Russia votes as Belarus does, China against it twice. */
const VOTES = [
  { BLR: 1, RUS: 1, CHN: 3 },
  { BLR: 3, RUS: 3, CHN: 1 },
  { BLR: 1, RUS: 1, CHN: 1 },
  { BLR: 3, RUS: 3, CHN: 3 },
];

function voteFile(): string {
  const rows = VOTES.flatMap((votes, at) =>
    Object.entries(votes).map(
      ([state, vote]) => `${7000 + at},${NUMBERS[state]},2015-11-0${at + 1},2015,${vote}`,
    ),
  );
  return [
    "resid,ccode,date,year,vote",
    ...rows,
    "7009,370,2015-11-09,2015,seven",
    "7009,99999,2015-11-09,2015,1",
    "",
  ].join("\n");
}

test("votes are imported once, bad rows are named, and dyads come out of them", async (t) => {
  const folder = folderWith(t, { "votes.csv": voteFile() });
  const ledger = ["--ledger", folder("l.duckdb")];
  const first = await multivector(["import", "un-votes", folder("votes.csv"), ...ledger]);
  assert.equal(first.exitCode, 0, first.err);
  assert.match(first.out, /12 votes: 12 stored/);
  assert.match(first.err, /line 14: .*"seven"/);
  assert.match(first.err, /line 15: /);
  const again = await multivector(["import", "un-votes", folder("votes.csv"), ...ledger]);
  assert.match(again.out, /0 stored and 12 stored before/);

  const measured = ["dyads", "un_agreement_all_votes", "--state", "Belarus", "--between", "RUS,CHN"];
  const { out, exitCode } = await multivector([...measured, ...ledger]);
  assert.equal(exitCode, 0);
  const rows = out.trimEnd().split("\r\n");
  assert.equal(rows[0], "measure,version,iso3_a,iso3_b,year,value,n");
  assert.match(rows.find((row) => row.includes("BLR,RUS")) ?? "", /BLR,RUS,2015,1,4$/);
  assert.match(rows.find((row) => row.includes("BLR,CHN")) ?? "", /BLR,CHN,2015,0\.5,4$/);
  assert.equal(rows.length, 3);
});

test("a file of another layout is refused with what it lacks, and the others go in", async (t) => {
  const folder = folderWith(t, { "votes.csv": voteFile(), "other.csv": "name,height\nA,3\n" });
  const ran = await multivector([
    "import",
    "un-votes",
    folder("other.csv"),
    folder("missing.csv"),
    folder("votes.csv"),
    "--ledger",
    folder("l.duckdb"),
  ]);
  assert.equal(ran.exitCode, 2);
  assert.match(ran.err, /other\.csv/);
  assert.match(ran.err, /missing\.csv/);
  assert.match(ran.out, /12 stored/);
});

test("the sets and the measures that there are can be listed", async () => {
  const sets = await multivector(["import", "--list"]);
  for (const part of ["un-votes", "Licence:", "Cite:", "Get it:"]) assert.ok(sets.out.includes(part), part);
  const measures = await multivector(["dyads", "--list"]);
  assert.match(measures.out, /^un_kappa_sq /m);
  const wrong = await multivector(["dyads", "un_kapa"]);
  assert.equal(wrong.exitCode, 2);
  assert.match(wrong.err, /un_/);
});
