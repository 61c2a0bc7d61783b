import { seriesNamed } from "../indicators/index.ts";
import { lastDay, tilt } from "../measures/index.ts";
import type { Observation } from "../vocabulary/index.ts";
import type { Brief, OpenData, OpenDataCell, OpenDataRow, Power, Standing } from "./brief.ts";
import { dataAgainstEvents, leaningsOf, reachOf, shiftsToldOf } from "./conflicts.ts";
import { compare } from "./entries.ts";
import type { BriefInput } from "./input.ts";
import { openMeasuresOf } from "./open-measures.ts";
import { DOMAIN_ORDER } from "./wording.ts";

/** Series on a scale without a true zero, on which one value over another says nothing. */
const NO_RATIO = /^un_agree/;

/** Measures and series of open data for the state and each power, and where they contradict the events or each other. */
export function openDataOf(
  input: BriefInput,
  powers: readonly Power[],
  standings: readonly Standing[],
  stateName: string,
  span: Brief["span"],
): OpenData {
  const { observations, question } = input;
  const measures = openMeasuresOf(input, powers);
  const firstYear = (question.since ?? span?.[0])?.slice(0, 4) ?? null;
  const lastYear = (question.until ?? span?.[1])?.slice(0, 4) ?? null;
  const rows = [...new Set(observations.map(({ series }) => series))]
    .sort(compare)
    .flatMap((series) => rowOf(series, observations, question))
    .sort((a, b) => place(a) - place(b) || compare(a.series, b.series));
  const comparable = [
    ...measures.measured.map(({ label, comparedIn, ...row }) => ({ ...row, name: label, when: comparedIn })),
    // What a measure is computed from says the same once more.
    ...rows
      .filter(({ domain }) => measures.measured.every((row) => row.domain !== domain || row.tilt === null))
      .map((row) => ({ ...row, name: row.series, toward: null, when: row.tiltPeriod })),
  ];
  return {
    ...measures,
    rows,
    leanings: [...leaningsOf(measures.measured, powers, stateName), ...reachOf(measures.measured, lastYear)],
    shifts: measures.measured.flatMap((row) => shiftsToldOf(row, powers, [firstYear, lastYear])),
    disagreements: comparable.flatMap((row) => dataAgainstEvents(row, powers, standings, stateName)),
  };
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
  const within = newestRelease(
    observations.filter(
      (row) =>
        row.series === series &&
        row.state === state &&
        row.partner !== null &&
        powers.includes(row.partner) &&
        (since === null || lastDay(row.period) >= since) &&
        (until === null || row.period <= until),
    ),
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

/** The rows of one release, for releases are never mixed: the one with most partners, then the one that reaches furthest. */
function newestRelease(rows: readonly Observation[]): readonly Observation[] {
  const releases = new Map<string, Observation[]>();
  for (const row of rows) {
    const release = `${row.source} ${row.version}`;
    releases.set(release, [...(releases.get(release) ?? []), row]);
  }
  const partners = (of: readonly Observation[]): number => new Set(of.map(({ partner }) => partner)).size;
  const last = (of: readonly Observation[]): string =>
    of.reduce((latest, { period }) => (period > latest ? period : latest), "");
  return (
    [...releases].sort(
      ([a, one], [b, other]) =>
        partners(other) - partners(one) || compare(last(other), last(one)) || compare(b, a),
    )[0]?.[1] ?? []
  );
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
