import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";

/** A value a query can be given. */
export type Parameter = string | number | boolean | null;

/** Runs a query on one connection or another and gives its rows. */
export type Read = <Row>(sql: string, parameters?: readonly Parameter[]) => Promise<Row[]>;

/** The rows of a query as objects. Counts must be cast to INTEGER or DOUBLE in the query to come back as numbers. */
export async function rowsOf<Row>(
  connection: DuckDBConnection,
  sql: string,
  parameters: readonly Parameter[] = [],
): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql, parameters as DuckDBValue[]);
  return reader.getRowObjectsJS() as Row[];
}

/** Runs `work` as one transaction: all of it is stored, or nothing. */
export async function inTransaction<Result>(
  connection: DuckDBConnection,
  work: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  await connection.run("BEGIN TRANSACTION");
  try {
    const result = await work(connection);
    await connection.run("COMMIT");
    return result;
  } catch (cause) {
    await connection.run("ROLLBACK").catch(() => undefined);
    throw cause;
  }
}

/** `($3, $4, $5)` for three values after two others. */
export function placeholders(count: number, after = 0): string {
  return `(${Array.from({ length: count }, (_, at) => `$${after + at + 1}`).join(", ")})`;
}

/** Records the next change and gives its number. Numbers only grow; they are the ledger's order, in place of a clock. */
export async function nextChange(
  connection: DuckDBConnection,
  change: "document added" | "document recoded" | "correction" | "import" | "ties imported",
  subject: string,
): Promise<number> {
  const [row] = await rowsOf<{ seq: number }>(
    connection,
    "INSERT INTO changes SELECT coalesce(max(seq), 0) + 1, $1, $2 FROM changes RETURNING seq::INTEGER AS seq",
    [change, subject],
  );
  if (row === undefined) throw new Error("DuckDB gave no row for a change that it stored.");
  return row.seq;
}
