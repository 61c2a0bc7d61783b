import { plain, signed } from "../brief/wording.ts";
import type { Value } from "../measures/index.ts";
import type { Domain } from "../vocabulary/index.ts";
import { type Column, textTable } from "./text-table.ts";
import { gaugeTitle, tiltGauge } from "./tilt-gauge.ts";

/** What a balance is set from: its values, and which of them to show, in which order. */
export interface BalanceSetting {
  readonly values: readonly Value[];
  readonly powers: readonly string[];
  readonly periods: readonly string[];
  readonly domains: readonly Domain[];
  readonly width: number;
}

const NOTHING = "–";

/**
 * A balance as lines of text, titles first: a row for each period and domain in which there is anything to say. The
 * column of periods is left out where there is one period only, and the drawing of the tilt where it is too wide.
 */
export function balanceTable(setting: BalanceSetting): string[] {
  const { powers, periods, domains, width } = setting;
  const rows = periods.flatMap((period) =>
    domains.flatMap((domain) => {
      const row = rowOf(setting, period, domain);
      return row === null ? [] : [periods.length > 1 ? [period, ...row] : row];
    }),
  );
  const columns = [...(periods.length > 1 ? [{ title: "Period" }] : []), ...columnsFor(powers)];
  const lines = textTable(columns, rows, width);
  if (lines.every((line) => line.length <= width)) return lines;
  const gauge = columns.findIndex(({ title }) => title === gaugeTitle(powers));
  const without = <Cell>(cells: readonly Cell[]): Cell[] => cells.filter((_, at) => at !== gauge);
  return textTable(without(columns), rows.map(without), width);
}

/** What the table's columns mean. */
export const BALANCE_LEGEND: readonly string[] = [
  "Tilt: +1 is all with the power named first, −1 all with the second; hollow: too few stories for an interval.",
  "Under a power: cooperation with it, and conflict after a minus. Even: 1 is the same with each.",
  "Ties: how many are in force with each. n: events.",
];

function columnsFor(powers: readonly string[]): Column[] {
  return [
    { title: "Domain" },
    ...powers.map((power): Column => ({ title: power, align: "right" })),
    { title: "Tilt", align: "right" },
    { title: "95 % interval" },
    { title: gaugeTitle(powers) },
    { title: "Even", align: "right" },
    { title: "Ties", align: "right" },
    { title: "n", align: "right" },
  ];
}

/** The cells of one period and domain; null where no record is behind them. */
function rowOf({ values, powers }: BalanceSetting, period: string, domain: Domain): string[] | null {
  const of = (measure: string, power?: string): Value | undefined =>
    values.find(
      (value) =>
        value.domain === domain &&
        value.period === period &&
        value.measure === measure &&
        (power === undefined || (value.powers.length === 1 && value.powers[0] === power)),
    );
  const levels = powers.map(
    (power) => [of("cooperation_level", power), of("conflict_level", power)] as const,
  );
  const ties = powers.map((power) => of("ties_level", power));
  if ([...levels.flat(), ...ties].every((value) => (value?.n ?? 0) === 0)) return null;
  const tilt = of("event_tilt");
  const evenness = of("event_evenness");
  return [
    domain,
    ...levels.map(([cooperation, conflict]) => levelWords(cooperation, conflict)),
    tilt?.value == null ? NOTHING : signed(tilt.value),
    tilt?.value == null ? "" : intervalWords(tilt),
    tilt?.value == null ? "" : tiltGauge(tilt.value, tilt.interval),
    evenness?.value == null ? NOTHING : plain(evenness.value),
    ties.map((value) => (value?.value == null ? NOTHING : String(value.value))).join("/"),
    String(new Set(levels.flat().flatMap((value) => value?.ids ?? [])).size),
  ];
}

/** Cooperation, and conflict after it where there is any: "34.5 −8.0". */
function levelWords(cooperation: Value | undefined, conflict: Value | undefined): string {
  if (cooperation?.value == null && conflict?.value == null) return NOTHING;
  const against = conflict?.value ?? 0;
  return `${plain(cooperation?.value ?? 0, 1)}${against > 0 ? ` −${plain(against, 1)}` : ""}`;
}

function intervalWords({ interval }: Value): string {
  return interval === null ? "too few" : interval.map(signed).join(" to ");
}
