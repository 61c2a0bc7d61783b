import { type Series, stateCodes } from "../../indicators/index.ts";
import type { DyadMeasure } from "./dyad-row.ts";
import { oncePerPair } from "./passed-on-measures.ts";
import { releasesOf, yearOf } from "./tables.ts";

/** An imported series as it is, for the years it has. */
export function seriesMeasure({ name, meaning, domain, symmetric }: Series): DyadMeasure {
  return {
    name,
    gist: meaning,
    domain,
    symmetric,
    range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    needs: { series: [name] },
    *rows({ observations }, wanted) {
      const codes = stateCodes();
      for (const { version, rows } of releasesOf(observations, [name])) {
        const first = oncePerPair();
        for (const { state, partner, period, value } of rows) {
          const year = yearOf(period);
          const a = codes.continuous(state);
          const b = partner === null ? null : codes.continuous(partner);
          if (year === null || !wanted.year(year) || !(b === null ? wanted.state(a) : wanted.pair(a, b)))
            continue;
          if (symmetric && b !== null && !first(a, b, year)) continue;
          yield { measure: name, version, iso3_a: a, iso3_b: b, year, value, n: 1 };
        }
      }
    },
  };
}
