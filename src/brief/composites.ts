import { type CompositePart, compositeOfShares } from "../measures/index.ts";
import type { CompositeNote, OpenData, Power, Standing } from "./brief.ts";
import { inList } from "./conflicts.ts";
import { say } from "./statement.ts";
import { DOMAIN_NAMES, listed, plain } from "./wording.ts";

/** Already composites, or parts of another measure in the list. */
const NOT_A_PART = /^fbic_|^trade_share_(?:im|ex)ports$|_to_gdp$/;
const PART_OF_FBIC = /^fbic_(bandwidth|dependence)_(\w+)$/;

/**
 * Which power would come first if several domains or measures were put into one number, and how far that hangs on
 * the weights, which are nobody's to give but the reader's. A composite of fewer than two parts is none.
 */
export function compositesOf(
  standings: readonly Standing[],
  { measured, rows }: Pick<OpenData, "measured" | "rows">,
  powers: readonly Power[],
): readonly CompositeNote[] {
  const events = standings.map(({ domain, levels }) => ({
    name: DOMAIN_NAMES[domain].toLowerCase(),
    levels: levels.map(({ cooperation }) => cooperation.value.value ?? 0),
  }));
  const data = measured
    .filter(({ measure, tilt }) => tilt !== null && !NOT_A_PART.test(measure))
    .flatMap(({ label, cells }) => partOf(inList(label), cells));
  const fbic = rows
    .filter(({ series }) => PART_OF_FBIC.test(series))
    .flatMap(({ series, cells }) => partOf(series.replace(PART_OF_FBIC, "$2 $1"), cells));
  return [
    ...noteOf("Cooperation in the events, by domain", events, powers),
    ...noteOf("Measures of open data", data, powers),
    ...noteOf("Parts of FBIC", fbic, powers),
  ];
}

/** A part only where every power has a value for the same period. */
function partOf(
  name: string,
  cells: readonly ({ readonly value: number; readonly period: string } | null)[],
): CompositePart[] {
  const levels = cells.flatMap((cell) =>
    cell !== null && cell.value >= 0 && cell.period === cells[0]?.period ? [cell.value] : [],
  );
  return levels.length === cells.length ? [{ name, levels }] : [];
}

function noteOf(of: string, parts: readonly CompositePart[], powers: readonly Power[]): CompositeNote[] {
  const composite = compositeOfShares(
    powers.map(({ name }) => name),
    parts,
  );
  if (composite === null) return [];
  const { components, sensitivity } = composite;
  const first = sensitivity.alternatives.map(
    ({ name, rankShares }) => `${name} in ${plain(1000 * (rankShares[0] ?? 0), 0)}`,
  );
  const shares = sensitivity.alternatives.map(
    ({ name, value, values: [low, , high] }) => `${name} ${plain(value)} (${plain(low)} to ${plain(high)})`,
  );
  return [
    {
      of,
      components,
      alternatives: sensitivity.alternatives,
      statement: say`${of} (${listed(components)}): of a thousand weightings drawn at random, ${listed(first.map((one, at) => (at === 0 ? one.replace(" in ", " comes first in ") : one)))}. Shares under equal weights, and between which 95 in 100 of the weightings put them: ${listed(shares)}.`,
    },
  ];
}
