import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api";

/**
 * How a column is handed over: `word` for text that repeats (sent once, then by number), `text` for text that
 * does not, `number` for doubles.
 */
export type Column = "word" | "text" | "number";

const TYPES: Readonly<Record<Column, DuckDBType>> = { word: INTEGER, text: VARCHAR, number: DOUBLE };
const ROWS_PER_CHUNK = 2048;

/**
 * Streams rows into the temporary view `staged` of a connection, with their order in `line`, in flat memory:
 * a chunk at a time, repeated words as numbers. DuckDB spills what does not fit. Gives the number of rows.
 */
export async function stage<Row extends object>(
  connection: DuckDBConnection,
  columns: Readonly<Record<string, Column>>,
  rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<number> {
  const names = Object.keys(columns);
  const kinds = Object.values(columns);
  const sqlType = (kind: Column): string => String(TYPES[kind]);
  await connection.run(
    `CREATE TEMP TABLE staged_rows (line INTEGER, ${names.map((name, at) => `"${name}" ${sqlType(kinds[at] ?? "text")}`).join(", ")});
     CREATE TEMP TABLE staged_words (code INTEGER, word VARCHAR);`,
  );
  const words = new Map<string, number>();
  const codeOf = (word: string): number => {
    const known = words.get(word);
    if (known !== undefined) return known;
    words.set(word, words.size);
    return words.size - 1;
  };
  const types = [INTEGER, ...kinds.map((kind) => TYPES[kind])];
  const writer = await chunkWriter(connection, "staged_rows", types);
  let line = 0;
  for await (const row of rows) {
    const cells: DuckDBValue[] = [line++];
    for (const [at, name] of names.entries()) {
      const value = row[name as keyof Row] as string | number | null;
      cells.push(kinds[at] === "word" && value !== null ? codeOf(String(value)) : value);
    }
    writer.write(cells);
  }
  writer.close();
  const wordWriter = await chunkWriter(connection, "staged_words", [INTEGER, VARCHAR]);
  for (const [word, code] of words) wordWriter.write([code, word]);
  wordWriter.close();
  const wordColumns = names.filter((_, at) => kinds[at] === "word");
  await connection.run(
    `CREATE TEMP VIEW staged AS SELECT line, ${names
      .map((name, at) => (kinds[at] === "word" ? `w_${name}.word AS "${name}"` : `r."${name}"`))
      .join(", ")}
     FROM staged_rows r ${wordColumns.map((name) => `LEFT JOIN staged_words w_${name} ON w_${name}.code = r."${name}"`).join(" ")}`,
  );
  return line;
}

interface ChunkWriter {
  write(cells: readonly DuckDBValue[]): void;
  close(): void;
}

async function chunkWriter(
  connection: DuckDBConnection,
  table: string,
  types: readonly DuckDBType[],
): Promise<ChunkWriter> {
  const appender = await connection.createAppender(table);
  let columns: DuckDBValue[][] = types.map(() => []);
  const flush = (): void => {
    const count = columns[0]?.length ?? 0;
    if (count === 0) return;
    const chunk = DuckDBDataChunk.create(types, count);
    chunk.setColumns(columns);
    appender.appendDataChunk(chunk);
    columns = types.map(() => []);
  };
  return {
    write(cells) {
      for (const [at, cell] of cells.entries()) columns[at]?.push(cell);
      if (columns[0]?.length === ROWS_PER_CHUNK) flush();
    },
    close() {
      flush();
      appender.closeSync();
    },
  };
}
