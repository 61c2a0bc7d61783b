import { stateCodes } from "../../indicators/index.ts";
import type { Observation } from "../../vocabulary/index.ts";
import { seeded } from "../../vocabulary/index.ts";
import { percentileInterval, RESAMPLES } from "../bootstrap.ts";
import { Cells, releasesOf } from "../dyads/tables.ts";
import type { PairIntervals } from "./pair-intervals.ts";

const SERIES = ["un_ideal_point", "un_ideal_point_q5", "un_ideal_point_q95"] as const;
/** Standard errors between the 5th and the 95th percentile of a normal distribution. */
const ERRORS_BETWEEN = 2 * 1.6448536269514722;

/**
 * 95% intervals of `un_idealpoint_distance` of a state with each partner in one year: percentiles over 1000 draws of the
 * points from the normal distributions that the publisher's 5th and 95th percentiles imply. The state's own draw is the
 * same towards every partner. Errors of different states are taken as independent, for no covariance is published. A
 * distance is never below zero, so that points nearer than their errors come out as a small distance, not as none.
 * Null where the release has no percentiles.
 */
export function idealPointIntervals(
  observations: Iterable<Observation>,
  release: string,
  year: number,
  state: string,
  partners: readonly string[],
): PairIntervals {
  const rows = releasesOf(observations, SERIES).find(({ version }) => version === release)?.rows ?? [];
  const [points, lows, highs] = SERIES.map((series) => new Cells(rows, series));
  const codes = stateCodes();
  const believed = [state, ...partners].map((actor) => {
    const code = codes.continuous(actor);
    const [point, low, high] = [points, lows, highs].map((cells) => cells!.get(year, code, null));
    return point === undefined || low === undefined || high === undefined || high < low
      ? null
      : { point, error: (high - low) / ERRORS_BETWEEN };
  });
  const random = seeded(1);
  const draws = Array.from({ length: RESAMPLES }, () =>
    Float64Array.from(believed, (one) =>
      one === null ? Number.NaN : one.point + one.error * normal(random),
    ),
  );
  const distance = (at: number) => (drawn: Float64Array) => {
    const apart = Math.abs(drawn[0]! - drawn[at + 1]!);
    return Number.isNaN(apart) ? null : apart;
  };
  return {
    each: partners.map((_, at) => percentileInterval(draws, distance(at))),
    difference:
      partners.length < 2
        ? null
        : percentileInterval(draws, (drawn) => {
            const [a, b] = [distance(0)(drawn), distance(1)(drawn)];
            return a === null || b === null ? null : a - b;
          }),
  };
}

/** A standard normal number (Box & Muller 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
