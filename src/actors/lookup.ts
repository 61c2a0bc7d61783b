import type { Token } from "../language/index.ts";
import { isAmerican } from "./american-places.ts";
import { mostSpokenOf, type Reading } from "./discourse.ts";
import { type Entry, type EntryKind, type Found, plain, type Range } from "./names.ts";
import { partOfOtherName } from "./other-names.ts";
import { understoodAlone, whichPerson } from "./persons.ts";
import { headOf } from "./syntax.ts";
import { holds } from "./time.ts";
import { titlesBefore } from "./titles.ts";
import { isOnlyPlace } from "./where.ts";

/** Kinds in the order in which a name is taken for one of them. */
const PRECEDENCE: readonly EntryKind[] = [
  "person",
  "state",
  "organisation",
  "group",
  "seat",
  "adjective",
  "people",
  "place",
];

/** Every name in a sentence, the longest that makes sense at each place. */
export function lookUp(reading: Reading): Found[] {
  const forms = keysOf(reading);
  const found: Found[] = [];
  for (let at = 0; at < forms.length; at++) {
    for (const { length, entries } of reading.tables.names.matchesAt(forms, at)) {
      const range = { from: at, to: at + length };
      const entry = meant(entries, range, found, reading);
      if (entry === null) continue;
      found.push({ ...range, entry });
      at += length - 1;
      break;
    }
  }
  return found.flatMap((name) => {
    const { together, homes } = name.entry;
    if (together === undefined && homes === undefined) return name;
    const states = together ?? atHome(name, found, reading);
    return [...states].map(([actor, state]) => ({ ...name, entry: { ...name.entry, actor, name: state } }));
  });
}

/** Of the states of a people the one that stands nearest, else the one that the text speaks of; none where it tells none. */
function atHome(
  { entry, from }: Found,
  found: readonly Found[],
  { said, around }: Reading,
): readonly (readonly [state: string, name: string])[] {
  const { homes } = entry;
  const isHome = (state: string): boolean => homes?.named.has(state) ?? false;
  const [nearest] = found
    .filter((other) => other.entry.homes === undefined && isHome(other.entry.actor))
    .sort((a, b) => Math.abs(a.from - from) - Math.abs(b.from - from));
  const spoken = nearest?.entry.actor ?? [...around].find(isHome) ?? mostSpokenOf(said, isHome)[0];
  const actor = spoken ?? (homes?.mostly ? entry.actor : null);
  return actor === null ? [] : [[actor, homes?.named.get(actor) ?? actor]];
}

/** The forms to look up; a headline all in capitals is read as if it were not, short words excepted. */
function keysOf({ sentence }: Reading): string[] {
  const forms = sentence.tokens.map(({ form }) => plain(form));
  const words = forms.filter((form) => /\p{L}{4}/u.test(form));
  if (words.length < 3 || words.some((form) => form !== form.toUpperCase())) return forms;
  return forms.map((form) =>
    form.length > 4
      ? form.replace(/\p{L}+/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase())
      : form,
  );
}

/** What a name stands for here, or null: no one, or no one can tell who. */
function meant(
  entries: readonly Entry[],
  range: Range,
  found: readonly Found[],
  reading: Reading,
): Entry | null {
  const { day, tables } = reading;
  if (isCounted(range, entries, reading)) return null;
  const inForce = entries.filter((entry) => entry.person !== null || holds(entry, day));
  const candidates = inForce.length > 0 ? inForce : entries;
  const full = candidates.filter(({ is }) => is === "person");
  const before = titlesBefore(range.from, found, reading);
  if (full.length > 0) return whichPerson(full, before.state, reading) ?? whichPerson(full, null, reading);

  const others = candidates.filter(({ is }) => is !== "family");
  if (isOtherBearer(range, entries, reading)) return null;
  const families = candidates.filter(
    (entry) => entry.is === "family" && understoodAlone(entry, range, before.titled, reading),
  );
  if (families.length > 0 && (others.length === 0 || before.titled || isNamedPerson(families, reading)))
    return whichPerson(families, before.state, reading) ?? whichPerson(families, null, reading);
  if (
    isFormer(range, others, reading) ||
    isStranger(range, reading) ||
    isAmerican(range, others, reading) ||
    partOfOtherName(range, others, reading)
  )
    return null;
  const noun = asNoun(range, reading);
  const fitting = others.filter(({ is }) => (noun ? is !== "adjective" : is !== "people"));
  const wanted = fitting.length > 0 ? fitting : others;
  const kind = PRECEDENCE.find((is) => wanted.some((entry) => entry.is === is));
  const ofKind = wanted.filter(({ is }) => is === kind);
  const chosen = whichActor(kind === "seat" ? whoseSeat(ofKind, range, reading) : ofKind, reading);
  if (chosen === null || chosen.is !== "group") return chosen;
  return tables.words.lists.shared_bodies.has(chosen.name)
    ? sharedBody(chosen, range, found, reading)
    : chosen;
}

