import { readStateTables, type SystemRow } from "./state-tables.ts";

/**
 * The codes of states in every numbering that the data sets use. Codes are ISO 3166-1 alpha-3 and dated: COW 365 is SUN
 * up to 1991 and RUS after, COW 345 is YUG up to 2005 and SRB after. In any one year no two states share a code.
 */
export interface StateCodes {
  readonly byCow: (number: number, year: number) => string | null;
  /** By Correlates of War number where two numbers never hold a seat at once (UN votes): 255 and 260 are both DEU. */
  readonly bySeat: (number: number, year: number) => string | null;
  /** By Gleditsch and Ward's number. */
  readonly byGleditschWard: (number: number, year: number) => string | null;
  readonly byThreeLetters: (given: string, year: number) => string | null;
  readonly byTwoLetters: (given: string, year: number) => string | null;
  /** By a name as a data set writes it. */
  readonly byName: (name: string, year: number) => string | null;
  readonly organisationByName: (name: string) => string | null;
  /** Whether a code stands for the world as a whole, so that the row is a total. */
  readonly isWorld: (given: string) => boolean;
  /** The code under which a long series runs on: RUS for SUN, SRB for YUG. */
  readonly continuous: (code: string) => string;
  /** The code that a state had in a year: SUN for RUS in 1980. */
  readonly dated: (code: string, year: number) => string;
  /** The code of the seat in the UN, which passed from GFR to DEU and from YAR to YEM. */
  readonly seat: (code: string) => string;
  /** States of the interstate system in a year, by code, each once. */
  readonly systemIn: (year: number) => readonly string[];
}

let codes: StateCodes | null = null;

/** The package's own table of codes; read on first use and the same ever after. */
export function stateCodes(): StateCodes {
  codes ??= createStateCodes();
  return codes;
}

/** What is the same for a name however it is written: letters only, without accents, case and a leading "the". */
export function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/\bst\b\.?/g, "saint")
    .replace(/^the /, "")
    .replace(/[^a-z]/g, "");
}

function createStateCodes(): StateCodes {
  const tables = readStateTables();
  const plain = new Map(tables.system.state.map((row) => [row.cow, row.code]));
  for (const { cow, iso3, until } of tables.states)
    if (cow !== undefined && until === undefined && !plain.has(cow)) plain.set(cow, iso3);
  const dated = new Map(tables.codes.dated.map((row) => [row.cow, row]));
  const successor = new Map(tables.codes.continues.map(({ code, as }) => [code, as]));
  const seats = new Map(tables.codes.seats.map(({ code, as }) => [code, as]));
  const datedByCode = new Map(
    tables.codes.dated.flatMap((row) => {
      const after = plain.get(row.cow);
      return after === undefined || seats.has(after) ? [] : [[after, row] as const];
    }),
  );
  const gleditschWard = new Map(tables.codes.gleditsch_ward.map(({ number, code }) => [number, code]));
  const threeLetter = new Map(tables.codes.three_letter.map(({ given, code }) => [given, code]));
  const known = new Set([
    ...plain.values(),
    ...tables.states.map(({ iso3 }) => iso3),
    ...tables.codes.territories,
    ...tables.codes.three_letter.map(({ code }) => code),
  ]);
  const names = new Map<string, string>();
  const addName = (name: string, code: string) => {
    if (!names.has(nameKey(name))) names.set(nameKey(name), code);
  };
  for (const [code, written] of Object.entries(tables.names.states))
    for (const name of written) addName(name, code);
  for (const { iso3, name, names: others } of tables.states)
    for (const written of [name, ...(others ?? [])]) addName(written, iso3);
  for (const { code, name } of tables.system.state) addName(name, code);
  const organisations = new Map(
    Object.entries(tables.names.organisations).flatMap(([code, written]) =>
      written.map((name) => [nameKey(name), code] as const),
    ),
  );
  const world = new Set(tables.codes.world);
  const systems = new Map<number, readonly string[]>();

  const byCow = (number: number, year: number) => {
    const row = dated.get(number);
    return row !== undefined && year <= row.until ? row.code : (plain.get(number) ?? null);
  };
  /** A successor's code before its time is its predecessor's: RUS in 1980 is SUN. */
  const at = (code: string, year: number) => {
    const row = datedByCode.get(code);
    return row !== undefined && year <= row.until ? row.code : code;
  };
  const continuous = (code: string) => successor.get(code) ?? code;
  const seat = (code: string) => seats.get(code) ?? code;
  const byThreeLetters = (given: string, year: number) => {
    const code = threeLetter.get(given) ?? given;
    if (!known.has(code)) return null;
    return code === "GFR" || code === "YAR" ? byCow(code === "GFR" ? 260 : 678, year) : at(code, year);
  };
  return {
    byCow,
    bySeat: (number, year) => {
      const code = byCow(number, year);
      return code === null ? null : seat(code);
    },
    byGleditschWard: (number, year) => {
      const code = gleditschWard.get(number);
      return code === undefined ? byCow(number, year) : at(code, year);
    },
    byThreeLetters,
    byTwoLetters: (given, year) => {
      const code = tables.twoLetter[given];
      return code === undefined ? null : at(code, year);
    },
    byName: (name, year) => {
      const code = names.get(nameKey(name));
      return code === undefined ? null : byThreeLetters(code, year);
    },
    organisationByName: (name) => organisations.get(nameKey(name)) ?? null,
    isWorld: (given) => world.has(given),
    continuous,
    dated: at,
    seat,
    systemIn: (year) => {
      const cached = systems.get(year);
      if (cached !== undefined) return cached;
      const members = tables.system.state.filter((row) => inSystem(row, year, tables.system.until_year));
      const list = [...new Set(members.map(({ cow }) => byCow(cow, year) as string))];
      systems.set(year, list);
      return list;
    },
  };
}

function inSystem({ since, until }: SystemRow, year: number, listEnds: number): boolean {
  if (Number(since.slice(0, 4)) > year) return false;
  return until === undefined || Number(until.slice(0, 4)) >= year || listEnds < Number(until.slice(0, 4));
}
