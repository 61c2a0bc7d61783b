import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Event, Problem, type Tie } from "../vocabulary/index.ts";
import { append, type Cell, eventCells, tieCells } from "./coded-rows.ts";
import { readCorrections } from "./correction-rows.ts";
import { type Current, currentRecords } from "./current.ts";
import type { ExportedTable, TableFormat } from "./ledger.ts";
import { type Read, rowsOf } from "./query.ts";
import type { Store } from "./store.ts";
import { storyAlone } from "./stories.ts";
import type { Stories, StoryBook } from "./story-rows.ts";

/** What is written of each table, in an order that does not hang on when rows were stored. */
const QUERIES: Readonly<Record<string, string>> = {
  documents: `SELECT id, title, outlet, author, url, published, language, text, coder, lexicon, first_seen, last_changed
                FROM documents ORDER BY id`,
  events: "FROM exported_events ORDER BY document, position, id",
  ties: "FROM exported_ties ORDER BY document, position, id",
  corrections: "FROM corrections ORDER BY seq",
  sources: "FROM sources ORDER BY source, version, holds, file_hash",
  observations: "FROM observations ORDER BY series, state, partner, period, source, version",
  votes: "FROM votes ORDER BY source, version, roll_call, state",
  changes: "FROM changes ORDER BY seq",
};

const OPTIONS: Readonly<Record<TableFormat, string>> = {
  parquet: "FORMAT parquet, COMPRESSION zstd",
  jsonl: "FORMAT json",
};

/** Writes every table to `<folder>/<table>.<format>`. */
export async function exportTables(
  store: Store,
  book: StoryBook,
  folder: string,
  format: TableFormat,
): Promise<readonly ExportedTable[]> {
  if (!(await stat(folder).catch(() => null))?.isDirectory())
    throw new Problem(
      "unreadable",
      `${folder} is not a folder, so the tables cannot be written into it.`,
      "Create it first, or name another.",
    );
  const read: Read = (sql, parameters) => store.read(sql, parameters);
  const corrections = await readCorrections(read);
  const stories = await book.stories();
  const events = await currentRecords<Event>(read, "events", corrections, {});
  const ties = await currentRecords<Tie>(read, "ties", corrections, {});
  const connection = await store.connect();
  try {
    await stageEvents(connection, events, stories);
    await stageTies(connection, ties);
    const written: ExportedTable[] = [];
    for (const [table, query] of Object.entries(QUERIES)) {
      const file = join(folder, `${table}.${format}`);
      written.push({ table, file, rows: await copy(connection, query, file, OPTIONS[format]) });
    }
    return written;
  } finally {
    connection.closeSync();
  }
}

async function copy(
  connection: DuckDBConnection,
  query: string,
  file: string,
  options: string,
): Promise<number> {
  try {
    const [row] = await rowsOf<{ Count: bigint }>(
      connection,
      `COPY (${query}) TO '${file.replaceAll("'", "''")}' (${options})`,
    );
    return Number(row?.Count ?? 0);
  } catch (cause) {
    throw new Problem(
      "unreadable",
      `${file} could not be written: ${cause instanceof Error ? cause.message : cause}.`,
      "Check the rights of the folder and the space on the disk.",
      { cause },
    );
  }
}

async function stageEvents(
  connection: DuckDBConnection,
  events: readonly Current<Event>[],
  stories: Stories,
): Promise<void> {
  await connection.run(
    `CREATE TEMP TABLE exported_events AS
       SELECT * EXCLUDE (current_from, superseded_by, hash, record),
              0::BIGINT AS last_changed, '' AS status, record, '' AS story FROM events LIMIT 0`,
  );
  await append(
    connection,
    "exported_events",
    events.map((event) => [
      ...eventCells(event.record),
      ...standing(event),
      stories.get(event.record.id) ?? storyAlone(event.record.id),
    ]),
    "temp",
  );
}

async function stageTies(connection: DuckDBConnection, ties: readonly Current<Tie>[]): Promise<void> {
  await connection.run(
    `CREATE TEMP TABLE exported_ties AS
       SELECT * EXCLUDE (current_from, superseded_by, hash, record),
              0::BIGINT AS last_changed, '' AS status, record FROM ties LIMIT 0`,
  );
  await append(
    connection,
    "exported_ties",
    ties.map((tie) => [...tieCells(tie.record), ...standing(tie)]),
    "temp",
  );
}

function standing({ stamp, firstSeen, lastChanged, status, record }: Current<Event | Tie>): Cell[] {
  const { coder, lexicon } = stamp;
  return [coder, lexicon, { big: firstSeen }, { big: lastChanged }, status, JSON.stringify(record)];
}
