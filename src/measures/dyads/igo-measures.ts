import { stateCodes } from "../../indicators/index.ts";
import type { Observation } from "../../vocabulary/index.ts";
import { bitRows, setBit, shared } from "./bits.ts";
import type { DyadMeasure, DyadRow, Wanted } from "./dyad-row.ts";
import { passedOnMeasures } from "./passed-on-measures.ts";
import { releasesOf, yearOf } from "./tables.ts";

const NAME = "igo_shared_full";
const FULL_MEMBER = 1;

/**
 * Organisations of which both are full members: as published where the dyadic file is imported, else counted from
 * memberships. Associates and observers do not count.
 */
export const igoShared: DyadMeasure = {
  name: NAME,
  gist: "Organisations of which both are full members.",
  domain: "political",
  symmetric: true,
  range: [0, Number.POSITIVE_INFINITY],
  needs: { series: ["cow_igo_shared_full", "cow_igo_membership", "cow_igo_full_memberships"] },
  *rows(inputs, wanted) {
    const observations = [...(inputs.observations ?? [])];
    const published = passedOnMeasures.find(({ name }) => name === "igo_shared_full_published");
    let any = false;
    for (const row of published?.rows({ observations }, wanted) ?? []) {
      any = true;
      yield { ...row, measure: NAME };
    }
    if (any) return;
    for (const { version, rows } of releasesOf(observations, [
      "cow_igo_membership",
      "cow_igo_full_memberships",
    ]))
      yield* countedRows(rows, `counted from memberships; ${version}`, wanted);
  },
};

function* countedRows(rows: readonly Observation[], version: string, wanted: Wanted): Generator<DyadRow> {
  const codes = stateCodes();
  const years = new Map<number, { states: Set<string>; memberships: [string, string][] }>();
  const organisations = new Map<string, number>();
  for (const { series, state, partner, period, value } of rows) {
    const year = yearOf(period);
    if (year === null || !wanted.year(year)) continue;
    let of = years.get(year);
    if (of === undefined) {
      of = { states: new Set(), memberships: [] };
      years.set(year, of);
    }
    const code = codes.continuous(state);
    of.states.add(code);
    if (series !== "cow_igo_membership" || partner === null || value !== FULL_MEMBER) continue;
    if (!organisations.has(partner)) organisations.set(partner, organisations.size);
    of.memberships.push([code, partner]);
  }
  for (const [year, { states: members, memberships }] of [...years].sort(([a], [b]) => a - b)) {
    const states = [...members].sort();
    const rowOf = new Map(states.map((code, row) => [code, row]));
    const bits = bitRows(states.length, organisations.size);
    for (const [state, organisation] of memberships)
      setBit(bits, rowOf.get(state)!, organisations.get(organisation)!);
    for (let i = 0; i < states.length; i++)
      for (let j = i + 1; j < states.length; j++) {
        const [a, b] = [states[i]!, states[j]!];
        if (!wanted.pair(a, b)) continue;
        const value = shared(bits, i, bits, j);
        yield { measure: NAME, version, iso3_a: a, iso3_b: b, year, value, n: value };
      }
  }
}
