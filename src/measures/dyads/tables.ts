import { stateCodes } from "../../indicators/index.ts";
import type { Observation } from "../../vocabulary/index.ts";

/** Observations of one release, under continuous codes, with the year that their period is. */
export interface Release {
  /** The set and its release, as in "cow-trade 4.0". */
  readonly version: string;
  readonly rows: readonly Observation[];
}

/** Observations by release, each in the order in which they came; releases in order of their names. */
export function releasesOf(
  observations: Iterable<Observation> | undefined,
  series: readonly string[],
): readonly Release[] {
  const wanted = new Set(series);
  const releases = new Map<string, Observation[]>();
  for (const observation of observations ?? []) {
    if (!wanted.has(observation.series)) continue;
    const version = `${observation.source} ${observation.version}`;
    const rows = releases.get(version);
    if (rows === undefined) releases.set(version, [observation]);
    else rows.push(observation);
  }
  return [...releases]
    .map(([version, rows]) => ({ version, rows }))
    .sort((a, b) => (a.version < b.version ? -1 : 1));
}

/** Values by year, state and partner (null for none), under continuous codes. */
export class Cells {
  readonly #years = new Map<number, Map<string, Map<string | null, number>>>();

  /** @param from "partner": by partner, so that what b imports from a stands as what a exports to b. */
  constructor(rows: readonly Observation[], series: string, from: "state" | "partner" = "state") {
    const codes = stateCodes();
    for (const row of rows) {
      const { series: name, period, value } = row;
      const year = yearOf(period);
      if (name !== series || year === null) continue;
      const state = from === "state" ? row.state : row.partner;
      const partner = from === "state" ? row.partner : row.state;
      if (state === null) continue;
      let states = this.#years.get(year);
      if (states === undefined) {
        states = new Map();
        this.#years.set(year, states);
      }
      const code = codes.continuous(state);
      let partners = states.get(code);
      if (partners === undefined) {
        partners = new Map();
        states.set(code, partners);
      }
      partners.set(partner === null ? null : codes.continuous(partner), value);
    }
  }

  get years(): readonly number[] {
    return [...this.#years.keys()].sort((a, b) => a - b);
  }

  states(year: number): readonly string[] {
    return [...(this.#years.get(year)?.keys() ?? [])].sort();
  }

  partners(year: number, state: string): ReadonlyMap<string | null, number> {
    return this.#years.get(year)?.get(state) ?? NONE;
  }

  /** Undefined where the release has no value: missing is never zero. */
  get(year: number, state: string, partner: string | null): number | undefined {
    return this.partners(year, state).get(partner);
  }
}

const NONE: ReadonlyMap<string | null, number> = new Map();

/** The year that a period is; null for a day or a longer span. */
export function yearOf(period: string): number | null {
  return /^\d{4}$/.test(period) ? Number(period) : null;
}
