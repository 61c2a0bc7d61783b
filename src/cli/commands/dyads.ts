import { loadActorTables } from "../../actors/index.ts";
import { counted } from "../../brief/wording.ts";
import { type Ledger, openLedger } from "../../ledger/index.ts";
import {
  DYAD_COLUMNS,
  type DyadInputs,
  type DyadMeasure,
  type DyadRow,
  dyadMeasureNamed,
  dyadMeasures,
  dyads,
} from "../../measures/dyads/index.ts";
import { csvLine } from "../../server/exports/csv.ts";
import { writeParquet } from "../../server/exports/parquet.ts";
import { knownActor } from "../../server/known-actor.ts";
import { Problem } from "../../vocabulary/index.ts";
import type { Effects } from "../effects.ts";
import { unwritable } from "../sources.ts";
import { textTable } from "../text-table.ts";

export interface DyadsOptions {
  readonly ledger: string;
  readonly format: "csv" | "jsonl" | "parquet";
  readonly out?: string;
  readonly state?: string;
  readonly between?: string;
  readonly since?: number;
  readonly until?: number;
  readonly once?: boolean;
  readonly list?: boolean;
}

const LINES_A_WRITE = 2000;

/** `multivector dyads`: one measure for every pair of states and year that the imported data cover. */
export async function printDyads(
  name: string | undefined,
  options: DyadsOptions,
  effects: Effects,
): Promise<number> {
  if (options.list === true) {
    await effects.out.write(measureList(effects.out.columns));
    return 0;
  }
  if (name === undefined)
    throw new Problem("usage", "No measure was named.", "Name one; --list tells which there are.");
  const measure = dyadMeasureNamed(name);
  const tables = loadActorTables();
  const codes = (typed: string | undefined): { readonly codes: readonly string[] } | null =>
    typed === undefined ? null : { codes: typed.split(",").map((one) => knownActor(one, tables)) };
  const [states, partners] = [codes(options.state), codes(options.between)];
  const ledger = await openLedger(options.ledger, { readonly: true });
  try {
    const rows = dyads(name, await inputsOf(measure, ledger), {
      ...(states === null ? {} : { states: states.codes }),
      ...(partners === null ? {} : { partners: partners.codes }),
      ...(options.since === undefined ? {} : { since: options.since }),
      ...(options.until === undefined ? {} : { until: options.until }),
      once: options.once ?? false,
    });
    const count = await writeRows(rows, options, effects);
    await effects.err.write(`multivector: ${counted(count, "value")} of ${name}.\n`);
    return 0;
  } finally {
    await ledger.close();
  }
}

async function inputsOf({ needs }: DyadMeasure, ledger: Ledger): Promise<DyadInputs> {
  return {
    ...(needs.votes === true ? { votes: await ledger.votes() } : {}),
    ...(needs.series === undefined
      ? {}
      : { observations: await ledger.observations({ series: needs.series }) }),
  };
}

async function writeRows(
  rows: Iterable<DyadRow>,
  { format, out }: DyadsOptions,
  effects: Effects,
): Promise<number> {
  if (format === "parquet") {
    if (out === undefined)
      throw new Problem(
        "usage",
        "Parquet is not written to standard output.",
        "Name a file with --out measure.parquet",
      );
    const cells = Array.from(rows, (row) => DYAD_COLUMNS.map((column) => row[column]));
    await writeParquet(out, DYAD_COLUMNS, cells).catch((error) => Promise.reject(unwritable(out, error)));
    return cells.length;
  }
  const line = (row: DyadRow): string =>
    format === "csv" ? csvLine(DYAD_COLUMNS.map((column) => row[column])) : `${JSON.stringify(row)}\n`;
  let held: string[] = format === "csv" ? [csvLine(DYAD_COLUMNS)] : [];
  let count = 0;
  for (const row of rows) {
    held.push(line(row));
    count += 1;
    if (held.length < LINES_A_WRITE) continue;
    await effects.out.write(held.join(""));
    held = [];
  }
  await effects.out.write(held.join(""));
  return count;
}

function measureList(width: number): string {
  const rows = [...dyadMeasures.values()].map(({ name, domain, range, gist }) => [
    name,
    domain,
    `${range[0]} to ${range[1]}`,
    gist,
  ]);
  const columns = [
    { title: "Measure" },
    { title: "Domain" },
    { title: "Range" },
    { title: "Is", gives: true },
  ];
  return textTable(columns, rows, width)
    .map((text) => `${text}\n`)
    .join("");
}
