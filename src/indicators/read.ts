import { Problem } from "../vocabulary/index.ts";
import { type CatalogueEntry, catalogue } from "./catalogue.ts";
import { createRowCutter, type RowCutter } from "./delimited.ts";
import { type NamedLayouts, type Recognised, recognise } from "./recognise.ts";
import type { Batch, SourceStamp } from "./records.ts";
import { LAYOUTS, SETS, type SetName } from "./sets/index.ts";
import { type RollCall, Table, type TableReader } from "./table.ts";
import { type TextBlock, textBlocks } from "./text-lines.ts";

/** Enough for the longest preamble and header of a published file. */
const HEAD_CHARACTERS = 1 << 16;

export interface ReadOptions {
  /** The file's path, for messages and for the release that its name gives. */
  readonly path: string;
  readonly fileHash: string;
  /** The release, where the file's name does not say it. */
  readonly version?: string;
  /** Shared by the files of one import; filled by files of roll calls. */
  readonly rollCalls?: Map<string, RollCall>;
}

export interface Opened {
  readonly stamp: SourceStamp;
  readonly holds: "observations" | "votes" | "companion";
  readonly batches: AsyncGenerator<Batch>;
  /** Remarks on the file as a whole, complete once it is read: "read as Latin-1". */
  readonly notes: readonly string[];
}

/** The set's catalogue entry. Throws `usage` with near names where there is none. */
export function setNamed(name: string): { readonly name: SetName; readonly entry: CatalogueEntry } {
  const set = SETS.find((one) => one === name);
  const entry = catalogue().find((one) => one.name === name);
  if (set !== undefined && entry !== undefined) return { name: set, entry };
  throw new Problem(
    "usage",
    `There is no data set "${name}".`,
    `The sets are ${SETS.join(", ")}; \`multivector import --list\` says what each is.`,
  );
}

/**
 * Opens a file of a data set in its published form: recognises its layout by its header, and reads it in batches,
 * good rows beside reports of bad ones. Plain or gzipped, UTF-8 or Latin-1.
 *
 * Throws a `Problem` where the file as a whole cannot be read: of another set, of an unknown layout, empty, binary.
 */
export async function openSet(
  name: string,
  file: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): Promise<Opened> {
  const { name: set, entry } = setNamed(name);
  const blocks = textBlocks(file, options.path);
  const { head, held } = await readHead(blocks);
  const all: NamedLayouts[] = SETS.map((one) => ({ set: one, layouts: LAYOUTS[one] }));
  const found = recognise(head, { set, layouts: LAYOUTS[set] }, all, options.path);
  const stamp = stampOf(entry, found, options);
  const notes: string[] = [];
  return {
    stamp,
    holds: found.layout.holds,
    notes,
    batches: batchesOf(found, entry, stamp, options.rollCalls ?? new Map(), held, blocks, notes),
  };
}

async function readHead(blocks: AsyncGenerator<TextBlock>): Promise<{ head: string; held: TextBlock[] }> {
  const held: TextBlock[] = [];
  let characters = 0;
  while (characters < HEAD_CHARACTERS) {
    const next = await blocks.next();
    if (next.done) break;
    held.push(next.value);
    characters += next.value.text.length;
  }
  const text = held.map((block) => block.text).join("");
  return { head: text.slice(0, Math.max(HEAD_CHARACTERS, text.search(/\r|\n/) + 1)), held };
}

function stampOf(entry: CatalogueEntry, found: Recognised, options: ReadOptions): SourceStamp {
  const file = options.path.split(/[\\/]/).at(-1) ?? options.path;
  const inName = new RegExp(entry.version_in_name).exec(file)?.[1];
  return {
    source: entry.name,
    version:
      options.version ??
      inName ??
      entry.version_of_layout[found.layout.name] ??
      `sha256:${options.fileHash.slice(0, 12)}`,
    fileHash: options.fileHash,
    file,
    layout: found.layout.name,
    title: entry.title,
    licence: entry.licence,
    citation: entry.cite,
    coverage: entry.coverage,
    url: entry.where,
  };
}

async function* batchesOf(
  found: Recognised,
  entry: CatalogueEntry,
  stamp: SourceStamp,
  rollCalls: Map<string, RollCall>,
  held: readonly TextBlock[],
  blocks: AsyncGenerator<TextBlock>,
  notes: string[],
): AsyncGenerator<Batch> {
  const units = new Map(entry.series.map(({ name, unit }) => [name, unit]));
  const table = new Table({
    source: stamp.source,
    version: stamp.version,
    header: found.header,
    rollCalls,
    unitOf: (series) => {
      const unit = units.get(series);
      if (unit === undefined)
        throw new Error(`The series ${series} is not in the catalogue of ${entry.name}.`);
      return unit;
    },
  });
  const reader = found.layout.open(table);
  const cutter = createRowCutter(found.delimiter, (line) =>
    table.problem({ line, cells: [] }, "unclosed quote", "A quote opens here that is never closed."),
  );
  let bytes = 0;
  let latin1 = false;
  const feed = (block: TextBlock) => {
    bytes = block.bytes;
    if (block.latin1 && !latin1) {
      latin1 = true;
      notes.push("The file is not UTF-8 throughout; the other lines were read as Latin-1 (Windows-1252).");
    }
    readRows(cutter.push(block.text), table, reader, found);
  };
  for (const block of held) feed(block);
  yield take(table, cutter, bytes);
  for await (const block of blocks) {
    feed(block);
    yield take(table, cutter, bytes);
  }
  readRows(cutter.end(), table, reader, found);
  reader.end?.();
  table.end();
  yield take(table, cutter, bytes);
}

function readRows(
  rows: ReturnType<RowCutter["push"]>,
  table: Table,
  reader: TableReader,
  found: Recognised,
): void {
  const width = found.header.length;
  for (const row of rows) {
    if (row.line <= found.headerLines) continue;
    const extra = row.cells.length - width;
    if (extra === 0 || (extra > 0 && row.cells.slice(width).every((cell) => cell.trim() === "")))
      reader.row(row);
    else if (row.cells.every((cell) => cell.trim() === "")) table.passOver("blank line");
    else table.problem(row, "ragged row", `The row has ${row.cells.length} cells, the header ${width}.`);
  }
}

function take(table: Table, cutter: RowCutter, bytes: number): Batch {
  const batch: Batch = {
    observations: table.observations,
    votes: table.votes,
    problems: table.problems,
    passedOver: table.passedOver,
    lines: cutter.lines,
    bytes,
  };
  table.observations = [];
  table.votes = [];
  table.problems = [];
  return batch;
}
