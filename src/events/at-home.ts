import type { EventType, Participant, Sector } from "../vocabulary/index.ts";
import { placeOf } from "./place.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { possessors } from "./syntax/arguments.ts";
import { countedIn } from "./syntax/predication.ts";
import { childrenBy, token } from "./syntax/tree.ts";

/** Parts of a society: where an act is done to or by such people and the words name no state of theirs, they are at home. */
const OF_A_SOCIETY: ReadonlySet<Sector> = new Set([
  "CVL",
  "OPP",
  "MED",
  "EDU",
  "LAB",
  "REL",
  "COP",
  "JUD",
  "LEG",
]);
/** Parts of a state that rule over its own people. */
export const RULING: ReadonlySet<Sector> = new Set(["COP", "JUD", "GOV", "LEG"]);
/** Those who answer to the police and the courts of their own state as well. */
const ANSWERABLE: ReadonlySet<Sector> = new Set(["GOV", "MIL", "BUS"]);
const COURTS: ReadonlySet<Sector> = new Set(["COP", "JUD"]);
/** Acts of a state's own organs towards its people, and of its people towards it. */
const OVER_ITS_PEOPLE: ReadonlySet<EventType> = new Set([
  "COERCE",
  "RETREAT",
  "CONCEDE",
  "SANCTION",
  "ASSAULT",
]);
/** Acts that a state as a whole does to its own people unless others are named. */
export const BY_THE_STATE: ReadonlySet<EventType> = new Set(["COERCE", "CONCEDE"]);
const BY_ITS_PEOPLE: ReadonlySet<EventType> = new Set(["PROTEST", "REQUEST"]);
const WITHOUT_OWNER = /^(?:foreign|international|overseas|exiled|expatriate)$/i;

/**
 * Whose people "students" are, where the words do not say: of the state in which the act took place, else of the state
 * whose police, courts or government does it to them, or which they protest against; police that hold a state's opponents
 * are its own. Rebels are those of the government that deals with them. Null where neither is named, and for those who may
 * come from anywhere, such as tourists.
 */
export function peopleAtHome(
  phrase: number,
  { type, heads }: { readonly type: EventType; readonly heads: readonly number[] },
  side: "source" | "target",
  others: readonly Participant[],
  { tree, text, mentions, tables, lexicon }: SentenceContext,
): Participant | null {
  const at = countedIn(tree, phrase);
  const { lemma, start, end, upos } = token(tree, at);
  const word = lemma.toLowerCase();
  if (upos !== "NOUN" || lexicon.fromElsewhere.has(word) || possessors(tree, at).length > 0) return null;
  const described = childrenBy(tree, at, "amod", "compound");
  const { sectorOf } = tables.words;
  const named = described.map((part) => sectorOf.get(`${token(tree, part).lemma.toLowerCase()}_${word}`));
  const sector = named.find((found) => found !== undefined) ?? sectorOf.get(word);
  if (sector === undefined || !(OF_A_SOCIETY.has(sector) || ANSWERABLE.has(sector) || sector === "REB"))
    return null;
  if (
    described.some((word) => WITHOUT_OWNER.test(token(tree, word).form) || token(tree, word).upos === "PROPN")
  )
    return null;
  const place = placeOf(tree, heads, mentions, new Set(), text)?.state ?? null;
  const actor =
    (ANSWERABLE.has(sector) ? null : place) ??
    (sector === "REB"
      ? rebelledAgainst(others)
      : (ruledBy(type, side, sector, others) ??
        (side === "source" ? rulerOver(type, sector, others) : null)));
  if (actor === null || tables.kindOf(actor) !== "state") return null;
  const words = text.slice(start, end);
  return { actor, sector, name: words, text: words, start, end };
}

function ruledBy(
  type: EventType,
  side: "source" | "target",
  people: Sector,
  others: readonly Participant[],
): string | null {
  const acts = side === "target" ? OVER_ITS_PEOPLE : BY_ITS_PEOPLE;
  if (!acts.has(type)) return null;
  const isRuler = ({ sector, text, name }: Participant): boolean => {
    if (ANSWERABLE.has(people) || type === "SANCTION" || type === "ASSAULT")
      return sector !== null && COURTS.has(sector);
    return sector === null ? BY_THE_STATE.has(type) && text === name : RULING.has(sector);
  };
  const rulers = new Set(others.filter(isRuler).map(({ actor }) => actor));
  const [only = null] = rulers;
  return rulers.size === 1 ? only : null;
}

/** Rebels whose state is not named are those of the one government that deals with them. */
function rebelledAgainst(others: readonly Participant[]): string | null {
  const states = new Set(
    others.map(({ actor, sector }) => (sector === "GOV" || sector === "COP" ? actor : null)),
  );
  const [only = null] = states;
  return states.size === 1 ? only : null;
}

function rulerOver(type: EventType, sector: Sector, others: readonly Participant[]): string | null {
  if (!OVER_ITS_PEOPLE.has(type) || !RULING.has(sector)) return null;
  const states = new Set(others.map((other) => (other.sector === "OPP" ? other.actor : null)));
  const [only = null] = states;
  return states.size === 1 ? only : null;
}
