import type { DuckDBConnection } from "@duckdb/node-api";
import { isInList, type Parameter, readerOf, rowsOf } from "./query.ts";
import type { Column } from "./staging.ts";
import type { Store } from "./store.ts";

/** Conditions of a query, all of which must hold, with the values they are about. */
export class Conditions {
  readonly parameters: Parameter[] = [];
  readonly #all: string[] = [];

  is(column: string, relation: "=" | "<=" | ">=", value: Parameter): void {
    this.#all.push(`"${column}" ${relation} $${this.parameters.push(value)}`);
  }

  isIn(column: string, values: readonly string[]): void {
    this.#all.push(isInList(`"${column}"`, this.parameters.push(values)));
  }

  get sql(): string {
    return this.#all.length > 0 ? `WHERE ${this.#all.join(" AND ")}` : "";
  }
}

/**
 * Reads many rows of a bulk table. Text that repeats crosses from the database as a number and becomes one shared
 * string, which takes a third of the time and a fraction of the memory.
 */
export async function selectWords<Row>(
  store: Store,
  query: {
    readonly table: string;
    readonly columns: Readonly<Record<string, { readonly kind: Column }>>;
    /** Names of columns in the rows, where they differ. */
    readonly as: Readonly<Record<string, string>>;
    readonly where: Conditions;
    readonly order: readonly string[];
  },
): Promise<Row[]> {
  const { table, columns, as, where, order } = query;
  const connection = await store.connect();
  try {
    const selected: string[] = [];
    const words: (readonly string[] | null)[] = [];
    for (const [name, { kind }] of Object.entries(columns)) {
      const known = kind === "word" ? await wordsOf(connection, table, name, where) : null;
      words.push(known);
      // An ENUM itself would be built anew, word by word, for every chunk that is read.
      selected.push(
        known === null || known.length === 0 ? `"${name}"` : `enum_code("${name}"::${enumOf(known)})`,
      );
    }
    const by = order.map((name) => `"${name}" NULLS FIRST`).join(", ");
    const reader = await readerOf(
      connection,
      `SELECT ${selected.join(", ")} FROM ${table} ${where.sql} ORDER BY ${by}`,
      where.parameters,
    );
    const names = Object.keys(columns).map((name) => as[name] ?? name);
    return rowsFrom<Row>(names, words, reader.getColumns());
  } finally {
    connection.closeSync();
  }
}

function rowsFrom<Row>(
  names: readonly string[],
  words: readonly (readonly string[] | null)[],
  columns: readonly (readonly unknown[])[],
): Row[] {
  return (columns[0] ?? []).map((_, line) => {
    const row: Record<string, unknown> = {};
    for (const [at, name] of names.entries()) {
      const cell = columns[at]?.[line] ?? null;
      row[name] = typeof cell === "number" ? (words[at]?.[cell] ?? cell) : cell;
    }
    return row as Row;
  });
}

/** The values of a column among the rows wanted, in alphabetical order. */
async function wordsOf(
  connection: DuckDBConnection,
  table: string,
  column: string,
  where: Conditions,
): Promise<readonly string[]> {
  const rows = await rowsOf<{ word: string | null }>(
    connection,
    `SELECT DISTINCT "${column}" AS word FROM ${table} ${where.sql} ORDER BY word`,
    where.parameters,
  );
  return rows.flatMap(({ word }) => word ?? []);
}

function enumOf(words: readonly string[]): string {
  return `ENUM(${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(", ")})`;
}
