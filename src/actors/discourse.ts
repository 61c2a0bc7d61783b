import type { Sentence } from "../language/index.ts";
import type { ActorMention } from "./mention.ts";
import type { ActorTables } from "./tables.ts";

/** Someone named in the text: a person the tables know, or one that only the text tells of. */
export interface NamedPerson {
  readonly name: string;
  readonly actor: string | null;
  readonly sector: ActorMention["sector"];
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
  /** How many mentions have been of governments, armies, organisations and the like. */
  readonly political: number;
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
  readonly tables: ActorTables;
  readonly said: Discourse;
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
