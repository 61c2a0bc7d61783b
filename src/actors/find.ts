import type { Sentence } from "../language/index.ts";
import type { ActorMention } from "./mention.ts";
import { namedIn } from "./named.ts";
import { resolveReferences } from "./reference.ts";
import type { ActorTables } from "./tables.ts";

/** The text the sentences were parsed from, and the day it was published, if known. */
export interface ActorSource {
  readonly text: string;
  readonly published: string | null;
  /** The text is a phrase, not a sentence: a surname alone means its bearer, a place its government. */
  readonly bare?: boolean;
  /** Words from which the state is taken that the text leaves out: "Mexican". */
  readonly context?: string;
}

/**
 * Every mention of a political actor in a document, in the order of the text: names, demonyms, seats of power,
 * office-holders, groups, and what pronouns and nominals refer back to. A mention of several actors ("the two
 * nations") is several rows with one range. What cannot be told is left out, or has `actor: null`.
 */
export function findActors(
  sentences: readonly Sentence[],
  source: ActorSource,
  tables: ActorTables,
): ActorMention[] {
  const known: ActorMention[] = [];
  sentences.forEach((sentence, index) => {
    const named = namedIn(sentence, index, source, tables, known);
    const referred = resolveReferences(sentence, index, source, tables, [...known, ...named], named);
    known.push(...[...named, ...referred].sort((a, b) => a.start - b.start || b.end - a.end));
  });
  return known;
}
