import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Observation } from "../../vocabulary/index.ts";
import { type CastVote, dyads } from "../dyads/index.ts";
import { idealPointIntervals } from "./ideal-point-intervals.ts";
import { tradeRanges } from "./trade-ranges.ts";
import { agreementIntervals } from "./vote-intervals.ts";

const BALLOTS = ["yes", "abstain", "no"] as const;
const STATES = ["GEO", "TUR", "IRN", "FJI"];

function votesOf(calls: readonly (readonly (string | null)[])[]): CastVote[] {
  return calls.flatMap((ballots, call) =>
    ballots.flatMap((vote, at) =>
      vote === null
        ? []
        : [
            {
              state: STATES[at]!,
              rollCall: `c${call}`,
              session: 70,
              date: "2015-12-01",
              vote,
              source: "un-votes",
              version: "t",
            },
          ],
    ),
  );
}

const ballot = fc.constantFrom<(string | null)[]>(...BALLOTS, null);
const sessions = fc.array(fc.tuple(ballot, ballot, ballot, ballot), { minLength: 15, maxLength: 60 });

test("an agreement's interval holds it, lies in [0, 1] and does not hang on the order of the votes", () => {
  fc.assert(
    fc.property(sessions, fc.integer({ min: 1, max: 1000 }), (calls, turn) => {
      const votes = votesOf(calls);
      const of = (rows: readonly CastVote[]) =>
        agreementIntervals(rows, "un-votes t", 2015, "GEO", ["TUR", "IRN"]);
      const { each, difference } = of(votes);
      const at = turn % Math.max(1, votes.length);
      assert.deepEqual(of([...votes.slice(at), ...votes.slice(0, at)].reverse()), { each, difference });
      for (const [index, partner] of ["TUR", "IRN"].entries()) {
        const [row] = dyads("un_agreement_voeten", { votes }, { states: ["GEO"], partners: [partner] });
        const interval = each[index];
        if (interval == null) continue;
        assert.ok(row !== undefined && interval[0] <= row.value && row.value <= interval[1]);
        assert.ok(interval[0] >= 0 && interval[1] <= 1);
      }
      if (difference !== null)
        assert.ok(each[0] !== null && each[1] !== null && difference[0] <= difference[1]);
    }),
    { numRuns: 40 },
  );
});

test("agreement without exception is sure; on fewer than ten roll calls nothing is", () => {
  const call = ["yes", "yes", "no", "no"];
  const of = (count: number) =>
    agreementIntervals(votesOf(Array.from({ length: count }, () => call)), "un-votes t", 2015, "GEO", [
      "TUR",
      "IRN",
    ]);
  assert.deepEqual(of(12), {
    each: [
      [1, 1],
      [0, 0],
    ],
    difference: [1, 1],
  });
  assert.deepEqual(of(9), { each: [null, null], difference: null });
});

test("a quarter of the roll calls narrows the interval by half", () => {
  const calls = (times: number) =>
    Array.from({ length: 40 * times }, (_, at) => [
      at % 2 === 0 ? "yes" : "no",
      "yes",
      "no",
      at % 3 === 0 ? "yes" : "no",
    ]);
  const width = (times: number) => {
    const [interval] = agreementIntervals(votesOf(calls(times)), "un-votes t", 2015, "GEO", ["TUR"]).each;
    return interval![1] - interval![0];
  };
  assert.ok(Math.abs(width(4) / width(1) - 0.5) < 0.08);
});

const row = (
  series: string,
  state: string,
  partner: string | null,
  value: number,
  source = "un-ideal-points",
): Observation => ({
  series,
  state,
  partner,
  period: "2015",
  value,
  unit: "",
  source,
  version: "t",
  row: "1",
});

const pointOf = (state: string, value: number, error: number): Observation[] => [
  row("un_ideal_point", state, null, value),
  row("un_ideal_point_q5", state, null, value - 1.6448536 * error),
  row("un_ideal_point_q95", state, null, value + 1.6448536 * error),
];

test("a distance of ideal points has the error of both points; without percentiles it has none", () => {
  const cells = [
    ...pointOf("GEO", 0, 0.3),
    ...pointOf("TUR", 3, 0.4),
    ...pointOf("IRN", -4, 0),
    row("un_ideal_point", "FJI", null, 1),
  ];
  const { each, difference } = idealPointIntervals(cells, "un-ideal-points t", 2015, "GEO", [
    "TUR",
    "IRN",
    "FJI",
  ]);
  const [near, far, none] = each;
  assert.ok(Math.abs(near![0] - (3 - 1.96 * 0.5)) < 0.1 && Math.abs(near![1] - (3 + 1.96 * 0.5)) < 0.1);
  assert.ok(Math.abs(far![0] - (4 - 1.96 * 0.3)) < 0.1);
  assert.equal(none, null);
  // The state lies between the two, so that its own error counts twice in the difference.
  const error = Math.hypot(2 * 0.3, 0.4);
  assert.ok(Math.abs(difference![0] - (-1 - 1.96 * error)) < 0.15);
  assert.equal(idealPointIntervals(cells, "un-ideal-points u", 2015, "GEO", ["TUR"]).each[0], null);
});

test("a share of trade ranges to the one that the partner's own report gives", () => {
  const cells = [
    row("cow_trade_imports", "GEO", "TUR", 20, "cow-trade"),
    row("cow_trade_imports_total", "GEO", null, 100, "cow-trade"),
    row("cow_trade_imports", "GEO", "IRN", 10, "cow-trade"),
    row("comtrade_exports", "TUR", "GEO", 40_000_000, "comtrade"),
  ];
  const { each, difference } = tradeRanges("trade_share_imports", cells, "cow-trade t", 2015, "GEO", [
    "TUR",
    "IRN",
  ]);
  assert.deepEqual(each, [[0.2, 40 / 120], null]);
  assert.equal(difference, null);
  assert.deepEqual(tradeRanges("trade_share_total", cells, "cow-trade t", 2015, "GEO", ["TUR"]).each, [null]);
});
