import type { DuckDBConnection } from "@duckdb/node-api";
import { Problem } from "../vocabulary/index.ts";
import { inTransaction, rowsOf } from "./query.ts";

/** One step of the schema: run once, in order, and never changed after a release. */
export interface Migration {
  readonly version: number;
  readonly gist: string;
  readonly sql: string;
}

/**
 * The schema, step by step. Every row of a record keeps when its id was first seen (`first_seen`), since when this
 * wording of it stands (`current_from`) and what replaced it (`superseded_by`, null while it stands): all three
 * are numbers of `changes`, the ledger's only order. Rows are never deleted, so that an old figure can be rebuilt.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    gist: "documents, coded records, corrections, stories, observations and votes",
    sql: `
      CREATE TABLE changes (seq BIGINT PRIMARY KEY, change VARCHAR NOT NULL, subject VARCHAR NOT NULL);
      CREATE TABLE documents (
        id VARCHAR PRIMARY KEY, title VARCHAR, outlet VARCHAR, author VARCHAR, url VARCHAR, published VARCHAR,
        language VARCHAR NOT NULL, text VARCHAR NOT NULL, hash VARCHAR NOT NULL,
        coder VARCHAR NOT NULL, lexicon VARCHAR NOT NULL,
        first_seen BIGINT NOT NULL, last_changed BIGINT NOT NULL
      );
      CREATE TABLE events (
        id VARCHAR NOT NULL, document VARCHAR NOT NULL, type VARCHAR NOT NULL, mode VARCHAR, act VARCHAR,
        domains VARCHAR[] NOT NULL, contexts VARCHAR[] NOT NULL, "symmetric" BOOLEAN NOT NULL,
        sources VARCHAR[] NOT NULL, targets VARCHAR[] NOT NULL, actors VARCHAR[] NOT NULL,
        date_start VARCHAR, date_end VARCHAR, place_state VARCHAR, modality VARCHAR NOT NULL,
        score DOUBLE NOT NULL, confidence DOUBLE NOT NULL, position INTEGER NOT NULL,
        coder VARCHAR NOT NULL, lexicon VARCHAR NOT NULL,
        first_seen BIGINT NOT NULL, current_from BIGINT NOT NULL, superseded_by BIGINT,
        hash VARCHAR NOT NULL, record JSON NOT NULL
      );
      CREATE TABLE ties (
        id VARCHAR NOT NULL, document VARCHAR, kind VARCHAR NOT NULL, domain VARCHAR NOT NULL,
        actors VARCHAR[] NOT NULL, since VARCHAR, until VARCHAR, level VARCHAR, modality VARCHAR NOT NULL,
        confidence DOUBLE NOT NULL, position INTEGER NOT NULL,
        coder VARCHAR NOT NULL, lexicon VARCHAR NOT NULL,
        first_seen BIGINT NOT NULL, current_from BIGINT NOT NULL, superseded_by BIGINT,
        hash VARCHAR NOT NULL, record JSON NOT NULL
      );
      CREATE TABLE corrections (
        seq BIGINT PRIMARY KEY, id VARCHAR UNIQUE NOT NULL, "at" VARCHAR NOT NULL, "by" VARCHAR NOT NULL,
        "on" VARCHAR NOT NULL, change VARCHAR NOT NULL, before JSON, after JSON, reason VARCHAR
      );
      CREATE TABLE stories (event VARCHAR NOT NULL, story VARCHAR NOT NULL);
      CREATE TABLE stories_state (seq BIGINT NOT NULL);
      CREATE TABLE sources (
        source VARCHAR NOT NULL, version VARCHAR NOT NULL, title VARCHAR, licence VARCHAR, citation VARCHAR,
        coverage VARCHAR, url VARCHAR, file VARCHAR, layout VARCHAR, file_hash VARCHAR NOT NULL, holds VARCHAR NOT NULL,
        rows BIGINT NOT NULL, known BIGINT NOT NULL, conflicts BIGINT NOT NULL,
        first_seen BIGINT NOT NULL, last_changed BIGINT NOT NULL
      );
      CREATE TABLE observations (
        series VARCHAR NOT NULL, state VARCHAR NOT NULL, partner VARCHAR, period VARCHAR NOT NULL,
        value DOUBLE NOT NULL, unit VARCHAR NOT NULL, source VARCHAR NOT NULL, version VARCHAR NOT NULL,
        row VARCHAR NOT NULL
      );
      CREATE TABLE votes (
        state VARCHAR NOT NULL, roll_call VARCHAR NOT NULL, session INTEGER NOT NULL, date VARCHAR NOT NULL,
        year INTEGER NOT NULL, vote VARCHAR NOT NULL, source VARCHAR NOT NULL, version VARCHAR NOT NULL
      );`,
  },
];

/**
 * Brings a file's tables to the newest version, each step in a transaction of its own.
 * Throws `ledger-newer` where the file is ahead of the steps, `ledger-broken` where it holds other tables.
 */
export async function migrate(
  connection: DuckDBConnection,
  path: string,
  migrations: readonly Migration[],
  readonly: boolean,
): Promise<void> {
  const newest = migrations.at(-1)?.version ?? 0;
  const version = await versionOf(connection, path);
  if (version > newest)
    throw new Problem(
      "ledger-newer",
      `The ledger ${path} has schema version ${version}; this version of Multivector reads up to ${newest}.`,
      "Update Multivector, or open another ledger.",
    );
  if (version === newest) return;
  if (readonly)
    throw new Problem(
      "ledger-broken",
      `The ledger ${path} has schema version ${version} and must be brought to ${newest} before it can be read.`,
      "Open it once for writing, for example with `multivector add`, then try again.",
    );
  for (const step of migrations.filter((one) => one.version > version))
    await inTransaction(connection, async () => {
      await connection.run(step.sql);
      await connection.run(
        "CREATE TABLE IF NOT EXISTS ledger (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL)",
      );
      await connection.run("INSERT OR REPLACE INTO ledger VALUES ('schema version', $1)", [
        String(step.version),
      ]);
    });
}

async function versionOf(connection: DuckDBConnection, path: string): Promise<number> {
  const tables = await rowsOf<{ name: string }>(
    connection,
    "SELECT table_name AS name FROM information_schema.tables WHERE table_catalog = current_database()",
  );
  if (tables.length === 0) return 0;
  const rows = tables.some(({ name }) => name === "ledger")
    ? await rowsOf<{ value: string }>(
        connection,
        "SELECT value FROM ledger WHERE key = 'schema version'",
      ).catch(() => [])
    : [];
  const version = Number(rows[0]?.value);
  if (rows.length === 0 || !Number.isInteger(version))
    throw new Problem(
      "ledger-broken",
      `${path} is a DuckDB file with other tables, not a ledger.`,
      "Name another file; this one was left as it is.",
    );
  return version;
}
