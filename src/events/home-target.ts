import type { EventType, Participant, Sector } from "../vocabulary/index.ts";
import { BY_THE_STATE, RULING } from "./at-home.ts";
import { placeOf } from "./place.ts";
import type { SentenceContext } from "./sentence-context.ts";

/** Those of a society who may protest. */
const PEOPLE: ReadonlySet<Sector> = new Set(["CVL", "OPP", "LAB", "EDU", "REL", "MED", "JUD", "LEG", "BUS"]);

/**
 * Whom an act is meant for where the words name nobody: people who protest turn to the government of their own state, and
 * what a state's organs forbid or allow holds for its people. Null where the sentence names any other party, or the act
 * took place elsewhere.
 */
export function targetAtHome(
  type: EventType,
  heads: readonly number[],
  sources: readonly Participant[],
  { tree, text, mentions, tables }: SentenceContext,
): Participant | null {
  const [first] = sources;
  const state = first?.actor ?? null;
  if (first === undefined || state === null || tables.kindOf(state) !== "state") return null;
  const acting = type === "PROTEST" ? PEOPLE : BY_THE_STATE.has(type) ? RULING : null;
  if (acting === null) return null;
  if (!sources.every(({ actor, sector }) => actor === state && sector !== null && acting.has(sector)))
    return null;
  const named = [...mentions.values()].flat();
  if (named.some(({ actor, kind }) => actor !== state && (actor !== null || kind === "name"))) return null;
  const place = placeOf(tree, heads, mentions, new Set(), text);
  if (place?.state != null && place.state !== state) return null;
  const { start, end } = place?.state === state ? place : first;
  const sector = acting === PEOPLE ? "GOV" : "CVL";
  return { actor: state, sector, name: tables.nameOf(state), text: text.slice(start, end), start, end };
}
