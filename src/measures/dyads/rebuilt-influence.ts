import { stateCodes } from "../../indicators/index.ts";
import type { Observation } from "../../vocabulary/index.ts";
import { type Influence, type InfluenceInputs, influence, influenceScale } from "../influence.ts";
import type { DyadMeasure, DyadRow, Wanted } from "./dyad-row.ts";
import { releasesOf, yearOf } from "./tables.ts";

const PREFIX = "fbic_input_";
const INPUTS = [
  "aid_to_gdp",
  "aid_to_aid",
  "trade_to_gdp",
  "trade_to_trade",
  "arms_to_military",
  "arms_to_arms",
  "representation",
  "organisations",
  "trade_agreements",
  "trade",
  "alliances",
  "arms",
].map((name) => `${PREFIX}${name}`);
/** The release's own maxima, which every row of it repeats. */
const MAXIMA = ["dependence", "bandwidth", "product"].map((name) => `${PREFIX}largest_${name}`);
const SERIES = [...INPUTS, ...MAXIMA];

const PARTS: readonly { readonly short: string; readonly words: string; readonly of: keyof Influence }[] = [
  { short: "fbic", words: "influence", of: "fbic" },
  { short: "bandwidth", words: "bandwidth", of: "bandwidth" },
  { short: "dependence", words: "dependence", of: "dependence" },
  { short: "polb", words: "political bandwidth", of: "politicalBandwidth" },
  { short: "econb", words: "economic bandwidth", of: "economicBandwidth" },
  { short: "econd", words: "economic dependence", of: "economicDependence" },
  { short: "secb", words: "bandwidth in security", of: "securityBandwidth" },
  { short: "secd", words: "dependence in security", of: "securityDependence" },
];

/** FBIC and its parts computed anew from the inputs that the full release publishes. */
export const rebuiltInfluence: readonly DyadMeasure[] = PARTS.map(({ short, words, of }) => ({
  name: `fbic_rebuilt_${short}_of_b_on_a`,
  gist: `Formal Bilateral Influence Capacity rebuilt from its inputs: ${words} of b on a.`,
  domain: short.startsWith("econ") ? "economic" : short.startsWith("sec") ? "security" : "political",
  symmetric: false,
  range: [0, Number.POSITIVE_INFINITY],
  needs: { series: SERIES },
  *rows({ observations }, wanted) {
    for (const { version, rows } of releasesOf(observations, SERIES))
      yield* rebuiltRows(`fbic_rebuilt_${short}_of_b_on_a`, version, rows, of, wanted);
  },
}));

interface Cell {
  readonly a: string;
  readonly b: string;
  readonly year: number;
  readonly inputs: Record<string, number>;
}

function* rebuiltRows(
  measure: string,
  version: string,
  rows: readonly Observation[],
  of: keyof Influence,
  wanted: Wanted,
): Generator<DyadRow> {
  const cells = cellsOf(rows);
  const published = cells[0]?.inputs;
  const [dependence, bandwidth, product] = ["dependence", "bandwidth", "product"].map(
    (name) => published?.[`largest_${name}`],
  );
  const own = dependence !== undefined && bandwidth !== undefined && product !== undefined;
  const scale = own ? { dependence, bandwidth, product } : influenceScale(cells.map(({ inputs }) => inputs));
  const against = own ? "over the release's maxima" : "over the maxima of the rows imported";
  for (const { a, b, year, inputs } of cells) {
    if (!wanted.year(year) || !wanted.pair(a, b)) continue;
    const value = influence(inputs as InfluenceInputs, scale)[of];
    if (value !== null)
      yield {
        measure,
        version: `rebuilt, ${against}; ${version}`,
        iso3_a: a,
        iso3_b: b,
        year,
        value,
        n: INPUTS.length,
      };
  }
}

function cellsOf(rows: readonly Observation[]): readonly Cell[] {
  const codes = stateCodes();
  const cells = new Map<string, Cell>();
  for (const { series, state, partner, period, value } of rows) {
    const year = yearOf(period);
    if (year === null || partner === null) continue;
    const a = codes.continuous(state);
    const b = codes.continuous(partner);
    const key = `${a} ${b} ${year}`;
    let cell = cells.get(key);
    if (cell === undefined) {
      cell = { a, b, year, inputs: {} };
      cells.set(key, cell);
    }
    cell.inputs[series.slice(PREFIX.length)] = value;
  }
  return [...cells.values()];
}
