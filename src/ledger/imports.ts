import type { DuckDBConnection } from "@duckdb/node-api";
import type { Imported, SourceOfRows, SourceRow } from "./ledger.ts";
import { nextChange, type Read, rowsOf } from "./query.ts";
import { type StagedColumn, stage } from "./staging.ts";
import type { Store } from "./store.ts";

/** A table of imported rows: its columns, what names a row, and what the row then says. */
export interface BulkTable<Row> {
  readonly table: "observations" | "votes";
  readonly columns: Readonly<Record<string, StagedColumn<Row>>>;
  /** Columns that together name a row; a second row of that name is known, or a conflict. */
  readonly key: readonly string[];
  readonly value: readonly string[];
}

/**
 * Stores rows that are not there yet, all or none. The rows are first staged in a temporary table, so that reading
 * a long file holds no transaction open and leaves nothing behind when it is interrupted.
 */
export async function importRows<Row>(
  store: Store,
  { table, columns, key, value }: BulkTable<Row>,
  rows: Iterable<Row> | AsyncIterable<Row>,
  source: SourceOfRows,
): Promise<Imported> {
  const connection = await store.connect();
  try {
    const total = await stage(connection, columns, rows);
    const list = (columns: readonly string[], of = ""): string =>
      columns.map((name) => `${of}"${name}"`).join(", ");
    const names = Object.keys(columns);
    await connection.run(
      `CREATE TEMP TABLE firsts AS
         SELECT * FROM staged WHERE line IN (SELECT min(line) FROM staged_rows GROUP BY ${list(key)})`,
    );
    return await store.write(async () => {
      const [counted] = await rowsOf<{ firsts: number; fresh: number; changed: number }>(
        connection,
        `SELECT (SELECT count(*) FROM firsts)::INTEGER AS firsts,
                (SELECT count(*) FROM firsts f ANTI JOIN ${table} t ON ${same("f", "t", key)})::INTEGER AS fresh,
                (SELECT count(*) FROM firsts f JOIN ${table} t ON ${same("f", "t", key)}
                  WHERE NOT (${same("f", "t", value)}))::INTEGER AS changed`,
      );
      const { firsts = 0, fresh = 0, changed = 0 } = counted ?? {};
      const conflicts = changed + (firsts < total ? await conflictsWithin(connection, key, value) : 0);
      if (fresh > 0)
        await connection.run(
          `INSERT INTO ${table} (${list(names)})
             SELECT ${list(names, "f.")} FROM firsts f ANTI JOIN ${table} t ON ${same("f", "t", key)} ORDER BY f.line`,
        );
      const imported = { added: fresh, known: total - fresh - conflicts, conflicts };
      await recordSource(connection, source, table, imported);
      return imported;
    }, connection);
  } finally {
    connection.closeSync();
  }
}

function same(a: string, b: string, names: readonly string[]): string {
  return names.map((name) => `${a}."${name}" IS NOT DISTINCT FROM ${b}."${name}"`).join(" AND ");
}

/** Rows of the file whose key an earlier row of it has with another value. */
async function conflictsWithin(
  connection: DuckDBConnection,
  key: readonly string[],
  value: readonly string[],
): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    connection,
    `SELECT count(*)::INTEGER AS n FROM staged s JOIN firsts f ON ${same("s", "f", key)}
      WHERE s.line <> f.line AND NOT (${same("s", "f", value)})`,
  );
  return row?.n ?? 0;
}

/** Keeps where rows came from. The same file again changes nothing. */
export async function recordSource(
  connection: DuckDBConnection,
  source: SourceOfRows,
  holds: SourceRow["holds"],
  { added, known, conflicts }: Imported,
): Promise<void> {
  const { fileHash, version } = source;
  const key = [source.source, version, fileHash, holds];
  const [row] = await rowsOf<{ n: number }>(
    connection,
    "SELECT count(*)::INTEGER AS n FROM sources WHERE source = $1 AND version = $2 AND file_hash = $3 AND holds = $4",
    key,
  );
  if (row !== undefined && row.n > 0 && added === 0) return;
  const seq = await nextChange(connection, "import", `${source.source} ${version}`);
  if (row !== undefined && row.n > 0) {
    await connection.run(
      `UPDATE sources SET rows = rows + $5, last_changed = $6
        WHERE source = $1 AND version = $2 AND file_hash = $3 AND holds = $4`,
      [...key, added, seq],
    );
    return;
  }
  const about = (["title", "licence", "citation", "coverage", "url", "file", "layout"] as const).map(
    (field) => source[field] ?? null,
  );
  const values = [source.source, version, ...about, fileHash, holds, added, known, conflicts, seq];
  const places = values.map((_, at) => `$${at + 1}`).join(", ");
  await connection.run(`INSERT INTO sources SELECT ${places}, $${values.length}`, values);
}

export function readSources(read: Read): Promise<SourceRow[]> {
  return read<SourceRow>(
    `SELECT source, version, file_hash AS "fileHash", title, licence, citation, coverage, url, file, layout, holds,
            rows::INTEGER AS rows, conflicts::INTEGER AS conflicts,
            first_seen::INTEGER AS "firstSeen", last_changed::INTEGER AS "lastChanged"
       FROM sources ORDER BY source, version, holds, file_hash`,
  );
}
