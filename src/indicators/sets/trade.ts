import type { Layout } from "../table.ts";
import { dyadKey } from "./alliances.ts";

/** What COW writes for "no value". */
const MISSING = -9;

const dyads: Layout = {
  name: "one row per dyad and year",
  columns: ["ccode1", "ccode2", "year", "flow1", "flow2"],
  holds: "observations",
  open: (table) => {
    const [first, second, years, flow1, flow2] = ["ccode1", "ccode2", "year", "flow1", "flow2"].map((name) =>
      table.column(name),
    );
    return {
      row: (row) => {
        const year = table.year(row, years!);
        if (year === null) return;
        const one = table.cow(row, first!, year);
        const two = table.cow(row, second!, year);
        if (one === null || two === null || table.repeats(row, dyadKey(row, first!, second!, year))) return;
        // flow1 is what state 1 imports from state 2.
        table.observeAmount(row, flow1!, "cow_trade_imports", one, two, year, MISSING);
        table.observeAmount(row, flow2!, "cow_trade_imports", two, one, year, MISSING);
      },
    };
  },
};

const national: Layout = {
  name: "one row per state and year",
  columns: ["ccode", "year", "imports", "exports"],
  holds: "observations",
  open: (table) => {
    const [ccode, years, imports, exports] = ["ccode", "year", "imports", "exports"].map((name) =>
      table.column(name),
    );
    return {
      row: (row) => {
        const year = table.year(row, years!);
        if (year === null) return;
        const state = table.cow(row, ccode!, year);
        if (state === null) return;
        const bought = table.amount(row, imports!, "cow_trade_imports_total", MISSING);
        const sold = table.amount(row, exports!, "cow_trade_exports_total", MISSING);
        // COW 4.0 has empty rows for 260 beside the rows of 255 that hold West Germany's totals.
        if ((bought === null && sold === null) || table.repeats(row, `${state} ${year}`)) return;
        if (bought !== null) table.observe(row, "cow_trade_imports_total", state, null, year, bought);
        if (sold !== null) table.observe(row, "cow_trade_exports_total", state, null, year, sold);
      },
    };
  },
};

/** The Correlates of War project's bilateral and national trade. */
export const cowTrade = [dyads, national] as const;

interface ComtradeColumns {
  readonly year: string;
  readonly reporter: string;
  readonly partner: string;
  readonly flow: string;
  readonly commodity: string;
  readonly value: string;
}

const FLOWS: ReadonlyMap<string, string> = new Map([
  ["Import", "comtrade_imports"],
  ["M", "comtrade_imports"],
  ["Export", "comtrade_exports"],
  ["X", "comtrade_exports"],
]);

/** Comtrade rows of total trade; single commodities and re-exports are passed over. */
function comtradeLayout(name: string, columns: ComtradeColumns): Layout {
  return {
    name,
    columns: Object.values(columns),
    holds: "observations",
    open: (table) => {
      const [years, reporter, partner, flow, commodity, amount] = [
        columns.year,
        columns.reporter,
        columns.partner,
        columns.flow,
        columns.commodity,
        columns.value,
      ].map((column) => table.column(column));
      return {
        row: (row) => {
          const year = table.year(row, years!);
          if (year === null) return;
          if (table.text(row, commodity!) !== "TOTAL") {
            table.passOver("a single commodity");
            return;
          }
          const series = FLOWS.get(table.text(row, flow!));
          if (series === undefined) {
            table.passOver("a flow that is neither imports nor exports");
            return;
          }
          const state = table.threeLetters(row, reporter!, year);
          const other = table.text(row, partner!);
          if (state === null) return;
          const world = table.codes.isWorld(other);
          if (other === "") {
            table.passOver("a partner without a code");
            return;
          }
          const code = world ? null : table.threeLetters(row, partner!, year);
          if (!world && code === null) return;
          const value = table.amount(row, amount!, series);
          if (value === null || table.repeats(row, `${series} ${state} ${code} ${year}`)) return;
          table.observe(row, series, state, code, year, value);
        },
      };
    },
  };
}

/** UN Comtrade, as its old and its present site write tables. */
export const comtrade = [
  comtradeLayout("Comtrade before 2022", {
    year: "Year",
    reporter: "Reporter ISO",
    partner: "Partner ISO",
    flow: "Trade Flow",
    commodity: "Commodity Code",
    value: "Trade Value (US$)",
  }),
  comtradeLayout("Comtrade since 2022", {
    year: "refYear",
    reporter: "reporterISO",
    partner: "partnerISO",
    flow: "flowCode",
    commodity: "cmdCode",
    value: "primaryValue",
  }),
] as const;
