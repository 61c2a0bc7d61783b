import { DOMAINS, type Domain, type Event, type Modality, type Tie } from "../vocabulary/index.ts";
import { bootstrapInterval } from "./bootstrap.ts";
import { type Contribution, contributions, dayOf, directionsBetween, type StoriedEvent } from "./dyad.ts";
import { evenness, tilt } from "./shares.ts";
import { tiesInForce } from "./ties-in-force.ts";
import type { Value } from "./value.ts";

export const BALANCE_VERSION = "1";

/** What to measure, and from what. */
export interface BalanceQuestion {
  readonly state: string;
  /** Two or more powers; a tilt is between the first two, positive towards the first. */
  readonly powers: readonly string[];
  readonly since: string | null;
  readonly until: string | null;
  readonly by: "year" | "all";
  /** Days after which an event weighs half; null: every event of the period weighs the same. */
  readonly halfLifeDays: number | null;
  /** Modalities let in; by default only `asserted`. */
  readonly modalities: readonly Modality[];
}

/** The answer: values by domain and period, and what was left out, counted by reason. */
export interface Balance {
  readonly question: BalanceQuestion;
  readonly periods: readonly Period[];
  readonly values: readonly Value[];
  readonly leftOut: Readonly<
    Record<"undated" | "outside the period" | "not asserted" | "no power involved", number>
  >;
}

export interface Period {
  readonly name: string;
  readonly start: string | null;
  readonly end: string;
}

/**
 * Level, tilt and evenness of a state between powers, per domain and period.
 *
 * - `cooperation_level`, `conflict_level`: per power, the sum over stories of PLOVER intensity above (below) zero,
 *   times directions, halved every `halfLifeDays` before the end of the period. A story counts once, with the mean of its reports.
 * - `event_tilt`: (a − b) / (a + b) of the cooperation levels of the first two powers.
 * - `event_evenness`: entropy of the cooperation levels over ln k.
 * - `ties_level`, `ties_tilt`, `ties_evenness`: the same from the number of distinct ties in force at the end of the period.
 *
 * Intervals come from resampling stories.
 */
export function measureBalance(
  storied: readonly StoriedEvent[],
  ties: readonly Tie[],
  question: BalanceQuestion,
): Balance {
  const leftOut = { undated: 0, "outside the period": 0, "not asserted": 0, "no power involved": 0 };
  const admitted = storied.filter(({ event }) => admits(event, question, leftOut));
  const all = contributions(admitted, question.state, question.powers);
  const periods = periodsOf(
    question,
    admitted.map(({ event }) => event),
    ties,
  );
  const values = periods.flatMap((period) =>
    DOMAINS.flatMap((domain) => [
      ...eventValues(all, domain, period, question),
      ...tieValues(ties, domain, period, question),
    ]),
  );
  return { question, periods, values, leftOut };
}

function admits(
  event: Event,
  { state, powers, since, until, modalities }: BalanceQuestion,
  leftOut: Record<keyof Balance["leftOut"], number>,
): boolean {
  if (!powers.some((power) => directionsBetween(event, state, power) > 0)) {
    leftOut["no power involved"] += 1;
    return false;
  }
  if (!modalities.includes(event.modality)) {
    leftOut["not asserted"] += 1;
    return false;
  }
  const day = dayOf(event);
  if (day === null) {
    leftOut.undated += 1;
    return false;
  }
  if ((since !== null && day < since) || (until !== null && day > until)) {
    leftOut["outside the period"] += 1;
    return false;
  }
  return true;
}

function periodsOf(
  { since, until, by }: BalanceQuestion,
  events: readonly Event[],
  ties: readonly Tie[],
): Period[] {
  const days = [
    ...events.flatMap((event) => dayOf(event) ?? []),
    ...ties.flatMap((tie) => [tie.since, tie.until].flatMap((day) => (day === null ? [] : [lastDay(day)]))),
  ].sort();
  const last = until ?? days.at(-1) ?? null;
  const first = since ?? days[0] ?? null;
  if (last === null || first === null) return [];
  if (by === "all") return [{ name: `${first}/${last}`, start: since, end: last }];
  const years: Period[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    const end = `${year}-12-31`;
    years.push({
      name: String(year),
      start: `${year}-01-01`,
      end: until !== null && until < end ? until : end,
    });
  }
  return years;
}

/** The last day of a year, month or day: "2024-02" is 2024-02-29. */
export function lastDay(period: string): string {
  if (period.length === 4) return `${period}-12-31`;
  if (period.length === 7)
    return new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5, 7)), 0))
      .toISOString()
      .slice(0, 10);
  return period;
}

interface StoryWeight {
  readonly partner: string;
  readonly cooperation: number;
  readonly conflict: number;
}

