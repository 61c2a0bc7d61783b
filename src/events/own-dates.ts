import type { Participant } from "../vocabulary/index.ts";
import type { FoundDate } from "./dates/index.ts";
import { dateInSentence } from "./dating.ts";
import { headsOf, type Match } from "./frames/match.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { token } from "./syntax/tree.ts";

/** What is told of one of several targets, with the date that is its own. */
export interface Dated {
  readonly match: Match;
  readonly date: FoundDate | null;
}

/**
 * "joined NATO in 2004 and the EU in 2007", "hosts a French base and, since 2017, a Chinese one": an act told of several,
 * taken apart where the words give them dates of their own. None where they share theirs.
 */
export function byOwnDates(match: Match, context: SentenceContext): Dated[] {
  const { targets } = match;
  if (targets.length < 2 || context.dates.length === 0) return [];
  const dates = targets.map(({ participant }) => dateBeside(participant, match, context));
  const given = dates.filter((date) => date !== undefined);
  if (new Set(dates).size < 2) return [];
  // "of Israel and Jordan in 1994": one date after the last of them is all of theirs.
  const last = Math.max(...targets.map(({ participant }) => participant.start));
  if (given.length === 1 && (given[0]?.start ?? 0) > last) return [];
  const others = context.dates.filter((date) => !dates.includes(date));
  const anchor = [...match.anchor, ...headsOf(match)];
  const shared = dateInSentence(context.tree, match.head, anchor, others, true);
  return targets.map((party, at) => ({ match: { ...match, targets: [party] }, date: dates[at] ?? shared }));
}

/** What may stand between a date and the party that it belongs to. */
const LINKING = new Set(["ADP", "DET", "PUNCT", "ADV"]);

/** The date right beside a party, after the verb. */
function dateBeside(
  { start, end }: Participant,
  { head }: Match,
  { tree, dates }: SentenceContext,
): FoundDate | undefined {
  const told = token(tree, head).start;
  const linked = (from: number, to: number): boolean =>
    from <= to && tree.tokens.every((word) => word.start < from || word.end > to || LINKING.has(word.upos));
  return dates.find((date) => date.start > told && (linked(end, date.start) || linked(date.end, start)));
}
