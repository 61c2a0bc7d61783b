import { plain, signed } from "../brief/wording.ts";
import type { Value } from "../measures/index.ts";
import { DOMAINS, type Domain } from "../vocabulary/index.ts";
import type { Column } from "./text-table.ts";

/** A balance as text: a row for each domain of a period in which there is anything to say. */
export interface BalanceTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

const NOTHING = "–";

/**
 * Rows for one period: level of each power, tilt and evenness with their intervals, ties in force, and how many events
 * and stories stand behind them.
 */
export function balanceRows(
  values: readonly Value[],
  powers: readonly string[],
  period: string,
  domains: readonly Domain[] = DOMAINS,
): string[][] {
  return domains.flatMap((domain) => {
    const of = (measure: string, power?: string): Value | undefined =>
      values.find(
        (value) =>
          value.domain === domain &&
          value.period === period &&
          value.measure === measure &&
          (power === undefined || (value.powers.length === 1 && value.powers[0] === power)),
      );
    const evenness = of("event_evenness");
    const levels = powers.map(
      (power) => [of("cooperation_level", power), of("conflict_level", power)] as const,
    );
    const ties = powers.map((power) => of("ties_level", power));
    const records = [...levels.flat(), ...ties].reduce((sum, value) => sum + (value?.n ?? 0), 0);
    if (records === 0) return [];
    const tilt = of("event_tilt");
    return [
      [
        domain,
        ...levels.map(([cooperation, conflict]) => levelWords(cooperation, conflict)),
        signedOrNothing(tilt),
        intervalWords(tilt, signed),
        evenness?.value == null ? NOTHING : plain(evenness.value),
        ...ties.map((value) => (value?.value == null ? NOTHING : String(value.value))),
        `${new Set(levels.flat().flatMap((value) => value?.ids ?? [])).size}`,
      ],
    ];
  });
}

export function balanceColumns(powers: readonly string[]): Column[] {
  return [
    { title: "Domain" },
    ...powers.map((power): Column => ({ title: power, align: "right" })),
    { title: `Tilt`, align: "right" },
    { title: "95 % interval" },
    { title: "Evenness", align: "right" },
    ...powers.map((power): Column => ({ title: `Ties ${power}`, align: "right" })),
    { title: "Events", align: "right" },
  ];
}

/** Cooperation, and conflict after it where there is any: "34.5 −8.0". */
function levelWords(cooperation: Value | undefined, conflict: Value | undefined): string {
  if (cooperation?.value == null && conflict?.value == null) return NOTHING;
  const against = conflict?.value ?? 0;
  return `${plain(cooperation?.value ?? 0, 1)}${against > 0 ? ` −${plain(against, 1)}` : ""}`;
}

function signedOrNothing(value: Value | undefined): string {
  return value?.value == null ? NOTHING : signed(value.value);
}

function intervalWords(value: Value | undefined, write: (bound: number) => string): string {
  if (value?.value == null) return "";
  return value.interval === null ? "too few stories" : value.interval.map(write).join(" to ");
}
