import { csvLine } from "../server/exports/csv.ts";
import { eventRow, RECORD_COLUMNS, tieRow } from "../server/exports/record-rows.ts";
import { dateWords, termWords, tieParties, typeWords, whoToWhom } from "../server/wording.ts";
import type { Event, Tie } from "../vocabulary/index.ts";
import type { Output } from "./output.ts";
import { type Column, textTable } from "./text-table.ts";

export type Format = "jsonl" | "csv" | "table";

/** Writes events and ties as they come, except that a table waits for the last of them to know its widths. */
export interface RecordWriter {
  readonly write: (records: {
    readonly events: readonly Event[];
    readonly ties: readonly Tie[];
  }) => Promise<void>;
  readonly finish: () => Promise<void>;
}

export function recordWriter(format: Format, out: Output): RecordWriter {
  switch (format) {
    case "jsonl":
      return {
        write: ({ events, ties }) =>
          out.write([...events, ...ties].map((record) => `${JSON.stringify(record)}\n`).join("")),
        finish: async () => undefined,
      };
    case "csv":
      return csvWriter(out);
    case "table":
      return tableWriter(out);
  }
}

function csvWriter(out: Output): RecordWriter {
  let begun = false;
  const header = (): string => {
    const line = begun ? "" : csvLine(RECORD_COLUMNS);
    begun = true;
    return line;
  };
  return {
    write: ({ events, ties }) =>
      out.write(header() + [...events.map(eventRow), ...ties.map(tieRow)].map(csvLine).join("")),
    finish: () => out.write(header()),
  };
}

const COLUMNS: readonly Column[] = [
  { title: "Date" },
  { title: "What" },
  { title: "Who", gives: true },
  { title: "Modality" },
  { title: "Conf.", align: "right" },
  { title: "Words", gives: true },
];

function tableWriter(out: Output): RecordWriter {
  const rows: string[][] = [];
  return {
    async write({ events, ties }) {
      for (const event of events)
        rows.push([
          dateWords(event.date),
          typeWords(event),
          whoToWhom(event),
          event.modality,
          event.confidence.toFixed(2),
          oneLine(event.evidence.anchor.text),
        ]);
      for (const tie of ties)
        rows.push([
          termWords(tie),
          tie.level === null ? tie.kind : `${tie.kind}: ${tie.level}`,
          tieParties(tie),
          tie.modality,
          tie.confidence.toFixed(2),
          oneLine(tie.evidence?.anchor.text ?? tie.claim),
        ]);
    },
    finish: () =>
      out.write(
        textTable(COLUMNS, rows, out.columns)
          .map((line) => `${line}\n`)
          .join(""),
      ),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
