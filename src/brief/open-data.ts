import { seriesNamed } from "../indicators/index.ts";
import { lastDay, tilt } from "../measures/index.ts";
import type { Observation } from "../vocabulary/index.ts";
import type { OpenData, OpenDataCell, OpenDataRow, Power, Standing } from "./brief.ts";
import { compare } from "./entries.ts";
import type { BriefInput } from "./input.ts";
import { type Statement, say } from "./statement.ts";
import { DOMAIN_NAMES, DOMAIN_ORDER, IN_DOMAIN, signed } from "./wording.ts";

/** Series on a scale without a true zero, on which one value over another says nothing. */
const NO_RATIO = /^un_agree/;

/** The latest and first value of every imported series for the state and each power, and where they contradict the events. */
export function openDataOf(
  { observations, question }: BriefInput,
  powers: readonly Power[],
  standings: readonly Standing[],
  stateName: string,
): OpenData {
  const rows = [...new Set(observations.map(({ series }) => series))]
    .sort(compare)
    .flatMap((series) => rowOf(series, observations, question))
    .sort((a, b) => place(a) - place(b) || compare(a.series, b.series));
  return { rows, disagreements: rows.flatMap((row) => disagreement(row, powers, standings, stateName)) };
}

/** Series of no known domain come last. */
function place({ domain }: OpenDataRow): number {
  return domain === null ? DOMAIN_ORDER.length : DOMAIN_ORDER.indexOf(domain);
}

function rowOf(
  series: string,
  observations: readonly Observation[],
  { state, powers, since, until }: BriefInput["question"],
): OpenDataRow[] {
  const within = observations.filter(
    (row) =>
      row.series === series &&
      row.state === state &&
      (since === null || lastDay(row.period) >= since) &&
      (until === null || row.period <= until),
  );
  const byPower = powers.map((power) =>
    within.filter(({ partner }) => partner === power).sort((a, b) => compare(a.period, b.period)),
  );
  const sample = byPower.flat()[0];
  if (sample === undefined) return [];
  const known = seriesNamed(series);
  const [a, b] = byPower.map((rows) => new Map(rows.map(({ period, value }) => [period, value])));
  const shared = [...(a?.keys() ?? [])]
    .filter((period) => b?.has(period))
    .sort(compare)
    .at(-1);
  return [
    {
      series,
      domain: known?.domain ?? null,
      meaning: known?.meaning ?? null,
      unit: sample.unit,
      cells: byPower.map(cellOf),
      tilt: shared === undefined || NO_RATIO.test(series) ? null : tiltOf(a?.get(shared), b?.get(shared)),
      tiltPeriod: shared ?? null,
      source: `${sample.source}, ${sample.version}`,
    },
  ];
}

function cellOf(rows: readonly Observation[]): OpenDataCell | null {
  const last = rows.at(-1);
  const [first] = rows;
  if (last === undefined || first === undefined) return null;
  return {
    value: last.value,
    period: last.period,
    first: first.period === last.period ? null : { value: first.value, period: first.period },
    row: last.row,
  };
}

function tiltOf(a: number | undefined, b: number | undefined): number | null {
  return a === undefined || b === undefined || a < 0 || b < 0 ? null : tilt(a, b);
}

function disagreement(
  row: OpenDataRow,
  powers: readonly Power[],
  standings: readonly Standing[],
  stateName: string,
): Statement[] {
  const events = standings.find(({ domain }) => domain === row.domain)?.tilts[0]?.value;
  if (row.domain === null || row.tilt === null || events?.interval == null || events.value === null)
    return [];
  const [low, high] = events.interval;
  if (row.tilt >= low && row.tilt <= high) return [];
  const more = row.tilt > high ? powers[0] : powers[1];
  return [
    say`${DOMAIN_NAMES[row.domain]}: by ${row.series} (${row.tiltPeriod ?? ""}) ${stateName} tilts ${signed(row.tilt)}, further to ${more?.name ?? ""} than the events ${IN_DOMAIN[row.domain]} (${signed(events.value)}, 95% interval ${signed(low)} to ${signed(high)}).`,
  ];
}
