import assert from "node:assert/strict";
import { test } from "node:test";
import { multivector, rowsOf } from "./captured.ts";
import { folderWith } from "./folder.ts";

const MEMBERSHIP = "Belarus joined the Shanghai Cooperation Organisation in July 2024.";

test("a claim is checked with its reason, and undecided where no data are at hand", async (t) => {
  const folder = folderWith(t, { "a.txt": `${MEMBERSHIP} China is a key export market for Belarus.` });
  const ledger = ["--ledger", folder("l.duckdb")];
  await multivector(["add", folder("a.txt"), "--date", "2024-08-28", ...ledger]);
  const member = await multivector(["check", MEMBERSHIP, "--date", "2024-08-28", ...ledger]);
  assert.equal(member.exitCode, 0, member.err);
  assert.match(member.out, /^supported: “Belarus joined/);

  const all = rowsOf(await multivector(["check", "--format", "jsonl", ...ledger]));
  const answers = all.map(({ check }) => check as { answer: string; because: string; claim: { is: string } });
  assert.ok(answers.some(({ answer, claim }) => claim.is === "membership" && answer === "supported"));
  assert.ok(answers.some(({ answer, claim }) => claim.is === "trade standing" && answer === "not decidable"));
  for (const { because } of answers) assert.match(because, /\.$/);

  const idle = await multivector(["check", "The weather in Minsk was fine.", ...ledger]);
  assert.equal(idle.exitCode, 2);
  assert.match(idle.err, /no claim that open data can answer/);
});
