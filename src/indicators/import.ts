import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Problem } from "../vocabulary/index.ts";
import { type Opened, openSet, setNamed } from "./read.ts";
import type {
  Batch,
  ImportSink,
  LineProblem,
  LineProblemKind,
  SourceStamp,
  Stored,
  Vote,
} from "./records.ts";
import type { RollCall } from "./table.ts";

/** Problems that a report shows line by line, of each kind; all are counted. */
const SHOWN_PER_KIND = 20;

export interface ImportProgress {
  readonly path: string;
  readonly lines: number;
  readonly bytes: number;
  /** The file's size in bytes as stored; null where it is not known. */
  readonly of: number | null;
}

/** What an import needs of the outside world. */
export interface ImportEffects {
  readonly open: (path: string) => AsyncIterable<Uint8Array>;
  readonly size?: (path: string) => Promise<number | null>;
  readonly progress?: (progress: ImportProgress) => void;
}

/** Files on disk. */
export const DISK: ImportEffects = {
  open: (path) => createReadStream(path, { highWaterMark: 1 << 18 }),
  size: async (path) => (await stat(path)).size,
};

export interface FileReport {
  readonly path: string;
  readonly stamp: SourceStamp;
  readonly holds: Opened["holds"];
  readonly lines: number;
  /** Observations or votes read. */
  readonly rows: number;
  readonly stored: Stored;
  /** First and last year with a value, of votes those under which the set counts them; null where there is none. */
  readonly years: readonly [number, number] | null;
  /** First and last session of votes, and the days on which they were cast; null for files without votes. */
  readonly cast: Cast | null;
  readonly problems: {
    readonly counts: ReadonlyMap<LineProblemKind, number>;
    /** The first of each kind, in the order of lines. */
    readonly shown: readonly LineProblem[];
  };
  readonly passedOver: ReadonlyMap<string, number>;
  readonly notes: readonly string[];
}

export interface Cast {
  readonly sessions: readonly [number, number];
  /** ISO days. */
  readonly days: readonly [string, string];
}

/** A file that could not be read at all. */
export interface FileFailure {
  readonly path: string;
  readonly problem: Problem;
}

export interface ImportReport {
  readonly set: string;
  readonly files: readonly FileReport[];
  readonly failures: readonly FileFailure[];
}

/**
 * Reads files of a data set in their published forms and hands the rows to a sink. A file that cannot be read is
 * reported and the others go in; so with rows. Files that others need (dates of roll calls) are read first,
 * in whatever order they are given. Throws `usage` for an unknown set or no file.
 */
export async function importSet(
  set: string,
  paths: readonly string[],
  sink: ImportSink,
  effects: ImportEffects = DISK,
  options: { readonly version?: string } = {},
): Promise<ImportReport> {
  setNamed(set);
  if (paths.length === 0)
    throw new Problem(
      "usage",
      `No file of ${set} was named.`,
      `Name one, as in \`multivector import ${set} <file>\`; \`multivector import --list\` says where people get it.`,
    );
  const rollCalls = new Map<string, RollCall>();
  const files: FileReport[] = [];
  const failures: FileFailure[] = [];
  const held: { path: string; opened: Opened }[] = [];
  for (const path of paths) {
    try {
      const fileHash = await hashOf(effects.open(path));
      const opened = await openSet(set, effects.open(path), {
        path,
        fileHash,
        rollCalls,
        ...(options.version === undefined ? {} : { version: options.version }),
      });
      if (opened.holds === "companion") files.push(await importFile(path, opened, sink, effects));
      else held.push({ path, opened });
    } catch (error) {
      failures.push({ path, problem: problemOf(path, error) });
    }
  }
  for (const { path, opened } of held) {
    try {
      files.push(await importFile(path, opened, sink, effects));
    } catch (error) {
      failures.push({ path, problem: problemOf(path, error) });
    }
  }
  return { set, files, failures };
}

async function importFile(
  path: string,
  { stamp, holds, batches, notes }: Opened,
  sink: ImportSink,
  effects: ImportEffects,
): Promise<FileReport> {
  const size = (await effects.size?.(path)) ?? null;
  const tally = createTally();
  async function* rowsOf<Row>(of: (batch: Batch) => readonly Row[]): AsyncGenerator<Row> {
    for await (const batch of batches) {
      tally.take(batch);
      effects.progress?.({ path, lines: batch.lines, bytes: batch.bytes, of: size });
      yield* of(batch);
    }
  }
  let stored: Stored = { added: 0, known: 0 };
  if (holds === "votes")
    stored = await sink.addVotes(
      rowsOf((batch) => batch.votes),
      stamp,
    );
  else if (holds === "observations")
    stored = await sink.addObservations(
      rowsOf((batch) => batch.observations),
      stamp,
    );
  else for await (const _ of rowsOf(() => []));
  return { path, stamp, holds, stored, notes, ...tally.report() };
}

function createTally() {
  const counts = new Map<LineProblemKind, number>();
  const shown: LineProblem[] = [];
  let rows = 0;
  let lines = 0;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let cast: Cast | null = null;
  let passedOver: ReadonlyMap<string, number> = new Map();
  const see = (period: string) => {
    const first = Number(period.slice(0, 4));
    if (first < from) from = first;
    const slash = period.indexOf("/");
    const last = slash < 0 ? first : Number(period.slice(slash + 1, slash + 5));
    if (last > to) to = last;
  };
  return {
    take(batch: Batch): void {
      lines = batch.lines;
      passedOver = batch.passedOver;
      rows += batch.observations.length + batch.votes.length;
      for (const { period } of batch.observations) see(period);
      for (const vote of batch.votes) {
        see(String(vote.year));
        cast = wider(cast, vote);
      }
      for (const problem of batch.problems) {
        const count = (counts.get(problem.kind) ?? 0) + 1;
        counts.set(problem.kind, count);
        if (count <= SHOWN_PER_KIND) shown.push(problem);
      }
    },
    report: () => ({
      lines,
      rows,
      years: from <= to ? ([from, to] as const) : null,
      cast,
      problems: { counts, shown },
      passedOver,
    }),
  };
}

function wider(cast: Cast | null, { session, date }: Vote): Cast {
  if (cast === null) return { sessions: [session, session], days: [date, date] };
  const { sessions, days } = cast;
  if (session >= sessions[0] && session <= sessions[1] && date >= days[0] && date <= days[1]) return cast;
  return {
    sessions: [Math.min(sessions[0], session), Math.max(sessions[1], session)],
    days: [date < days[0] ? date : days[0], date > days[1] ? date : days[1]],
  };
}

async function hashOf(file: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of file) hash.update(chunk);
  return hash.digest("hex");
}

function problemOf(path: string, error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT")
    return new Problem("not-found", `There is no file ${path}.`, "Check the path.", { cause: error });
  if (code === "EISDIR")
    return new Problem("usage", `${path} is a folder.`, "Name the file in it.", { cause: error });
  if (code === "EACCES")
    return new Problem("unreadable", `The file ${path} may not be read.`, "Check its permissions.", {
      cause: error,
    });
  throw error;
}
