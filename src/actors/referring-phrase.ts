import type { Reading } from "./discourse.ts";
import { type ActorMention, mention } from "./mention.ts";
import { isPerson } from "./pronouns.ts";
import { mentionsBefore } from "./salience.ts";
import { isOffice, sectorOf } from "./sectors.ts";
import { childrenOf, isLocative } from "./syntax.ts";

/** A noun phrase that may refer back: "the two countries", "its ally". */
export interface Phrase {
  readonly at: number;
  readonly from: number;
  readonly lemma: string;
  /** The words before the noun, lower case. */
  readonly words: readonly string[];
  readonly plural: boolean;
  readonly before: readonly ActorMention[];
  readonly states: readonly ActorMention[];
}

export const STATE_NOUNS = new Set([
  "country",
  "nation",
  "republic",
  "state",
  "kingdom",
  "island",
  "monarchy",
  "emirate",
  "sultanate",
  "archipelago",
  "city-state",
]);

export const PLACE_NOUNS = new Set(["city", "town", "region", "province", "district", "village", "port"]);

/** The phrase that a noun heads, with what was said before it. */
export function phraseAt(at: number, lemma: string, here: readonly ActorMention[], reading: Reading): Phrase {
  const { sentence, tables } = reading;
  const modifiers = childrenOf(sentence, at).filter(
    (child) =>
      child < at &&
      at - child <= 5 &&
      /^(det|nummod|amod|compound|nmod)/.test(sentence.tokens[child]?.deprel ?? "") &&
      sentence.tokens[child]?.upos !== "PUNCT",
  );
  const from = Math.min(at, ...modifiers);
  const before = mentionsBefore(from, here, reading);
  return {
    at,
    from,
    lemma,
    words: sentence.tokens.slice(from, at).map(({ form }) => form.toLowerCase()),
    plural: /S$/.test(sentence.tokens[at]?.xpos ?? ""),
    before,
    states: before.filter(({ actor }) => actor !== null && tables.kindOf(actor) === "state"),
  };
}

/** Mentions of those whom a phrase means, with the reason. */
export function made(
  rows: readonly ActorMention[],
  { at, from }: Phrase,
  why: string,
  reading: Reading,
): ActorMention[] {
  const { sentence, tables } = reading;
  const { locative, motion } = tables.words.lists;
  return rows.map((row) =>
    mention(reading, from, at + 1, at, {
      actor: row.actor,
      sector:
        sectorOf(sentence, at, tables) ??
        (STATE_NOUNS.has(sentence.tokens[at]?.lemma ?? "") ? null : row.sector),
      name: row.actor === null || keepsName(row, at, reading) ? row.name : tables.nameOf(row.actor),
      kind: "nominal",
      role: isLocative(sentence, at, locative, motion) ? "where" : "who",
      why: `nominal: ${why}, "${row.text}"`,
    }),
  );
}

/** A noun that means the very person and not their state. */
export function asPerson(
  { actor, sector, name, text }: ActorMention,
  from: number,
  at: number,
  why: string,
  reading: Reading,
): ActorMention {
  return mention(reading, from, at + 1, at, {
    actor,
    sector,
    name,
    kind: "nominal",
    role: "who",
    why: `nominal: ${why}, "${text}"`,
  });
}

/** Whether a noun means the very person, company or armed group, and not the state they belong to. */
function keepsName(row: ActorMention, at: number, reading: Reading): boolean {
  if (isPerson(row, reading)) return isOffice(reading.sentence, at, reading.tables);
  return (row.sector === "REB" || row.sector === "BUS") && row.kind !== "demonym";
}

export function lastNamed(rows: readonly ActorMention[]): ActorMention[] {
  const found = rows.at(-1);
  return found === undefined ? [] : [found];
}
