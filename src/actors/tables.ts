import { readdirSync, readFileSync } from "node:fs";
import { parse as parseToml } from "smol-toml";
import type { z } from "zod";
import { Problem, packageFile, readTable, type Sector } from "../vocabulary/index.ts";
import { addNames, addPeoples, addPlaces } from "./entries.ts";
import { holdersByState } from "./holders.ts";
import { createNames, type Names } from "./names.ts";
import { loadPoliticsModel, type PoliticsModel } from "./politics-model.ts";
import {
  ActorFile,
  ApoliticalFile,
  GenericFile,
  type OrganisationRow,
  PeopleFile,
  type PersonRow,
  PlaceFile,
  RegionFile,
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
  /** What tells politics from sports, culture and the like. */
  readonly politics: PoliticsModel;
  /** A state's or an organisation's display name; the code itself where it is unknown. */
  readonly nameOf: (code: string) => string;
  readonly kindOf: (code: string) => "state" | "organisation" | "group" | null;
  readonly isPerson: (name: string) => boolean;
  /** Whether a name is only that of a company or medium that acts in politics where it deals with someone who does. */
  readonly isPrivate: (written: string) => boolean;
  /** How many persons have a surname that is understood alone. */
  readonly bearers: (family: string) => number;
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
  /** States by the words that place them: "baltic", "central_asian", "former_soviet". */
  readonly regions: ReadonlyMap<string, ReadonlySet<string>>;
  readonly lists: Readonly<Record<keyof WordLists, ReadonlySet<string>>>;
  readonly apolitical: Readonly<Record<keyof ApoliticalLists, ReadonlySet<string>>>;
}
type ApoliticalLists = z.infer<typeof ApoliticalFile>;
type WordLists = z.infer<typeof GenericFile>;

const FOLDER = "data/actors/";
const PLACES = `${FOLDER}places.toml`;
const PEOPLES = `${FOLDER}peoples.toml`;
/** Tables in the folder that are not files of actors. */
const OTHERS = new Set([
  "sectors.toml",
  "generic.toml",
  "places.toml",
  "peoples.toml",
  "apolitical.toml",
  "regions.toml",
]);

/**
 * Reads the package's tables and, after them, a user's own. Throws a `Problem` that names file and row where a
 * user's file does not fit.
 *
 * @param options.extra Paths of TOML files with `[[state]]`, `[[person]]`, `[[organisation]]` or `[[group]]`.
 * @param options.politics What tells politics from the rest, where it is not the model that is shipped.
 */
export function loadActorTables(
  options: { readonly extra?: readonly string[]; readonly politics?: PoliticsModel } = {},
): ActorTables {
  const own = actorFiles();
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
  const nameOfState = (code: string): string => states.get(code)?.name ?? code;
  addPlaces(names, PLACES, readTable(PLACES, PlaceFile).place, nameOfState);
  addPeoples(names, PEOPLES, readTable(PEOPLES, PeopleFile), nameOfState);
  const bearers = new Map<string, number>();
  for (const family of new Set(persons.map(({ name, family: alone }) => `${alone ?? ""}|${name}`))) {
    const [alone = ""] = family.split("|");
    bearers.set(alone, (bearers.get(alone) ?? 0) + 1);
  }
  const privateNames = new Set(
    files.flatMap(({ table }) =>
      (table.group ?? [])
        .filter((row) => row.private === true)
        .flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]),
    ),
  );
  return {
    names,
    states,
    organisations,
    words: readWords(),
    politics: options.politics ?? loadPoliticsModel(),
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
    isPrivate: (written) => privateNames.has(written),
    bearers: (family) => bearers.get(family) ?? 0,
    holders: (code) => holders.get(code) ?? [],
    isMember: (state, organisation, day) =>
      (organisations.get(organisation)?.members ?? []).some(
        (member) => member.state === state && holds(member, day),
      ),
    suggestStates: (typed) => suggest(typed, states),
  };
}

/** A file of actors with its path, as `why` names it. */
export interface ActorTable {
  readonly path: string;
  readonly table: ActorFile;
}

/** The package's own files of actors, in order of their paths. */
export function actorFiles(): ActorTable[] {
  return readdirSync(packageFile(FOLDER), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".toml") && !OTHERS.has(file))
    .map((file) => `${FOLDER}${file.replaceAll("\\", "/")}`)
    .sort()
    .map((path) => ({ path, table: readTable(path, ActorFile) }));
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
  return {
    sectorOf,
    persons,
    regions: readRegions(),
    lists: asSets(readTable(`${FOLDER}generic.toml`, GenericFile)),
    apolitical: asSets(readTable(`${FOLDER}apolitical.toml`, ApoliticalFile)),
  };
}

function readRegions(): Map<string, ReadonlySet<string>> {
  const { region } = readTable(`${FOLDER}regions.toml`, RegionFile);
  return new Map(
    region.flatMap(({ words, states }) => words.map((word) => [word, new Set(states)] as const)),
  );
}

function asSets<Key extends string>(
  lists: Readonly<Record<Key, readonly string[]>>,
): Record<Key, ReadonlySet<string>> {
  const keys = Object.keys(lists) as Key[];
  return Object.fromEntries(keys.map((name) => [name, new Set(lists[name])])) as unknown as Record<
    Key,
    ReadonlySet<string>
  >;
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
