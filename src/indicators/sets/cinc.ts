import type { Layout } from "../table.ts";

const COMPONENTS = ["milex", "milper", "irst", "pec", "tpop", "upop"] as const;
/** What COW writes for "no value". */
const MISSING = -9;

/** National material capabilities: six components and CINC, their mean share in the system. */
export const cinc: readonly Layout[] = [
  {
    name: "one row per state and year",
    columns: ["ccode", "year", "milex", "milper", "cinc"],
    holds: "observations",
    open: (table) => {
      const [ccode, years, share] = ["ccode", "year", "cinc"].map((name) => table.column(name));
      const components = COMPONENTS.map((name) => [table.column(name), `cow_${name}`] as const);
      return {
        row: (row) => {
          const year = table.year(row, years!);
          if (year === null) return;
          const state = table.cow(row, ccode!, year);
          if (state === null || table.repeats(row, `${state} ${year}`)) return;
          for (const [column, series] of components)
            table.observeAmount(row, column, series, state, null, year, MISSING);
          const value = table.amount(row, share!, "cow_cinc", MISSING);
          if (value === null) return;
          if (value <= 1) table.observe(row, "cow_cinc", state, null, year, value);
          else table.problem(row, "impossible value", `cow_cinc is ${value}, above one.`);
        },
      };
    },
  },
];
