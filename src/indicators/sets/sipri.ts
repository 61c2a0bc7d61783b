import type { CutRow } from "../delimited.ts";
import { FIRST_YEAR, LAST_YEAR, type Layout, type Table } from "../table.ts";

/**
 * A supplier or recipient: a state's code, an organisation's abbreviation, or, for armed groups (marked * by SIPRI)
 * and unknown parties, the name as SIPRI writes it. Null where none of these fits.
 */
function partyIn(table: Table, row: CutRow, column: number, year: number): string | null {
  const name = table.text(row, column);
  if (/^unknown /.test(name) || /^[^*]+\*$/.test(name)) return name;
  const plain = name.replace(/\*+$/, "");
  return table.known(
    row,
    table.codes.byName(plain, year) ??
      table.codes.organisationByName(plain) ??
      (name.endsWith("**") || UNRECOGNISED.has(name) ? name : null),
    `the name ${name}`,
  );
}

/** Territories outside the state system that SIPRI names as recipients. */
const UNRECOGNISED = new Set(["Biafra", "Katanga", "Northern Cyprus"]);

/** "2015; 2016" as a period: "2015/2016", a single year as itself. Null where it holds no year. */
function deliveryPeriod(text: string): string | null {
  const years = [...text.matchAll(/\d{4}/g)].map(([year]) => Number(year));
  if (years.length === 0 || years.some((year) => year < FIRST_YEAR || year > LAST_YEAR)) return null;
  const from = Math.min(...years);
  const to = Math.max(...years);
  return from === to ? String(from) : `${from}/${to}`;
}

const register: Layout = {
  name: "trade register, one row per deal",
  columns: [
    "Recipient",
    "Supplier",
    "Year of order",
    "Year(s) of delivery",
    "SIPRI TIV of delivered weapons",
  ],
  holds: "observations",
  open: (table) => {
    const [recipient, supplier, delivery, tiv] = [
      "Recipient",
      "Supplier",
      "Year(s) of delivery",
      "SIPRI TIV of delivered weapons",
    ].map((name) => table.column(name));
    return {
      row: (row) => {
        const period = deliveryPeriod(table.text(row, delivery!));
        if (period === null) {
          table.problem(
            row,
            "not a date",
            `The years of delivery are "${row.cells[delivery!]}", not years between ${FIRST_YEAR} and ${LAST_YEAR}.`,
          );
          return;
        }
        const value = table.amount(row, tiv!, "sipri_tiv_delivered");
        if (value === null) return;
        const year = Number(period.slice(-4));
        const state = partyIn(table, row, recipient!, year);
        const partner = partyIn(table, row, supplier!, year);
        if (state !== null && partner !== null)
          table.add(row, "sipri_tiv_delivered", state, partner, period, value);
      },
    };
  },
};

const tivTable: Layout = {
  name: "TIV table, one row per recipient, one column per year",
  columns: ["Recipient", "2000", "2010"],
  holds: "observations",
  open: (table) => {
    const recipient = table.column("Recipient");
    const years = table.header.flatMap((name, at) =>
      /^\d{4}(-\d{4})?$/.test(name) ? [[at, name.replace("-", "/")] as const] : [],
    );
    return {
      row: (row) => {
        const name = table.text(row, recipient);
        if (/^total/i.test(name)) {
          table.passOver("a total of the world");
          return;
        }
        const last = Number(years.at(-1)?.[1].slice(-4) ?? LAST_YEAR);
        if (partyIn(table, row, recipient, last) === null || table.repeats(row, name)) return;
        for (const [at, period] of years) {
          const state = partyIn(table, row, recipient, Number(period.slice(-4)));
          if (state !== null) table.observeAmount(row, at, "sipri_tiv_imports", state, null, period);
        }
      },
    };
  },
};

/** Transfers of major arms. */
export const sipriArms = [register, tivTable] as const;
