import { InvalidArgumentError, Option } from "commander";
import { isPublicationDate } from "../vocabulary/index.ts";

/** The ledger a command works on unless another is named: a file in the current folder, where a person sees it. */
export const DEFAULT_LEDGER = "multivector.duckdb";

/** What `multivector export` writes. */
export const EXPORT_FORMATS = ["jsonl", "csv", "parquet", "gexf", "graphml", "bibtex", "csl-json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export function ledgerOption(): Option {
  return new Option("--ledger <file>", "the ledger file").default(DEFAULT_LEDGER);
}

export function dateOption(): Option {
  return new Option(
    "--date <day>",
    "publication day, YYYY-MM-DD, or month, YYYY-MM, of documents that do not give one themselves",
  ).argParser(publicationDate);
}

export function actorsOption(): Option {
  return new Option("--actors <file>", "a TOML file with actors of your own; may be given again").argParser(
    collected,
  );
}

export function doubtfulOption(): Option {
  return new Option("--doubtful", "keep also readings that a careful coder would seldom accept");
}

export function threadsOption(): Option {
  return new Option(
    "--threads <number>",
    "threads that code, once there is enough text; by default one fewer than the machine has cores",
  ).argParser(threadCount);
}

const MOST_THREADS = 256;

function threadCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > MOST_THREADS)
    throw new InvalidArgumentError(`It has to be a whole number from 1 to ${MOST_THREADS}.`);
  return count;
}

/** A list that grows each time the option is given. */
export function collected(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** A day or month that exists, as YYYY-MM-DD or YYYY-MM. */
export function publicationDate(value: string): string {
  if (!isPublicationDate(value))
    throw new InvalidArgumentError(
      "It has to be a day of the calendar, such as 2024-08-28, or a month, such as 2024-08.",
    );
  return value;
}

export function portNumber(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError("It has to be a port number from 0 to 65535.");
  return port;
}

export function year(value: string): number {
  if (!/^\d{4}$/.test(value)) throw new InvalidArgumentError("It has to be a year, such as 2016.");
  return Number(value);
}
