import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { multivector } from "./captured.ts";
import { DISPATCHES, folderWith } from "./folder.ts";

const MAIN = new URL("../../src/cli/main.ts", import.meta.url).pathname;

function start(args: readonly string[], cwd: string): ChildProcess {
  const tsx = import.meta.resolve("tsx");
  return spawn(process.execPath, ["--import", tsx, MAIN, ...args], { cwd, stdio: ["pipe", "pipe", "pipe"] });
}

/** What a stream says until a pattern is in it, or until it ends. */
async function until(child: ChildProcess, pattern: RegExp): Promise<string> {
  let said = "";
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    if (pattern.test(said)) break;
  }
  return said;
}

test("open serves at the address it prints, holds its ledger, and ends well on Ctrl-C", {
  timeout: 60_000,
}, async (t) => {
  const folder = folderWith(t, DISPATCHES);
  const child = start(["open", folder(), "--ledger", folder("l.duckdb"), "--port", "0"], folder());
  t.after(() => child.kill("SIGKILL"));
  const said = await until(child, /Ctrl-C/);
  const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? "";
  const response = await fetch(address);
  assert.equal(response.status, 200);
  assert.match(await response.text(), /Serbian and Chinese troops train together/);

  const second = await multivector(["add", folder(), "--ledger", folder("l.duckdb")]);
  assert.equal(second.exitCode, 1);
  assert.match(second.err, /l\.duckdb is in use by another process/);

  child.kill("SIGINT");
  const [code] = (await once(child, "exit")) as [number];
  assert.equal(code, 0);
});

test("a reader that closes early, as head does, is no failure", { timeout: 60_000 }, async (t) => {
  const folder = folderWith(t, {});
  const child = start(["dates", "-"], folder());
  t.after(() => child.kill("SIGKILL"));
  let err = "";
  child.stderr?.on("data", (chunk) => {
    err += String(chunk);
  });
  child.stdin?.on("error", () => undefined);
  const line = `${JSON.stringify({ id: 1, text: "in 1994 and in 1995 and in 1996" })}\n`;
  for (let at = 0; at < 3000; at++) child.stdin?.write(line);
  child.stdout?.once("data", () => child.stdout?.destroy());
  child.stdin?.end();
  const [code] = (await once(child, "exit")) as [number];
  assert.equal(code, 0, err);
  assert.equal(err, "");
});
