import type { Layout } from "../table.ts";

const COMPONENTS = ["milex", "milper", "irst", "pec", "tpop", "upop"] as const;

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
          for (const [column, series] of components) {
            const value = column < 0 ? null : table.number(row, column);
            if (value === -9) table.passOver("missing value");
            else if (value !== null && value < 0)
              table.problem(row, "impossible value", `${series} is ${value}, below zero.`);
            else if (value !== null) table.observe(row, series, state, null, year, value);
          }
          const value = table.number(row, share!);
          if (value === null) return;
          if (value >= 0 && value <= 1) table.observe(row, "cow_cinc", state, null, year, value);
          else if (value === -9) table.passOver("missing value");
          else table.problem(row, "impossible value", `CINC is ${value}, not between 0 and 1.`);
        },
      };
    },
  },
];