function eventValues(
  all: readonly Contribution[],
  domain: Domain,
  period: Period,
  question: BalanceQuestion,
): Value[] {
  const { state, powers, halfLifeDays } = question;
  const here = all.filter(
    (row) =>
      row.domain === domain &&
      row.day <= period.end &&
      (halfLifeDays !== null || period.start === null || row.day >= period.start),
  );
  const stories = storyWeights(here, period.end, halfLifeDays);
  const common = { version: BALANCE_VERSION, domain, state, period: period.name };
  const level = (
    sample: readonly (readonly StoryWeight[])[],
    power: string,
    side: "cooperation" | "conflict",
  ): number =>
    sample.reduce(
      (sum, weights) =>
        sum +
        weights.filter(({ partner }) => partner === power).reduce((part, weight) => part + weight[side], 0),
      0,
    );
  const cooperation = (sample: readonly (readonly StoryWeight[])[]): number[] =>
    powers.map((power) => level(sample, power, "cooperation"));
  const values: Value[] = powers.flatMap((power) => {
    const rows = here.filter(({ partner }) => partner === power);
    return (["cooperation", "conflict"] as const).map((side): Value => {
      const ofSide = rows.filter(({ score }) => (side === "cooperation" ? score > 0 : score < 0));
      return {
        ...common,
        measure: `${side}_level`,
        powers: [power],
        value: rows.length > 0 ? level([...stories.values()], power, side) : null,
        interval:
          rows.length > 0
            ? bootstrapInterval([...stories.values()], (sample) => level(sample, power, side))
            : null,
        ...evidence(ofSide),
      };
    });
  });
  const positive = here.filter(({ score }) => score > 0);
  const [a, b] = powers;
  if (a !== undefined && b !== undefined) {
    const between = positive.filter(({ partner }) => partner === a || partner === b);
    const statistic = (sample: readonly (readonly StoryWeight[])[]): number | null =>
      tilt(level(sample, a, "cooperation"), level(sample, b, "cooperation"));
    values.push({
      ...common,
      measure: "event_tilt",
      powers: [a, b],
      value: statistic([...stories.values()]),
      interval: bootstrapInterval([...stories.values()], statistic),
      ...evidence(between),
    });
  }
  values.push({
    ...common,
    measure: "event_evenness",
    powers,
    value: evenness(cooperation([...stories.values()])),
    interval: bootstrapInterval([...stories.values()], (sample) => evenness(cooperation(sample))),
    ...evidence(positive),
  });
  return values;
}

/** Each story's weight per partner: the mean of its reports, decayed to the end of the period. */
function storyWeights(
  rows: readonly Contribution[],
  end: string,
  halfLifeDays: number | null,
): ReadonlyMap<string, readonly StoryWeight[]> {
  const byStory = new Map<string, Map<string, Contribution[]>>();
  for (const row of rows) {
    const partners = byStory.get(row.story) ?? new Map<string, Contribution[]>();
    partners.set(row.partner, [...(partners.get(row.partner) ?? []), row]);
    byStory.set(row.story, partners);
  }
  return new Map(
    [...byStory].map(([story, partners]) => [
      story,
      [...partners].map(([partner, reports]) => {
        const weigh = (sign: 1 | -1): number =>
          reports.reduce(
            (sum, { score, directions, day }) =>
              sum + Math.max(0, sign * score) * directions * decay(day, end, halfLifeDays),
            0,
          ) / reports.length;
        return { partner, cooperation: weigh(1), conflict: weigh(-1) };
      }),
    ]),
  );
}

/** 2^(−age / half-life), 1 for an event on the last day. */
function decay(day: string, end: string, halfLifeDays: number | null): number {
  if (halfLifeDays === null) return 1;
  return 2 ** (-(Date.parse(end) - Date.parse(day)) / 86_400_000 / halfLifeDays);
}

function evidence(rows: readonly Contribution[]): Pick<Value, "n" | "stories" | "ids"> {
  const ids = [...new Set(rows.map(({ id }) => id))];
  return { n: ids.length, stories: new Set(rows.map(({ story }) => story)).size, ids };
}

function tieValues(ties: readonly Tie[], domain: Domain, period: Period, question: BalanceQuestion): Value[] {
  const { state, powers, modalities } = question;
  const inForce = tiesInForce(ties, state, powers, period.end, modalities).filter(
    ({ tie }) => tie.domain === domain,
  );
  const common = { version: BALANCE_VERSION, domain, state, period: period.name };
  const distinctTies = (power: string): Map<string, string[]> => {
    const groups = new Map<string, string[]>();
    for (const { tie, power: with_, key } of inForce)
      if (with_ === power) groups.set(key, [...(groups.get(key) ?? []), tie.id]);
    return groups;
  };
  const perPower = powers.map(distinctTies);
  const levels = perPower.map((groups) => groups.size);
  const ids = perPower.map((groups) => [...groups.values()].flat());
  const row = (
    measure: string,
    about: readonly string[],
    value: number | null,
    behind: readonly string[],
    stories: number,
  ): Value => ({
    ...common,
    measure,
    powers: about,
    value,
    interval: null,
    n: behind.length,
    stories,
    ids: behind,
  });
  const values = powers.map((power, at) =>
    row("ties_level", [power], levels[at] || null, ids[at] ?? [], levels[at] ?? 0),
  );
  const [a, b] = powers;
  const total = levels.reduce((sum, level) => sum + level, 0);
  if (a !== undefined && b !== undefined)
    values.push(
      row(
        "ties_tilt",
        [a, b],
        tilt(levels[0] ?? 0, levels[1] ?? 0),
        [...(ids[0] ?? []), ...(ids[1] ?? [])],
        (levels[0] ?? 0) + (levels[1] ?? 0),
      ),
    );
  values.push(row("ties_evenness", powers, evenness(levels), ids.flat(), total));
  return values;
}
