import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { type Ledger, openLedger } from "../../src/ledger/index.ts";
import { seeded } from "../../src/vocabulary/index.ts";
import { DOCUMENTS, recordsOf, STAMP } from "./add-many.ts";

const SCRIPT = join(import.meta.dirname, "add-many.ts");

/** Runs the script and kills it some milliseconds after so many documents. Gives the documents it said were stored. */
async function killedAfter(path: string, documents: number, milliseconds: number): Promise<string[]> {
  const child = spawn(process.execPath, ["--import", "tsx", SCRIPT, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = once(child, "close");
  const told: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(line);
    if (told.length === documents) {
      await setTimeout(milliseconds);
      child.kill("SIGKILL");
    }
  }
  const [code, signal] = await closed;
  assert.ok(signal === "SIGKILL" || code === 0, `ended with ${code ?? signal}`);
  return told;
}

async function contents(ledger: Ledger): Promise<unknown> {
  const events = await ledger.events();
  return {
    hash: await ledger.hash(),
    counts: await ledger.counts(),
    stories: events.map(({ event, story }) => `${event.id} ${story}`).sort(),
  };
}

test("killed at any moment and run again, nothing is lost or doubled", { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "ledger-"));
  try {
    const random = seeded(3);
    const path = join(folder, "killed.duckdb");
    for (let time = 0; time < 3; time++) {
      const told = await killedAfter(path, 2 + Math.floor(random() * 18), Math.floor(random() * 20));
      const ledger = await openLedger(path, { readonly: time === 0 });
      const stored = new Set((await ledger.documents()).map(({ id }) => id));
      assert.deepEqual(
        told.filter((id) => !stored.has(id)),
        [],
        "what was said to be stored is",
      );
      const events = await ledger.events();
      assert.equal(events.length, stored.size * 5, "a document is stored with all its records or not at all");
      assert.equal((await ledger.ties()).length, stored.size);
      await ledger.close();
    }
    const resumed = await openLedger(path);
    for (const document of DOCUMENTS) await resumed.add(document, recordsOf(document), STAMP);
    const whole = await openLedger(join(folder, "whole.duckdb"));
    for (const document of DOCUMENTS) await whole.add(document, recordsOf(document), STAMP);
    assert.deepEqual(await contents(resumed), await contents(whole));
    await resumed.close();
    await whole.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
