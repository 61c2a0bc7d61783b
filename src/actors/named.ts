import type { Sentence, Token } from "../language/index.ts";
import type { Sector } from "../vocabulary/index.ts";
import type { ActorSource } from "./find.ts";
import type { ActorMention, MentionKind } from "./mention.ts";
import { type Entry, plain } from "./names.ts";
import { officeOn, prominentAlone } from "./offices.ts";
import { partOfOtherName } from "./other-names.ts";
import { headOf, isLocative, prepositionOf } from "./syntax.ts";
import type { ActorTables } from "./tables.ts";
import { holds } from "./time.ts";

/** A name found in a sentence, as token range with what it stands for. */
interface Found {
  readonly from: number;
  readonly to: number;
  readonly entries: readonly Entry[];
}

/** Mentions by name in one sentence: names themselves, and the groups and offices that adjectives and possessives make. */
export function namedIn(
  sentence: Sentence,
  index: number,
  source: ActorSource,
  tables: ActorTables,
  before: readonly ActorMention[],
): ActorMention[] {
  const found = lookUp(sentence, source, tables, before);
  const mentions: ActorMention[] = [];
  const covered = new Set<Found>();
  const personsFirst = [...found].sort(
    (a, b) => Number(isPersonal(b)) - Number(isPersonal(a)) || a.from - b.from,
  );
  for (const name of personsFirst)
    mentions.push(...groupOf(name, found, sentence, index, source, tables, covered));
  for (const name of found) {
    if (covered.has(name)) continue;
    mentions.push(...bareMentions(name, sentence, index, source, tables));
  }
  return distinct(mentions).sort((a, b) => a.start - b.start || b.end - a.end);
}

function isPersonal({ entries }: Found): boolean {
  return entries[0]?.is === "person" || entries[0]?.is === "family";
}

function lookUp(
  sentence: Sentence,
  source: ActorSource,
  tables: ActorTables,
  before: readonly ActorMention[],
): Found[] {
  const forms = sentence.tokens.map(({ form }) => plain(form));
  const found: Found[] = [];
  for (let at = 0; at < forms.length; at++) {
    const longest = tables.names.longestAt(forms, at);
    if (longest === null) continue;
    const range = { from: at, to: at + longest.length };
    const entries = admissible(longest.entries, range, sentence, source, tables, before);
    if (entries.length === 0) continue;
    found.push({ ...range, entries });
    at += longest.length - 1;
  }
  return found;
}

/** What a name can stand for here: in force on the day, not part of another name, and a person only where one is meant. */
function admissible(
  entries: readonly Entry[],
  range: { from: number; to: number },
  sentence: Sentence,
  { published }: ActorSource,
  tables: ActorTables,
  before: readonly ActorMention[],
): Entry[] {
  if (partOfOtherName(sentence, range, entries, tables.words.lists)) return [];
  const first = sentence.tokens[range.from] as Token;
  const inForce = entries.filter(
    (entry) => entry.is === "person" || entry.is === "family" || holds(entry, published),
  );
  const fitting = (inForce.length > 0 ? inForce : entries).filter((entry) => {
    if (entry.is === "family") return prominentAlone(entry, range, sentence, published, tables, before);
    if (entry.is === "people" || entry.is === "adjective") return true;
    return /^\p{Lu}|^\d/u.test(first.form) || range.to - range.from > 1;
  });
  const states = fitting.filter(({ is }) => is === "state" || is === "organisation" || is === "group");
  const persons = fitting.filter(({ is }) => is === "person" || is === "family");
  if (persons.length > 0 && states.length === 0) return persons.slice(0, 1);
  const noun = asNoun(sentence, range);
  const wanted = noun
    ? fitting.filter(({ is }) => is !== "adjective")
    : fitting.filter(({ is }) => is !== "people");
  const chosen = wanted.length > 0 ? wanted : fitting;
  return newest(chosen);
}

/** Whether a demonym is a noun here: "the Russians", "Beijing told the Chinese". */
function asNoun(sentence: Sentence, { to, from }: { from: number; to: number }): boolean {
  const head = sentence.tokens[headOf(sentence, from, to)] as Token;
  return head.deprel !== "amod" && head.deprel !== "compound" && head.upos !== "ADJ";
}

/** One entry for each actor; where a name was a state's and is another's today, the one in force. */
function newest(entries: readonly Entry[]): Entry[] {
  const open = entries.filter(({ until }) => until === undefined);
  const chosen = open.length > 0 ? open : entries;
  const [best] = chosen;
  if (best === undefined) return [];
  return [best];
}

