import { readdirSync, readFileSync } from "node:fs";
import { parse as parseToml } from "smol-toml";
import type { z } from "zod";
import { Problem, packageFile, readTable, type Sector } from "../vocabulary/index.ts";
import { createNames, type Names } from "./names.ts";
import { holdersByState } from "./offices.ts";
import {
  ActorFile,
  GenericFile,
  type GroupRow,
  type OrganisationRow,
  type PersonRow,
  SectorFile,
  type StateRow,
} from "./schemas.ts";
import { holds } from "./time.ts";

/** Everything that is known of actors, ready to be looked up. Built once and shared; never changed. */
export interface ActorTables {
  readonly names: Names;
  readonly states: ReadonlyMap<string, StateRow>;
  readonly organisations: ReadonlyMap<string, OrganisationRow>;
  readonly words: Words;
  /** A state's or an organisation's display name; the code itself where it is unknown. */
  readonly nameOf: (code: string) => string;
  readonly kindOf: (code: string) => "state" | "organisation" | "group" | null;
  readonly isPerson: (name: string) => boolean;
  /** Everyone who held an office of a state or organisation. */
  readonly holders: (code: string) => readonly PersonRow[];
  /** Whether a state is a member of an organisation on a day; with a null day, whether it ever was. */
  readonly isMember: (state: string, organisation: string, day: string | null) => boolean;
  /** The codes of states nearest to what was typed, by code or name, best first. */
  readonly suggestStates: (typed: string) => readonly string[];
}

/** Word lists that the rules use. */
export interface Words {
  readonly sectorOf: ReadonlyMap<string, Sector>;
  readonly persons: ReadonlySet<string>;
  readonly lists: Readonly<Record<keyof WordLists, ReadonlySet<string>>>;
}
type WordLists = z.infer<typeof GenericFile>;

const FOLDER = "data/actors/";

/**
 * Reads the package's tables and, after them, a user's own. Throws a `Problem` that names file and row where a
 * user's file does not fit.
 *
 * @param options.extra Paths of TOML files with `[[state]]`, `[[person]]`, `[[organisation]]` or `[[group]]`.
 */
export function loadActorTables(options: { readonly extra?: readonly string[] } = {}): ActorTables {
  const own = actorFiles(FOLDER).map((path) => ({ path, table: readTable(path, ActorFile) }));
  const theirs = (options.extra ?? []).map((path) => ({ path, table: readUserFile(path) }));
  const files = [...own, ...theirs];
  const states = new Map(
    files.flatMap(({ table }) => (table.state ?? []).map((row) => [row.iso3, row] as const)),
  );
  const organisations = new Map(
    files.flatMap(({ table }) => (table.organisation ?? []).map((row) => [row.code, row] as const)),
  );
  const groups = new Map(
    files.flatMap(({ table }) => (table.group ?? []).map((row) => [row.code, row] as const)),
  );
  const persons = files.flatMap(({ table }) => table.person ?? []);
  const personNames = new Set(persons.map(({ name }) => name));
  const holders = holdersByState(persons);
  const names = createNames();
  for (const { path, table } of files) addNames(names, path, table);
  return {
    names,
    states,
    organisations,
    words: readWords(),
    nameOf: (code) =>
      states.get(code)?.name ?? organisations.get(code)?.name ?? groups.get(code)?.name ?? code,
    kindOf: (code) =>
      states.has(code)
        ? "state"
        : organisations.has(code)
          ? "organisation"
          : groups.has(code)
            ? "group"
            : null,
    isPerson: (name) => personNames.has(name),
    holders: (code) => holders.get(code) ?? [],
    isMember: (state, organisation, day) =>
      (organisations.get(organisation)?.members ?? []).some(
        (member) => member.state === state && holds(member, day),
      ),
    suggestStates: (typed) => suggest(typed, states),
  };
}

/** TOML files of actors in a folder and its subfolders, in order. */
function actorFiles(folder: string): string[] {
  return readdirSync(packageFile(folder), { recursive: true, encoding: "utf8" })
    .filter(
      (file) =>
        file.endsWith(".toml") &&
        file !== "sectors.toml" &&
        file !== "generic.toml" &&
        file !== "places.toml",
    )
    .sort()
    .map((file) => `${folder}${file}`);
}

