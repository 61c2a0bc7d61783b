import type { CutRow } from "../delimited.ts";
import type { Layout, Table } from "../table.ts";

const KINDS = ["trade", "arms", "military", "financial", "travel", "other"] as const;

/**
 * The parties in a cell that lists names between commas, where names hold commas themselves ("Egypt, Arab Rep.").
 * Takes the longest run of parts that is a known name; parts that are none are returned apart.
 */
export function partiesIn(
  table: Pick<Table, "codes">,
  cell: string,
  year: number,
): { readonly parties: readonly string[]; readonly unknown: readonly string[] } {
  const parts = cell.split(",").map((part) => part.trim());
  const parties: string[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < parts.length; ) {
    let taken = 0;
    for (let length = Math.min(4, parts.length - at); length > 0 && taken === 0; length--) {
      const name = parts.slice(at, at + length).join(", ");
      const party = table.codes.byName(name, year) ?? table.codes.organisationByName(name);
      if (party === null) continue;
      parties.push(party);
      taken = length;
    }
    if (taken === 0) unknown.push(parts[at]!);
    at += Math.max(1, taken);
  }
  return { parties: [...new Set(parties)], unknown: unknown.filter((name) => name !== "") };
}

function listed(table: Table, row: CutRow, column: number, year: number): readonly string[] {
  const { parties, unknown } = partiesIn(table, table.text(row, column), year);
  for (const name of unknown)
    table.problem(row, "unknown state", `No state or organisation has the name ${name}.`);
  return parties;
}

/** The Global Sanctions Data Base: one row per case, with lists of names on both sides. */
export const gsdbSanctions: readonly Layout[] = [
  {
    name: "one row per case",
    columns: [
      "case_id",
      "sanctioned_state",
      "sanctioning_state",
      "begin",
      "end",
      "trade",
      "arms",
      "financial",
    ],
    holds: "observations",
    open: (table) => {
      const [caseId, target, sender, begin, end] = [
        "case_id",
        "sanctioned_state",
        "sanctioning_state",
        "begin",
        "end",
      ].map((name) => table.column(name));
      const kinds = KINDS.map((kind) => [table.column(kind), `gsdb_sanctions_${kind}`] as const);
      return {
        row: (row) => {
          const from = table.year(row, begin!);
          const to = table.year(row, end!);
          if (from === null || to === null) return;
          if (to < from) {
            table.problem(row, "impossible value", `The case ends in ${to}, before it begins in ${from}.`);
            return;
          }
          const id = table.text(row, caseId!);
          if (table.repeats(row, id)) return;
          const targets = listed(table, row, target!, from);
          const senders = listed(table, row, sender!, from);
          for (const [column, series] of kinds) {
            const cell = table.text(row, column);
            if (cell !== "0" && cell !== "1" && cell !== "")
              table.problem(row, "impossible value", `The column ${series} is "${cell}", not 0 or 1.`);
            if (cell !== "1") continue;
            for (const state of targets)
              for (const partner of senders)
                if (state !== partner)
                  table.add(
                    row,
                    series,
                    state,
                    partner,
                    from === to ? from : `${from}/${to}`,
                    1,
                    `case ${id}`,
                  );
          }
        },
      };
    },
  },
];
