import { DOMAINS, type Tie } from "../vocabulary/index.ts";
import type { BalanceQuestion } from "./balance-question.ts";
import type { Period } from "./period.ts";
import { evenness, tilt } from "./shares.ts";
import { type PublishedDates, type TieInForce, tiesInForce } from "./ties-in-force.ts";
import type { Value } from "./value.ts";

/** How many distinct ties hold a state to each power at the end of a period, with their tilt and evenness. */
export function tieValues(
  ties: readonly Tie[],
  period: Period,
  { state, powers, modalities }: BalanceQuestion,
  version: string,
  published?: PublishedDates,
): Value[] {
  const inForce = tiesInForce(ties, state, powers, period.end, modalities, published);
  return DOMAINS.flatMap((domain) => {
    const here = inForce.filter(({ tie }) => tie.domain === domain);
    const row = (
      measure: string,
      about: readonly string[],
      value: number | null,
      behind: readonly TieInForce[],
    ): Value => {
      const ids = [...new Set(behind.map(({ tie }) => tie.id))].sort();
      const stories = new Set(behind.map(({ key }) => key)).size;
      return {
        measure,
        version,
        domain,
        state,
        powers: about,
        period: period.name,
        value,
        interval: null,
        n: ids.length,
        stories,
        ids,
      };
    };
    const perPower = powers.map((power) => here.filter((one) => one.power === power));
    const levels = perPower.map((rows) => new Set(rows.map(({ key }) => key)).size);
    const [a, b] = powers;
    const [levelA = 0, levelB = 0] = levels;
    return [
      ...powers.map((power, at) => row("ties_level", [power], levels[at] || null, perPower[at] ?? [])),
      ...(a === undefined || b === undefined
        ? []
        : [row("ties_tilt", [a, b], tilt(levelA, levelB), [...(perPower[0] ?? []), ...(perPower[1] ?? [])])]),
      row("ties_evenness", powers, evenness(levels), here),
    ];
  });
}
