import { estimateIdealPoints, type IdealPoint } from "../ideal-points/estimate.ts";
import type { DyadMeasure, Wanted } from "./dyad-row.ts";

const DEFINITION = "ordered logit, random walk over sessions, mean 0 sd 1";

function* withinSessions(points: readonly IdealPoint[], wanted: Wanted) {
  const years = new Map<number, IdealPoint[]>();
  for (const point of points) {
    const list = years.get(point.year);
    if (list === undefined) years.set(point.year, [point]);
    else list.push(point);
  }
  for (const [year, list] of [...years].sort(([a], [b]) => a - b))
    if (wanted.year(year)) yield [year, list.sort((a, b) => (a.state < b.state ? -1 : 1))] as const;
}

/** Positions that this project estimates from the votes, and their distances. */
export const estimatedPositions: readonly DyadMeasure[] = [
  {
    name: "un_idealpoint_estimated",
    gist: "Where a stands on the one dimension estimated here from UN votes; high is with the United States.",
    domain: "political",
    symmetric: false,
    range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    needs: { votes: true },
    *rows({ votes }, wanted) {
      for (const points of estimateIdealPoints(votes ?? []))
        for (const [year, list] of withinSessions(points, wanted))
          for (const { state, point, n, version } of list)
            if (wanted.state(state))
              yield {
                measure: "un_idealpoint_estimated",
                version: `${DEFINITION}; ${version}`,
                iso3_a: state,
                iso3_b: null,
                year,
                value: point,
                n,
              };
    },
  },
  {
    name: "un_idealpoint_distance_estimated",
    gist: "Distance of a and b on the one dimension estimated here from UN votes.",
    domain: "political",
    symmetric: true,
    range: [0, Number.POSITIVE_INFINITY],
    needs: { votes: true },
    *rows({ votes }, wanted) {
      for (const points of estimateIdealPoints(votes ?? []))
        for (const [year, list] of withinSessions(points, wanted))
          for (const [at, a] of list.entries())
            for (const b of list.slice(at + 1))
              if (wanted.pair(a.state, b.state))
                yield {
                  measure: "un_idealpoint_distance_estimated",
                  version: `|a - b|, ${DEFINITION}; ${a.version}`,
                  iso3_a: a.state,
                  iso3_b: b.state,
                  year,
                  value: Math.abs(a.point - b.point),
                  n: Math.min(a.n, b.n),
                };
    },
  },
];