/** "the two Gulf states", "the three Baltic countries": some of them, as the text has named them. */
function isCounted({ from, to }: Range, entries: readonly Entry[], { sentence }: Reading): boolean {
  return (
    to - from > 1 &&
    /^(two|both|three|four)$/i.test(sentence.tokens[from - 1]?.form ?? "") &&
    entries.every(({ is }) => is === "organisation") &&
    /^(states|countries|nations)$/i.test(sentence.tokens[to - 1]?.form ?? "")
  );
}

function isNamedPerson(entries: readonly Entry[], { said }: Reading): boolean {
  const names = new Set([...said.persons.values()].map(({ name }) => name));
  return entries.some(({ person }) => person !== null && names.has(person.name));
}

/** "the former Soviet republic": no one acts for what is gone. */
function isFormer({ from }: Range, entries: readonly Entry[], { sentence }: Reading): boolean {
  const before = sentence.tokens[from - 1]?.form.toLowerCase();
  return (
    before === "former" &&
    entries.length > 0 &&
    entries.every(({ is, until }) => (is === "adjective" || is === "people") && until !== undefined)
  );
}

/** "Mohamed" after "Ahmed Mohamed", whom no table knows: not the minister of that name. */
function isOtherBearer({ from, to }: Range, entries: readonly Entry[], { sentence, said }: Reading): boolean {
  const named = to - from > 1 ? undefined : said.persons.get(sentence.tokens[from]?.form ?? "");
  const families = entries.filter(({ is }) => is === "family");
  return (
    named !== undefined &&
    families.length === entries.length &&
    families.every(({ name }) => name !== named.name)
  );
}

/** "Paris" after "Valeska Paris": the person the text has named, where it does not stand as a place. */
function isStranger({ from, to }: Range, { sentence, said }: Reading): boolean {
  const token = sentence.tokens[from];
  if (token === undefined || to - from > 1 || !said.persons.has(token.form)) return false;
  return /^(nsubj|nmod:poss|obj|conj)/.test(token.deprel);
}

/** Whether a demonym is a noun here: "the Russians", "Beijing told the Chinese". */
function asNoun({ from, to }: Range, { sentence }: Reading): boolean {
  const head = sentence.tokens[headOf(sentence, from, to)] as Token;
  return head.deprel !== "amod" && head.deprel !== "compound" && head.upos !== "ADJ";
}

/** Of several actors of one name, the one that the text or its surroundings speak of; else the one that exists today. */
function whichActor(entries: readonly Entry[], { said, around, bare, day }: Reading): Entry | null {
  const [first] = entries;
  if (first === undefined || entries.every(({ actor }) => actor === first.actor)) return first ?? null;
  const near = entries.filter(({ actor }) => around.has(actor));
  if (near[0] !== undefined) return near[0];
  const spoken = mostSpokenOf(said, (actor) => entries.some((entry) => entry.actor === actor))[0];
  if (spoken !== undefined) return entries.find(({ actor }) => actor === spoken) ?? first;
  const open = entries.filter(({ until }) => until === undefined);
  if (day === null && open[0] !== undefined && open.length < entries.length) return open[0];
  return bare || first.is !== "group" ? (open[0] ?? first) : null;
}

/** Brussels is the seat of a union and of a state: the union acts from there, but whoever is there is in the state. */
function whoseSeat(entries: readonly Entry[], range: Range, reading: Reading): readonly Entry[] {
  const { sentence, said, bare, tables } = reading;
  const [states, unions] = [true, false].map((isState) =>
    entries.filter(({ actor }) => (tables.kindOf(actor) === "state") === isState),
  ) as [Entry[], Entry[]];
  const [state] = states;
  if (state === undefined || unions.length === 0) return entries;
  const spokenOf = (rows: readonly Entry[]): boolean => rows.some(({ actor }) => said.counts.has(actor));
  const isPlace = isOnlyPlace({ ...range, entry: state }, headOf(sentence, range.from, range.to), reading);
  return bare || isPlace || (spokenOf(states) && !spokenOf(unions)) ? states : unions;
}

/** "Senate", "National Guard": many states have one. It is the state's that stands before it, or that is spoken of. */
function sharedBody(entry: Entry, { from }: Range, found: readonly Found[], reading: Reading): Entry | null {
  const possessive = /^['’]s?$/.test(reading.sentence.tokens[from - 1]?.form ?? "") ? 1 : 0;
  const owner = found.find(({ to }) => to === from - possessive)?.entry;
  if (owner !== undefined && owner.person === null && owner.actor !== entry.actor)
    return {
      ...entry,
      actor: owner.actor,
      name: owner.name,
      table: `${entry.name} of ${owner.name}, ${owner.table}`,
    };
  const { said, tables, around } = reading;
  const isState = (actor: string): boolean => tables.kindOf(actor) === "state";
  if (said.counts.has(entry.actor)) return entry;
  const topic = [...around].find(isState) ?? mostSpokenOf(said, isState)[0];
  return topic === undefined ? entry : { ...entry, actor: topic, name: tables.nameOf(topic) };
}
