import { dayOf } from "../days.ts";
import type { CutRow } from "../delimited.ts";
import type { Layout, Table } from "../table.ts";

/**
 * Takes each obligation that a row codes as 1; a pair in the file without one of them does not have it.
 * A pair may have a row per alliance, so that values count alliances.
 */
function takeFlags(
  table: Table,
  row: CutRow,
  flags: readonly (readonly [number, string])[],
  state: string,
  partner: string,
  period: string | number,
): void {
  let any = false;
  for (const [column, series] of flags) {
    const cell = table.text(row, column);
    if (cell === "1") {
      any = true;
      table.add(row, series, state, partner, period, 1);
    } else if (cell !== "0" && cell !== "")
      table.problem(row, "impossible value", `The column ${table.header[column]} is "${cell}", not 0 or 1.`);
  }
  if (!any) table.passOver("no obligation coded");
}

function dyadYears(
  name: string,
  flags: Readonly<Record<string, string>>,
  rows: "one per dyad" | "one per alliance",
): Layout {
  const columns = ["ccode1", "ccode2", "year", ...Object.keys(flags)];
  return {
    name,
    columns,
    holds: "observations",
    open: (table) => {
      const [first, second, years] = columns.map((column) => table.column(column));
      const coded = Object.entries(flags).map(([column, series]) => [table.column(column), series] as const);
      return {
        row: (row) => {
          const year = table.year(row, years!);
          if (year === null) return;
          const state = table.cow(row, first!, year);
          const partner = table.cow(row, second!, year);
          if (state === null || partner === null) return;
          if (state === partner) {
            table.problem(row, "impossible value", `${state} is coded as its own ally.`);
            return;
          }
          if (rows === "one per dyad" && table.repeats(row, dyadKey(row, first!, second!, year))) return;
          takeFlags(table, row, coded, state, partner, year);
        },
      };
    },
  };
}

/** One number for two COW numbers and a year. */
export function dyadKey(row: CutRow, first: number, second: number, year: number): number {
  return (Number(row.cells[first]) * 1000 + Number(row.cells[second])) * 10000 + year;
}

/** The ATOP codebook gives 0 for an exit that has not come. */
function memberDay(table: Table, row: CutRow, columns: readonly number[]): string | null {
  const [year, month, day] = columns.map((column) => Number(table.text(row, column)));
  if (year === undefined || !(year > 0)) return null;
  return dayOf(year, month || 1, day || 1);
}

const members: Layout = {
  name: "one row per member of an alliance and phase",
  columns: ["atopid", "member", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", "defense"],
  holds: "observations",
  open: (table) => {
    const [atopId, member] = ["atopid", "member"].map((column) => table.column(column));
    const entry = ["yrent", "moent", "dayent"].map((column) => table.column(column));
    const exit = ["yrexit", "moexit", "dayexit"].map((column) => table.column(column));
    const flags = ["defense", "offense", "neutral", "nonagg", "consul"].map(
      (name) => [table.column(name), `atop_treaty_${name}`] as const,
    );
    return {
      row: (row) => {
        const since = memberDay(table, row, entry);
        if (since === null) {
          table.problem(row, "not a date", "The day of entry is none of the calendar.");
          return;
        }
        const until = memberDay(table, row, exit);
        const state = table.cow(row, member!, Number(since.slice(0, 4)));
        if (state === null) return;
        if (until !== null && until < since) {
          table.problem(row, "impossible value", `The exit ${until} is before the entry ${since}.`);
          return;
        }
        const period = `${since}/${until ?? ".."}`;
        const treaty = `ATOP${table.text(row, atopId!)}`;
        if (table.repeats(row, `${treaty} ${state} ${period}`)) return;
        takeFlags(table, row, flags, state, treaty, period);
      },
    };
  },
};

/** The Alliance Treaty Obligations and Provisions project. */
export const atop = [
  dyadYears(
    "one row per directed dyad and year",
    {
      atop_defense: "atop_defense",
      atop_offense: "atop_offense",
      atop_neutral: "atop_neutral",
      atop_nonagg: "atop_nonagg",
      atop_consul: "atop_consul",
    },
    "one per dyad",
  ),
  members,
] as const;

/** The Correlates of War project's formal alliances. */
export const cowAlliances = [
  dyadYears(
    "one row per dyad, year and alliance",
    {
      defense: "cow_alliance_defense",
      neutrality: "cow_alliance_neutrality",
      nonaggression: "cow_alliance_nonaggression",
      entente: "cow_alliance_entente",
    },
    "one per alliance",
  ),
] as const;
