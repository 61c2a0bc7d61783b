import type { Cell } from "./csv.ts";

const TYPES = { string: "VARCHAR", number: "DOUBLE", boolean: "BOOLEAN" } as const;

/**
 * Writes rows as a Parquet file. A column has the type of its values; one without any is text.
 * Throws what DuckDB throws where the file cannot be written.
 */
export async function writeParquet(
  path: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const types = columns.map((_, at) => typeOf(rows.find((row) => row[at] != null)?.[at] ?? ""));
    const declared = columns.map((name, at) => `"${name}" ${types[at]}`).join(", ");
    await connection.run(`CREATE TABLE records (${declared})`);
    const appender = await connection.createAppender("records");
    for (const row of rows) {
      for (const cell of row) {
        if (cell === null) appender.appendNull();
        else if (typeof cell === "number") appender.appendDouble(cell);
        else if (typeof cell === "boolean") appender.appendBoolean(cell);
        else appender.appendVarchar(cell);
      }
      appender.endRow();
    }
    appender.closeSync();
    await connection.run(`COPY records TO '${path.replaceAll("'", "''")}' (FORMAT parquet)`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function typeOf(cell: NonNullable<Cell>): string {
  return TYPES[typeof cell as keyof typeof TYPES];
}
