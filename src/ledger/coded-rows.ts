import { type DuckDBConnection, LIST, VARCHAR } from "@duckdb/node-api";
import type { Event, Tie } from "../vocabulary/index.ts";
import { canonical, sha256 } from "./canonical.ts";
import type { CoderStamp } from "./ledger.ts";
import { rowsOf } from "./query.ts";

/** What a column is filled with. */
export type Cell = string | number | boolean | null | readonly string[] | Big;
/** A number for a column of 64 bits. */
interface Big {
  readonly big: number;
}

/** When each record id was first seen; empty for a document that is new. */
export type FirstSeen = ReadonlyMap<string, number>;

/** When the records that a document has, or once had, were first seen. */
export async function firstSeenIn(connection: DuckDBConnection, document: string): Promise<FirstSeen> {
  const rows = await rowsOf<{ id: string; seq: number }>(
    connection,
    `SELECT id, min(first_seen)::INTEGER AS seq
       FROM (SELECT id, document, first_seen FROM events UNION ALL SELECT id, document, first_seen FROM ties)
      WHERE document = $1 GROUP BY id`,
    [document],
  );
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/** Marks the standing records of a document as replaced by change `seq`. */
export async function supersede(connection: DuckDBConnection, document: string, seq: number): Promise<void> {
  for (const table of ["events", "ties"])
    await connection.run(
      `UPDATE ${table} SET superseded_by = $2 WHERE document = $1 AND superseded_by IS NULL`,
      [document, seq],
    );
}

export async function insertEvents(
  connection: DuckDBConnection,
  events: readonly Event[],
  stamp: CoderStamp,
  seq: number,
  seen: FirstSeen,
): Promise<void> {
  const rows = distinct(events).map((event) => [...eventCells(event), ...standing(event, stamp, seen, seq)]);
  await append(connection, "events", rows);
}

export async function insertTies(
  connection: DuckDBConnection,
  ties: readonly Tie[],
  stamp: CoderStamp,
  seq: number,
  seen: FirstSeen,
): Promise<void> {
  const rows = distinct(ties).map((tie) => [...tieCells(tie), ...standing(tie, stamp, seen, seq)]);
  await append(connection, "ties", rows);
}

/** An event as the columns of `events` that come from the record itself, in their order. */
export function eventCells(event: Event): Cell[] {
  return [
    event.id,
    event.document,
    event.type,
    event.mode,
    event.act,
    event.domains,
    event.contexts,
    event.symmetric,
    codes(event.sources),
    codes(event.targets),
    codes([...event.sources, ...event.targets]),
    event.date?.start ?? null,
    event.date?.end ?? null,
    event.place?.state ?? null,
    event.modality,
    event.score,
    event.confidence,
    event.evidence.anchor.start,
  ];
}

/** A tie as the columns of `ties` that come from the record itself, in their order. */
export function tieCells(tie: Tie): Cell[] {
  return [
    tie.id,
    tie.document,
    tie.kind,
    tie.domain,
    codes(tie.parties),
    tie.since,
    tie.until,
    tie.level,
    tie.modality,
    tie.confidence,
    tie.evidence?.anchor.start ?? 0,
  ];
}

function standing(record: Event | Tie, { coder, lexicon }: CoderStamp, seen: FirstSeen, seq: number): Cell[] {
  return [
    coder,
    lexicon,
    { big: seen.get(record.id) ?? seq },
    { big: seq },
    null,
    recordHash(record),
    JSON.stringify(record),
  ];
}

export function recordHash(record: Event | Tie): string {
  return sha256(canonical(record));
}

function codes(parties: readonly { readonly actor: string | null }[]): string[] {
  return [...new Set(parties.flatMap(({ actor }) => actor ?? []))].sort();
}

/** Records that are the same to the last field are one record. */
function distinct<Coded extends Event | Tie>(records: readonly Coded[]): Coded[] {
  return [...new Map(records.map((record) => [`${record.id}|${recordHash(record)}`, record])).values()];
}

const WORDS = LIST(VARCHAR);

/** Appends rows, each with a cell for every column of the table; a temporary table is in the catalog `temp`. */
export async function append(
  connection: DuckDBConnection,
  table: string,
  rows: readonly (readonly Cell[])[],
  catalog: "temp" | null = null,
): Promise<void> {
  if (rows.length === 0) return;
  const appender = await connection.createAppender(table, null, catalog);
  try {
    const isDouble = Array.from(
      { length: appender.columnCount },
      (_, at) => String(appender.columnType(at)) === "DOUBLE",
    );
    for (const row of rows) {
      for (const [at, cell] of row.entries()) {
        if (cell === null) appender.appendNull();
        else if (typeof cell === "string") appender.appendVarchar(cell);
        else if (typeof cell === "boolean") appender.appendBoolean(cell);
        else if (typeof cell === "number")
          isDouble[at] ? appender.appendDouble(cell) : appender.appendInteger(cell);
        else if (isBig(cell)) appender.appendBigInt(BigInt(cell.big));
        else appender.appendList(cell, WORDS);
      }
      appender.endRow();
    }
  } finally {
    appender.closeSync();
  }
}

function isBig(cell: object): cell is Big {
  return "big" in cell;
}
