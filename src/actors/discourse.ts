import type { Sentence } from "../language/index.ts";
import type { ActorMention } from "./mention.ts";
import type { Publisher } from "./publisher.ts";
import type { Stretch } from "./quotes.ts";
import type { ActorTables } from "./tables.ts";
import type { Voices } from "./voices.ts";

/** Someone named in the text: a person the tables know, or one that only the text tells of. */
export interface NamedPerson {
  readonly name: string;
  readonly actor: string | null;
  readonly sector: ActorMention["sector"];
}

/** Someone or something spoken of so far. */
export interface Spoken {
  readonly last: ActorMention;
  readonly times: number;
  /** Nouns by which the text has called them, as lemmas: "mayor", "wife". */
  readonly called: ReadonlySet<string>;
}

/** What has been said so far in a document. */
export interface Discourse {
  /** All mentions, by sentence. */
  readonly bySentence: readonly (readonly ActorMention[])[];
  readonly sentences: readonly Sentence[];
  /** Persons named in full, by the last word of their name. */
  readonly persons: ReadonlyMap<string, NamedPerson>;
  /** How often each actor has been mentioned. */
  readonly counts: ReadonlyMap<string, number>;
  /** Everyone and everything spoken of, by `referentOf`, in the order of their first mention. */
  readonly spoken: ReadonlyMap<string, Spoken>;
  /** Persons and organisations whom the text names and no table knows by that name. */
  readonly strangers: ReadonlyMap<string, "person" | "organisation">;
  /** Abbreviations that the text has explained in brackets, with the mention they stand for. */
  readonly abbreviations: ReadonlyMap<string, ActorMention>;
  /** How many mentions have been of governments, armies, organisations and the like. */
  readonly political: number;
  /** The mean log odds that a sentence so far is about politics, each within four; zero where none has been read. */
  readonly politicsOdds: number;
}

/** A sentence being read, with all that decides what a name means in it. */
export interface Reading {
  readonly sentence: Sentence;
  readonly index: number;
  readonly text: string;
  /** The day for which offices and states are asked, or null. */
  readonly day: string | null;
  readonly bare: boolean;
  /** Actors that the words around the text speak of. */
  readonly around: ReadonlySet<string>;
  /** Whose words the text is, outside of its quotations; null for a newspaper. */
  readonly publisher: Publisher | null;
  readonly quotations: readonly Stretch[];
  readonly voices: Voices;
  readonly tables: ActorTables;
  readonly said: Discourse;
}

/** Whether a mention is of a person: one of the tables, or one whom the text has named. */
export function isPersonNamed(
  { name, why }: ActorMention,
  tables: ActorTables,
  { strangers }: Discourse,
): boolean {
  return why.startsWith("person: ") || tables.isPerson(name) || strangers.get(name) === "person";
}

/** Who is meant, as one string: a person by name, anyone else by the actor they are, or by name where it is unknown. */
export function referentOf(row: ActorMention, tables: ActorTables, said: Discourse): string {
  return isPersonNamed(row, tables, said) ? row.name : (row.actor ?? row.name);
}

/** The actors mentioned most often so far that fit, most frequent first. */
export function mostSpokenOf({ counts }: Discourse, fits: (actor: string) => boolean): string[] {
  return [...counts]
    .filter(([actor]) => fits(actor))
    .sort((a, b) => b[1] - a[1])
    .map(([actor]) => actor);
}

/** Mentions of the sentence `back` before the one being read and later, in the order of the text. */
export function recent({ said, index }: Reading, back: number): ActorMention[] {
  return said.bySentence.slice(Math.max(0, index - back), index).flat();
}

/** The quotation that a place in the text stands in, or null. */
export function quotationAt(start: number, { quotations }: Reading): Stretch | null {
  return quotations.find((stretch) => stretch.start <= start && start < stretch.end) ?? null;
}
