import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ActorTables, resolvePhrase } from "../../src/actors/index.ts";
import type { Model } from "../../src/language/index.ts";
import type { Tell } from "./actors.ts";
import { type Figures, SHARED } from "./material.ts";

/** Someone who led a state, by the name under which a data set lists them. */
interface Term {
  readonly state: string;
  readonly leader: string;
  readonly since: string;
  readonly until: string;
}

const FIRST = "1990-01-01";
const LAST = "2020-12-31";

/** Leaders of 1990 to 2020 by name and a day in office, and by name and a day long after it. */
export function leaderFigures(model: Model, tables: ActorTables, tell: Tell): Figures {
  const terms = [...archigos(tables), ...reign(tables)].filter(
    ({ since, until }) => until >= FIRST && since <= LAST && since < until,
  );
  let right = 0;
  let late = 0;
  let said = 0;
  for (const { state, leader, since, until } of terms) {
    const day = middle(since < FIRST ? FIRST : since, until > LAST ? LAST : until);
    const found = resolvePhrase(leader, day, tables, model)[0];
    if (found?.actor === state) right += 1;
    else tell("actors/leaders", `${leader} ${state} ${day}: ${found?.actor} ${found?.why}`);

    const after = `${Number(until.slice(0, 4)) + 15}-06-30`;
    const later = resolvePhrase(leader, after, tables, model)[0];
    if (later === undefined || later.actor !== state) continue;
    late += 1;
    if (/in no office known/.test(later.why) || inOffice(tables, state, later.name, after)) said += 1;
    else tell("actors/leaders-outside-term", `${leader} ${state} ${after}: ${later.why}`);
  }
  return {
    "actors/leaders-in-office": right / terms.length,
    "actors/leaders-outside-term-said": late === 0 ? 1 : said / late,
  };
}

function inOffice(tables: ActorTables, state: string, name: string, day: string): boolean {
  return tables
    .holders(state)
    .some(
      (person) =>
        person.name === name &&
        person.office.some(
          ({ since = "", until = "9999" }) => day >= since && day.slice(0, until.length) <= until,
        ),
    );
}

function middle(from: string, to: string): string {
  const at = (Date.parse(from) + Date.parse(to)) / 2;
  return new Date(at).toISOString().slice(0, 10);
}

function archigos(tables: ActorTables): Term[] {
  return csvRows("data/leaders/archigos_4.1.csv").flatMap(({ gwcode, leader, startdate, enddate }) => {
    const state = stateByNumber(tables, Number(gwcode), enddate ?? "");
    if (state === null || !leader || !startdate || !enddate) return [];
    return [{ state, leader: leader.replaceAll("_", " "), since: startdate, until: enddate }];
  });
}

function reign(tables: ActorTables): Term[] {
  return csvRows("data/leaders/REIGN_leaderlist_3_21.csv", "latin1").flatMap((row) => {
    const { ccode, leader, sdate, smonth, syear, emonth, eyear } = row;
    if (!leader || !syear || !smonth || !eyear || !emonth) return [];
    const until = `${eyear}-${emonth.padStart(2, "0")}-28`;
    const state = stateByNumber(tables, Number(ccode), until);
    if (state === null) return [];
    const day = String(Math.max(1, Number(sdate) || 1)).padStart(2, "0");
    const name = leader
      .replace(/\s*\(.*\)/, "")
      .replace(/\?/g, "")
      .trim();
    return [{ state, leader: name, since: `${syear}-${smonth.padStart(2, "0")}-${day}`, until }];
  });
}

/** The two data sets number Yemen, Germany and Serbia each in its own way. */
const NUMBERED: Readonly<Record<number, string>> = { 255: "DEU", 260: "DEU", 678: "YEM", 679: "YEM" };

function stateByNumber(tables: ActorTables, number: number, day: string): string | null {
  const fixed = NUMBERED[number];
  if (fixed !== undefined) return fixed;
  const rows = [...tables.states.values()].filter(({ cow }) => cow === number);
  const held = rows.find(({ since = "", until = "9999" }) => day >= since && day <= until);
  return (held ?? rows[0])?.iso3 ?? null;
}

/** Rows of a CSV file with a header, quoted fields allowed. */
function csvRows(path: string, encoding: BufferEncoding = "utf8"): Record<string, string>[] {
  const lines = readFileSync(join(SHARED ?? "", path), encoding)
    .split(/\r?\n/)
    .filter((line) => line !== "");
  const fields = (line: string): string[] =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
      quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'),
    );
  const header = fields(lines[0] ?? "");
  return lines.slice(1).map((line) => {
    const cells = fields(line);
    return Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""]));
  });
}
