import { createReadStream } from "node:fs";
import { type Document, isPublicationDate, Problem } from "../vocabulary/index.ts";
import { asUtf8, type OpenedStream, openStream, wholeOf } from "./byte-stream.ts";
import { byteOrder, decodeBytes } from "./decode.ts";
import { type Draft, finish } from "./draft.ts";
import { type Format, formatOfName, formatOfStart } from "./format.ts";
import { draftOfHtml } from "./html-page.ts";
import { draftsOfJsonLines } from "./json-lines.ts";
import { draftOfMarkdown } from "./markdown.ts";
import type { Place } from "./messages.ts";
import * as messages from "./messages.ts";
import { normaliseText } from "./normalise.ts";
import { draftOfText } from "./plain-text.ts";
import { kindOfBytes } from "./signatures.ts";
import { filesUnder } from "./walk.ts";

/** One document, or one thing that could not be read. `line` is the line of a JSON Lines file, else null. */
export type Reading =
  | {
      readonly is: "document";
      readonly path: string;
      readonly line: number | null;
      /** The id that a JSON Lines row came with, else null. */
      readonly given: string | null;
      readonly document: Document;
      readonly notes: readonly string[];
    }
  | {
      readonly is: "problem";
      readonly path: string;
      readonly line: number | null;
      readonly problem: Problem;
    };

export interface ReadOptions {
  /** ISO day for documents that do not state theirs; null leaves them undated. */
  readonly date: string | null;
  /** Standard input, read where a path is `-`. */
  readonly input?: AsyncIterable<Uint8Array>;
  /** Without it, or `auto`, the file's name or its beginning tells the form. */
  readonly format?: "auto" | Format;
  /** Files that are passed over where a folder holds them, such as the ledger that is being filled. */
  readonly except?: readonly string[];
  /** The largest document, or line of JSON Lines, in bytes. */
  readonly limitBytes?: number;
}

/** 16 MB of text are some 2.5 million words: more than any article, less than memory minds. */
export const LIMIT_BYTES = 16 * 1_048_576;
const BEGINNING = 4_096;

/**
 * Reads documents one after another from files, folders and standard input. What cannot be read comes out as a
 * problem in its place, and the rest is read all the same. Files are opened one at a time and JSON Lines are
 * streamed, so memory does not grow with their number.
 *
 * @throws {Problem} `usage` where `options.date` is no day or month.
 *
 * @example
 * for await (const reading of readDocuments(["articles"], { date: null }))
 *   if (reading.is === "document") console.log(reading.document.title);
 */
export async function* readDocuments(
  paths: readonly string[],
  options: ReadOptions,
): AsyncGenerator<Reading> {
  if (options.date !== null && !isPublicationDate(options.date)) throw messages.badFallbackDate(options.date);
  for await (const found of filesUnder(paths, options.except)) {
    if (found.is === "problem") yield { ...found, line: null };
    else yield* readFile(found.path, options);
  }
}

/** How many files `readDocuments` will open for these paths; what cannot be found counts as one each. */
export async function countInputs(
  paths: readonly string[],
  { except }: Pick<ReadOptions, "except"> = {},
): Promise<number> {
  let count = 0;
  for await (const _ of filesUnder(paths, except)) count += 1;
  return count;
}

async function* readFile(path: string, options: ReadOptions): AsyncGenerator<Reading> {
  const place: Place = { path, line: null };
  try {
    yield* readSource(chunksOf(path, options), place, options);
  } catch (cause) {
    const problem = cause instanceof Problem ? cause : messages.unreadable(path, cause);
    yield { is: "problem", path, line: null, problem };
  }
}

function chunksOf(path: string, { input }: ReadOptions): AsyncIterable<Uint8Array> {
  if (path !== "-") return createReadStream(path);
  if (input === undefined) throw messages.noInput();
  return input;
}

async function* readSource(
  source: AsyncIterable<Uint8Array>,
  place: Place,
  options: ReadOptions,
): AsyncGenerator<Reading> {
  const stream = await openStream(source, BEGINNING);
  try {
    const kind = kindOfBytes(stream.start);
    if (kind !== null) throw messages.binary(place, kind);
    if (byteOrder(stream.start) === null && stream.start.includes(0)) throw messages.binary(place, null);
    const format = formatOf(place.path, stream.start, options.format ?? "auto");
    if (format === "jsonl") yield* readLines(stream, place.path, options);
    else yield await readWhole(stream, format, place, options);
  } finally {
    await stream.close();
  }
}

async function* readLines(
  { start, rest }: OpenedStream,
  path: string,
  options: ReadOptions,
): AsyncGenerator<Reading> {
  const limit = options.limitBytes ?? LIMIT_BYTES;
  for await (const reading of draftsOfJsonLines(asUtf8(rest, byteOrder(start)), path, limit)) {
    const at = { path, line: reading.line };
    if (reading.is === "problem") yield { is: "problem", ...at, problem: reading.problem };
    else yield finished(at, reading.given, reading.draft, options);
  }
}

async function readWhole(
  { rest }: OpenedStream,
  format: Exclude<Format, "jsonl">,
  place: Place,
  options: ReadOptions,
): Promise<Reading> {
  const limit = options.limitBytes ?? LIMIT_BYTES;
  const bytes = await wholeOf(rest, limit);
  if (bytes === null) throw messages.tooLarge(place, limit, null);
  const { text, notes } = decodeBytes(bytes, place, format === "html");
  if (normaliseText(text) === "") throw messages.empty(place);
  const draft = DRAFTERS[format](text);
  return finished(place, null, { ...draft, notes: [...notes, ...draft.notes] }, options);
}

const DRAFTERS = { text: draftOfText, md: draftOfMarkdown, html: draftOfHtml } as const;

function formatOf(path: string, start: Uint8Array, asked: "auto" | Format): Format {
  if (asked !== "auto") return asked;
  return formatOfName(path) ?? formatOfStart(new TextDecoder(byteOrder(start) ?? "utf-8").decode(start));
}

function finished({ path, line }: Place, given: string | null, draft: Draft, { date }: ReadOptions): Reading {
  const { document, notes } = finish(draft, date);
  if (document.text.trim() === "")
    return { is: "problem", path, line, problem: messages.empty({ path, line }) };
  return { is: "document", path, line, given, document, notes };
}
