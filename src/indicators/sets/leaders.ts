import { dayOf, isoDay } from "../days.ts";
import type { Layout } from "../table.ts";

const SERIES = "leader_in_office";

const archigos: Layout = {
  name: "Archigos, one row per spell in office",
  columns: ["obsid", "gwcode", "leader", "startdate", "enddate"],
  holds: "observations",
  open: (table) => {
    const [id, number, leader, start, end] = ["obsid", "gwcode", "leader", "startdate", "enddate"].map(
      (name) => table.column(name),
    );
    return {
      row: (row) => {
        const from = isoDay(table.text(row, start!));
        const to = isoDay(table.text(row, end!));
        if (from === null || to === null || to < from) {
          table.problem(
            row,
            "not a date",
            `The spell is from "${row.cells[start!]}" to "${row.cells[end!]}", which are no days in order.`,
          );
          return;
        }
        const cell = table.text(row, number!);
        const state = table.known(
          row,
          table.codes.byGleditschWard(Number(cell), Number(from.slice(0, 4))),
          `the Gleditsch-Ward number ${cell}`,
        );
        if (state === null || table.repeats(row, table.text(row, id!))) return;
        const spell = `${table.text(row, id!)} ${table.text(row, leader!)}`;
        table.observe(row, SERIES, state, null, `${from}/${to}`, 1, spell);
      },
    };
  },
};

/** REIGN gives the first day but only the month and year of the end, and no month while the leader is in office. */
const reign: Layout = {
  name: "REIGN, one row per leader",
  columns: ["stateabb", "ccode", "leader", "sdate", "smonth", "syear", "emonth", "eyear"],
  holds: "observations",
  open: (table) => {
    const [ccode, id, leader, sdate, smonth, syear, emonth, eyear] = [
      "ccode",
      "leadid",
      "leader",
      "sdate",
      "smonth",
      "syear",
      "emonth",
      "eyear",
    ].map((name) => table.column(name));
    return {
      row: (row) => {
        const number = (column: number) => Number(table.text(row, column));
        const from = dayOf(number(syear!), number(smonth!), number(sdate!));
        const stillInOffice = table.text(row, emonth!) === "";
        const to = stillInOffice ? ".." : (dayOf(number(eyear!), number(emonth!), 1)?.slice(0, 7) ?? null);
        if (from === null || to === null || (!stillInOffice && to < from.slice(0, 7))) {
          table.problem(
            row,
            "not a date",
            "The leader's first day or last month is none of the calendar, or they are not in order.",
          );
          return;
        }
        const state = table.cow(row, ccode!, Number(from.slice(0, 4)));
        if (state === null || table.repeats(row, `${state} ${table.text(row, id!)} ${from}`)) return;
        const spell = `${table.text(row, id!)} ${table.text(row, leader!)}`;
        table.observe(row, SERIES, state, null, `${from}/${to}`, 1, spell);
      },
    };
  },
};

/** Who led which state when. */
export const leaders = [archigos, reign] as const;
