import type { Observation } from "../../vocabulary/index.ts";
import { type AllianceYear, ATOP_SERIES, allianceYears, HIGHEST_LEVEL } from "./alliance-table.ts";
import type { DyadMeasure, DyadRow, Wanted } from "./dyad-row.ts";
import {
  binaryTable,
  countLevels,
  type LevelTable,
  levelTable,
  profileKappa,
  profilePiNominal,
  profilePiSquared,
  profileSAbsolute,
  profileSSquared,
  profileSWeighted,
  rankedTable,
} from "./profile-similarity.ts";
import { Cells, type Release, releasesOf } from "./tables.ts";

type Of = (table: LevelTable, n: number) => number | null;

const SIMILARITIES: readonly { name: string; gist: string; definition: string; of: Of }[] = [
  {
    name: "atop_s_valued_sq",
    gist: "S over alliance profiles, levels 0 to 3, squared distances.",
    definition: "fpsim sallyvs",
    of: (table, n) => profileSSquared(table, n, HIGHEST_LEVEL),
  },
  {
    name: "atop_s_valued_abs",
    gist: "S over alliance profiles, levels 0 to 3, absolute distances.",
    definition: "fpsim sallyva",
    of: (table, n) => profileSAbsolute(table, n, HIGHEST_LEVEL),
  },
  {
    name: "atop_s_binary",
    gist: "S over alliance profiles, allied or not.",
    definition: "fpsim sallybs=sallyba",
    of: (table, n) => profileSAbsolute(binaryTable(table), n, 1),
  },
  {
    name: "atop_pi_valued_nominal",
    gist: "Scott's pi over alliance profiles, levels 0 to 3 taken as names.",
    definition: "fpsim pallyv (unweighted Scott)",
    of: profilePiNominal,
  },
  {
    name: "atop_pi_valued_sq",
    gist: "Scott's pi over alliance profiles, levels 0 to 3, squared weights.",
    definition: "haege2011, squared weights",
    of: profilePiSquared,
  },
  {
    name: "atop_pi_binary",
    gist: "Scott's pi over alliance profiles, allied or not.",
    definition: "fpsim pallyb",
    of: (table, n) => profilePiNominal(binaryTable(table), n),
  },
  {
    name: "atop_kappa_valued_sq",
    gist: "Cohen's kappa over alliance profiles, squared weights, levels by rank among those that occur.",
    definition: "fpsim kallyv (psych weighted kappa)",
    of: (table, n) => profileKappa(rankedTable(table), n),
  },
  {
    name: "atop_kappa_levels_sq",
    gist: "Cohen's kappa over alliance profiles, squared weights, levels 0 to 3 at their distance on the scale.",
    definition: "cohen1968, squared weights",
    of: profileKappa,
  },
  {
    name: "atop_kappa_binary",
    gist: "Cohen's kappa over alliance profiles, allied or not.",
    definition: "fpsim kallyb (psych)",
    of: (table, n) => profileKappa(binaryTable(table), n),
  },
];

const SECURITY = { domain: "security", needs: { series: ATOP_SERIES } } as const;

