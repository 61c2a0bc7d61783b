import { DOMAINS, type Domain } from "../vocabulary/index.ts";
import type { BalanceQuestion } from "./balance-question.ts";
import { FEWEST_STORIES, percentileInterval, resample, unseenShare } from "./bootstrap.ts";
import type { Contribution } from "./dyad.ts";
import type { Period } from "./period.ts";
import { evenness, tilt } from "./shares.ts";
import { SIDES, storyWeights, sumOf } from "./story-weights.ts";
import type { Value } from "./value.ts";

type Interval = readonly [number, number];

/** Levels, tilt and evenness of a period from the contributions of events, for every domain. */
export function eventValues(
  all: readonly Contribution[],
  period: Period,
  { state, powers, halfLifeDays }: BalanceQuestion,
  version: string,
): Value[] {
  const rows = all.filter(
    ({ day }) => day <= period.end && (halfLifeDays !== null || period.start === null || day >= period.start),
  );
  const stories = storyWeights(rows, powers, period.end, halfLifeDays);
  const width = DOMAINS.length * powers.length * SIDES.length;
  const draws = stories.length < FEWEST_STORIES ? [] : resample(stories, width);
  const observed = new Float64Array(width);
  for (const { sum, weight } of stories.flat()) observed[sum] = (observed[sum] ?? 0) + weight;

  const valuesIn = (domain: Domain): Value[] => {
    const here = rows.filter((row) => row.domain === domain);
    const levelAt =
      (power: number, side: (typeof SIDES)[number]) =>
      (sums: Float64Array): number =>
        sums[sumOf(domain, power, side, powers.length)] ?? 0;
    const value = (
      measure: string,
      about: readonly string[],
      behind: readonly Contribution[],
      statistic: (sums: Float64Array) => number | null,
      widen: (value: number, interval: Interval, stories: number) => Interval = (_, interval) => interval,
    ): Value => {
      const evidence = evidenceOf(behind);
      const answer = statistic(observed);
      const interval =
        answer === null || evidence.stories < FEWEST_STORIES ? null : percentileInterval(draws, statistic);
      return {
        measure,
        version,
        domain,
        state,
        powers: about,
        period: period.name,
        value: answer,
        interval: answer === null || interval === null ? null : widen(answer, interval, evidence.stories),
        ...evidence,
      };
    };
    const positive = here.filter(({ score }) => score > 0);
    const levels = powers.flatMap((power, at) => {
      const withPower = here.filter(({ partner }) => partner === power);
      return SIDES.map((side) =>
        value(
          `${side}_level`,
          [power],
          withPower.filter(({ score }) => (side === "cooperation" ? score > 0 : score < 0)),
          (sums) => (withPower.length > 0 ? levelAt(at, side)(sums) : null),
        ),
      );
    });
    const [a, b] = powers;
    const tilts =
      a === undefined || b === undefined
        ? []
        : [
            value(
              "event_tilt",
              [a, b],
              positive.filter(({ partner }) => partner === a || partner === b),
              (sums) => tilt(levelAt(0, "cooperation")(sums), levelAt(1, "cooperation")(sums)),
              widenTilt,
            ),
          ];
    const spread = value(
      "event_evenness",
      powers,
      positive,
      (sums) => evenness(powers.map((_, at) => levelAt(at, "cooperation")(sums))),
      (answer, interval, count) => widenEvenness(answer, interval, count, powers.length),
    );
    return [...levels, ...tilts, spread];
  };
  return DOMAINS.flatMap(valuesIn);
}

/** Where every story is with one power, the other may still have a share that was not seen. */
function widenTilt(value: number, interval: Interval, stories: number): Interval {
  const reach = 1 - 2 * unseenShare(stories);
  if (value === 1) return [Math.min(interval[0], reach), 1];
  return value === -1 ? [-1, Math.max(interval[1], -reach)] : interval;
}

/** The evenness of one power and an unseen share spread over the others. */
function widenEvenness(value: number, interval: Interval, stories: number, powers: number): Interval {
  if (value !== 0) return interval;
  const unseen = Math.min(unseenShare(stories), 1 - 1 / powers);
  const shares = [1 - unseen, ...Array.from({ length: powers - 1 }, () => unseen / (powers - 1))];
  return [0, Math.max(interval[1], evenness(shares) ?? 0)];
}

function evidenceOf(rows: readonly Contribution[]): Pick<Value, "n" | "stories" | "ids"> {
  const ids = [...new Set(rows.map(({ id }) => id))];
  return { n: ids.length, stories: new Set(rows.map(({ story }) => story)).size, ids };
}
