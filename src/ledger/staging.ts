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

/** A column of a row on its way in. */
export interface StagedColumn<Row> {
  readonly kind: Column;
  readonly of: (row: Row) => string | number | null;
}

/**
 * Streams rows into the temporary view `staged` of a connection, with their order in `line`, in flat memory:
 * a chunk at a time, repeated words as numbers. DuckDB spills what does not fit. Gives the number of rows.
 */
export async function stage<Row>(
  connection: DuckDBConnection,
  columns: Readonly<Record<string, StagedColumn<Row>>>,
  rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<number> {
  const names = Object.keys(columns);
  const staged = Object.values(columns);
  const definitions = names.map((name, at) => `"${name}" ${TYPES[staged[at]?.kind ?? "text"]}`);
  await connection.run(
    `CREATE TEMP TABLE staged_rows (line INTEGER, ${definitions.join(", ")});
     CREATE TEMP TABLE staged_words (code INTEGER, word VARCHAR);`,
  );
  const words = new Map<string, number>();
  const cellOf = ({ kind, of }: StagedColumn<Row>, row: Row): string | number | null => {
    const value = of(row);
    return kind === "word" && typeof value === "string" ? codeOf(value, words) : value;
  };
  const writer = await chunkWriter(connection, "staged_rows", [
    INTEGER,
    ...staged.map(({ kind }) => TYPES[kind]),
  ]);
  let line = 0;
  const take = (row: Row): void => {
    writer.write(line, (at) => cellOf(staged[at] as StagedColumn<Row>, row));
    line += 1;
  };
  // Awaiting each row of what is at hand already would double the time.
  if (Symbol.iterator in rows) for (const row of rows) take(row);
  else for await (const row of rows) take(row);
  writer.close();
  const wordWriter = await chunkWriter(connection, "staged_words", [INTEGER, VARCHAR]);
  for (const [word, code] of words) wordWriter.write(code, () => word);
  wordWriter.close();
  await viewWithWords(connection, names, staged);
  return line;
}

function codeOf(word: string, words: Map<string, number>): number {
  const known = words.get(word);
  if (known !== undefined) return known;
  words.set(word, words.size);
  return words.size - 1;
}

async function viewWithWords(
  connection: DuckDBConnection,
  names: readonly string[],
  columns: readonly { readonly kind: Column }[],
): Promise<void> {
  const isWord = (at: number): boolean => columns[at]?.kind === "word";
  const selected = names.map((name, at) => (isWord(at) ? `w${at}.word AS "${name}"` : `r."${name}"`));
  const joins = names.flatMap((name, at) =>
    isWord(at) ? [`LEFT JOIN staged_words w${at} ON w${at}.code = r."${name}"`] : [],
  );
  await connection.run(
    `CREATE TEMP VIEW staged AS SELECT line, ${selected.join(", ")} FROM staged_rows r ${joins.join(" ")}`,
  );
}

interface ChunkWriter {
  /** Takes a row: its first cell, and the others by their place among the others. */
  write(first: number, cell: (at: number) => DuckDBValue): void;
  close(): void;
}

async function chunkWriter(
  connection: DuckDBConnection,
  table: string,
  types: readonly DuckDBType[],
): Promise<ChunkWriter> {
  const appender = await connection.createAppender(table);
  const columns: DuckDBValue[][] = types.map(() => []);
  let count = 0;
  const flush = (): void => {
    if (count === 0) return;
    const chunk = DuckDBDataChunk.create(types, count);
    for (const column of columns) column.length = count;
    chunk.setColumns(columns);
    appender.appendDataChunk(chunk);
    count = 0;
  };
  return {
    write(first, cell) {
      for (const [at, column] of columns.entries()) column[count] = at === 0 ? first : cell(at - 1);
      count += 1;
      if (count === ROWS_PER_CHUNK) flush();
    },
    close() {
      flush();
      appender.closeSync();
    },
  };
}
