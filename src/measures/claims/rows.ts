import { stateCodes } from "../../indicators/index.ts";
import type { Observation } from "../../vocabulary/index.ts";

/** The rows of series for a state and a partner, whichever of their codes through time is used. */
export function between(
  observations: readonly Observation[],
  series: readonly string[],
  state: string,
  partner: string,
) {
  const codes = stateCodes();
  const [a, b] = [codes.continuous(state), codes.continuous(partner)];
  return observations.filter(
    (row) =>
      series.includes(row.series) &&
      codes.continuous(row.state) === a &&
      row.partner !== null &&
      codes.continuous(row.partner) === b,
  );
}

/** Sorts rows by period, the last one first. */
export const latestFirst = (a: Observation, b: Observation) =>
  a.period < b.period ? 1 : a.period > b.period ? -1 : 0;
