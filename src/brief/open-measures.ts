import { catalogue } from "../indicators/index.ts";
import {
  agreementIntervals,
  type DyadRow,
  dyadMeasureNamed,
  dyads,
  idealPointIntervals,
  type PairIntervals,
  type Point,
  shiftsIn,
  tilt,
  tradeRanges,
} from "../measures/index.ts";
import type { MeasuredCell, MeasuredRow, MissingMeasure, Power, SourceNote } from "./brief.ts";
import { compare } from "./entries.ts";
import type { BriefInput } from "./input.ts";
import { type Scale, SHOWN, type Shown } from "./shown-measures.ts";
import { DOMAIN_ORDER } from "./wording.ts";

/** Series of the powers, by which end they are at: without these a distance has no other end and a share no whole. */
export const SERIES_OF_POWERS: {
  readonly asState: readonly string[];
  readonly asPartner: readonly string[];
} = {
  asState: [
    "un_ideal_point",
    "un_ideal_point_q5",
    "un_ideal_point_q95",
    "atop_defense",
    "atop_offense",
    "atop_neutral",
    "atop_nonagg",
    "atop_consul",
    "cow_igo_membership",
    "cow_igo_full_memberships",
    "sipri_tiv_delivered",
  ],
  asPartner: ["sipri_tiv_delivered"],
};

/** Data sets list an organisation's members, so that a value for itself, such as no arms, would be a false one. */
const STATE_CODE = /^[A-Z]{3}$/;

export interface OpenMeasures {
  readonly measured: readonly MeasuredRow[];
  readonly missing: readonly MissingMeasure[];
  readonly sources: readonly SourceNote[];
}

/**
 * Every measure of the state with each power that the imported data give, in its newest year up to the end of the
 * period. Cells of one row come from one release. What is not imported is named, never zero.
 */
export function openMeasuresOf(
  { observations, votes = [], importedSets = [], question }: BriefInput,
  powers: readonly Power[],
): OpenMeasures {
  const { state, until } = question;
  const options = {
    states: [state],
    partners: powers.map(({ actor }) => actor).filter((actor) => STATE_CODE.test(actor)),
    ...(until === null ? {} : { until: Number(until.slice(0, 4)) }),
  };
  const imported = new Set(observations.map(({ series }) => series));
  const measured: MeasuredRow[] = [];
  const missing: MissingMeasure[] = [];
  for (const shown of SHOWN) {
    const { domain, needs } = dyadMeasureNamed(shown.measure);
    const rows = [...dyads(shown.measure, { observations, votes }, options)];
    if (rows.length > 0)
      measured.push(measuredRow(shown, domain, rows, powers, { observations, votes, state }));
    else {
      const any =
        shown.sets.some((set) => importedSets.includes(set)) ||
        (needs.votes === true ? votes.length > 0 : (needs.series ?? []).some((one) => imported.has(one)));
      missing.push({ domain, label: shown.label, imported: any, sets: shown.sets });
    }
  }
  measured.sort((a, b) => DOMAIN_ORDER.indexOf(a.domain) - DOMAIN_ORDER.indexOf(b.domain));
  return { measured, missing, sources: sourcesOf(measured) };
}

interface Grounds {
  readonly observations: BriefInput["observations"];
  readonly votes: NonNullable<BriefInput["votes"]>;
  readonly state: string;
}

function measuredRow(
  { measure, label, scale, sure }: Shown,
  domain: MeasuredRow["domain"],
  rows: readonly DyadRow[],
  powers: readonly Power[],
  grounds: Grounds,
): MeasuredRow {
  const { version, of } = newestRelease(rows, powers);
  const [, release = version] = /; ([^;]+)$/.exec(version) ?? [];
  const intervalsIn = (year: number) => intervalsOf(measure, release, year, powers, grounds);
  const cells = powers.map(({ actor }, at) =>
    cellOf(
      of.filter(({ iso3_b }) => iso3_b === actor),
      (year) => intervalsIn(year)?.each[at] ?? null,
    ),
  );
  const shared = sharedYear(of, powers.slice(0, 2));
  const [a, b] = powers.map(({ actor }) => of.find((row) => row.iso3_b === actor && row.year === shared));
  const difference = shared === null ? null : (intervalsIn(shared)?.difference ?? null);
  const apart = difference === null || difference[0] > 0 || difference[1] < 0;
  const leaning =
    a === undefined || b === undefined || a.value === b.value
      ? null
      : a.value > b.value !== (scale === "less is nearer")
        ? a
        : b;
  return {
    measure,
    label,
    domain,
    definition: version.replace(/;? ?[^;]+$/, ""),
    cells,
    tilt:
      scale !== "amount" || a === undefined || b === undefined || a.value < 0 || b.value < 0
        ? null
        : tilt(a.value, b.value),
    shifts: shiftsIn(leanByYear(of, powers, scale)),
    toward: apart ? (leaning?.iso3_b ?? null) : null,
    comparedIn: shared === null || leaning === null ? null : periodOf(leaning),
    difference,
    sure: sureInWords(sure, cells),
    release,
  };
}

