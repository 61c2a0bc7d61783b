import { placeInTree } from "./allies.ts";
import type { Reading } from "./discourse.ts";
import { groupOf } from "./groups.ts";
import { lookUp } from "./lookup.ts";
import { type ActorMention, type MentionKind, mention, overlap } from "./mention.ts";
import type { EntryKind, Found } from "./names.ts";
import { nearestOffice, officeInForce } from "./persons.ts";
import { BEFORE_HOLDER, strangersIn } from "./strangers.ts";
import { headOf } from "./syntax.ts";
import { titlesBefore } from "./titles.ts";
import { unknownBodiesIn } from "./unknown-bodies.ts";
import { isOnlyPlace } from "./where.ts";

const KINDS: Readonly<Record<EntryKind, MentionKind>> = {
  state: "name",
  adjective: "demonym",
  people: "demonym",
  seat: "place",
  place: "place",
  person: "name",
  family: "name",
  organisation: "name",
  group: "name",
};

/** Mentions by name in one sentence: names themselves, persons with their titles, and the groups that names make. */
export function namedIn(reading: Reading): ActorMention[] {
  const found = lookUp(reading);
  const taken = new Set<Found>();
  const mentions: ActorMention[] = [];
  for (const name of found) {
    if (name.entry.person === null) continue;
    const person = personMention(name, found, reading);
    mentions.push(person.mention);
    for (const part of person.taken) taken.add(part);
  }
  for (const name of found) {
    if (taken.has(name)) continue;
    const group = groupOf(name, found, reading);
    if (group === null || group.mentions.some((row) => mentions.some((other) => overlap(row, other))))
      continue;
    mentions.push(...group.mentions);
    for (const part of group.taken) taken.add(part);
  }
  const strangers = strangersIn(found, mentions, reading);
  const kept = mentions
    .filter((row) => !strangers.some((person) => overlap(row, person)))
    .map((row) => heldBy(row, strangers, reading));
  const bare = found
    .filter((name) => !taken.has(name))
    .map((name) => bareMention(name, reading))
    .filter((row) => !strangers.some((person) => overlap(row, person)));
  const known = [...kept, ...ofTheOnlyState(strangers, [...kept, ...bare], reading), ...bare];
  return inOrder(distinct([...known, ...unknownBodiesIn(found, known, reading)]));
}

/** "The secretary general of …, Jane Doe": the office is hers. */
function heldBy(row: ActorMention, strangers: readonly ActorMention[], { text }: Reading): ActorMention {
  if (row.kind !== "office") return row;
  const holder = strangers.find(
    ({ start, actor }) =>
      actor === row.actor &&
      /, ?$/.test(text.slice(row.end, start)) &&
      BEFORE_HOLDER.test(text.slice(row.end, start)),
  );
  return holder === undefined
    ? row
    : { ...row, name: holder.name, why: `person: ${holder.name}, ${row.why}` };
}

export function inOrder(mentions: readonly ActorMention[]): ActorMention[] {
  return [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A person with the titles and the state before the name: "Belarusian President Alexander Lukashenko". */
function personMention(
  name: Found,
  found: readonly Found[],
  reading: Reading,
): { readonly mention: ActorMention; readonly taken: readonly Found[] } {
  const { sentence, day } = reading;
  const { entry } = name;
  const titles = titlesBefore(name.from, found, reading);
  const office = entry.person === null ? null : officeInForce(entry.person, day);
  const nearest = entry.person === null ? null : nearestOffice(entry.person, day);
  return {
    taken: [name, ...titles.covered],
    mention: mention(reading, titles.from, name.to, headOf(sentence, titles.from, name.to), {
      actor: office?.state ?? nearest?.state ?? entry.actor,
      sector: office?.sector ?? formerly(nearest?.sector ?? null),
      name: entry.name,
      kind: "name",
      role: "who",
      why:
        office === null
          ? `person: ${entry.name}, of ${nearest?.state ?? entry.actor}, in no office known on that day; ${nearest?.role ?? "office"} ${nearest?.since ?? "?"}–${nearest?.until ?? ""} (${entry.table})`
          : `person: ${entry.name}, ${office.role} of ${office.state}, ${office.since ?? "?"}–${office.until ?? ""} (${entry.table})`,
    }),
  };
}

/** Out of office, rebels and opponents remain what they were; holders of an office do not. */
function formerly(sector: ActorMention["sector"]): ActorMention["sector"] {
  return sector === "REB" || sector === "OPP" || sector === "CRM" || sector === "BUS" ? sector : null;
}

function bareMention(name: Found, reading: Reading): ActorMention {
  const { sentence, bare } = reading;
  const { entry, from, to } = name;
  const head = headOf(sentence, from, to);
  const where = !bare && isOnlyPlace(name, head, reading);
  return mention(reading, from, to, placeInTree(name, head, reading), {
    actor: entry.actor,
    sector: entry.is === "adjective" ? null : entry.sector,
    name: entry.name,
    kind: KINDS[entry.is],
    role: where ? "where" : "who",
    why: `${entry.is}: ${entry.name} (${entry.table})`,
  });
}

const OFFICE_BEFORE_NAME =
  /^(then |former |vice[- ]|deputy |acting |interim )*(president|prime minister|premier|chancellor|(foreign|defen[cs]e|interior|finance|justice|trade|energy|health|oil) minister|foreign secretary|attorney general|opposition leader)\b/i;

/** "Vice-President Moody Awori": whose, where only one state is spoken of. */
function ofTheOnlyState(
  strangers: readonly ActorMention[],
  others: readonly ActorMention[],
  { said, tables }: Reading,
): ActorMention[] {
  const actors = [...said.counts.keys(), ...others.flatMap(({ actor }) => actor ?? [])];
  const states = new Set(actors.filter((actor) => tables.kindOf(actor) === "state"));
  const [state] = states;
  if (states.size !== 1 || state === undefined) return [...strangers];
  return strangers.map((row) => {
    const office = row.actor === null ? OFFICE_BEFORE_NAME.exec(row.text)?.[0] : undefined;
    if (office === undefined) return row;
    const sector = /opposition/i.test(office) ? "OPP" : "GOV";
    return {
      ...row,
      actor: state,
      sector,
      why: `person: ${row.name}, "${office}" of ${state}, the only state spoken of`,
    };
  });
}

function distinct(mentions: readonly ActorMention[]): ActorMention[] {
  return [...new Map(mentions.map((row) => [`${row.start}:${row.end}:${row.actor}`, row])).values()];
}
