import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { Problem } from "../vocabulary/index.ts";
import { type Migration, migrate } from "./migrations.ts";
import { asProblem } from "./open-problems.ts";
import { inTransaction, type Parameter, rowsOf } from "./query.ts";

/** DuckDB spills to disk beside the ledger beyond this. */
const MEMORY_LIMIT = "800MB";

/**
 * The open file: one connection that reads and one that writes. Writes wait for each other, and each is one
 * transaction, so that an interruption leaves all of it or nothing.
 */
export class Store {
  readonly path: string;
  readonly readonly: boolean;
  readonly #instance: DuckDBInstance;
  readonly #reader: DuckDBConnection;
  readonly #writer: DuckDBConnection;
  #lastWrite: Promise<unknown> = Promise.resolve();
  #closed = false;

  private constructor(
    path: string,
    readonly: boolean,
    instance: DuckDBInstance,
    reader: DuckDBConnection,
    writer: DuckDBConnection,
  ) {
    this.path = path;
    this.readonly = readonly;
    this.#instance = instance;
    this.#reader = reader;
    this.#writer = writer;
  }

  /**
   * Opens the file, creates it unless `readonly`, and brings its tables up to date.
   * Throws a Problem: `ledger-newer`, `ledger-busy`, `ledger-broken`, `not-found`, `unreadable` or `usage`.
   */
  static async open(
    given: string,
    { readonly = false, migrations }: { readonly?: boolean; migrations: readonly Migration[] },
  ): Promise<Store> {
    const path = resolve(given);
    await checkPlace(path, readonly);
    const instance = await openInstance(path, readonly);
    const reader = await instance.connect();
    const writer = await instance.connect();
    try {
      await migrate(writer, path, migrations, readonly);
      return new Store(path, readonly, instance, reader, writer);
    } catch (cause) {
      // A connection left open would make the next opening in this process wait for it.
      for (const open of [reader, writer, instance]) open.closeSync();
      throw asProblem(cause, path);
    }
  }

  async read<Row>(sql: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
    return rowsOf<Row>(this.#reader, sql, parameters);
  }

  /** Runs `work` as one transaction, after those begun before it, on a connection of its own if one is given. */
  async write<Result>(
    work: (connection: DuckDBConnection) => Promise<Result>,
    connection = this.#writer,
  ): Promise<Result> {
    if (this.readonly)
      throw new Problem(
        "usage",
        `The ledger ${this.path} was opened for reading only.`,
        "Open it without the read-only option to change it.",
      );
    const turn = this.#lastWrite.then(() => inTransaction(connection, work));
    this.#lastWrite = turn.catch(() => undefined);
    return turn.catch((cause: unknown) => {
      throw asProblem(cause, this.path);
    });
  }

  /** A further connection, for work that needs temporary tables or a stream of its own. The caller closes it. */
  connect(): Promise<DuckDBConnection> {
    return this.#instance.connect();
  }

  /** Waits for writes under way, folds the write-ahead log into the file and lets go of it. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#lastWrite;
    this.#reader.closeSync();
    this.#writer.closeSync();
    this.#instance.closeSync();
  }
}

async function checkPlace(path: string, readonly: boolean): Promise<void> {
  const place = await stat(path).catch(() => null);
  if (place?.isDirectory())
    throw new Problem("usage", `${path} is a folder, not a ledger file.`, "Name a file inside it.");
  if (place !== null) return;
  if (readonly)
    throw new Problem(
      "not-found",
      `There is no ledger at ${path}.`,
      "Check the path, or run `multivector add` to make one.",
    );
  const folder = await stat(dirname(path)).catch(() => null);
  if (!folder?.isDirectory())
    throw new Problem(
      "not-found",
      `The folder ${dirname(path)} does not exist, so no ledger can be made in it.`,
      "Create the folder first, or name another place for the ledger.",
    );
}

async function openInstance(path: string, readonly: boolean): Promise<DuckDBInstance> {
  const options = { memory_limit: MEMORY_LIMIT };
  if (!readonly) return DuckDBInstance.fromCache(path, options).catch((cause) => fail(cause, path));
  return DuckDBInstance.fromCache(path, { ...options, access_mode: "READ_ONLY" }).catch((cause: unknown) =>
    // This process already has the file open for writing: share that, since a second owner would lose rows.
    String(cause).includes("different configuration")
      ? DuckDBInstance.fromCache(path, options)
      : fail(cause, path),
  );
}

function fail(cause: unknown, path: string): never {
  throw asProblem(cause, path);
}
