import type { CutRow } from "../delimited.ts";
import type { Layout, Table } from "../table.ts";
import { dyadKey } from "./alliances.ts";

/** 1 full, 2 associate, 3 observer; 0 no member, −9 missing, −1 not in the system: only the first three are ties. */
const MEMBERSHIPS = new Set(["1", "2", "3"]);
const FULL = "1";
const NO_VALUE = new Set(["-9", "-1", "", "NA"]);

const shared: Layout = {
  name: "shared memberships, one row per dyad and year",
  columns: ["ccode1", "ccode2", "year", "dyadigos"],
  holds: "observations",
  open: (table) => {
    const [first, second, years, count] = ["ccode1", "ccode2", "year", "dyadigos"].map((name) =>
      table.column(name),
    );
    return {
      row: (row) => {
        const year = table.year(row, years!);
        if (year === null) return;
        const state = table.cow(row, first!, year);
        const partner = table.cow(row, second!, year);
        const value = table.number(row, count!);
        if (state === null || partner === null || value === null) return;
        if (value < 0) {
          table.passOver("missing value");
          return;
        }
        if (!table.repeats(row, dyadKey(row, first!, second!, year)))
          table.observe(row, "cow_igo_shared_full", state, partner, year, value);
      },
    };
  },
};

/** Observes a membership; `seen` says whether the cell says anything at all. */
function observeMembership(
  table: Table,
  row: CutRow,
  cell: string,
  state: string,
  organisation: string,
  year: number,
): void {
  if (MEMBERSHIPS.has(cell))
    table.observe(row, "cow_igo_membership", state, organisation, year, Number(cell));
  else if (cell === "0") table.passOver("not a member");
  else if (NO_VALUE.has(cell)) table.passOver("missing value");
  else table.problem(row, "impossible value", `The membership "${cell}" is not 0, 1, 2, 3, -1 or -9.`);
}

const stateYears: Layout = {
  name: "one row per state and year, one column per organisation",
  columns: ["ccode", "year", "state", "un", "wto"],
  holds: "observations",
  open: (table) => {
    const [ccode, years, name] = ["ccode", "year", "state"].map((column) => table.column(column));
    const organisations = table.header.flatMap((column, at) =>
      at === ccode || at === years || at === name || column === ""
        ? []
        : [[at, column.toUpperCase()] as const],
    );
    return {
      row: (row) => {
        const year = table.year(row, years!);
        if (year === null) return;
        const state = table.cow(row, ccode!, year);
        if (state === null || table.repeats(row, `${state} ${year}`)) return;
        let full = 0;
        for (const [at, organisation] of organisations) {
          const cell = row.cells[at]!;
          if (cell === FULL) full++;
          observeMembership(table, row, cell, state, organisation, year);
        }
        // Says that the state is covered in this year, so that a membership not listed is one it did not have.
        table.observe(row, "cow_igo_full_memberships", state, null, year, full);
      },
    };
  },
};

const NOT_STATES = new Set(
  `ioname orgname year sdate deaddate dead integrated replaced longorgname ionum igocode version
   accuracyofpre1965membershipdates sourcesandnotes imputed political social economic`.split(/\s+/),
);

const organisationYears: Layout = {
  name: "one row per organisation and year, one column per state",
  columns: ["ioname", "orgname", "year", "belarus", "china"],
  holds: "observations",
  open: (table) => {
    const [ioname, years] = ["ioname", "year"].map((column) => table.column(column));
    const states = table.header.flatMap((column, at) =>
      NOT_STATES.has(column) || column === "" ? [] : [[at, column] as const],
    );
    const reported = new Set<string>();
    return {
      row: (row) => {
        const year = table.year(row, years!);
        if (year === null) return;
        const organisation = table.text(row, ioname!).toUpperCase();
        if (table.repeats(row, `${organisation} ${year}`)) return;
        for (const [at, column] of states) {
          const cell = row.cells[at]!;
          if (!MEMBERSHIPS.has(cell)) {
            observeMembership(table, row, cell, "", organisation, year);
            continue;
          }
          const state = table.codes.byName(column, year);
          if (state !== null) observeMembership(table, row, cell, state, organisation, year);
          else if (!reported.has(column)) {
            reported.add(column);
            table.problem(row, "unknown state", `No state is named "${column}", as the column is.`);
          }
        }
      },
    };
  },
};

/** Memberships in intergovernmental organisations. */
export const cowIgo = [shared, stateYears, organisationYears] as const;