function sureInWords({ interval, without }: Shown["sure"], cells: MeasuredRow["cells"]): string {
  const shown = cells.filter((cell) => cell !== null);
  const some = shown.some((cell) => cell.interval !== null);
  if (interval === undefined || !some) return without;
  return shown.every((cell) => cell.interval !== null)
    ? interval
    : `${interval}; where none is shown, ${without}`;
}

/** Intervals of the values of one year; null for measures for which none can be defended. */
function intervalsOf(
  measure: string,
  release: string,
  year: number,
  powers: readonly Power[],
  { observations, votes, state }: Grounds,
): PairIntervals | null {
  const partners = powers.map(({ actor }) => actor);
  if (measure === "un_agreement_voeten") return agreementIntervals(votes, release, year, state, partners);
  if (measure === "un_idealpoint_distance")
    return idealPointIntervals(observations, release, year, state, partners);
  if (measure.startsWith("trade_share_"))
    return tradeRanges(measure, observations, release, year, state, partners);
  return null;
}

/** Releases are never mixed: the one that reaches furthest with all powers, then with any. */
function newestRelease(rows: readonly DyadRow[], powers: readonly Power[]) {
  const releases = [...new Set(rows.map(({ version }) => version))].map((version) => {
    const of = rows.filter((row) => row.version === version);
    return {
      version,
      of,
      shared: sharedYear(of, powers) ?? 0,
      last: Math.max(...of.map(({ year }) => year)),
    };
  });
  return releases.sort((a, b) => b.shared - a.shared || b.last - a.last || compare(b.version, a.version))[0]!;
}

/** How much nearer the first power is than the second, year by year: a tilt where zero is none, else a difference. */
function leanByYear(rows: readonly DyadRow[], powers: readonly Power[], scale: Scale): readonly Point[] {
  const [first, second] = powers.map(
    ({ actor }) =>
      new Map(rows.filter(({ iso3_b }) => iso3_b === actor).map(({ year, value }) => [year, value])),
  );
  return [...(first?.keys() ?? [])]
    .sort((one, other) => one - other)
    .flatMap((year) => {
      const [a, b] = [first?.get(year), second?.get(year)];
      if (a === undefined || b === undefined) return [];
      const lean = scale !== "amount" ? (scale === "less is nearer" ? b - a : a - b) : tilt(a, b);
      return lean === null ? [] : [{ period: String(year), value: lean }];
    });
}

/** The newest year with a value for all of the powers. */
function sharedYear(rows: readonly DyadRow[], powers: readonly Power[]): number | null {
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => b - a);
  const has = (year: number, actor: string) => rows.some((row) => row.year === year && row.iso3_b === actor);
  return years.find((year) => powers.every(({ actor }) => has(year, actor))) ?? null;
}

function cellOf(
  rows: readonly DyadRow[],
  intervalIn: (year: number) => MeasuredCell["interval"],
): MeasuredCell | null {
  const sorted = [...rows].sort((a, b) => a.year - b.year);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    value: last.value,
    interval: intervalIn(last.year),
    period: periodOf(last),
    n: last.n,
    first: first === last ? null : { value: first.value, period: periodOf(first) },
  };
}

/** A measure over all years of a source names them at the head of its version. */
function periodOf({ year, version }: DyadRow): string {
  const span = /^(\d{4})-(\d{4}) /.exec(version);
  return span === null || span[1] === span[2] ? String(year) : `${span[1]} to ${span[2]}`;
}

function sourcesOf(rows: readonly MeasuredRow[]): readonly SourceNote[] {
  const releases = [...new Set(rows.map(({ release }) => release))].sort(compare);
  return releases.map((release) => {
    const entry = catalogue().find(({ name }) => release === name || release.startsWith(`${name} `));
    return {
      release,
      title: entry?.title ?? release,
      licence: entry?.licence ?? null,
      cite: entry?.cite ?? null,
      coverage: entry?.coverage ?? null,
    };
  });
}
