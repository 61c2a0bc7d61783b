import { catalogue } from "../indicators/index.ts";
import { type DyadRow, dyadMeasureNamed, dyads, type Point, shiftsIn, tilt } from "../measures/index.ts";
import type { MeasuredCell, MeasuredRow, MissingMeasure, Power, SourceNote } from "./brief.ts";
import { compare } from "./entries.ts";
import type { BriefInput } from "./input.ts";
import { DOMAIN_ORDER } from "./wording.ts";

/** What a larger value says of two states, and whether zero is none of it, so that a ratio says something. */
type Scale = "more is nearer" | "less is nearer" | "amount";

interface Shown {
  readonly measure: string;
  readonly label: string;
  readonly scale: Scale;
  /** The sets that give it; any of them will do. */
  readonly sets: readonly string[];
}

/** Computed in this order for every brief. Those of the same label stand in for one another, the first that has values. */
const SHOWN: readonly Shown[] = [
  {
    measure: "atop_obligation_level",
    label:
      "Treaty obligation towards the power (0 none, 1 non-aggression, 2 neutrality or consultation, 3 defence)",
    scale: "more is nearer",
    sets: ["atop"],
  },
  {
    measure: "sipri_tiv_share_from_b",
    label: "Share of major arms delivered that came from the power",
    scale: "amount",
    sets: ["sipri-arms"],
  },
  {
    measure: "fbic_secd_of_b_on_a",
    label: "Dependence on the power in security (FBIC)",
    scale: "amount",
    sets: ["fbic"],
  },
  {
    measure: "trade_share_total",
    label: "Share of all trade that is with the power",
    scale: "amount",
    sets: ["cow-trade", "comtrade"],
  },
  {
    measure: "trade_share_imports",
    label: "Share of imports that come from the power",
    scale: "amount",
    sets: ["cow-trade", "comtrade"],
  },
  {
    measure: "trade_share_exports",
    label: "Share of exports that go to the power",
    scale: "amount",
    sets: ["cow-trade", "comtrade"],
  },
  {
    measure: "hrt_debt",
    label: "Debt owed to the power, estimated, in current USD",
    scale: "amount",
    sets: ["hrt-debt"],
  },
  {
    measure: "hrt_debt_to_gdp",
    label: "Debt owed to the power in percent of GDP",
    scale: "amount",
    sets: ["hrt-debt"],
  },
  {
    measure: "fbic_econd_of_b_on_a",
    label: "Economic dependence on the power (FBIC)",
    scale: "amount",
    sets: ["fbic"],
  },
  {
    measure: "un_agreement_voeten",
    label: "Agreement in UN votes, unanimous ones left out, an abstention counting half",
    scale: "more is nearer",
    sets: ["un-votes"],
  },
  {
    measure: "un_agreement_published",
    label: "Agreement in UN votes as published, an abstention counting half",
    scale: "more is nearer",
    sets: ["un-agreement"],
  },
  {
    measure: "un_idealpoint_distance",
    label: "Distance of ideal points in UN votes; near is alike",
    scale: "less is nearer",
    sets: ["un-ideal-points"],
  },
  {
    measure: "igo_shared_full",
    label: "Organisations of which both are full members",
    scale: "amount",
    sets: ["cow-igo"],
  },
  {
    measure: "fbic_fbic_of_b_on_a",
    label: "Influence capacity of the power, all domains (FBIC)",
    scale: "amount",
    sets: ["fbic"],
  },
];

/** Series of the powers, by which end they are at: without these a distance has no other end and a share no whole. */
export const SERIES_OF_POWERS: {
  readonly asState: readonly string[];
  readonly asPartner: readonly string[];
} = {
  asState: [
    "un_ideal_point",
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
  { observations, votes = [], question }: BriefInput,
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
    if (rows.length > 0) measured.push(measuredRow(shown, domain, rows, powers));
    else {
      const any =
        needs.votes === true ? votes.length > 0 : (needs.series ?? []).some((one) => imported.has(one));
      missing.push({ domain, label: shown.label, imported: any, sets: shown.sets });
    }
  }
  measured.sort((a, b) => DOMAIN_ORDER.indexOf(a.domain) - DOMAIN_ORDER.indexOf(b.domain));
  return { measured, missing, sources: sourcesOf(measured) };
}

function measuredRow(
  { measure, label, scale }: Shown,
  domain: MeasuredRow["domain"],
  rows: readonly DyadRow[],
  powers: readonly Power[],
): MeasuredRow {
  const { version, of } = newestRelease(rows, powers);
  const cells = powers.map(({ actor }) => cellOf(of.filter(({ iso3_b }) => iso3_b === actor)));
  const shared = sharedYear(of, powers.slice(0, 2));
  const [a, b] = powers.map(({ actor }) => of.find((row) => row.iso3_b === actor && row.year === shared));
  const leaning =
    a === undefined || b === undefined || a.value === b.value
      ? null
      : a.value > b.value !== (scale === "less is nearer")
        ? a
        : b;
  const [, release = version] = /; ([^;]+)$/.exec(version) ?? [];
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
    toward: leaning?.iso3_b ?? null,
    comparedIn: shared === null || leaning === null ? null : periodOf(a ?? leaning),
    release,
  };
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

function cellOf(rows: readonly DyadRow[]): MeasuredCell | null {
  const sorted = [...rows].sort((a, b) => a.year - b.year);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    value: last.value,
    period: periodOf(last),
    n: last.n,
    first: first === last ? null : { value: first.value, period: periodOf(first) },
  };
}

/** A measure over all years of a source names them at the head of its version. */
function periodOf({ year, version }: DyadRow): string {
  const span = /^(\d{4})-(\d{4}) /.exec(version);
  return span === null ? String(year) : `${span[1]} to ${span[2]}`;
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
