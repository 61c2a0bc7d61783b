import type { Entry, EntryKind, Names } from "./names.ts";
import type {
  ActorFile,
  GroupRow,
  OrganisationRow,
  PeopleFile,
  PersonRow,
  PlaceRow,
  StateRow,
} from "./schemas.ts";

/** Enters every name of a file of actors, with what it stands for. */
export function addNames(names: Names, table: string, file: ActorFile): void {
  for (const row of file.state ?? []) addState(names, table, row);
  for (const row of file.organisation ?? []) addOrganisation(names, table, row);
  for (const row of file.group ?? []) addGroup(names, table, row);
  for (const row of file.person ?? []) addPerson(names, table, row);
}

type Meaning = Pick<Entry, "actor" | "name"> & Partial<Entry>;

function entryOf(is: EntryKind, table: string, meaning: Meaning): Entry {
  return {
    sector: null,
    person: null,
    private: false,
    since: undefined,
    until: undefined,
    ...meaning,
    is,
    table,
  };
}

function addState(names: Names, table: string, row: StateRow): void {
  const { iso3: actor, name, since, until } = row;
  const common = { actor, name, since, until };
  for (const written of [name, ...(row.names ?? [])]) names.add(written, entryOf("state", table, common));
  for (const written of row.adjectives ?? []) names.add(written, entryOf("adjective", table, common));
  for (const written of row.people ?? [])
    names.add(written, entryOf("people", table, { ...common, sector: "CVL" }));
  for (const written of row.seats ?? [])
    names.add(written, entryOf("seat", table, { ...common, sector: "GOV" }));
}

function addOrganisation(names: Names, table: string, row: OrganisationRow): void {
  const { state, code, name, founded: since, ended: until } = row;
  const owned = state !== undefined && row.sector !== undefined && row.sector !== "IGO";
  const entry = entryOf(owned ? "group" : "organisation", table, {
    actor: owned ? state : code,
    name,
    sector: row.sector ?? (row.kind === "region" ? null : "IGO"),
    since: row.founded,
    until: row.ended,
  });
  for (const written of [name, code, ...(row.aliases ?? [])])
    if (written.length > 1) names.add(written, entry);
  for (const written of row.seats ?? [])
    names.add(written, entryOf("seat", table, { actor: code, name, sector: "IGO", since, until }));
}

function addGroup(names: Names, table: string, row: GroupRow): void {
  const { state, name, sector, since, until } = row;
  const entry = entryOf("group", table, {
    actor: state,
    name,
    sector,
    since,
    until,
    private: row.private ?? false,
  });
  for (const written of [name, ...(row.aliases ?? [])]) names.add(written, entry);
}

function addPerson(names: Names, table: string, row: PersonRow): void {
  const [first] = row.office;
  if (first === undefined) return;
  const meaning = { actor: first.state, name: row.name, sector: first.sector, person: row };
  const family = row.family ?? familyOf(row.name, first.state);
  for (const written of [row.name, ...(row.aliases ?? []), ...respelled(row, family)])
    names.add(written, entryOf(written.includes(" ") ? "person" : "family", table, meaning));
  if (family !== row.name && !MONARCH.test(row.name)) names.add(family, entryOf("family", table, meaning));
}

/** Full names from another spelling of the family name: "Abdourahamane Tiani" for Tchiani, known as Tiani too. */
function respelled({ name, aliases = [] }: PersonRow, family: string): string[] {
  if (!name.includes(" ") || !name.split(" ").includes(family)) return [];
  return aliases
    .filter((alias) => !alias.includes(" ") && alias[0] === family[0])
    .map((alias) => name.replace(family, alias));
}

const MONARCH = /^(King|Queen|Prince|Sultan|Emperor|Pope|Sheikh) /;

/** Where the family name is written first. */
const FAMILY_FIRST = new Set(["CHN", "TWN", "PRK", "KOR", "VNM", "HKG", "KHM"]);

function familyOf(name: string, state: string): string {
  const words = name.split(" ").filter((word) => !/^(Jr\.?|I{1,3}|IV|VI?)$/.test(word));
  return (FAMILY_FIRST.has(state) ? words[0] : words.at(-1)) ?? name;
}

/** Cities and regions. */
export function addPlaces(
  names: Names,
  table: string,
  rows: readonly PlaceRow[],
  nameOf: (code: string) => string,
): void {
  for (const { state, cities, regions } of rows) {
    const meaning = { actor: state, name: nameOf(state) };
    for (const written of [...(cities ?? []), ...(regions ?? [])])
      names.add(written, entryOf("place", table, meaning));
  }
}

/** Peoples without a state of their own, and names of several states at once. */
export function addPeoples(
  names: Names,
  table: string,
  { people, together }: PeopleFile,
  nameOf: (code: string) => string,
): void {
  for (const { states, names: written } of together) {
    const [actor = ""] = states;
    const all = new Map(states.map((state) => [state, nameOf(state)]));
    for (const name of written) names.add(name, entryOf("state", table, { actor, name, together: all }));
  }
  for (const { states, mostly = false, names: written } of people) {
    const [most = ""] = states;
    const named = new Map(states.map((state) => [state, nameOf(state)]));
    const homes = states.length === 1 ? undefined : { named, mostly };
    const entry = entryOf("people", table, { actor: most, name: nameOf(most), sector: "CVL", homes });
    for (const name of written) names.add(name, entry);
  }
}
