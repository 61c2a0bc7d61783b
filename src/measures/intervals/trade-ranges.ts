import { stateCodes } from "../../indicators/index.ts";
import type { Observation } from "../../vocabulary/index.ts";
import { Cells, releasesOf } from "../dyads/tables.ts";
import { type TradeTable, tradeTables } from "../dyads/trade-measures.ts";
import type { Interval, PairIntervals } from "./pair-intervals.ts";

/** COW writes flows in millions of current USD, Comtrade in USD. */
const MILLION = 1_000_000;

interface Flows {
  readonly imports: number | undefined;
  readonly exports: number | undefined;
}

/**
 * How far a share of trade moves when the flow is taken from the partner's own books in place of the release's: the
 * smallest and the largest of the shares. Not a confidence interval: trade has no sampling error, but two states rarely report
 * the same figure, for imports are valued with freight and exports without, and goods pass through third states.
 * The whole moves along with the flow. Null where the partner's report (Comtrade) of that year is not held.
 */
export function tradeRanges(
  measure: string,
  observations: readonly Observation[],
  release: string,
  year: number,
  state: string,
  partners: readonly string[],
): PairIntervals {
  const table = tradeTables(observations).find(({ version }) => version === release);
  const reports = releasesOf(observations, ["comtrade_imports", "comtrade_exports"]);
  const codes = stateCodes();
  const a = codes.continuous(state);
  const each = partners.map((partner) => {
    if (table === undefined) return null;
    const b = codes.continuous(partner);
    const unit = release.startsWith("comtrade") ? 1 : MILLION;
    const shares = reports.flatMap(({ rows }) => {
      const mirrored: Flows = {
        imports: inUnit(new Cells(rows, "comtrade_exports").get(year, b, a), unit),
        exports: inUnit(new Cells(rows, "comtrade_imports").get(year, b, a), unit),
      };
      return shareOf(measure, table, year, a, b, mirrored) ?? [];
    });
    const own = shareOf(measure, table, year, a, b, {
      imports: table.imports(year, a, b),
      exports: table.exports(year, a, b),
    });
    return own === null || shares.length === 0
      ? null
      : ([Math.min(own, ...shares), Math.max(own, ...shares)] as const);
  });
  return { each, difference: differenceOf(each) };
}

function inUnit(value: number | undefined, unit: number): number | undefined {
  return value === undefined ? undefined : value / unit;
}

/** The share where the flow between the two is as given, and the whole holds that flow in place of the release's. */
function shareOf(
  measure: string,
  table: TradeTable,
  year: number,
  a: string,
  b: string,
  flows: Flows,
): number | null {
  let [part, whole] = [0, 0];
  for (const side of measure === "trade_share_total"
    ? (["imports", "exports"] as const)
    : [sideOf(measure)]) {
    const [flow, released, total] = [flows[side], table[side](year, a, b), table[side](year, a, null)];
    if (flow === undefined || released === undefined || total === undefined) return null;
    part += flow;
    whole += total - released + flow;
  }
  return whole > 0 ? part / whole : null;
}

function sideOf(measure: string): "imports" | "exports" {
  return measure === "trade_share_imports" ? "imports" : "exports";
}

/** The least and the most that lies between the two. */
function differenceOf([a, b]: readonly (Interval | null)[]): Interval | null {
  return a == null || b == null ? null : [a[0] - b[1], a[1] - b[0]];
}
