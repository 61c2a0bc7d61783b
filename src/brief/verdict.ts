import type { Value } from "../measures/index.ts";
import type { Verdict } from "./brief.ts";

/** How near to zero both ends of an interval must be for a stance to count as balanced. */
const BALANCED_WITHIN = 0.25;

/**
 * A lean needs an interval on one side of zero, as it is printed with two decimals; balance one that stays near zero.
 */
export function verdictOf({ value, interval, powers }: Value): {
  readonly verdict: Verdict;
  readonly toward: string | null;
} {
  if (value === null) return { verdict: "no evidence", toward: null };
  if (interval === null) return { verdict: "too little", toward: null };
  const [low, high] = interval.map((bound) => Math.round(bound * 100)) as [number, number];
  if (low > 0) return { verdict: "leans", toward: powers[0] ?? null };
  if (high < 0) return { verdict: "leans", toward: powers[1] ?? null };
  if (Math.max(-low, high) <= BALANCED_WITHIN * 100) return { verdict: "balanced", toward: null };
  return { verdict: "unclear", toward: null };
}
