import { DOMAINS, type Domain, type Event, type Tie } from "../vocabulary/index.ts";
import type { BalanceQuestion } from "./balance-question.ts";
import { type Contribution, contributions, dayOf, directionsBetween, type StoriedEvent } from "./dyad.ts";
import { eventValues } from "./event-values.ts";
import { firstDay, lastDay, type Period, periodsOf } from "./period.ts";
import { tieValues } from "./tie-values.ts";
import type { PublishedDates } from "./ties-in-force.ts";
import type { Value } from "./value.ts";

export { lastDay } from "./period.ts";

export const BALANCE_VERSION = "2";

/** The answer: values by domain and period, and what was left out, counted by reason. */
export interface Balance {
  readonly question: BalanceQuestion;
  readonly periods: readonly Period[];
  readonly values: readonly Value[];
  readonly leftOut: Readonly<
    Record<"undated" | "outside the period" | "not asserted" | "no power involved", number>
  >;
}

/**
 * Level, tilt and evenness of a state between powers, per domain and period.
 *
 * - `cooperation_level`, `conflict_level`: per power, the sum over stories of PLOVER intensity above (below) zero,
 *   times directions, halved every `halfLifeDays` before the end of the period. A story counts once, with the mean
 *   of its reports.
 * - `event_tilt`: (a − b) / (a + b) of the cooperation levels of the first two powers.
 * - `event_evenness`: entropy of the cooperation levels over ln k.
 * - `ties_level`, `ties_tilt`, `ties_evenness`: the same from the number of distinct ties in force at the end of the
 *   period.
 *
 * Intervals come from resampling the stories of the period, and need three stories behind the value. Where all
 * stories fall on one side, the interval reaches as far as an unseen share may (`unseenShare`). Order of the rows
 * does not matter. `published` gives the documents' dates: a tie without a beginning then stands from the day its
 * document was published; without `published` it counts in every period.
 */
export function measureBalance(
  storied: readonly StoriedEvent[],
  ties: readonly Tie[],
  question: BalanceQuestion,
  published?: PublishedDates,
): Balance {
  const leftOut = { undated: 0, "outside the period": 0, "not asserted": 0, "no power involved": 0 };
  const admitted = storied.filter(({ event }) => admits(event, question, leftOut));
  const rows = contributions(admitted, question.state, question.powers).sort(byDayStoryAndId);
  const periods = periodsOf(daysOf(admitted, ties, question, published), question);
  const values = periods.flatMap((period) => {
    const ofEvents = eventValues(rows, period, question, BALANCE_VERSION);
    const ofTies = tieValues(ties, period, question, BALANCE_VERSION, published);
    return DOMAINS.flatMap((domain: Domain) =>
      [...ofEvents, ...ofTies].filter((value) => value.domain === domain),
    );
  });
  return { question, periods, values, leftOut };
}

function admits(
  event: Event,
  { state, powers, since, until, modalities }: BalanceQuestion,
  leftOut: Record<keyof Balance["leftOut"], number>,
): boolean {
  const day = dayOf(event);
  const reason = !powers.some((power) => directionsBetween(event, state, power) > 0)
    ? "no power involved"
    : !modalities.includes(event.modality)
      ? "not asserted"
      : day === null
        ? "undated"
        : (since !== null && day < firstDay(since)) || (until !== null && day > lastDay(until))
          ? "outside the period"
          : null;
  if (reason !== null) leftOut[reason] += 1;
  return reason === null;
}

/**
 * The days that the measured time reaches over: those of events and of the texts that tell of a tie without saying
 * when it began; without any, the days on which ties begin.
 */
function daysOf(
  storied: readonly StoriedEvent[],
  ties: readonly Tie[],
  { state, powers }: BalanceQuestion,
  published?: PublishedDates,
): string[] {
  const told = ties
    .filter(({ parties, since, until }) => {
      const actors = parties.map(({ actor }) => actor);
      return (
        since === null &&
        until === null &&
        actors.includes(state) &&
        powers.some((power) => actors.includes(power))
      );
    })
    .flatMap(({ document }) => (document === null ? [] : (published?.get(document) ?? [])))
    .map(lastDay);
  const days = [...storied.flatMap(({ event }) => dayOf(event) ?? []), ...told];
  return days.length > 0 ? days : ties.flatMap(({ since }) => (since === null ? [] : [lastDay(since)]));
}

function byDayStoryAndId(a: Contribution, b: Contribution): number {
  return (
    compare(a.day, b.day) ||
    compare(a.story, b.story) ||
    compare(a.id, b.id) ||
    compare(a.partner, b.partner) ||
    compare(a.domain, b.domain)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
