import { z } from "zod";
import { readTable } from "../vocabulary/index.ts";

const weights = z.record(z.string(), z.number().positive());
const WeightsFile = z.strictObject({
  dependence: z.strictObject({ economic: weights, security: weights }),
  bandwidth: z.strictObject({ political: weights, economic: weights, security: weights }),
  alliances: weights,
  trade_agreements: weights,
});

let table: z.infer<typeof WeightsFile> | null = null;
function weightsTable() {
  table ??= readTable("data/indicators/fbic-weights.toml", WeightsFile);
  return table;
}

/** Inputs of the index by the names of `data/indicators/fbic-weights.toml`; a missing one makes its part null. */
export type InfluenceInputs = Readonly<Record<string, number | undefined>>;

/** The largest dependence, bandwidth and product of the two in a release: what 1 is. */
export interface InfluenceScale {
  readonly dependence: number;
  readonly bandwidth: number;
  readonly product: number;
}

/** The index of one state's capacity to influence another, with its parts. Null where an input is missing. */
export interface Influence {
  /** In [0, 1] over the release. */
  readonly fbic: number | null;
  /** Over the release's largest, in [0, 1]. */
  readonly bandwidth: number | null;
  readonly dependence: number | null;
  /** Parts as they are summed, not over the largest. */
  readonly politicalBandwidth: number | null;
  readonly economicBandwidth: number | null;
  readonly securityBandwidth: number | null;
  readonly economicDependence: number | null;
  readonly securityDependence: number | null;
}

/**
 * Formal Bilateral Influence Capacity from its inputs: bandwidth times dependence, each over the largest of the release,
 * over the largest product. Moyer, Sweijs, Burrows and van Manen (2018).
 */
export function influence(inputs: InfluenceInputs, scale: InfluenceScale): Influence {
  const { dependence, bandwidth } = weightsTable();
  const ratio = (value: number) => Math.log(1 + value);
  const level = (value: number) => value;
  const economicDependence = weighted(inputs, dependence.economic, ratio);
  const securityDependence = weighted(inputs, dependence.security, ratio);
  const politicalBandwidth = weighted(inputs, bandwidth.political, level);
  const economicBandwidth = weighted(inputs, bandwidth.economic, level);
  const securityBandwidth = weighted(inputs, bandwidth.security, level);
  const dependent = over(sum(economicDependence, securityDependence), scale.dependence);
  const broad = over(sum(politicalBandwidth, economicBandwidth, securityBandwidth), scale.bandwidth);
  return {
    fbic: dependent === null || broad === null ? null : over(dependent * broad, scale.product),
    bandwidth: broad,
    dependence: dependent,
    politicalBandwidth,
    economicBandwidth,
    securityBandwidth,
    economicDependence,
    securityDependence,
  };
}

/** The scale of a release of which every row is at hand. */
export function influenceScale(rows: readonly InfluenceInputs[]): InfluenceScale {
  const one = rows.map((inputs) => influence(inputs, { dependence: 1, bandwidth: 1, product: 1 }));
  const largest = (values: readonly (number | null)[]) =>
    values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  const dependence = largest(one.map((row) => row.dependence));
  const bandwidth = largest(one.map((row) => row.bandwidth));
  const product = largest(one.map((row) => row.fbic));
  return { dependence, bandwidth, product: product / (dependence * bandwidth) };
}

/** The index of alliances: what a treaty obliges to, weighed by how far it binds. Takes 1 where obliged, else 0. */
export function allianceIndex(obligations: Readonly<Record<string, number>>): number {
  return total(obligations, weightsTable().alliances);
}

/** The index of trade agreements between two states: numbers of each kind in force, weighed by depth. */
export function tradeAgreementIndex(agreements: Readonly<Record<string, number>>): number {
  return total(agreements, weightsTable().trade_agreements);
}

/** A component so scaled that its sum over all dyads and years is that of representation. */
export function equalTotals(value: number, ofAll: number, representationOfAll: number): number {
  return (value * representationOfAll) / ofAll;
}

function total(amounts: Readonly<Record<string, number>>, of: Readonly<Record<string, number>>): number {
  return Object.entries(amounts).reduce((sum, [name, amount]) => {
    const weight = of[name];
    if (weight === undefined)
      throw new RangeError(
        `There is no weight for "${name}"; those known are ${Object.keys(of).join(", ")}.`,
      );
    return sum + weight * amount;
  }, 0);
}

function weighted(
  inputs: InfluenceInputs,
  of: Readonly<Record<string, number>>,
  as: (value: number) => number,
): number | null {
  let whole = 0;
  for (const [name, weight] of Object.entries(of)) {
    const value = inputs[name];
    if (value === undefined || Number.isNaN(value)) return null;
    if (value < 0) throw new RangeError(`The input ${name} must not be below zero, but is ${value}.`);
    whole += weight * as(value);
  }
  return whole;
}

function sum(...parts: readonly (number | null)[]): number | null {
  let whole = 0;
  for (const part of parts) {
    if (part === null) return null;
    whole += part;
  }
  return whole;
}

function over(value: number | null, largest: number): number | null {
  return value === null || largest === 0 ? null : value / largest;
}
