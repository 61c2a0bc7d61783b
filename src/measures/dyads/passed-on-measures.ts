import { stateCodes } from "../../indicators/index.ts";
import type { Domain, Observation } from "../../vocabulary/index.ts";
import type { DyadMeasure, DyadRow, Wanted } from "./dyad-row.ts";
import { Cells, releasesOf, yearOf } from "./tables.ts";

/** Values as published, for state a and partner b. */
function published(
  name: string,
  gist: string,
  series: string,
  domain: Domain,
  range: readonly [number, number],
  definition: string,
  symmetric = false,
): DyadMeasure {
  return {
    name,
    gist,
    domain,
    symmetric,
    range,
    needs: { series: [series] },
    *rows({ observations }, wanted) {
      for (const { version, rows } of releasesOf(observations, [series]))
        yield* rowsOf(
          name,
          `${definition}; ${version}`,
          rows,
          wanted,
          symmetric ? oncePerPair() : () => true,
        );
    },
  };
}

/** Tells a pair's first row of a year from its mirror, for files that have some pairs both ways. */
export function oncePerPair(): (a: string, b: string, year: number) => boolean {
  const given = new Set<string>();
  return (a, b, year) => {
    const before = given.size;
    given.add(a < b ? `${a}${b}${year}` : `${b}${a}${year}`);
    return given.size > before;
  };
}

function* rowsOf(
  measure: string,
  version: string,
  rows: readonly Observation[],
  wanted: Wanted,
  first: (a: string, b: string, year: number) => boolean,
): Generator<DyadRow> {
  const codes = stateCodes();
  for (const { state, partner, period, value } of rows) {
    const year = yearOf(period);
    if (year === null || partner === null || !wanted.year(year)) continue;
    const a = codes.continuous(state);
    const b = codes.continuous(partner);
    if (a !== b && wanted.pair(a, b) && first(a, b, year))
      yield { measure, version, iso3_a: a, iso3_b: b, year, value, n: 1 };
  }
}

const FBIC_PARTS = [
  ["fbic", "fbic", "influence"],
  ["bandwidth", "fbic_bandwidth", "bandwidth"],
  ["dependence", "fbic_dependence", "dependence"],
  ["polb", "fbic_bandwidth_political", "political bandwidth"],
  ["econb", "fbic_bandwidth_economic", "economic bandwidth"],
  ["econd", "fbic_dependence_economic", "economic dependence"],
  ["secb", "fbic_bandwidth_security", "bandwidth in security"],
  ["secd", "fbic_dependence_security", "dependence in security"],
] as const;

/** Measures that are published as they are; here they only get their dyads' codes. */
export const passedOnMeasures: readonly DyadMeasure[] = [
  published(
    "un_agree_share_published",
    "Published share of non-unanimous UN votes on which both voted the same.",
    "un_agree_share",
    "political",
    [0, 1],
    "published column",
    true,
  ),
  published(
    "un_agreement_published",
    "Published agreement in UN votes, an abstention against a vote counting half.",
    "un_agreement",
    "political",
    [0, 1],
    "published file",
    true,
  ),
  published(
    "igo_shared_full_published",
    "Published number of organisations of which both are full members.",
    "cow_igo_shared_full",
    "political",
    [0, Number.POSITIVE_INFINITY],
    "dyadigos",
    true,
  ),
  ...FBIC_PARTS.map(([short, series, words]) =>
    published(
      `fbic_${short}_of_b_on_a`,
      `Formal Bilateral Influence Capacity: ${words} of b on a.`,
      series,
      short.startsWith("econ") ? "economic" : short.startsWith("sec") ? "security" : "political",
      [0, Number.POSITIVE_INFINITY],
      "as published",
    ),
  ),
];

/** Distance of published ideal points of one release and session. */
export const idealPointDistance: DyadMeasure = {
  name: "un_idealpoint_distance",
  gist: "Distance of a and b on the published dimension of UN votes.",
  domain: "political",
  symmetric: true,
  range: [0, Number.POSITIVE_INFINITY],
  needs: { series: ["un_ideal_point"] },
  *rows({ observations }, wanted) {
    for (const { version, rows } of releasesOf(observations, ["un_ideal_point"])) {
      const points = new Cells(rows, "un_ideal_point");
      for (const year of points.years.filter(wanted.year)) {
        const states = points.states(year);
        for (let i = 0; i < states.length; i++)
          for (let j = i + 1; j < states.length; j++) {
            const [a, b] = [states[i]!, states[j]!];
            if (!wanted.pair(a, b)) continue;
            yield {
              measure: "un_idealpoint_distance",
              version: `|a - b|; ${version}`,
              iso3_a: a,
              iso3_b: b,
              year,
              value: Math.abs(points.get(year, a, null)! - points.get(year, b, null)!),
              n: 2,
            };
          }
      }
    }
  },
};
