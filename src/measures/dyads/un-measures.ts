import type { DyadInputs, DyadMeasure, DyadRow, Wanted } from "./dyad-row.ts";
import { periodsOf, type RollCalls, rollCallsOf } from "./roll-calls.ts";
import {
  agreement,
  countVotes,
  kappaSquared,
  piSquared,
  sAbsolute,
  sSquared,
  strictShare,
  type VoteCounts,
} from "./vote-similarity.ts";

interface VoteMeasure {
  readonly name: string;
  readonly gist: string;
  readonly definition: string;
  readonly by: "session" | "year";
  readonly which: "all" | "contested";
  readonly range: readonly [number, number];
  readonly of: (counts: VoteCounts) => number;
}

const MEASURES: readonly VoteMeasure[] = [
  {
    name: "un_agreement_voeten",
    gist: "Agreement in UN votes, an abstention against a vote counting half; unanimous votes left out.",
    definition: "session (year=session+1945), unanimous dropped",
    by: "session",
    which: "contested",
    range: [0, 1],
    of: agreement,
  },
  {
    name: "un_agree_share_strict",
    gist: "Share of non-unanimous UN votes on which both voted the same.",
    definition: "session (year=session+1945), unanimous dropped, identical votes only",
    by: "session",
    which: "contested",
    range: [0, 1],
    of: strictShare,
  },
  {
    name: "un_agreement_all_votes",
    gist: "Agreement in UN votes with unanimous ones kept, an abstention against a vote counting half.",
    definition: "cal-year, all recorded votes",
    by: "year",
    which: "all",
    range: [0, 1],
    of: agreement,
  },
  {
    name: "un_s_abs_unweighted",
    gist: "S over UN votes with absolute distances.",
    definition: "haege2011 srsvva, cal-year",
    by: "year",
    which: "all",
    range: [-1, 1],
    of: sAbsolute,
  },
  {
    name: "un_s_sq_unweighted",
    gist: "S over UN votes with squared distances.",
    definition: "haege2011 srsvvs, cal-year",
    by: "year",
    which: "all",
    range: [-1, 1],
    of: sSquared,
  },
  {
    name: "un_kappa_sq",
    gist: "Cohen's kappa over UN votes with squared weights: likeness beyond chance.",
    definition: "haege2011 kappavv, cal-year",
    by: "year",
    which: "all",
    range: [-1, 1],
    of: kappaSquared,
  },
  {
    name: "un_pi_sq",
    gist: "Scott's pi over UN votes with squared weights: likeness beyond chance.",
    definition: "haege2011 pivv, cal-year",
    by: "year",
    which: "all",
    range: [-1, 1],
    of: piSquared,
  },
  {
    name: "un_common_votes",
    gist: "Roll calls of the year on which both voted.",
    definition: "cal-year",
    by: "year",
    which: "all",
    range: [0, Number.POSITIVE_INFINITY],
    of: ({ n }) => n,
  },
];

/** Measures of how alike two states vote in the UN General Assembly. */
export const unMeasures: readonly DyadMeasure[] = MEASURES.map((measure) => ({
  name: measure.name,
  gist: measure.gist,
  domain: "political",
  symmetric: true,
  range: measure.range,
  needs: { votes: true },
  *rows({ votes }: DyadInputs, wanted: Wanted) {
    for (const rollCalls of rollCallsOf(votes ?? [])) yield* voteRows(measure, rollCalls, wanted);
  },
}));

function* voteRows(
  { name, definition, by, which, of }: VoteMeasure,
  rollCalls: RollCalls,
  wanted: Wanted,
): Generator<DyadRow> {
  const version = rollCalls.version === "" ? definition : `${definition}; ${rollCalls.version}`;
  for (const { year, a, b, counts } of votingPairs(rollCalls, by, which, wanted))
    yield { measure: name, version, iso3_a: a, iso3_b: b, year, value: of(counts), n: counts.n };
}

/** A pair that voted together in a period. The counts are overwritten by the next pair. */
export interface VotingPair {
  readonly year: number;
  readonly a: string;
  readonly b: string;
  readonly counts: Readonly<VoteCounts>;
}

/** Every pair of states with a common vote, once per period, with its counts. */
export function* votingPairs(
  rollCalls: RollCalls,
  by: "session" | "year",
  which: "all" | "contested",
  wanted: Pick<Wanted, "year" | "pair">,
): Generator<VotingPair> {
  const counts: VoteCounts = { n: 0, same: 0, opposed: 0, yesA: 0, noA: 0, yesB: 0, noB: 0 };
  for (const period of periodsOf(rollCalls, by, which, wanted.year)) {
    const { year, states } = period;
    const order = states.map((_, row) => row).sort((a, b) => (states[a]! < states[b]! ? -1 : 1));
    for (let i = 0; i < order.length; i++) {
      for (let j = i + 1; j < order.length; j++) {
        const a = states[order[i]!]!;
        const b = states[order[j]!]!;
        if (!wanted.pair(a, b)) continue;
        countVotes(period, order[i]!, order[j]!, counts);
        if (counts.n > 0) yield { year, a, b, counts };
      }
    }
  }
}