/** "Chinese soldiers", "China's foreign minister", "President of Serbia Aleksandar Vucic": the noun, and all before it. */
function groupOf(
  name: Found,
  all: readonly Found[],
  sentence: Sentence,
  index: number,
  source: ActorSource,
  tables: ActorTables,
  covered: Set<Found>,
): ActorMention[] {
  const [entry] = name.entries;
  if (entry === undefined || covered.has(name)) return [];
  if (entry.is === "person" || entry.is === "family")
    return personMention(name, entry, all, sentence, index, source, tables, covered);
  const head = headOf(sentence, name.from, name.to);
  const noun = governedNoun(sentence, head, entry);
  if (noun === null || all.some(({ from, to }) => noun >= from && noun < to)) return [];
  const sector = sectorOf(sentence, noun, tables);
  if (sector === null) return [];
  const partners = all.filter(
    (other) =>
      other !== name &&
      other.entries[0] !== undefined &&
      isConjunct(sentence, headOf(sentence, other.from, other.to), head) &&
      ["adjective", "state", "organisation", "seat"].includes(other.entries[0].is),
  );
  const members = [name, ...partners];
  const from = Math.min(...members.map((member) => member.from), leftEdge(sentence, noun, name.from));
  const to = Math.max(noun + 1, ...members.map((member) => member.to));
  if (to - from > 12) return [];
  const office = tables.words.persons.has((sentence.tokens[noun] as Token).lemma.toLowerCase());
  for (const member of members) covered.add(member);
  return members.flatMap((member) => {
    const [meant] = member.entries;
    if (meant === undefined) return [];
    const actor = meant.actor;
    const holder =
      office && meant.is !== "organisation"
        ? officeOn(tables, actor, phrase(sentence, noun), source.published)
        : null;
    return [
      mention(sentence, index, from, to, noun, source.text, {
        actor,
        sector:
          meant.is === "organisation"
            ? "IGO"
            : meant.sector !== null && meant.is === "group"
              ? meant.sector
              : sector,
        name: holder ?? meant.name,
        kind: office ? "office" : "group",
        role: isLocative(sentence, noun, tables.words.lists.locative, tables.words.lists.motion)
          ? "where"
          : "who",
        why: `${office ? "office" : "group"}: "${(sentence.tokens[noun] as Token).form}" of ${actor} (${meant.is} in ${meant.table})`,
      }),
    ];
  });
}

/** The noun that an adjective or possessive belongs to, also through coordination with another one. */
function governedNoun(sentence: Sentence, head: number, entry: Entry): number | null {
  const token = sentence.tokens[head] as Token;
  if (token.head < 0) return null;
  if (token.deprel === "conj") return governedNoun(sentence, token.head, entry);
  const governor = sentence.tokens[token.head] as Token;
  if (governor.upos !== "NOUN" && governor.upos !== "PROPN") return null;
  if (token.deprel === "nmod:poss" || token.deprel === "amod" || token.deprel === "compound")
    return token.head > head ? token.head : null;
  if (token.deprel === "nmod" && prepositionOf(sentence, head) === "of" && entry.is !== "seat")
    return token.head;
  return null;
}

/** The sector of a noun by itself or with the word before it: "minister", "riot police", "central bank". */
export function sectorOf(sentence: Sentence, noun: number, tables: ActorTables): Sector | null {
  const token = sentence.tokens[noun] as Token;
  const lemma = token.lemma.toLowerCase();
  const previous = sentence.tokens[noun - 1];
  const pair = previous === undefined ? "" : `${previous.form.toLowerCase()}_${lemma}`;
  const { sectorOf: sectors } = tables.words;
  const found = sectors.get(pair) ?? sectors.get(lemma) ?? sectors.get(token.form.toLowerCase());
  if (found === undefined) return null;
  const modifiers = sentence.tokens.slice(Math.max(0, noun - 4), noun).map(({ form }) => form.toLowerCase());
  if (
    found === "GOV" &&
    modifiers.some((word) => word === "defence" || word === "defense" || word === "military") &&
    /^(minister|ministry|chief|official|spokesman|spokeswoman)$/.test(lemma)
  )
    return /minister/.test(lemma) ? "GOV" : "MIL";
  if (modifiers.includes("opposition")) return "OPP";
  if (modifiers.includes("rebel") || modifiers.includes("separatist")) return "REB";
  return found;
}

