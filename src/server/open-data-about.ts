import { SERIES_OF_POWERS } from "../brief/index.ts";
import { yearOfSession } from "../indicators/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { BalanceQuestion, CastVote } from "../measures/index.ts";
import type { Observation } from "../vocabulary/index.ts";
import { observationsAbout } from "./observations-about.ts";

/** What of the imported open data a brief is written from. */
export interface OpenDataAbout {
  readonly observations: readonly Observation[];
  readonly votes: readonly CastVote[];
  /** Names of the sets of which anything is imported, whomever it is about. */
  readonly importedSets: readonly string[];
}

/** The open data that answer a question: a few thousand cells of the millions that a ledger may hold. */
export async function openDataAbout(
  ledger: Pick<Ledger, "observations" | "votes" | "sources">,
  { state, powers, until }: BalanceQuestion,
): Promise<OpenDataAbout> {
  const found = [await observationsAbout(ledger, [state])];
  const { asState, asPartner } = SERIES_OF_POWERS;
  const notSeen = (row: Observation): boolean => row.state !== state && row.partner !== state;
  for (const power of powers) {
    found.push((await ledger.observations({ series: asState, state: power })).filter(notSeen));
    found.push((await ledger.observations({ series: asPartner, partner: power })).filter(notSeen));
  }
  return {
    observations: found.flat(),
    votes: await lastSession(ledger, state, until),
    importedSets: [...new Set((await ledger.sources()).map(({ source }) => source))],
  };
}

/** Everyone's votes in the last session in which the state voted: which were unanimous takes all of them. */
async function lastSession(
  ledger: Pick<Ledger, "votes">,
  state: string,
  until: string | null,
): Promise<readonly CastVote[]> {
  const own = await ledger.votes({
    states: [state],
    ...(until === null ? {} : { until: `${until.slice(0, 4)}-12-31` }),
  });
  const last = own.reduce((most, { session }) => Math.max(most, session), 0);
  if (last === 0) return [];
  const votes = await ledger.votes({ since: `${yearOfSession(last)}-01-01` });
  return votes.filter(({ session }) => session === last);
}