/** Measures of what states are bound to by treaty, and of how alike they are bound. */
export const allianceMeasures: readonly DyadMeasure[] = [
  {
    ...SECURITY,
    name: "atop_obligation_level",
    gist: "What binds a towards b most: 3 defence or offence, 2 neutrality or consultation, 1 non-aggression, 0 none.",
    symmetric: false,
    range: [0, HIGHEST_LEVEL],
    *rows({ observations }, wanted) {
      for (const release of releasesOf(observations, ATOP_SERIES))
        for (const { year, states, levels } of allianceYears(release.rows, wanted.year))
          for (let a = 0; a < states.length; a++)
            for (let b = 0; b < states.length; b++)
              if (a !== b && wanted.pair(states[a]!, states[b]!))
                yield {
                  measure: "atop_obligation_level",
                  version: `0 none,1 nonagg,2 neutral/consult,3 defense/offense; a->b; ${release.version}`,
                  iso3_a: states[a]!,
                  iso3_b: states[b]!,
                  year,
                  value: levels[a * states.length + b]!,
                  n: 1,
                };
    },
  },
  {
    ...SECURITY,
    name: "atop_n_states",
    gist: "States of the system in the year, over which profiles are compared.",
    symmetric: true,
    range: [1, Number.POSITIVE_INFINITY],
    *rows({ observations }, wanted) {
      for (const release of releasesOf(observations, ATOP_SERIES))
        yield* similarityRows("atop_n_states", "system size incl. self", (_, n) => n, release, wanted);
    },
  },
  ...SIMILARITIES.map(
    ({ name, gist, definition, of }): DyadMeasure => ({
      ...SECURITY,
      name,
      gist,
      symmetric: true,
      range: [-1, 1],
      *rows({ observations }, wanted) {
        for (const release of releasesOf(observations, ATOP_SERIES))
          yield* similarityRows(name, definition, of, release, wanted);
      },
    }),
  ),
  ...([1, 2] as const).map(weightedS),
];

function* similarityRows(
  measure: string,
  definition: string,
  of: Of,
  release: Release,
  wanted: Wanted,
): Generator<DyadRow> {
  const table = levelTable();
  const version = `${definition}; ${release.version}`;
  for (const alliances of allianceYears(release.rows, wanted.year)) {
    const { year, states } = alliances;
    for (let a = 0; a < states.length; a++)
      for (let b = a + 1; b < states.length; b++) {
        if (!wanted.pair(states[a]!, states[b]!)) continue;
        countLevels(alliances, a, b, table);
        const value = of(table, states.length);
        if (value !== null)
          yield { measure, version, iso3_a: states[a]!, iso3_b: states[b]!, year, value, n: states.length };
      }
  }
}

/** S with each state of the profile weighted by its share of capabilities (CINC), normalised over those known. */
function weightedS(power: 1 | 2): DyadMeasure {
  const name = power === 1 ? "atop_s_valued_abs_weighted" : "atop_s_valued_sq_weighted";
  return {
    ...SECURITY,
    name,
    gist: `S over alliance profiles, levels 0 to 3, ${power === 1 ? "absolute" : "squared"} distances, each state weighted by its CINC.`,
    symmetric: true,
    range: [-1, 1],
    needs: { series: [...ATOP_SERIES, "cow_cinc"] },
    *rows({ observations }, wanted) {
      const all = [...(observations ?? [])];
      for (const capabilities of releasesOf(all, ["cow_cinc"])) {
        const shares = new Cells(capabilities.rows, "cow_cinc");
        for (const release of releasesOf(all, ATOP_SERIES))
          yield* weightedRows(name, power, release, capabilities.version, shares, wanted);
      }
    },
  };
}

function* weightedRows(
  measure: string,
  power: 1 | 2,
  { rows, version }: { readonly rows: readonly Observation[]; readonly version: string },
  capabilities: string,
  shares: Cells,
  wanted: Wanted,
): Generator<DyadRow> {
  for (const alliances of allianceYears(rows, wanted.year)) {
    const { year, states } = alliances;
    const weights = weightsOf(alliances, shares);
    const n = weights.filter((weight) => !Number.isNaN(weight)).length;
    if (n === 0) continue;
    for (let a = 0; a < states.length; a++)
      for (let b = a + 1; b < states.length; b++) {
        if (!wanted.pair(states[a]!, states[b]!)) continue;
        const value = profileSWeighted(alliances, a, b, weights, power);
        if (value !== null)
          yield {
            measure,
            version: `CINC normalised over the known; ${version}, ${capabilities}`,
            iso3_a: states[a]!,
            iso3_b: states[b]!,
            year,
            value,
            n,
          };
      }
  }
}

function weightsOf({ year, states }: AllianceYear, shares: Cells): Float64Array {
  return Float64Array.from(states, (state) => shares.get(year, state, null) ?? Number.NaN);
}
