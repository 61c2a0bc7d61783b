import {
  type DuckDBConnection,
  type DuckDBResultReader,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  VARCHAR,
} from "@duckdb/node-api";

/** A value a query can be given. */
export type Parameter = string | number | boolean | null | readonly string[];

/** Runs a query on one connection or another and gives its rows. */
export type Read = <Row>(sql: string, parameters?: readonly Parameter[]) => Promise<Row[]>;

/** The rows of a query as objects. Counts must be cast to INTEGER or DOUBLE in the query to come back as numbers. */
export async function rowsOf<Row>(
  connection: DuckDBConnection,
  sql: string,
  parameters: readonly Parameter[] = [],
): Promise<Row[]> {
  return (await readerOf(connection, sql, parameters)).getRowObjectsJS() as Row[];
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

/** Runs a query to its end. A list gets its type, which DuckDB could not tell from an empty one. */
export function readerOf(
  connection: DuckDBConnection,
  sql: string,
  parameters: readonly Parameter[],
): Promise<DuckDBResultReader> {
  const isList = (parameter: Parameter): parameter is readonly string[] => Array.isArray(parameter);
  const values = parameters.map((parameter) => (isList(parameter) ? listValue([...parameter]) : parameter));
  const types = parameters.map((parameter) => (isList(parameter) ? LIST(VARCHAR) : undefined));
  return connection.runAndReadAll(sql, values as DuckDBValue[], types as DuckDBType[]);
}

/** A test of whether a column is in the list that is parameter number `at`: one parameter, however long the list. */
export function isInList(column: string, at: number): string {
  return `${column} IN (SELECT unnest($${at}::VARCHAR[]))`;
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
