import { type Sensitivity, sensitivityOfComposite } from "./sensitivity.ts";

/** One part of a composite: what each power has of it, on any scale on which zero is none. */
export interface CompositePart {
  readonly name: string;
  /** One number per power, none negative. */
  readonly levels: readonly number[];
  /** How much the part counts beside the others; one where left out. */
  readonly weight?: number;
}

/** A composite of shares, and how its ranks hang on the weights. */
export interface Composite {
  /** The parts that hold anything, in the order given. */
  readonly components: readonly string[];
  readonly sensitivity: Sensitivity;
}

/**
 * Puts several parts into one number per power: the weighted mean of the power's share in each, in [0, 1], with the
 * ranks under a thousand random weightings. With two powers the sign of the composite's tilt is who comes first. Parts
 * that hold nothing have no shares and are left out; null where fewer than two are left, or fewer than two powers.
 *
 * Throws a RangeError where a weight is negative or all are zero.
 *
 * @example
 * compositeOfShares(["RUS", "CHN"], [{ name: "trade", levels: [30, 10] }, { name: "arms", levels: [1, 3] }])
 */
export function compositeOfShares(
  powers: readonly string[],
  parts: readonly CompositePart[],
): Composite | null {
  const kept = parts.flatMap(({ name, levels, weight = 1 }) => {
    const sum = levels.reduce((total, level) => total + level, 0);
    return sum > 0 ? [{ name, weight, shares: levels.map((level) => level / sum) }] : [];
  });
  if (kept.length < 2 || powers.length < 2) return null;
  const values = Object.fromEntries(
    powers.map((power, at) => [power, kept.map(({ shares }) => shares[at] ?? 0)]),
  );
  return {
    components: kept.map(({ name }) => name),
    sensitivity: sensitivityOfComposite(values, { weights: kept.map(({ weight }) => weight) }),
  };
}
