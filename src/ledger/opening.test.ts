import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";
import { Problem, type ProblemCode } from "../vocabulary/index.ts";
import { openLedger } from "./index.ts";
import { MIGRATIONS, type Migration } from "./migrations.ts";
import { Store } from "./store.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ledger-"));
  path = join(folder, "case.duckdb");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Asserts a Problem with this code whose message and hint are sentences, and gives its message. */
async function problemOf(code: ProblemCode, work: Promise<unknown>): Promise<string> {
  const problem = await work.then(
    () => assert.fail(`expected ${code}`),
    (error: unknown) => error,
  );
  assert.ok(problem instanceof Problem, String(problem));
  assert.equal(problem.code, code);
  for (const sentence of [problem.message, problem.hint]) assert.match(sentence, /[.]$/);
  return problem.message;
}

async function runSql(sql: string): Promise<void> {
  const instance = await DuckDBInstance.fromCache(path);
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

test("a file that is no ledger is left as it is", async () => {
  for (const content of ["", "abc", "This is a letter, not a ledger. ".repeat(1000)]) {
    writeFileSync(path, content);
    await problemOf("ledger-broken", openLedger(path));
    assert.equal(readFileSync(path, "utf8"), content);
  }
});

test("somebody's own DuckDB file is not taken for a ledger", async () => {
  await runSql("CREATE TABLE recipes (name VARCHAR)");
  assert.match(await problemOf("ledger-broken", openLedger(path)), /other tables/);
});

test("a ledger of a newer version is refused, and says which versions are meant", async () => {
  await (await openLedger(path)).close();
  await runSql("UPDATE ledger SET value = '999'");
  assert.match(await problemOf("ledger-newer", openLedger(path)), /999.*up to \d+/);
});

test("what is missing or in the way is named", async () => {
  assert.match(
    await problemOf("not-found", openLedger(join(folder, "none", "case.duckdb"))),
    /none does not exist/,
  );
  await problemOf("not-found", openLedger(path, { readonly: true }));
  assert.equal(existsSync(path), false, "reading makes no file");
  await problemOf("usage", openLedger(folder));
});

test("a ledger in a folder that may not be read is reported", {
  skip: process.getuid?.() === 0 && "root may read all",
}, async () => {
  await (await openLedger(path)).close();
  chmodSync(path, 0o000);
  await problemOf("unreadable", openLedger(path));
});

test("a ledger that another process has open is busy, and the process is named", async () => {
  const script = `import { openLedger } from ${JSON.stringify(new URL("./index.ts", import.meta.url).href)};
    await openLedger(process.argv[1]); console.log("open"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script, path]);
  try {
    await once(child.stdout, "data");
    assert.match(await problemOf("ledger-busy", openLedger(path)), new RegExp(`process ${child.pid}\\b`));
    await problemOf("ledger-busy", openLedger(path, { readonly: true }));
  } finally {
    child.kill("SIGKILL");
    await once(child, "close");
  }
  await (await openLedger(path)).close();
});

test("the ledger can be read in the process that writes it", async () => {
  const writing = await openLedger(path);
  const reading = await openLedger(path, { readonly: true });
  assert.equal((await reading.counts()).documents, 0);
  await reading.close();
  await writing.close();
});

const STEPS: readonly Migration[] = [
  { version: 1, gist: "names", sql: "CREATE TABLE names (name VARCHAR); INSERT INTO names VALUES ('Vell')" },
  {
    version: 2,
    gist: "lengths",
    sql: "ALTER TABLE names ADD COLUMN length INTEGER; UPDATE names SET length = 4",
  },
];

test("an older ledger is brought up to date, step by step, and only once", async () => {
  await (await Store.open(path, { migrations: STEPS.slice(0, 1) })).close();
  for (let time = 0; time < 2; time++) {
    const store = await Store.open(path, { migrations: STEPS });
    assert.deepEqual(await store.read("SELECT name, length FROM names"), [{ name: "Vell", length: 4 }]);
    await store.close();
  }
});

test("an older ledger is not changed by reading it", async () => {
  await (await Store.open(path, { migrations: STEPS.slice(0, 1) })).close();
  await problemOf("ledger-broken", Store.open(path, { readonly: true, migrations: STEPS }));
});

test("a step that fails leaves the ledger at the step before", async () => {
  await (await Store.open(path, { migrations: STEPS.slice(0, 1) })).close();
  const broken = {
    version: 2,
    gist: "broken",
    sql: "ALTER TABLE names ADD COLUMN length INTEGER; SELECT nonsense",
  };
  await assert.rejects(Store.open(path, { migrations: [...STEPS.slice(0, 1), broken] }));
  const store = await Store.open(path, { migrations: STEPS.slice(0, 1) });
  assert.deepEqual(await store.read("SELECT * FROM names"), [{ name: "Vell" }]);
  await store.close();
});

test("the steps are numbered from 1 without a gap", () => {
  assert.deepEqual(
    MIGRATIONS.map(({ version }) => version),
    MIGRATIONS.map((_, at) => at + 1),
  );
});
