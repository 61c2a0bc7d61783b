import { counted, listed, plain } from "../../brief/wording.ts";
import {
  type Cast,
  type CatalogueEntry,
  catalogue,
  DISK,
  type FileReport,
  importSet,
} from "../../indicators/index.ts";
import { openLedger } from "../../ledger/index.ts";
import { Problem } from "../../vocabulary/index.ts";
import { complain } from "../complain.ts";
import type { Effects } from "../effects.ts";
import { createBytesProgress } from "../progress-bytes.ts";
import { styleFor } from "../style.ts";
import { wrapped } from "../text-table.ts";

export interface ImportOptions {
  readonly ledger: string;
  readonly list?: boolean;
  /** The release the files are of, where their names do not say. */
  readonly release?: string;
}

/** `multivector import`: open data in its published form into the ledger, or the list of what can be imported. */
export async function importData(
  set: string | undefined,
  paths: readonly string[],
  options: ImportOptions,
  effects: Effects,
): Promise<number> {
  if (options.list === true) {
    await effects.out.write(catalogueText(effects));
    return 0;
  }
  if (set === undefined)
    throw new Problem(
      "usage",
      "No data set was named.",
      "Name one and its files, as in multivector import un-votes votes.csv; --list says which there are.",
    );
  const ledger = await openLedger(options.ledger);
  try {
    const progress = createBytesProgress(effects);
    const { files, failures } = await importSet(
      set,
      paths,
      ledger,
      { ...DISK, progress: progress.show },
      options.release === undefined ? {} : { version: options.release },
    );
    await progress.finish();
    for (const { problem } of failures) await complain(effects.err, problem);
    for (const report of files) await writeReport(report, effects);
    // Published files have their flaws: lines left out are reported, and only a file that gives nothing has failed.
    const barren = files.some(({ holds, rows }) => holds !== "companion" && rows === 0);
    return Math.max(barren ? 1 : 0, ...failures.map(({ problem }) => problem.exitCode));
  } finally {
    await ledger.close();
  }
}

/** What came of a file on standard output, lines that could not be taken on standard error. */
async function writeReport(report: FileReport, { out, err }: Effects): Promise<void> {
  const { path, stamp, holds, lines, rows, stored, years, cast, problems, passedOver, notes } = report;
  for (const { line, message } of problems.shown) await err.write(`${path}, line ${line}: ${message}\n`);
  const bad = [...problems.counts].map(([kind, count]) => `${kind} ${plain(count, 0)}`);
  const passed = [...passedOver].map(([reason, count]) => `${reason} ${plain(count, 0)}`);
  const came = [
    `${plain(stored.added, 0)} stored`,
    ...(stored.known > 0 ? [`${plain(stored.known, 0)} stored before`] : []),
    ...((stored.conflicts ?? 0) > 0
      ? [`${plain(stored.conflicts ?? 0, 0)} that disagree with what was stored before and were left out`]
      : []),
  ];
  const what =
    holds === "companion"
      ? "read for the other files"
      : `${counted(rows, holds === "votes" ? "vote" : "observation")}: ${listed(came)}`;
  const span = years === null ? "" : ` (${years[0]} to ${years[1]})`;
  await out.write(
    [
      `${path}: ${stamp.title}, release ${stamp.version}, ${counted(lines, "line")}; ${what}${span}.`,
      ...(bad.length > 0 ? [`  Lines left out, by reason: ${bad.join(", ")}.`] : []),
      ...(passed.length > 0 ? [`  Passed over: ${passed.join(", ")}.`] : []),
      ...(cast === null ? [] : [`  ${castInWords(cast, years)}`]),
      ...notes.map((note) => `  ${note}`),
      "",
    ].join("\n"),
  );
}

/** The years of a release are those it counts its votes under; a session's last votes are cast in the year after. */
function castInWords({ sessions, days }: Cast, years: FileReport["years"]): string {
  const last = Number(days[1].slice(0, 4));
  const beyond = years !== null && last > years[1] ? `; the set counts those after ${years[1]} under it` : "";
  return `Sessions ${sessions[0]} to ${sessions[1]}, cast from ${days[0]} to ${days[1]}${beyond}.`;
}

function catalogueText({ out, environment }: Effects): string {
  const style = styleFor(out, environment);
  const width = Math.min(out.columns, 100) - 4;
  const block = ({ name, title, gist, where, licence, cite, coverage }: CatalogueEntry): string =>
    [
      `${style.bold(name)}  ${title}`,
      ...[gist, `Covers: ${coverage}`, `Get it: ${where}`, `Licence: ${licence}`, `Cite: ${cite}`].flatMap(
        (line) => wrapped(line, width).map((part) => `    ${part}`),
      ),
      "",
    ].join("\n");
  return `${catalogue().map(block).join("\n")}\n`;
}
