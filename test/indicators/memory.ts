import { gzipSync } from "node:zlib";
import { type ImportReport, importSet, type Vote } from "../../src/indicators/index.ts";
import type { Observation } from "../../src/vocabulary/index.ts";

/** What an import of files held in memory came to. */
export interface Imported {
  readonly report: ImportReport;
  readonly observations: readonly Observation[];
  readonly votes: readonly Vote[];
}

/** Imports files given as text or bytes by name, a few bytes at a time, so that blocks end in the middle of lines. */
export async function importText(
  set: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Imported> {
  const observations: Observation[] = [];
  const votes: Vote[] = [];
  const report = await importSet(
    set,
    Object.keys(files),
    {
      async addObservations(rows) {
        for await (const row of rows) observations.push(row);
        return { added: observations.length, known: 0 };
      },
      async addVotes(rows) {
        for await (const row of rows) votes.push(row);
        return { added: votes.length, known: 0 };
      },
    },
    {
      async *open(path) {
        const content = files[path] ?? "";
        const bytes = typeof content === "string" ? Buffer.from(content) : content;
        for (let at = 0; at < bytes.length; at += 37) yield bytes.subarray(at, at + 37);
      },
    },
  );
  return { report, observations, votes };
}

/** Observations in short: `series state partner period value`. */
export function inShort(observations: readonly Observation[]): string[] {
  return observations.map(({ series, state, partner, period, value }) =>
    [series, state, partner ?? "-", period, value].join(" "),
  );
}

/** Line and kind of every problem of the first file. */
export function problemsOf({ report }: Imported): string[] {
  return (report.files[0]?.problems.shown ?? []).map(({ line, kind }) => `${line} ${kind}`);
}

export function gzipped(text: string): Uint8Array {
  return gzipSync(text);
}
