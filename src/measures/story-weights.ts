import { DOMAINS, type Domain } from "../vocabulary/index.ts";
import type { Summand } from "./bootstrap.ts";
import type { Contribution } from "./dyad.ts";

/** Cooperation sums what scores above zero, conflict what scores below, both as positive numbers. */
export const SIDES = ["cooperation", "conflict"] as const;
export type Side = (typeof SIDES)[number];

/** Where the sum of a domain, power and side stands among all sums. */
export function sumOf(domain: Domain, power: number, side: Side, powers: number): number {
  return (DOMAINS.indexOf(domain) * powers + power) * SIDES.length + SIDES.indexOf(side);
}

/**
 * What each story weighs for each sum: the mean over its reports of intensity times directions, halved every
 * `halfLifeDays` before `end`. Rows must come in a fixed order; stories keep the order of their first row.
 */
export function storyWeights(
  rows: readonly Contribution[],
  powers: readonly string[],
  end: string,
  halfLifeDays: number | null,
): readonly (readonly Summand[])[] {
  const stories = new Map<string, Map<string, Contribution[]>>();
  for (const row of rows) {
    const reports = stories.get(row.story) ?? new Map<string, Contribution[]>();
    const key = `${row.domain}|${row.partner}`;
    const group = reports.get(key);
    if (group) group.push(row);
    else reports.set(key, [row]);
    stories.set(row.story, reports);
  }
  return [...stories.values()].map((groups) =>
    [...groups.values()].flatMap((reports): Summand[] => {
      const { domain, partner } = reports[0]!;
      return SIDES.flatMap((side) => {
        const weight = meanWeight(reports, side, end, halfLifeDays);
        return weight > 0
          ? [{ sum: sumOf(domain, powers.indexOf(partner), side, powers.length), weight }]
          : [];
      });
    }),
  );
}

function meanWeight(
  reports: readonly Contribution[],
  side: Side,
  end: string,
  halfLifeDays: number | null,
): number {
  const sign = side === "cooperation" ? 1 : -1;
  const total = reports.reduce(
    (sum, { score, directions, day }) =>
      sum + Math.max(0, sign * score) * directions * decay(day, end, halfLifeDays),
    0,
  );
  return total / reports.length;
}

/** 2^(−age / half-life), 1 for an event on the last day. */
function decay(day: string, end: string, halfLifeDays: number | null): number {
  if (halfLifeDays === null) return 1;
  return 2 ** (-(Date.parse(end) - Date.parse(day)) / 86_400_000 / halfLifeDays);
}
