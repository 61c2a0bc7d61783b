import type { Reading } from "./discourse.ts";
import { type Entry, plain, type Range } from "./names.ts";
import type { OfficeRow, PersonRow } from "./schemas.ts";
import type { ActorTables } from "./tables.ts";
import { distance, holds } from "./time.ts";

/** Days after and before an office in which its holder's surname alone is understood. */
const REMEMBERED_DAYS = 3 * 365;
const AWAITED_DAYS = 365;

/**
 * Who of several persons of one name is meant: the one the text has named, else one of the state that stands before
 * the name, else the one in office on that day or nearest to it. Null where it could be persons of two states.
 */
export function whichPerson(
  entries: readonly Entry[],
  state: string | null,
  { day, said, around, bare }: Reading,
): Entry | null {
  const ranked = entries
    .map((entry) => ({ entry, rank: rankOf(entry) }))
    .filter(({ rank }) => rank > -1000)
    .sort((a, b) => b.rank - a.rank);
  const [best, next] = ranked;
  if (best === undefined) return null;
  if (!bare && next !== undefined && next.entry.actor !== best.entry.actor && best.rank - next.rank < 0.5)
    return null;
  return best.entry;

  function rankOf({ person }: Entry): number {
    if (person === null) return -1000;
    const states = person.office.map((office) => office.state);
    let rank = [...said.persons.values()].some(({ name }) => name === person.name) ? 100 : 0;
    if (state !== null) rank += states.includes(state) ? 50 : -2000;
    if (states.some((code) => around.has(code))) rank += 20;
    if (states.some((code) => said.counts.has(code))) rank += 2;
    if (day !== null) rank -= Math.min(...person.office.map((office) => distance(office, day))) / 365;
    if (person.office.some(({ kind }) => kind.startsWith("head-of"))) rank += 0.6;
    return rank;
  }
}

/**
 * Whether a surname alone means a person: after the full name, after a title, or for someone in office around that
 * day. A name that could be another person's first or last name never does.
 */
export function understoodAlone(entry: Entry, range: Range, titled: boolean, reading: Reading): boolean {
  const { person } = entry;
  if (person === null) return false;
  const { sentence, day, said, bare } = reading;
  const { from, to } = range;
  if (bare && from === 0 && to === sentence.tokens.length) return true;
  const first = sentence.tokens[from];
  if (first === undefined || !["PROPN", "NOUN", "X"].includes(first.upos)) return false;
  if (!titled && (isInsideName(range, reading) || isMonth(range, reading))) return false;
  if (titled && goesOn(range, reading)) return false;
  if ([...said.persons.values()].some(({ name }) => name === person.name)) return true;
  if (bare && titled) return true;
  if (day === null)
    return titled || (person.family !== undefined && reading.tables.bearers(person.family) === 1);
  const near = person.office.some(
    (office) => distance(office, day) <= (day < (office.since ?? "") ? AWAITED_DAYS : REMEMBERED_DAYS),
  );
  return near && (titled || person.family !== undefined || isByname(person, range, reading));
}

/** "Lula", "Isaias": a single word that the table lists as a name of its own. */
function isByname({ aliases = [] }: PersonRow, { from, to }: Range, { sentence }: Reading): boolean {
  return (
    to - from === 1 && aliases.some((alias) => plain(alias) === plain(sentence.tokens[from]?.form ?? ""))
  );
}

/** "on May 23", "last May", "in March": when, not who. */
function isMonth({ from, to }: Range, { sentence }: Reading): boolean {
  if (to - from > 1 || !/^(May|March|April|August|June|January)$/.test(sentence.tokens[from]?.form ?? ""))
    return false;
  const before = sentence.tokens[from - 1]?.form.toLowerCase() ?? "";
  const after = sentence.tokens[to]?.form ?? "";
  return (
    /^\d/.test(after) ||
    /^(\d+(st|nd|rd|th)?|in|last|next|this|since|until|till|from|during|before|after|early|mid|late|of|every|between|to|by)$/.test(
      before,
    )
  );
}

