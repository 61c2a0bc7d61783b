import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { multivector } from "./captured.ts";
import { DISPATCHES, temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();
const LEDGER = folder.path("ledger.duckdb");
const QUESTION = ["SRB", "--between", "RUS,CHN", "--ledger", LEDGER];

before(async () => {
  const lines = Object.entries(DISPATCHES).filter(([name]) => name.endsWith(".jsonl"));
  const input = [
    ...lines.map(([, text]) => text),
    `${JSON.stringify({ date: "2024-06-12", text: "Serbia and China held joint military exercises near Nis on June 10." })}\n`,
    `${JSON.stringify({ date: "2024-05-09", text: "Serbian President Aleksandar Vucic met Chinese President Xi Jinping in Belgrade on May 8." })}\n`,
    `${JSON.stringify({ date: "2022-06-02", text: "On May 29, 2022, Serbia signed a gas agreement with Russia." })}\n`,
  ].join("");
  const { exitCode, err } = await multivector(["add", "-", "--ledger", LEDGER], { input });
  assert.equal(exitCode, 0, err);
});
after(folder.remove);

test("measure prints a table by year, and says what it left out", async () => {
  const { out, exitCode } = await multivector(["measure", ...QUESTION, "--by", "year"]);
  assert.equal(exitCode, 0);
  assert.match(out, /Period +Domain +RUS +CHN +Tilt/);
  assert.match(out, /2024 +security +– +19\.0 +−1\.00 +too few/);
  assert.match(out, /Left out: .*not asserted/);
});

test("measure's CSV carries version, interval, counts and the ids behind every value", async () => {
  const { out } = await multivector([
    "measure",
    ...QUESTION,
    "--by",
    "all",
    "--format",
    "csv",
    "--domain",
    "security",
  ]);
  const [header = "", ...rows] = out.trimEnd().split("\r\n");
  assert.equal(header, "measure,version,domain,state,powers,period,value,low,high,n,stories,ids");
  assert.ok(rows.every((row) => row.split(",")[2] === "security"));
  const level = rows.find((row) => row.startsWith("cooperation_level") && row.includes(",CHN,"));
  assert.match(level ?? "", /,19,.*e_[0-9a-f]{16}/);
  const missing = rows.find((row) => row.startsWith("cooperation_level") && row.includes(",RUS,"));
  assert.match(missing ?? "", /,,,,0,0,$/, "missing is never zero");
});

test("modalities are let in on request", async () => {
  const count = async (...more: string[]): Promise<number> => {
    const { out } = await multivector(["measure", ...QUESTION, "--by", "all", "--format", "json", ...more]);
    return new Set((JSON.parse(out) as { values: { ids: string[] }[] }).values.flatMap(({ ids }) => ids))
      .size;
  };
  assert.ok((await count("--include", "all")) > (await count()));
});

test("brief is Markdown on a terminal and HTML in a file named so", async () => {
  const markdown = await multivector(["brief", ...QUESTION]);
  assert.equal(markdown.exitCode, 0);
  assert.match(markdown.out, /^# Serbia between Russia and China/m);
  const written = await multivector(["brief", ...QUESTION, "--out", folder.path("brief.html")]);
  assert.equal(written.out, "");
  assert.match(readFileSync(folder.path("brief.html"), "utf8"), /^<!doctype html>/i);
});

test("open without serving prints the balance with its most telling events and how to get the brief", async () => {
  const { out, exitCode } = await multivector(["open", "--no-serve", "--ledger", LEDGER]);
  assert.equal(exitCode, 0);
  assert.match(out, /Serbia between /);
  assert.match(out, /Tilt +95 % interval/);
  assert.match(out, /“Serbia and China held joint military exercises near Nis on June 10\.”/);
  assert.match(out, /multivector brief SRB --between /);
});

test("open answers the question that is asked instead of those it would find", async () => {
  const { out } = await multivector([
    "open",
    "--no-serve",
    "--state",
    "Serbia",
    "--between",
    "CHN,RUS,EU",
    "--ledger",
    LEDGER,
  ]);
  assert.match(out, /Serbia between China, Russia and European Union/);
  assert.doesNotMatch(out, /Nothing dated/);
});

const wrong: readonly (readonly [string, readonly string[], number, RegExp])[] = [
  ["an unknown state", ["measure", "SRP", "--between", "RUS,CHN"], 2, /Did you mean .*SRB \(Serbia\)/],
  ["half a question", ["open", "--no-serve", "--state", "SRB"], 2, /only one of the two/],
  ["no powers", ["brief", "SRB"], 2, /--between/],
  ["an option that is not there", ["measure", "SRB", "--btween", "RUS"], 2, /--between/],
  ["a command that is not there", ["mesure"], 2, /measure/],
];
for (const [what, args, code, says] of wrong)
  test(`${what} is wrong use, and the answer says what would be right`, async () => {
    const { err, exitCode } = await multivector([...args, ...(args.length > 2 ? ["--ledger", LEDGER] : [])]);
    assert.equal(exitCode, code);
    assert.match(err, says);
  });

test("a ledger that is not there is not made by asking it", async () => {
  const path = folder.path("none.duckdb");
  const { err, exitCode } = await multivector(["measure", "SRB", "--between", "RUS,CHN", "--ledger", path]);
  assert.equal(exitCode, 2);
  assert.match(err, /none\.duckdb/);
  assert.ok(!existsSync(path));
});
