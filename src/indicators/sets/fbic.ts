import type { Layout } from "../table.ts";

/** Columns of the full release: the index, its parts, and what it is computed from. */
const FULL: Readonly<Record<string, string>> = {
  fbic: "fbic",
  bandwidth: "fbic_bandwidth",
  politicalbandwidth: "fbic_bandwidth_political",
  economicbandwidth: "fbic_bandwidth_economic",
  securitybandwidth: "fbic_bandwidth_security",
  dependence: "fbic_dependence",
  economicdependence: "fbic_dependence_economic",
  securitydependence: "fbic_dependence_security",
  aidabgdpb_ma: "fbic_input_aid_to_gdp",
  aidaballaidb_ma: "fbic_input_aid_to_aid",
  totaltradeabgdpb_ma: "fbic_input_trade_to_gdp",
  totaltradeaballtradeb_ma: "fbic_input_trade_to_trade",
  armimportstockabmilstockb_ma: "fbic_input_arms_to_military",
  armsimportsstockaballimstockb_ma: "fbic_input_arms_to_arms",
  norm_lor_avg_ma: "fbic_input_representation",
  norm_igos_ma: "fbic_input_organisations",
  norm_tradeagreement_ma: "fbic_input_trade_agreements",
  norm_lntotaltrade_ma: "fbic_input_trade",
  norm_allianceindex_ma: "fbic_input_alliances",
  norm_armstotalstock_ma: "fbic_input_arms",
  dependencemax: "fbic_input_largest_dependence",
  bandwidthmax: "fbic_input_largest_bandwidth",
  fbicmax: "fbic_input_largest_product",
};

const full: Layout = {
  name: "full release, one row per directed dyad and year",
  columns: ["iso3a", "iso3b", "year", "fbic", "bandwidth", "dependence"],
  holds: "observations",
  open: (table) => {
    const [a, b, years] = ["iso3a", "iso3b", "year"].map((name) => table.column(name));
    const series = Object.entries(FULL).map(([column, name]) => [table.column(column), name] as const);
    return {
      row: (row) => {
        const year = table.year(row, years!);
        if (year === null) return;
        const influencer = table.threeLetters(row, a!, year);
        const influenced = table.threeLetters(row, b!, year);
        if (influencer === null || influenced === null) return;
        if (table.repeats(row, `${influencer} ${influenced} ${year}`)) return;
        for (const [column, name] of series)
          table.observeAmount(row, column, name, influenced, influencer, year);
      },
    };
  },
};

const PARTS: Readonly<Record<string, string>> = {
  econb: "fbic_bandwidth_economic",
  econd: "fbic_dependence_economic",
  polb: "fbic_bandwidth_political",
  secb: "fbic_bandwidth_security",
  secd: "fbic_dependence_security",
  fbic: "fbic",
};

const byReceiver: Layout = {
  name: "one row per receiver and year, columns per influencer",
  columns: ["iso3", "receiver", "year", "fbic_chn"],
  holds: "observations",
  open: (table) => {
    const [iso3, years] = ["iso3", "year"].map((name) => table.column(name));
    const columns = table.header.flatMap((name, at) => {
      const [, part, power] = /^([a-z]+)_([a-z]{3})$/.exec(name) ?? [];
      const series = part === undefined ? undefined : PARTS[part];
      return series === undefined || power === undefined ? [] : [[at, series, power.toUpperCase()] as const];
    });
    return {
      row: (row) => {
        const year = table.year(row, years!);
        if (year === null) return;
        const state = table.threeLetters(row, iso3!, year);
        if (state === null || table.repeats(row, `${state} ${year}`)) return;
        for (const [at, series, power] of columns) {
          const partner = table.codes.byThreeLetters(power, year);
          if (partner === null) table.problem(row, "unknown state", `No state has the code ${power}.`);
          else if (partner === state) table.passOver("a state's influence on itself");
          else table.observeAmount(row, at, series, state, partner, year);
        }
      },
    };
  },
};

const chinaOn: Layout = {
  name: "influence of China, one row per receiver and year",
  columns: ["iso3c", "year", "fbic", "bandwidth", "west_1_fbic"],
  holds: "observations",
  open: (table) => {
    const [iso3, years, fbic, bandwidth] = ["iso3c", "year", "fbic", "bandwidth"].map((name) =>
      table.column(name),
    );
    return {
      row: (row) => {
        const year = table.year(row, years!);
        if (year === null) return;
        const state = table.threeLetters(row, iso3!, year);
        if (state === null || table.repeats(row, `${state} ${year}`)) return;
        table.observeAmount(row, fbic!, "fbic", state, "CHN", year);
        table.observeAmount(row, bandwidth!, "fbic_bandwidth", state, "CHN", year);
      },
    };
  },
};

/** Formal Bilateral Influence Capacity. `state` is the one influenced, `partner` the one that can influence it. */
export const fbic = [full, byReceiver, chinaOn] as const;
