import type { EventType, Participant, Sector } from "../vocabulary/index.ts";
import { placeOf } from "./place.ts";
import type { SentenceContext } from "./sentence-context.ts";

const PEOPLE: ReadonlySet<Sector> = new Set(["CVL", "OPP", "LAB", "EDU", "REL", "MED", "JUD", "LEG", "BUS"]);
const ORGANS: ReadonlySet<Sector> = new Set(["GOV", "JUD", "LEG", "COP"]);
const NOBODY: ReadonlySet<Sector> = new Set();
const BY_ORGANS: ReadonlySet<EventType> = new Set(["COERCE", "CONCEDE"]);

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
  const acting = type === "PROTEST" ? PEOPLE : BY_ORGANS.has(type) ? ORGANS : NOBODY;
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
