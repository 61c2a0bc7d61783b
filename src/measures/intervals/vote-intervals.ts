import { stateCodes } from "../../indicators/index.ts";
import { percentileInterval, resample, type Summand } from "../bootstrap.ts";
import { hasBit } from "../dyads/bits.ts";
import type { CastVote } from "../dyads/dyad-row.ts";
import { type PeriodVotes, periodsOf, rollCallsOf } from "../dyads/roll-calls.ts";
import type { PairIntervals } from "./pair-intervals.ts";

/** Common roll calls that an agreement needs before an interval says anything. */
const FEWEST_ROLL_CALLS = 10;
/** Each partner has two sums: agreement and the roll calls on which both voted. */
const SUMS = 2;

/**
 * 95% intervals of `un_agreement_voeten` of a state with each partner in one session, and of the difference between
 * the first two partners: percentiles over 1000 resamples of the session's contested roll calls, drawn whole, so that
 * what the partners share of a roll call stays together. They tell how far the value hangs on which questions came to
 * a vote, not an error of counting. Efron & Tibshirani (1993), chapter 13. The order of the votes does not matter.
 *
 * @param release Set and release, as in "un-votes 1946_2022".
 * @param year The session's number plus 1945.
 */
export function agreementIntervals(
  votes: Iterable<CastVote>,
  release: string,
  year: number,
  state: string,
  partners: readonly string[],
): PairIntervals {
  const rollCalls = rollCallsOf(votes).find(({ version }) => version === release);
  const [period] =
    rollCalls === undefined ? [] : periodsOf(rollCalls, "session", "contested", (one) => one === year);
  const summands = period === undefined ? [] : summandsOf(period, state, partners);
  const common = partners.map(
    (_, at) => summands.filter((call) => call.some(({ sum }) => sum === SUMS * at + 1)).length,
  );
  const draws = resample(summands, SUMS * partners.length);
  const agreement =
    (at: number) =>
    (sums: Float64Array): number | null =>
      sums[SUMS * at + 1]! > 0 ? sums[SUMS * at]! / sums[SUMS * at + 1]! : null;
  const enough = (at: number): boolean => (common[at] ?? 0) >= FEWEST_ROLL_CALLS;
  return {
    each: partners.map((_, at) => (enough(at) ? percentileInterval(draws, agreement(at)) : null)),
    difference:
      enough(0) && enough(1)
        ? percentileInterval(draws, (sums) => {
            const [a, b] = [agreement(0)(sums), agreement(1)(sums)];
            return a === null || b === null ? null : a - b;
          })
        : null,
  };
}

/** What each roll call adds, in an order that hangs on nothing but what they add. */
function summandsOf(
  { states, yes, no, present }: PeriodVotes,
  state: string,
  partners: readonly string[],
): readonly (readonly Summand[])[] {
  const codes = stateCodes();
  const rowOf = (code: string): number => states.indexOf(codes.continuous(code));
  const own = rowOf(state);
  if (own < 0) return [];
  const rows = partners.map(rowOf);
  const stand = (row: number, call: number): number =>
    hasBit(yes, row, call) ? 1 : hasBit(no, row, call) ? 0 : 0.5;
  const calls = Array.from({ length: present.words * 32 }, (_, call) => call).filter((call) =>
    hasBit(present, own, call),
  );
  return calls
    .map((call) =>
      rows.flatMap((row, at): Summand[] =>
        row < 0 || !hasBit(present, row, call)
          ? []
          : [
              { sum: SUMS * at, weight: 1 - Math.abs(stand(own, call) - stand(row, call)) },
              { sum: SUMS * at + 1, weight: 1 },
            ],
      ),
    )
    .filter((call) => call.length > 0)
    .map((call) => ({ call, key: call.map(({ sum, weight }) => `${sum}:${weight}`).join(" ") }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ call }) => call);
}
