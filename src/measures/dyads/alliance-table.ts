import { stateCodes } from "../../indicators/index.ts";
import type { Observation } from "../../vocabulary/index.ts";
import { type BitRows, bitRows, setBit } from "./bits.ts";
import { yearOf } from "./tables.ts";

export const ATOP_SERIES = [
  "atop_defense",
  "atop_offense",
  "atop_neutral",
  "atop_nonagg",
  "atop_consul",
] as const;

/** The ordinal scale of Chiba, Johnson and Leeds (2015): what binds most counts. */
const LEVELS: Readonly<Record<string, number>> = {
  atop_defense: 3,
  atop_offense: 3,
  atop_neutral: 2,
  atop_consul: 2,
  atop_nonagg: 1,
};
/** A state is bound to itself as to a full ally, so that its own place in its profile is not empty. */
const TO_ITSELF = 3;
export const HIGHEST_LEVEL = 3;

/** What every state of the system in a year is bound to towards every one, itself included. */
export interface AllianceYear {
  readonly year: number;
  readonly states: readonly string[];
  /** Level of the row's state towards the column's, 0 to 3. */
  readonly levels: Uint8Array;
  /** By level from 1 to 3: towards which states it holds. */
  readonly at: readonly [BitRows, BitRows, BitRows];
}

/** First and last year with an obligation: outside them nothing is known. */
export function coverageOf(rows: readonly Observation[]): readonly [number, number] | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { period } of rows) {
    const year = yearOf(period);
    if (year === null) continue;
    if (year < from) from = year;
    if (year > to) to = year;
  }
  return from <= to ? [from, to] : null;
}

/** The alliance profiles of each year that the release covers; a pair without an obligation is at 0. */
export function* allianceYears(
  rows: readonly Observation[],
  wanted: (year: number) => boolean,
): Generator<AllianceYear> {
  const codes = stateCodes();
  const coverage = coverageOf(rows);
  if (coverage === null) return;
  const byYear = new Map<number, Observation[]>();
  for (const row of rows) {
    const year = yearOf(row.period);
    if (year === null || LEVELS[row.series] === undefined || row.value <= 0) continue;
    const list = byYear.get(year);
    if (list === undefined) byYear.set(year, [row]);
    else list.push(row);
  }
  for (let year = coverage[0]; year <= coverage[1]; year++) {
    if (!wanted(year)) continue;
    const states = codes.systemIn(year).map(codes.continuous).sort();
    if (states.length === 0) continue;
    const rowOf = new Map(states.map((code, row) => [code, row]));
    const n = states.length;
    const levels = new Uint8Array(n * n);
    for (let row = 0; row < n; row++) levels[row * n + row] = TO_ITSELF;
    for (const { series, state, partner } of byYear.get(year) ?? []) {
      const row = rowOf.get(codes.continuous(state));
      const column = partner === null ? undefined : rowOf.get(codes.continuous(partner));
      if (row === undefined || column === undefined) continue;
      const place = row * n + column;
      levels[place] = Math.max(levels[place]!, LEVELS[series]!);
    }
    const at = [bitRows(n, n), bitRows(n, n), bitRows(n, n)] as const;
    for (let row = 0; row < n; row++)
      for (let column = 0; column < n; column++) {
        const level = levels[row * n + column]!;
        if (level > 0) setBit(at[level - 1]!, row, column);
      }
    yield { year, states, levels, at };
  }
}
