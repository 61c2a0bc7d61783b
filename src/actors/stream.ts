import { type Model, parse } from "../language/index.ts";
import { findReferents, isPhrase } from "./find.ts";
import type { ActorMention } from "./mention.ts";
import { resolvePhrase } from "./phrase.ts";
import type { ActorTables } from "./tables.ts";

/** A line of text whose actors are asked for: a phrase, a sentence or more. */
export interface ActorLine {
  readonly id: string | null;
  readonly text: string;
  /** The day it was written, `YYYY-MM-DD`, or null. */
  readonly date: string | null;
  /** Words that say where it was written: "Mexican". */
  readonly context?: string;
  /** Who publishes the text: in a government's own words "we" are that government. */
  readonly outlet?: string | null;
}

/** An actor found in a line. Offsets are UTF-16 indices into its text. */
export type LineActor = Pick<
  ActorMention,
  "actor" | "sector" | "name" | "text" | "start" | "end" | "kind" | "role" | "why"
>;

/**
 * The actors of one line: those of a bare phrase with the one it is about first, those of sentences in order, among
 * them the persons and organisations that no table knows, and states that are named outside politics, as teams,
 * markets or settings: their `actor` is null.
 */
export function actorsOfLine(
  { id, text, date, context, outlet = null }: ActorLine,
  tables: ActorTables,
  model: Model,
): { readonly id: string | null; readonly actors: readonly LineActor[] } {
  const sentences = parse(text, model);
  const rows = isPhrase(sentences)
    ? resolvePhrase(text, date, tables, model, context ?? "")
    : findReferents(sentences, { text, published: date, context: context ?? "", outlet }, tables);
  return { id, actors: rows.map(toLineActor) };
}

function toLineActor(row: ActorMention): LineActor {
  const { actor, sector, name, text, start, end, kind, role, why, apolitical = false } = row;
  const place = { name, text, start, end, kind, role };
  return apolitical
    ? { actor: null, sector: null, ...place, why: `${why}; not about politics` }
    : { actor, sector, ...place, why };
}
