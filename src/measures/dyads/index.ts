import { seriesNamed, stateCodes } from "../../indicators/index.ts";
import { Problem } from "../../vocabulary/index.ts";
import { allianceMeasures } from "./alliance-measures.ts";
import { armsMeasures } from "./arms-measures.ts";
import type { DyadInputs, DyadMeasure, DyadOptions, DyadRow, Wanted } from "./dyad-row.ts";

import { estimatedPositions } from "./estimated-positions.ts";
import { igoShared } from "./igo-measures.ts";
import { idealPointDistance, passedOnMeasures } from "./passed-on-measures.ts";
import { rebuiltInfluence } from "./rebuilt-influence.ts";
import { seriesMeasure } from "./series-measure.ts";
import { tradeMeasures } from "./trade-measures.ts";
import { unMeasures } from "./un-measures.ts";

export type { CastVote, DyadInputs, DyadMeasure, DyadOptions, DyadRow } from "./dyad-row.ts";

const ALL: readonly DyadMeasure[] = [
  ...unMeasures,
  idealPointDistance,
  ...estimatedPositions,
  ...passedOnMeasures,
  ...rebuiltInfluence,
  ...allianceMeasures,
  igoShared,
  ...tradeMeasures,
  ...armsMeasures,
];

/** Every measure that can be had for all dyads (or states) and years, by name. */
export const dyadMeasures: ReadonlyMap<string, DyadMeasure> = new Map(
  ALL.map((measure) => [measure.name, measure]),
);

/** Columns of the table that `dyads` gives, in order. */
export const DYAD_COLUMNS = ["measure", "version", "iso3_a", "iso3_b", "year", "value", "n"] as const;

/**
 * The measure of a name; a name of an imported series gives its values as they are. Throws `usage` with near names.
 *
 * @example dyadMeasureNamed("un_kappa_sq").needs // { votes: true }
 */
export function dyadMeasureNamed(name: string): DyadMeasure {
  const measure = dyadMeasures.get(name);
  if (measure !== undefined) return measure;
  const series = seriesNamed(name);
  if (series !== null) return seriesMeasure(series);
  const near = [...dyadMeasures.keys()].filter((one) => sharedWords(one, name) > 0);
  near.sort((a, b) => sharedWords(b, name) - sharedWords(a, name));
  throw new Problem(
    "usage",
    `There is no measure "${name}".`,
    near.length > 0
      ? `Did you mean ${near.slice(0, 4).join(", ")}? docs/measures-open-data.md has them all.`
      : "docs/measures-open-data.md has them all.",
  );
}

function sharedWords(one: string, other: string): number {
  const words = new Set(other.split("_"));
  return one.split("_").filter((word) => words.has(word)).length;
}

/**
 * One measure for every dyad and year that the imported data cover, in order of release, year and states. A value
 * that the data do not give has no row: missing is never zero. Symmetric measures give each pair both ways, unless
 * `once` is set.
 *
 * Throws `usage` for an unknown measure, `not-found` where nothing that it needs is at hand.
 *
 * @example
 * for (const { iso3_a, iso3_b, year, value } of dyads("un_kappa_sq", { votes })) console.log(iso3_a, iso3_b, year, value);
 */
export function* dyads(name: string, inputs: DyadInputs, options: DyadOptions = {}): Generator<DyadRow> {
  const measure = dyadMeasureNamed(name);
  const codes = stateCodes();
  const states = options.states === undefined ? null : new Set(options.states.map(codes.continuous));
  const partners = options.partners === undefined ? null : new Set(options.partners.map(codes.continuous));
  const fits = (a: string, b: string | null) =>
    (states === null || states.has(a)) && (partners === null || b === null || partners.has(b));
  const { since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = options;
  const wanted: Wanted = {
    year: (year) => year >= since && year <= until,
    pair:
      states === null && partners === null
        ? () => true
        : measure.symmetric
          ? (a, b) => fits(a, b) || fits(b, a)
          : fits,
    state: (a) => fits(a, null),
  };
  const write =
    options.codes === "dated"
      ? (row: DyadRow): DyadRow => ({
          ...row,
          iso3_a: codes.dated(row.iso3_a, row.year),
          iso3_b: row.iso3_b === null ? null : codes.dated(row.iso3_b, row.year),
        })
      : (row: DyadRow) => row;
  for (const row of measure.rows(inputs, wanted)) {
    const { iso3_a: a, iso3_b: b } = row;
    if (!measure.symmetric || b === null) yield write(row);
    else if (options.once === true) yield write(a < b ? row : { ...row, iso3_a: b, iso3_b: a });
    else {
      if (fits(a, b)) yield write(row);
      if (fits(b, a)) yield write({ ...row, iso3_a: b, iso3_b: a });
    }
  }
}