/** The first token of a noun's phrase that is still an article or adjective before the name. */
function leftEdge(sentence: Sentence, noun: number, from: number): number {
  let left = from;
  while (left > 0) {
    const token = sentence.tokens[left - 1] as Token;
    if (token.head === noun && (token.deprel === "det" || token.deprel === "amod") && token.upos !== "PUNCT")
      left--;
    else break;
  }
  return left;
}

function isConjunct(sentence: Sentence, at: number, of: number): boolean {
  const token = sentence.tokens[at] as Token;
  const other = sentence.tokens[of] as Token;
  return (
    (token.deprel === "conj" && token.head === of) ||
    (other.deprel === "conj" && other.head === at) ||
    (token.deprel === "conj" && other.deprel === "conj" && token.head === other.head)
  );
}

function phrase(sentence: Sentence, noun: number): string {
  const words: string[] = [];
  for (let at = noun; at >= Math.max(0, noun - 3); at--) {
    const token = sentence.tokens[at] as Token;
    if (at !== noun && (token.head !== noun || !["compound", "amod"].includes(token.deprel))) break;
    words.unshift(token.form.toLowerCase());
  }
  return words.join(" ");
}

/** A person with the titles and the state before the name: "Belarusian President Alexander Lukashenko". */
function personMention(
  name: Found,
  entry: Entry,
  all: readonly Found[],
  sentence: Sentence,
  index: number,
  { text, published }: ActorSource,
  tables: ActorTables,
  covered: Set<Found>,
): ActorMention[] {
  const { titles } = tables.words.lists;
  let from = name.from;
  while (from > 0) {
    const previous = sentence.tokens[from - 1] as Token;
    const state = all.find(
      (other) =>
        other.to === from &&
        other !== name &&
        ["adjective", "state", "organisation"].includes(other.entries[0]?.is ?? ""),
    );
    if (state) {
      covered.add(state);
      from = state.from;
    } else if (
      titles.has(previous.form.toLowerCase()) ||
      (/^['’]s$/.test(previous.form) && all.some(({ to }) => to === from - 1))
    )
      from--;
    else break;
  }
  covered.add(name);
  const office = officeInForce(entry, published);
  return [
    mention(sentence, index, from, name.to, headOf(sentence, from, name.to), text, {
      actor: office?.state ?? entry.actor,
      sector: office?.sector ?? null,
      name: entry.name,
      kind: "name",
      role: "who",
      why:
        office === null
          ? `person: ${entry.name}, of ${entry.actor}, in no office known on that day (${entry.table})`
          : `person: ${entry.name}, ${office.role} of ${office.state}, ${office.since ?? "?"}–${office.until ?? ""} (${entry.table})`,
    }),
  ];
}

function officeInForce({ person }: Entry, day: string | null) {
  const offices = person?.office ?? [];
  return [...offices].reverse().find((office) => holds(office, day)) ?? null;
}

function bareMentions(
  name: Found,
  sentence: Sentence,
  index: number,
  { text }: ActorSource,
  tables: ActorTables,
): ActorMention[] {
  const head = headOf(sentence, name.from, name.to);
  const { locative, motion } = tables.words.lists;
  return name.entries.map((entry) => {
    const kinds: Readonly<Record<Entry["is"], MentionKind>> = {
      state: "name",
      adjective: "demonym",
      people: "demonym",
      seat: "place",
      person: "name",
      family: "name",
      organisation: "name",
      group: "name",
    };
    const place = entry.is === "state" || entry.is === "seat";
    return mention(sentence, index, name.from, name.to, head, text, {
      actor: entry.actor,
      sector: entry.is === "adjective" ? null : entry.sector,
      name: entry.name,
      kind: kinds[entry.is],
      role: place && isLocative(sentence, head, locative, motion) ? "where" : "who",
      why: `${entry.is}: ${entry.name} (${entry.table})`,
    });
  });
}

type Meant = Pick<ActorMention, "actor" | "sector" | "name" | "kind" | "role" | "why">;

/** A mention over a range of tokens. */
export function mention(
  sentence: Sentence,
  index: number,
  from: number,
  to: number,
  head: number,
  text: string,
  meant: Meant,
): ActorMention {
  const start = (sentence.tokens[from] as Token).start;
  const end = (sentence.tokens[to - 1] as Token).end;
  return { start, end, text: text.slice(start, end), ...meant, sentence: index, token: head };
}

function distinct(mentions: readonly ActorMention[]): ActorMention[] {
  return [...new Map(mentions.map((row) => [`${row.start}:${row.end}:${row.actor}`, row])).values()];
}
