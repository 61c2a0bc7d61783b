import { entropy, herfindahl, normalisedHerfindahl } from "./concentration.ts";
import type { DyadMeasure, DyadRow, Wanted } from "./dyad-row.ts";
import { Cells, releasesOf } from "./tables.ts";

/** Flows and totals of one release, whatever its publisher calls them. */
export interface TradeTable {
  readonly version: string;
  readonly years: readonly number[];
  readonly states: (year: number) => readonly string[];
  readonly partners: (year: number, state: string) => readonly string[];
  /** What a state imports from a partner, or in all; undefined where missing. */
  readonly imports: (year: number, state: string, partner: string | null) => number | undefined;
  readonly exports: (year: number, state: string, partner: string | null) => number | undefined;
}

const COW = ["cow_trade_imports", "cow_trade_imports_total", "cow_trade_exports_total"] as const;
const COMTRADE = ["comtrade_imports", "comtrade_exports"] as const;
const SERIES = [...COW, ...COMTRADE];

/** Trade by release. COW: exports are what the partner imports. Comtrade: as the state itself reports. */
export function tradeTables(observations: Parameters<typeof releasesOf>[0]): readonly TradeTable[] {
  return releasesOf(observations, SERIES).map(({ version, rows }) =>
    rows[0]?.series.startsWith("comtrade")
      ? tradeTable(version, new Cells(rows, COMTRADE[0]), new Cells(rows, COMTRADE[1]))
      : tradeTable(
          version,
          new Cells(rows, COW[0]),
          new Cells(rows, COW[0], "partner"),
          new Cells(rows, COW[1]),
          new Cells(rows, COW[2]),
        ),
  );
}

function tradeTable(
  version: string,
  imported: Cells,
  exported: Cells,
  importedInAll = imported,
  exportedInAll = exported,
): TradeTable {
  const both = <Item extends string | number>(items: readonly Item[], others: readonly Item[]) =>
    [...new Set([...items, ...others])].sort((a, b) => (a < b ? -1 : 1));
  const partners = (cells: Cells, year: number, state: string) =>
    [...cells.partners(year, state).keys()].filter((code) => code !== null);
  return {
    version,
    years: both(imported.years, exported.years),
    states: (year) => both(imported.states(year), exported.states(year)),
    partners: (year, state) => both(partners(imported, year, state), partners(exported, year, state)),
    imports: (year, state, partner) =>
      (partner === null ? importedInAll : imported).get(year, state, partner),
    exports: (year, state, partner) =>
      (partner === null ? exportedInAll : exported).get(year, state, partner),
  };
}

type Share = (table: TradeTable, year: number, a: string, b: string) => number | null;

/** Null where a part is missing, or the whole is zero. */
function ratio(part: number | undefined, whole: number | undefined): number | null {
  return part === undefined || whole === undefined || whole === 0 ? null : part / whole;
}

function added(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one + other;
}

const SHARES: readonly { name: string; gist: string; definition: string; n: number; of: Share }[] = [
  {
    name: "trade_share_total",
    gist: "Imports from and exports to b over all imports and exports of a.",
    definition: "(M+X with b)/(total M+X of a)",
    n: 4,
    of: (table, year, a, b) =>
      ratio(
        added(table.imports(year, a, b), table.exports(year, a, b)),
        added(table.imports(year, a, null), table.exports(year, a, null)),
      ),
  },
  {
    name: "trade_share_imports",
    gist: "Imports from b over all imports of a.",
    definition: "M from b / total M of a",
    n: 2,
    of: (table, year, a, b) => ratio(table.imports(year, a, b), table.imports(year, a, null)),
  },
  {
    name: "trade_share_exports",
    gist: "Exports to b over all exports of a.",
    definition: "X to b / total X of a",
    n: 2,
    of: (table, year, a, b) => ratio(table.exports(year, a, b), table.exports(year, a, null)),
  },
];

const SPREADS = [
  {
    name: "trade_hhi_partners",
    gist: "How concentrated the trade of a is: the sum of squared partner shares of imports and exports.",
    definition: "sum of squared partner shares of M+X",
    of: herfindahl,
    range: [0, 1],
  },
  {
    name: "trade_hhi_partners_normalised",
    gist: "How concentrated the trade of a is, whatever the number of partners: 0 even, 1 with one alone.",
    definition: "(HHI-1/N)/(1-1/N) of M+X",
    of: normalisedHerfindahl,
    range: [0, 1],
  },
  {
    name: "trade_entropy_partners",
    gist: "How spread the trade of a is over partners: Shannon entropy of the shares of imports and exports.",
    definition: "Shannon, natural log",
    of: entropy,
    range: [0, Number.POSITIVE_INFINITY],
  },
] as const;

/** Measures of what trade goes where. */
export const tradeMeasures: readonly DyadMeasure[] = [
  ...SHARES.map(
    ({ name, gist, definition, n, of }): DyadMeasure => ({
      name,
      gist,
      domain: "economic",
      symmetric: false,
      // COW's totals come from other sources than its flows, which can sum to more than them.
      range: [0, Number.POSITIVE_INFINITY],
      needs: { series: SERIES },
      *rows({ observations }, wanted) {
        for (const table of tradeTables(observations))
          for (const [year, a, b] of pairsIn(table, wanted)) {
            const value = of(table, year, a, b);
            if (value !== null)
              yield {
                measure: name,
                version: `${definition}; ${table.version}`,
                iso3_a: a,
                iso3_b: b,
                year,
                value,
                n,
              };
          }
      },
    }),
  ),
  ...SPREADS.map(
    ({ name, gist, definition, of, range }): DyadMeasure => ({
      name,
      gist,
      domain: "economic",
      symmetric: false,
      range,
      needs: { series: SERIES },
      *rows({ observations }, wanted) {
        for (const table of tradeTables(observations)) yield* spreadRows(table, name, definition, of, wanted);
      },
    }),
  ),
];

function* pairsIn(table: TradeTable, wanted: Wanted): Generator<readonly [number, string, string]> {
  for (const year of table.years) {
    if (!wanted.year(year)) continue;
    for (const a of table.states(year))
      for (const b of table.partners(year, a)) if (wanted.pair(a, b)) yield [year, a, b];
  }
}

function* spreadRows(
  table: TradeTable,
  name: string,
  definition: string,
  of: (amounts: readonly number[]) => number | null,
  wanted: Wanted,
): Generator<DyadRow> {
  for (const year of table.years) {
    if (!wanted.year(year)) continue;
    for (const a of table.states(year)) {
      if (!wanted.state(a)) continue;
      const amounts = table
        .partners(year, a)
        .map((b) => added(table.imports(year, a, b), table.exports(year, a, b)))
        .filter((amount) => amount !== undefined && amount > 0) as number[];
      const value = of(amounts);
      if (value !== null)
        yield {
          measure: name,
          version: `${definition}; ${table.version}`,
          iso3_a: a,
          iso3_b: null,
          year,
          value,
          n: amounts.length,
        };
    }
  }
}
