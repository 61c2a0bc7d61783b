import { seeded } from "../vocabulary/index.ts";
import { quantile } from "./bootstrap.ts";

/** A composite of several components under given weights, and how far it hangs on them. */
export interface Sensitivity {
  /** As large as the components; they sum to 1. */
  readonly weights: readonly number[];
  /** In the order in which the alternatives were given. */
  readonly alternatives: readonly AlternativeSensitivity[];
}

export interface AlternativeSensitivity {
  readonly name: string;
  /** The composite under the given weights. */
  readonly value: number;
  /** 1 is the largest composite; those with the same one share the better rank. */
  readonly rank: number;
  /** 2.5th, 50th and 97.5th percentile of the composite over the random weightings. */
  readonly values: Percentiles;
  readonly ranks: Percentiles;
  /** Share of the weightings in which each rank holds, from rank 1; they sum to 1. */
  readonly rankShares: readonly number[];
}

/** 2.5th, 50th and 97.5th percentile. */
export type Percentiles = readonly [number, number, number];

export interface SensitivityOptions {
  /** One per component, none negative, not all zero; equal where left out. */
  readonly weights?: readonly number[];
  /** How many random weightings. */
  readonly n?: number;
  readonly seed?: number;
}

const WEIGHTINGS = 1000;
const TAIL = 0.025;

/**
 * How the ranks of a composite stand up to its weights: the weighted mean of components under the given weights,
 * and its values and ranks under random weightings, drawn evenly from all weightings that sum to one
 * (Dirichlet(1, …, 1)). Saisana, Saltelli & Tarantola (2005), Journal of the Royal Statistical Society A 168(2).
 * Components must be on one scale before; nothing is normalised here. The same input and seed give the same result.
 *
 * Throws a RangeError where an alternative lacks a component, for a composite of fewer parts is another composite.
 *
 * @param values By alternative, one finite number per component, in the order of the weights.
 * @example
 * sensitivityOfComposite({ RUS: [0.4, 0.9], CHN: [0.1, 0.95] }).alternatives[0]?.rankShares // [0.863, 0.137]
 */
export function sensitivityOfComposite(
  values: Readonly<Record<string, readonly number[]>>,
  { weights, n = WEIGHTINGS, seed = 1 }: SensitivityOptions = {},
): Sensitivity {
  const names = Object.keys(values);
  const rows = names.map((name) => values[name] ?? []);
  const components = rows[0]?.length ?? 0;
  requireComplete(names, rows, components);
  const given = shares(weights ?? new Array<number>(components).fill(1), components);
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`The number of weightings must be a whole number from 1, but it is ${n}.`);

  const base = rows.map((row) => weightedMean(row, given));
  const baseRanks = ranksOf(base);
  const random = seeded(seed);
  const drawnValues = rows.map((): number[] => []);
  const drawnRanks = rows.map((): number[] => []);
  for (let draw = 0; draw < n; draw++) {
    const drawn = evenWeights(components, random);
    const composites = rows.map((row) => weightedMean(row, drawn));
    const ranks = ranksOf(composites);
    composites.forEach((composite, at) => {
      drawnValues[at]?.push(composite);
      drawnRanks[at]?.push(ranks[at]!);
    });
  }
  return {
    weights: given,
    alternatives: names.map((name, at) => ({
      name,
      value: base[at]!,
      rank: baseRanks[at]!,
      values: percentiles(drawnValues[at]!),
      ranks: percentiles(drawnRanks[at]!),
      rankShares: names.map((_, rank) => drawnRanks[at]!.filter((one) => one === rank + 1).length / n),
    })),
  };
}

/** Weights drawn evenly from the simplex: exponential numbers over their sum. */
function evenWeights(count: number, random: () => number): readonly number[] {
  const drawn = Array.from({ length: count }, () => -Math.log(1 - random()));
  const sum = drawn.reduce((total, one) => total + one, 0);
  return sum > 0 ? drawn.map((one) => one / sum) : drawn.map(() => 1 / count);
}

function weightedMean(row: readonly number[], weights: readonly number[]): number {
  return row.reduce((sum, value, at) => sum + value * weights[at]!, 0);
}

/** 1 for the largest; the same value has the same rank. */
function ranksOf(composites: readonly number[]): readonly number[] {
  return composites.map((one) => 1 + composites.filter((other) => other > one).length);
}

function percentiles(drawn: readonly number[]): Percentiles {
  const sorted = [...drawn].sort((a, b) => a - b);
  return [quantile(sorted, TAIL), quantile(sorted, 0.5), quantile(sorted, 1 - TAIL)];
}

function shares(weights: readonly number[], components: number): readonly number[] {
  if (weights.length !== components)
    throw new RangeError(`There are ${components} components, but ${weights.length} weights.`);
  const wrong = weights.find((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY));
  if (wrong !== undefined)
    throw new RangeError(`A weight must be a finite number of zero or more, but one is ${wrong}.`);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) throw new RangeError("All weights are zero; at least one must be more.");
  return weights.map((weight) => weight / sum);
}

function requireComplete(
  names: readonly string[],
  rows: readonly (readonly number[])[],
  components: number,
): void {
  if (names.length === 0 || components === 0)
    throw new RangeError("A composite needs at least one alternative with at least one component.");
  rows.forEach((row, at) => {
    if (row.length !== components || row.some((value) => !Number.isFinite(value)))
      throw new RangeError(
        `${names[at]} must have a finite number for each of the ${components} components: what is missing cannot be weighed.`,
      );
  });
}