function readUserFile(path: string): ActorFile {
  let parsed: unknown;
  try {
    parsed = parseToml(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Problem(
      "unreadable",
      `The actor file ${path} cannot be read: ${(error as Error).message.split("\n")[0]}.`,
      "Check that the file exists and is TOML; docs/actors.md shows its form.",
      { cause: error },
    );
  }
  const result = ActorFile.safeParse(parsed);
  if (result.success) return result.data;
  const rows = result.error.issues.slice(0, 3).map(({ path: at, message }) => `${at.join(".")}: ${message}`);
  throw new Problem(
    "usage",
    `The actor file ${path} does not fit: ${rows.join("; ")}.`,
    "Correct these rows; docs/actors.md shows the form of each.",
  );
}

function addNames(names: Names, table: string, { state, person, organisation, group }: ActorFile): void {
  for (const row of state ?? []) addState(names, table, row);
  for (const row of organisation ?? []) addOrganisation(names, table, row);
  for (const row of group ?? []) addGroup(names, table, row);
  for (const row of person ?? []) addPerson(names, table, row);
}

function addState(names: Names, table: string, row: StateRow): void {
  const common = { actor: row.iso3, name: row.name, person: null, table, since: row.since, until: row.until };
  for (const name of [row.name, ...(row.names ?? [])])
    names.add(name.replace(/^the /, ""), { ...common, is: "state", sector: null });
  for (const name of row.adjectives ?? []) names.add(name, { ...common, is: "adjective", sector: null });
  for (const name of row.people ?? []) names.add(name, { ...common, is: "people", sector: "CVL" });
  for (const name of row.seats ?? [])
    names.add(name.replace(/^the /, ""), { ...common, is: "seat", sector: "GOV" });
}

function addOrganisation(names: Names, table: string, row: OrganisationRow): void {
  const owned = row.state !== undefined && row.sector !== undefined && row.sector !== "IGO";
  const entry = {
    is: owned ? ("group" as const) : ("organisation" as const),
    actor: owned && row.state !== undefined ? row.state : row.code,
    name: row.name,
    sector: row.sector ?? (row.kind === "region" ? null : "IGO"),
    person: null,
    table,
    since: row.founded,
    until: row.ended,
  };
  for (const name of new Set([row.name, row.code, ...(row.aliases ?? [])]))
    if (name.length > 1) names.add(name.replace(/^the /, ""), entry);
}

function addGroup(names: Names, table: string, row: GroupRow): void {
  const entry = {
    is: "group" as const,
    actor: row.state,
    name: row.name,
    sector: row.sector,
    person: null,
    table,
    since: row.since,
    until: row.until,
  };
  for (const name of new Set([row.name, ...(row.aliases ?? [])])) names.add(name.replace(/^the /, ""), entry);
}

function addPerson(names: Names, table: string, row: PersonRow): void {
  const [first] = row.office;
  if (first === undefined) return;
  const common = {
    actor: first.state,
    name: row.name,
    sector: first.sector,
    person: row,
    table,
    since: undefined,
    until: undefined,
  };
  for (const name of [row.name, ...(row.aliases ?? [])])
    names.add(name, { ...common, is: name.includes(" ") ? "person" : "family" });
  const family = row.family ?? familyOf(row.name, first.state);
  if (family !== row.name) names.add(family, { ...common, is: "family" });
}

/** Where the family name is written first. */
const FAMILY_FIRST = new Set(["CHN", "TWN", "PRK", "KOR", "VNM", "HKG", "KHM"]);

function familyOf(name: string, state: string): string {
  const words = name.split(" ");
  return (FAMILY_FIRST.has(state) ? words[0] : words.at(-1)) ?? name;
}

function readGeneric() {
  return readTable(`${FOLDER}generic.toml`, GenericFile);
}

function readWords(): Words {
  const { sector } = readTable(`${FOLDER}sectors.toml`, SectorFile);
  const sectorOf = new Map<string, Sector>();
  const persons = new Set<string>();
  for (const { code, person, nouns } of sector) {
    for (const noun of nouns) {
      if (!sectorOf.has(noun)) sectorOf.set(noun, code);
      if (person) persons.add(noun);
    }
  }
  const generic = readGeneric();
  const keys = Object.keys(generic) as (keyof WordLists)[];
  const lists = Object.fromEntries(
    keys.map((name) => [name, new Set(generic[name])]),
  ) as unknown as Words["lists"];
  return { sectorOf, persons, lists };
}

function suggest(typed: string, states: ReadonlyMap<string, StateRow>): string[] {
  const wanted = typed.toLowerCase();
  const ranked = [...states.values()].map(({ iso3, name, names, seats }) => {
    const written = [iso3, name, ...(names ?? []), ...(seats ?? [])].map((word) => word.toLowerCase());
    return {
      iso3,
      cost: Math.min(
        ...written.map((word) =>
          word.startsWith(wanted) && wanted.length > 3 ? 0.5 : editDistance(wanted, word),
        ),
      ),
    };
  });
  return ranked
    .filter(({ cost }) => cost <= Math.max(1, wanted.length / 2))
    .sort((a, b) => a.cost - b.cost || (a.iso3 < b.iso3 ? -1 : 1))
    .slice(0, 4)
    .map(({ iso3 }) => iso3);
}

/** Insertions, deletions, replacements and swaps of neighbours (Damerau 1964, restricted). */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(
        (rows[i - 1]?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + change,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? a.length;
}
