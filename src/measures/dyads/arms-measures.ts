import { stateCodes } from "../../indicators/index.ts";
import type { Observation } from "../../vocabulary/index.ts";
import { herfindahl } from "./concentration.ts";
import type { DyadMeasure, DyadRow, Wanted } from "./dyad-row.ts";
import { releasesOf } from "./tables.ts";

const SERIES = "sipri_tiv_delivered";

/** Deliveries by recipient and supplier, over all years of the register. */
interface Register {
  readonly version: string;
  readonly from: number;
  readonly to: number;
  /** Volume by recipient and supplier; suppliers as named, so that the Soviet Union and Russia are two. */
  readonly volumes: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly suppliers: ReadonlySet<string>;
}

function registersOf(observations: Iterable<Observation> | undefined): readonly Register[] {
  const codes = stateCodes();
  return releasesOf(observations, [SERIES]).map(({ version, rows }) => {
    const volumes = new Map<string, Map<string, number>>();
    const suppliers = new Set<string>();
    let from = Number.POSITIVE_INFINITY;
    let to = Number.NEGATIVE_INFINITY;
    for (const { state, partner, period, value } of rows) {
      if (partner === null) continue;
      from = Math.min(from, Number(period.slice(0, 4)));
      to = Math.max(to, Number(period.slice(-4)));
      suppliers.add(partner);
      const recipient = codes.continuous(state);
      const of = volumes.get(recipient) ?? new Map<string, number>();
      of.set(partner, (of.get(partner) ?? 0) + value);
      volumes.set(recipient, of);
    }
    return { version, from, to, volumes, suppliers };
  });
}

const total = (volumes: ReadonlyMap<string, number>) =>
  [...volumes.values()].reduce((sum, volume) => sum + volume, 0);

function arms(
  name: string,
  gist: string,
  definition: string,
  range: readonly [number, number],
  of: (
    register: Register,
    recipient: string,
    volumes: ReadonlyMap<string, number>,
  ) => Iterable<{ b: string | null; value: number | null }>,
): DyadMeasure {
  return {
    name,
    gist,
    domain: "security",
    symmetric: false,
    range,
    needs: { series: [SERIES] },
    *rows({ observations }, wanted) {
      for (const register of registersOf(observations))
        yield* armsRows(name, definition, register, of, wanted);
    },
  };
}

function* armsRows(
  measure: string,
  definition: string,
  register: Register,
  of: Parameters<typeof arms>[4],
  wanted: Wanted,
): Generator<DyadRow> {
  const { from, to, version } = register;
  if (!wanted.year(to)) return;
  for (const [recipient, volumes] of [...register.volumes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const { b, value } of of(register, recipient, volumes)) {
      if (value === null || !(b === null ? wanted.state(recipient) : wanted.pair(recipient, b))) continue;
      yield {
        measure,
        version: `${from}-${to} ${definition}; ${version}`,
        iso3_a: recipient,
        iso3_b: b,
        year: to,
        value,
        n: volumes.size,
      };
    }
  }
}

/** Measures of deliveries of major arms, over all years that the register covers; the year is its last. */
export const armsMeasures: readonly DyadMeasure[] = [
  arms(
    "sipri_tiv_imports_total",
    "Volume of major arms delivered to a.",
    "all deliveries",
    [0, Number.POSITIVE_INFINITY],
    (_, __, volumes) => [{ b: null, value: total(volumes) }],
  ),
  arms(
    "sipri_tiv_hhi_suppliers",
    "How concentrated a's deliveries are: the sum of squared supplier shares.",
    "all deliveries, suppliers as named",
    [0, 1],
    (_, __, volumes) => [{ b: null, value: herfindahl([...volumes.values()]) }],
  ),
  arms(
    "sipri_tiv_share_from_b",
    "Share of a's deliveries that came from b; 0 where the register has none from b.",
    "all deliveries",
    [0, 1],
    function* ({ suppliers }, recipient, volumes) {
      const whole = total(volumes);
      if (whole === 0) return;
      for (const b of [...suppliers].sort())
        if (b !== recipient) yield { b, value: (volumes.get(b) ?? 0) / whole };
    },
  ),
];