/** "Minister Ahmed Mohamed" is not Ahmed: more of the name follows. */
function goesOn({ to }: Range, { sentence }: Reading): boolean {
  const next = sentence.tokens[to];
  const touches = sentence.tokens[to - 1]?.end === (next?.start ?? 0) - 1;
  return (
    next?.upos === "PROPN" &&
    touches &&
    /^\p{Lu}\p{Ll}/u.test(next.form) &&
    /^(flat|compound)/.test(next.deprel)
  );
}

/** Whether capitalised words of the same name stand beside a surname: "Lavrov Street", "Ahmed Mohamed" for "Ahmed". */
function isInsideName({ from, to }: Range, { sentence, tables }: Reading): boolean {
  const previous = sentence.tokens[from - 1];
  const next = sentence.tokens[to];
  const touches = (at: number): boolean =>
    sentence.tokens[at]?.end === (sentence.tokens[at + 1]?.start ?? 0) - 1;
  const isName = (form: string): boolean =>
    /^\p{Lu}\p{Ll}/u.test(form) && !tables.words.lists.not_a_person.has(form.toLowerCase());
  if (next?.upos === "PROPN" && /^\p{Lu}|^(?:al|el|bin|ibn|ben)$/u.test(next.form) && touches(to - 1)) {
    if (!/day$/.test(next.form) && next.deprel !== "obl") return true;
  }
  return (
    previous?.upos === "PROPN" &&
    isName(previous.form) &&
    touches(from - 1) &&
    !tables.names
      .matchesAt([previous.form], 0)
      .some(({ entries }) => entries.some(({ is }) => is === "adjective"))
  );
}

/** The office a person held on a day, the one that began last; null where they held none. */
export function officeInForce({ office }: PersonRow, day: string | null): OfficeRow | null {
  if (day === null) return office.at(-1) ?? null;
  return office.filter((row) => holds(row, day)).at(-1) ?? null;
}

/** The office held last before a day; for someone who had held none by then, the first. */
export function nearestOffice({ office }: PersonRow, day: string | null): OfficeRow | null {
  if (day === null) return office.at(-1) ?? null;
  const past = office.filter(({ since = "" }) => since <= day);
  const [last] = [...past].sort((a, b) => distance(a, day) - distance(b, day));
  return last ?? office[0] ?? null;
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
    .find(({ office }) => office.some((row) => row.state === state && holds(row, day) && isRole(row, role)));
  return holder?.name ?? null;
}

const ROLE_WORDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(leader|ruler|strongman|head of state)$/, /^head-of-state$/],
  [/^(premier|prime minister|chancellor|taoiseach|head of government)$/, /^head-of-government$/],
  [/^(foreign minister|foreign secretary|secretary of state|top diplomat)$/, /^foreign-minister$/],
  [
    /^(defen[cs]e minister|defen[cs]e secretary|defen[cs]e chief|secretary of defense)$/,
    /^defence-minister$/,
  ],
  [/^(finance minister|treasury secretary)$/, /^finance-minister$/],
  [/^(interior minister|home secretary)$/, /^interior-minister$/],
  [/^(king|monarch|emir|sultan)$/, /^head-of-state$/],
  [/^(opposition leader)$/, /^opposition$/],
  [/^((house|parliament|parliamentary|senate) )?speaker$/, /^speaker$/],
];

/** Whether an office is what these words call it. */
export function isRole({ role, kind }: OfficeRow, words: string): boolean {
  return words === role || ROLE_WORDS.some(([word, of]) => word.test(words) && of.test(kind));
}

/** Whether an office is what these words call it, or ends in them: "minister". */
export function isSuchOffice(office: OfficeRow, words: string): boolean {
  return isRole(office, words) || office.role.endsWith(words);
}

/** The person of that name whom the tables know of an actor. */
export function personOf(
  { actor, name }: { readonly actor: string | null; readonly name: string },
  tables: ActorTables,
): PersonRow | undefined {
  return tables.holders(actor ?? "").find((person) => person.name === name);
}
