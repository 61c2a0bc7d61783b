import { isoDay } from "../days.ts";
import type { Layout } from "../table.ts";

const CHINA = "CHN";

const engagements: Layout = {
  name: "engagements of Chinese leaders, one row per meeting",
  columns: ["date", "country", "leader", "text"],
  holds: "observations",
  open: (table) => {
    const [date, country] = ["date", "country"].map((name) => table.column(name));
    return {
      row: (row) => {
        const day = isoDay(table.text(row, date!));
        if (day === null) {
          table.problem(row, "not a date", `The date is "${row.cells[date!]}", not YYYY-MM-DD.`);
          return;
        }
        const name = table.text(row, country!);
        if (name === "") {
          table.passOver("a meeting without a state");
          return;
        }
        const state = table.named(row, country!, Number(day.slice(0, 4)));
        if (state !== null) table.add(row, "china_leader_meetings", state, CHINA, day, 1);
      },
    };
  },
};

const DIPLOMACY = [
  ["government_visits", "china_government_visits"],
  ["military_visits", "china_military_visits"],
  ["confucius_institutes", "china_confucius_institutes"],
  ["sister_cities_established", "china_sister_cities"],
] as const;

const publicDiplomacy: Layout = {
  name: "Chinese public diplomacy, one row per receiving state and year",
  columns: ["receiving_country", "year", "government_visits", "military_visits"],
  holds: "observations",
  open: (table) => {
    const [country, years] = ["receiving_country", "year"].map((name) => table.column(name));
    const counts = DIPLOMACY.map(([column, series]) => [table.column(column), series] as const);
    return {
      row: (row) => {
        const year = table.year(row, years!);
        if (year === null) return;
        const state = table.named(row, country!, year);
        if (state === null || table.repeats(row, `${state} ${year}`)) return;
        for (const [column, series] of counts) {
          const value = column < 0 ? null : table.number(row, column);
          if (value === null) continue;
          if (value < 0 || !Number.isInteger(value))
            table.problem(row, "impossible value", `${series} is ${value}, not a count.`);
          else table.observe(row, series, state, CHINA, year, value);
        }
      },
    };
  },
};

/** Whom China's leaders met. */
export const chinaLeaders = [engagements, publicDiplomacy] as const;

/** Visits of foreign leaders to the United States, and journeys of its presidents and secretaries of state. */
export const usVisits: readonly Layout[] = [
  {
    name: "one row per visit",
    columns: ["id", "direction", "country", "start", "end"],
    holds: "observations",
    open: (table) => {
      const [id, direction, country, start, end] = ["id", "direction", "country", "start", "end"].map(
        (name) => table.column(name),
      );
      return {
        row: (row) => {
          const period = periodOf(row.cells[start!] ?? "", row.cells[end!] ?? "");
          if (period === null) {
            table.problem(
              row,
              "not a date",
              `The visit is from "${row.cells[start!]}" to "${row.cells[end!]}", which are no days in order.`,
            );
            return;
          }
          const way = table.text(row, direction!);
          if (way !== "inbound" && way !== "outbound") {
            table.problem(row, "impossible value", `The direction is "${way}", not inbound or outbound.`);
            return;
          }
          const visit = table.text(row, id!);
          const name = table.text(row, country!);
          if (PLACES_WITHOUT_A_STATE.has(name)) {
            table.passOver("a place that is no foreign state");
            return;
          }
          if (table.repeats(row, `${visit} ${name}`)) return;
          const state = table.known(
            row,
            table.codes.byName(name.replaceAll("-", " "), Number(period.slice(0, 4))),
            `the name ${name}`,
          );
          if (state !== null) table.add(row, `us_visits_${way}`, state, "USA", period, 1, visit);
        },
      };
    },
  },
];

const PLACES_WITHOUT_A_STATE = new Set(["antarctica", "hawaii"]);

function periodOf(start: string, end: string): string | null {
  const from = isoDay(start.trim());
  const to = end.trim() === "" ? from : isoDay(end.trim());
  if (from === null || to === null || to < from) return null;
  return from === to ? from : `${from}/${to}`;
}
