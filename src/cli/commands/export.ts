import { mkdir, stat, writeFile } from "node:fs/promises";
import { loadActorTables } from "../../actors/index.ts";
import { counted } from "../../brief/wording.ts";
import { openLedger } from "../../ledger/index.ts";
import { bibtex, cslJson } from "../../server/exports/citations.ts";
import { csvLine } from "../../server/exports/csv.ts";
import { gexf } from "../../server/exports/gexf.ts";
import { graphml } from "../../server/exports/graphml.ts";
import { networkOf } from "../../server/exports/network.ts";
import { writeParquet } from "../../server/exports/parquet.ts";
import { RECORD_COLUMNS, STANDING_COLUMNS, storedRows } from "../../server/exports/record-rows.ts";
import { readHoldings } from "../../server/reading-room.ts";
import { readSelection, selectsEvent, selectsTie } from "../../server/selection.ts";
import { Problem } from "../../vocabulary/index.ts";
import type { Effects } from "../effects.ts";
import type { ExportFormat } from "../options.ts";
import { unwritable } from "../sources.ts";

export interface ExportOptions {
  readonly ledger: string;
  readonly out?: string;
  readonly state?: string;
  readonly between?: string;
  readonly since?: string;
  readonly until?: string;
  readonly domain?: string;
  readonly type?: string;
  readonly modality?: string;
  readonly document?: string;
}

/** `multivector export`: events and ties as rows, the network of actors, or the documents as citations. */
export async function exportRecords(
  format: ExportFormat,
  options: ExportOptions,
  effects: Effects,
): Promise<number> {
  const { ledger: path, out, ...selected } = options;
  if (format === "parquet" && out === undefined)
    throw new Problem(
      "usage",
      "Parquet is not written to standard output.",
      "Name a file with --out records.parquet, or a folder for one file a table with --out tables/",
    );
  if (out !== undefined && (out.endsWith("/") || (await isFolder(out))))
    return exportFolder(
      format,
      { ledger: path, folder: out, filtered: Object.keys(selected).length > 0 },
      effects,
    );
  const tables = loadActorTables();
  const selection = readSelection(selected, tables);
  const ledger = await openLedger(path, { readonly: true });
  try {
    const holdings = await readHoldings(ledger, tables);
    const events = holdings.events.filter((stored) => selectsEvent(stored, selection));
    const ties = holdings.ties.filter((stored) => selectsTie(stored, selection));
    const cited = new Set([
      ...events.map(({ event }) => event.document),
      ...ties.map(({ tie }) => tie.document),
    ]);
    const documents =
      Object.keys(selected).length === 0
        ? holdings.documents
        : holdings.documents.filter(({ id }) => cited.has(id));
    const columns = [...RECORD_COLUMNS, ...STANDING_COLUMNS];
    const write = async (text: string): Promise<void> => {
      if (out === undefined) await effects.out.write(text);
      else await writeFile(out, text).catch((error) => Promise.reject(unwritable(out, error)));
    };
    switch (format) {
      case "jsonl":
        await write([...events, ...ties].map((row) => `${JSON.stringify(row)}\n`).join(""));
        break;
      case "csv":
        await write([columns, ...storedRows(events, ties)].map(csvLine).join(""));
        break;
      case "parquet":
        await writeParquet(out ?? "", columns, storedRows(events, ties)).catch((error) =>
          Promise.reject(unwritable(out ?? "", error)),
        );
        break;
      case "gexf":
        await write(gexf(networkOf(events, ties, tables.nameOf)));
        break;
      case "graphml":
        await write(graphml(networkOf(events, ties, tables.nameOf)));
        break;
      case "bibtex":
        await write(bibtex(documents));
        break;
      case "csl-json":
        await write(cslJson(documents));
        break;
    }
    const what =
      format === "bibtex" || format === "csl-json"
        ? counted(documents.length, "document")
        : `${counted(events.length, "event")} and ${counted(ties.length, "tie")}`;
    await effects.err.write(`multivector: ${what} written${out === undefined ? "" : ` to ${out}`}.\n`);
    return 0;
  } finally {
    await ledger.close();
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

/** Every table of the ledger in a file of its own. */
async function exportFolder(
  format: ExportFormat,
  {
    ledger: path,
    folder,
    filtered,
  }: { readonly ledger: string; readonly folder: string; readonly filtered: boolean },
  { err }: Effects,
): Promise<number> {
  if (format !== "parquet" && format !== "jsonl")
    throw new Problem(
      "usage",
      `${folder} is a folder, and only parquet and jsonl are written as a folder of tables.`,
      `Name a file with --out, such as --out records.${format}`,
    );
  if (filtered)
    throw new Problem(
      "usage",
      "A folder takes the whole ledger, every table in a file of its own, and is not filtered.",
      `Leave the filters out, or name a file: --out records.${format}`,
    );
  const ledger = await openLedger(path, { readonly: true });
  try {
    await mkdir(folder, { recursive: true }).catch((error) => Promise.reject(unwritable(folder, error)));
    const tables = await ledger.exportTables(folder, format);
    for (const { file, rows } of tables)
      await err.write(`multivector: ${counted(rows, "row")} written to ${file}.\n`);
    return 0;
  } finally {
    await ledger.close();
  }
}
