import type { Layout } from "../table.ts";

const CHINA = "CHN";
const KINDS = [
  ["oof_amt", "gcdf_other_official_flows"],
  ["oda_amt", "gcdf_development_assistance"],
  ["vof_amt", "gcdf_vague_flows"],
] as const;

const recipientYears: Layout = {
  name: "GCDF 3.0, one row per recipient and year of commitment",
  columns: ["ccode", "year", "oof_amt", "oda_amt"],
  holds: "observations",
  open: (table) => {
    const [ccode, years] = ["ccode", "year"].map((name) => table.column(name));
    const kinds = KINDS.map(([column, series]) => [table.column(column), series] as const);
    return {
      row: (row) => {
        const year = table.year(row, years!);
        if (year === null) return;
        const state = table.cow(row, ccode!, year);
        if (state === null || table.repeats(row, `${state} ${year}`)) return;
        for (const [column, series] of kinds) table.observeAmount(row, column, series, state, CHINA, year);
      },
    };
  },
};

/** The file of locations has no years; the release covers commitments of 2000 to 2021. */
const GCDF3_PERIOD = "2000/2021";

const locations: Layout = {
  name: "GCDF 3.0, one row per record and place",
  columns: ["id", "shapeGroup", "even_split_ratio_commitment_value"],
  holds: "observations",
  open: (table) => {
    const [id, group, share] = ["id", "shapeGroup", "even_split_ratio_commitment_value"].map((name) =>
      table.column(name),
    );
    const counted = new Set<string>();
    return {
      row: (row) => {
        const code = table.text(row, group!);
        if (/^\d+$/.test(code)) {
          table.passOver("a place claimed by several states");
          return;
        }
        const state = table.threeLetters(row, group!, 2021);
        if (state === null) return;
        const record = table.text(row, id!);
        if (!counted.has(`${record} ${state}`)) {
          counted.add(`${record} ${state}`);
          table.add(row, "gcdf_projects", state, CHINA, GCDF3_PERIOD, 1, `record ${record}`);
        }
        const value = table.amount(row, share!, "gcdf_projects_commitment");
        if (value !== null) table.add(row, "gcdf_projects_commitment", state, CHINA, GCDF3_PERIOD, value);
      },
    };
  },
};

const projects: Layout = {
  name: "GeoGCOF 1.1, one row per project",
  columns: ["project_id", "recipients", "recipients_iso3", "transactions_start_year", "total_commitments"],
  holds: "observations",
  open: (table) => {
    const [id, names, codes, years, commitments] = [
      "project_id",
      "recipients",
      "recipients_iso3",
      "transactions_start_year",
      "total_commitments",
    ].map((name) => table.column(name));
    return {
      row: (row) => {
        const year = table.year(row, years!);
        if (year === null) return;
        const project = table.text(row, id!);
        if (table.repeats(row, project)) return;
        const given = table.text(row, codes!).split("|");
        if (given.length > 1) {
          table.passOver("a project for several recipients");
          return;
        }
        if (/regional|^Unspecified/.test(table.text(row, names!))) {
          table.passOver("a project for a region");
          return;
        }
        const state = table.threeLetters(row, codes!, year);
        if (state === null) return;
        table.add(row, "gcof_projects", state, CHINA, year, 1, `project ${project}`);
        const value = table.amount(row, commitments!, "gcof_commitments");
        if (value !== null)
          table.add(row, "gcof_commitments", state, CHINA, year, value, `project ${project}`);
      },
    };
  },
};

const investmentTracker: Layout = {
  name: "China Global Investment Tracker, one row per transaction",
  columns: ["Year", "Month", "Quantity in Millions", "Transaction Party", "Country", "BRI"],
  holds: "observations",
  open: (table) => {
    const [years, amount, country] = ["Year", "Quantity in Millions", "Country"].map((name) =>
      table.column(name),
    );
    return {
      row: (row) => {
        const year = table.year(row, years!);
        if (year === null) return;
        const state = table.named(row, country!, year);
        if (state === null) return;
        const value = table.amount(row, amount!, "cgit_transactions");
        if (value !== null) table.add(row, "cgit_transactions", state, CHINA, year, value);
      },
    };
  },
};

/** What Chinese state institutions committed to whom: AidData's and AEI's records. */
export const chineseFinance = [recipientYears, locations, projects, investmentTracker] as const;

const debtColumns = (debt: string, share: string): Layout => ({
  name: `one row per debtor and year, ${debt}`,
  columns: ["ISO", "Year", debt, share],
  holds: "observations",
  open: (table) => {
    const [iso3, years, amount, percent] = ["ISO", "Year", debt, share].map((name) => table.column(name));
    return {
      row: (row) => {
        const year = table.year(row, years!);
        if (year === null) return;
        const state = table.threeLetters(row, iso3!, year);
        if (state === null || table.repeats(row, `${state} ${year}`)) return;
        table.observeAmount(row, amount!, "hrt_debt", state, CHINA, year);
        table.observeAmount(row, percent!, "hrt_debt_to_gdp", state, CHINA, year);
      },
    };
  },
});

/** What states owe to China: Horn, Reinhart and Trebesch. */
export const hrtDebt = [
  debtColumns("ChinaDebt_USD", "ChinaDebt_GDP"),
  debtColumns("debt_usd", "china_debt_gdp"),
] as const;
