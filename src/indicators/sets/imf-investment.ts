import type { Layout } from "../table.ts";

const DIRECTIONS = [
  [/^INWD_/, "imf_direct_investment_inward"],
  [/^OTWD_/, "imf_direct_investment_outward"],
] as const;

/** Positions in direct investment by counterpart; mirror data have a series of their own. */
export const imfInvestment: readonly Layout[] = [
  {
    name: "one row per state, counterpart and year",
    columns: [
      "COUNTRY.ID",
      "DV_TYPE.ID",
      "INDICATOR.ID",
      "COUNTERPART_COUNTRY.ID",
      "TIME_PERIOD",
      "OBS_VALUE",
    ],
    holds: "observations",
    open: (table) => {
      const [country, type, indicator, counterpart, period, amount] = [
        "COUNTRY.ID",
        "DV_TYPE.ID",
        "INDICATOR.ID",
        "COUNTERPART_COUNTRY.ID",
        "TIME_PERIOD",
        "OBS_VALUE",
      ].map((name) => table.column(name));
      return {
        row: (row) => {
          const year = table.year(row, period!);
          if (year === null) return;
          const code = table.text(row, indicator!);
          const direction = DIRECTIONS.find(([pattern]) => pattern.test(code))?.[1];
          if (direction === undefined || !/_FALL_ALL$/.test(code)) {
            table.passOver("an indicator other than all instruments of all entities");
            return;
          }
          const state = table.threeLetters(row, country!, year);
          if (state === null) return;
          const other = table.text(row, counterpart!);
          if (/^(GX|TX|U)\d+$/.test(other)) {
            table.passOver("a group of states as counterpart");
            return;
          }
          const partner = table.codes.isWorld(other) ? null : table.threeLetters(row, counterpart!, year);
          if (partner === null && !table.codes.isWorld(other)) return;
          const value = table.number(row, amount!);
          if (value === null) return;
          const series = table.text(row, type!) === "O" ? direction : `${direction}_mirror`;
          if (!table.repeats(row, `${series} ${state} ${partner} ${year}`))
            table.observe(row, series, state, partner, year, value);
        },
      };
    },
  },
];
