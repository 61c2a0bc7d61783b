import type { CutRow } from "../delimited.ts";
import { yearOfSession } from "../sessions.ts";
import type { Layout, Table } from "../table.ts";

const AGREEMENT_COLUMNS = [
  ["USAgree", "USA"],
  ["RUSSAgree", "RUS"],
  ["BrazilAgree", "BRA"],
  ["ChinaAgree", "CHN"],
  ["IndiaAgree", "IND"],
  ["IsraelAgree", "ISR"],
] as const;

/** Ideal points by COW number and session; `suffix` is what the release adds to its column names. */
function bySession(name: string, suffix: string): Layout {
  return {
    name,
    columns: ["ccode", "session", `NVotes${suffix}`, `IdealPoint${suffix}`],
    holds: "observations",
    open: (table) => {
      const [ccode, sessions, votes, point, low, high] = [
        "ccode",
        "session",
        `NVotes${suffix}`,
        `IdealPoint${suffix}`,
        `Q5%${suffix}`,
        `Q95%${suffix}`,
      ].map((column) => table.column(column));
      const agreement = AGREEMENT_COLUMNS.map(([column, state]) => [table.column(column), state] as const);
      return {
        row: (row) => {
          const year = sessionYear(table, row, sessions!);
          if (year === null) return;
          const state = table.cow(row, ccode!, year);
          if (state === null || table.repeats(row, `${state} ${year}`)) return;
          const value = table.number(row, point!);
          if (value !== null) table.observe(row, "un_ideal_point", state, null, year, value);
          for (const [column, series] of [
            [low!, "un_ideal_point_q5"],
            [high!, "un_ideal_point_q95"],
            [votes!, "un_votes_cast"],
          ] as const) {
            const number = column < 0 ? null : table.number(row, column);
            if (number !== null) table.observe(row, series, state, null, year, number);
          }
          for (const [column, partner] of agreement)
            if (column >= 0) observeShare(table, row, column, state, partner, year);
        },
      };
    },
  };
}

/** The year that a session is known by; null, and reported, where the cell has no session. */
function sessionYear(table: Table, row: CutRow, column: number): number | null {
  const session = Number(table.text(row, column));
  if (Number.isInteger(session) && session >= 1) return yearOfSession(session);
  table.problem(row, "impossible value", `The session is "${row.cells[column]}".`);
  return null;
}

function observeShare(
  table: Table,
  row: CutRow,
  column: number,
  state: string,
  partner: string,
  year: number,
): void {
  const share = table.number(row, column);
  if (share === null) return;
  if (share < 0 || share > 1) {
    table.problem(row, "impossible value", `The share ${share} is not between 0 and 1.`);
    return;
  }
  const other = table.codes.byThreeLetters(partner, year) as string;
  table.observe(row, "un_agree_share", state, other, year, share);
}

const byYear: Layout = {
  name: "one row per state and year, percentages of agreement",
  columns: ["Year", "CountryName", "idealpoint", "PctAgreeUS", "PctAgreeRUSSIA"],
  holds: "observations",
  open: (table) => {
    const [years, name, point, us, russia] = [
      "Year",
      "CountryName",
      "idealpoint",
      "PctAgreeUS",
      "PctAgreeRUSSIA",
    ].map((column) => table.column(column));
    return {
      row: (row) => {
        const year = table.year(row, years!);
        if (year === null) return;
        const state = table.named(row, name!, year);
        if (state === null || table.repeats(row, `${state} ${year}`)) return;
        const value = table.number(row, point!);
        if (value !== null) table.observe(row, "un_ideal_point", state, null, year, value);
        observeShare(table, row, us!, state, "USA", year);
        observeShare(table, row, russia!, state, "RUS", year);
      },
    };
  },
};

/** Published ideal points and the shares of votes that states cast as six of them did. */
export const unIdealPoints = [
  bySession("one row per state and session, all votes", "All"),
  bySession("one row per state and session", ""),
  byYear,
] as const;

/** Published agreement scores of dyads. */
export const unAgreement: readonly Layout[] = [
  {
    name: "one row per directed dyad and session",
    columns: ["session.x", "ccode1", "ccode2", "agree"],
    holds: "observations",
    open: (table) => {
      const [sessions, first, second, agree] = ["session.x", "ccode1", "ccode2", "agree"].map((column) =>
        table.column(column),
      );
      return {
        row: (row) => {
          const year = sessionYear(table, row, sessions!);
          if (year === null) return;
          const state = table.cow(row, first!, year);
          const partner = table.cow(row, second!, year);
          const value = table.number(row, agree!);
          if (state === null || partner === null || value === null) return;
          if (value < 0 || value > 1) {
            table.problem(row, "impossible value", `The agreement ${value} is not between 0 and 1.`);
            return;
          }
          if (table.repeats(row, `${state} ${partner} ${year}`)) return;
          table.observe(row, "un_agreement", state, partner, year, value);
        },
      };
    },
  },
];
