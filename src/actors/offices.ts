import type { Sentence } from "../language/index.ts";
import type { ActorMention } from "./mention.ts";
import type { Entry } from "./names.ts";
import type { PersonRow } from "./schemas.ts";
import type { ActorTables } from "./tables.ts";
import { distance, holds } from "./time.ts";

/** Years before and after an office in which its holder's surname alone is understood. */
const REMEMBERED_DAYS = 3 * 365;

/**
 * Whether a surname alone means the person: after the full name, after a title, or for someone in office around
 * that day. A name that could be another person's first or last name never does.
 */
export function prominentAlone(
  entry: Entry,
  range: { readonly from: number; readonly to: number },
  sentence: Sentence,
  day: string | null,
  tables: ActorTables,
  before: readonly ActorMention[],
): boolean {
  const { person } = entry;
  if (person === null) return false;
  const previous = sentence.tokens[range.from - 1];
  const next = sentence.tokens[range.to];
  const first = sentence.tokens[range.from];
  if (
    first === undefined ||
    !/^\p{Lu}/u.test(first.form) ||
    (first.upos !== "PROPN" && first.upos !== "NOUN" && first.upos !== "X")
  )
    return false;
  const titled = previous !== undefined && tables.words.lists.titles.has(previous.form.toLowerCase());
  const named = before.some(({ name }) => name === person.name);
  if (
    next !== undefined &&
    next.upos === "PROPN" &&
    /^\p{Lu}/u.test(next.form) &&
    sentence.tokens[range.to - 1]?.deprel !== "conj" &&
    !/^['’]/.test(next.form) &&
    (next.head === range.to - 1 || sentence.tokens[range.to - 1]?.head === range.to)
  )
    return false;
  if (
    previous !== undefined &&
    previous.upos === "PROPN" &&
    !titled &&
    /^\p{Lu}/u.test(previous.form) &&
    (previous.head === range.from || first.head === range.from - 1) &&
    !isActorWord(previous.form, tables)
  )
    return false;
  if (named) return true;
  const near = day !== null && person.office.some((office) => distance(office, day) <= REMEMBERED_DAYS);
  if (titled) return day === null || near;
  return near && person.family !== undefined && person.name.includes(" ");
}

function isActorWord(form: string, tables: ActorTables): boolean {
  return tables.names.longestAt([form], 0) !== null;
}

/** Who holds an office of a state on a day: "president" of "UKR" in 2005. Null where the tables do not say, or the day is unknown. */
export function officeOn(
  tables: ActorTables,
  state: string,
  role: string,
  day: string | null,
): string | null {
  if (day === null) return null;
  const holder = tables
    .holders(state)
    .find(({ office }) =>
      office.some((row) => row.state === state && holds(row, day) && sameRole(row.role, row.kind, role)),
    );
  return holder?.name ?? null;
}

function sameRole(role: string, kind: string, words: string): boolean {
  if (words === role) return true;
  if (words === "leader" || words === "ruler" || words === "strongman") return kind === "head-of-state";
  if (words === "premier" || words === "prime minister" || words === "chancellor")
    return kind === "head-of-government";
  if (words === "foreign minister" || words === "top diplomat") return kind === "foreign-minister";
  if (words === "defence minister" || words === "defense minister") return kind === "defence-minister";
  return false;
}

/** Persons by the states in which they held office. */
export function holdersByState(persons: readonly PersonRow[]): ReadonlyMap<string, readonly PersonRow[]> {
  const byState = new Map<string, PersonRow[]>();
  for (const person of persons) {
    for (const state of new Set(person.office.map((office) => office.state))) {
      const list = byState.get(state);
      if (list) list.push(person);
      else byState.set(state, [person]);
    }
  }
  return byState;
}
