import { stateCodes, yearOfSession } from "../../indicators/index.ts";
import { type BitRows, bitRows, setBit } from "./bits.ts";
import type { CastVote } from "./dyad-row.ts";

/** The votes of one period as rows of bits: one row per state, one column per roll call. */
export interface PeriodVotes {
  /** A calendar year, or the year of a session: its number plus 1945. */
  readonly year: number;
  readonly states: readonly string[];
  readonly yes: BitRows;
  readonly abstain: BitRows;
  readonly no: BitRows;
  readonly present: BitRows;
}

/** All votes of one release, by roll call. Absences are left out. */
export interface RollCalls {
  readonly version: string;
  readonly states: readonly string[];
  readonly sessions: Int32Array;
  readonly years: Int32Array;
  /** The votes in the order in which they came: roll call, state, 1 yes, 2 abstain or 3 no. */
  readonly calls: Int32Array;
  readonly voters: Int32Array;
  readonly ballots: Uint8Array;
}

const BALLOT: Readonly<Record<string, number>> = { yes: 1, abstain: 2, no: 3 };

/** Votes by release. States that succeed one another under one number are one: SUN and RUS are RUS. */
export function rollCallsOf(votes: Iterable<CastVote>): readonly RollCalls[] {
  const releases = new Map<string, ReturnType<typeof collector>>();
  let last: {
    source: string | undefined;
    version: string | undefined;
    to: ReturnType<typeof collector>;
  } | null = null;
  for (const vote of votes) {
    if (last === null || last.source !== vote.source || last.version !== vote.version) {
      const version = [vote.source, vote.version].filter((part) => part !== undefined).join(" ");
      let to = releases.get(version);
      if (to === undefined) {
        to = collector(version);
        releases.set(version, to);
      }
      last = { source: vote.source, version: vote.version, to };
    }
    last.to.add(vote);
  }
  return [...releases.values()].map(({ done }) => done());
}

function collector(version: string) {
  const codes = stateCodes();
  const stateIndex = new Map<string, number>();
  const states: string[] = [];
  const continuousIndex = new Map<string, number>();
  const callIndex = new Map<string, number>();
  const sessions: number[] = [];
  const years: number[] = [];
  const calls: number[] = [];
  const voters: number[] = [];
  const ballots: number[] = [];
  return {
    add({ state, rollCall, session, date, year, vote }: CastVote): void {
      const ballot = BALLOT[vote];
      if (ballot === undefined) return;
      let call = callIndex.get(rollCall);
      if (call === undefined) {
        call = sessions.length;
        callIndex.set(rollCall, call);
        sessions.push(session);
        years.push(year ?? Number(date.slice(0, 4)));
      }
      let voter = stateIndex.get(state);
      if (voter === undefined) {
        const code = codes.continuous(state);
        voter = continuousIndex.get(code);
        if (voter === undefined) {
          voter = states.length;
          states.push(code);
          continuousIndex.set(code, voter);
        }
        stateIndex.set(state, voter);
      }
      calls.push(call);
      voters.push(voter);
      ballots.push(ballot);
    },
    done: (): RollCalls => ({
      version,
      states,
      sessions: Int32Array.from(sessions),
      years: Int32Array.from(years),
      calls: Int32Array.from(calls),
      voters: Int32Array.from(voters),
      ballots: Uint8Array.from(ballots),
    }),
  };
}

/**
 * The votes of each period, in order.
 *
 * @param by "session": the session of the roll call; "year": the calendar year of the vote.
 * @param which "contested": without roll calls on which all recorded votes are the same.
 */
export function* periodsOf(
  rollCalls: RollCalls,
  by: "session" | "year",
  which: "all" | "contested",
  wanted: (year: number) => boolean = () => true,
): Generator<PeriodVotes> {
  const { calls, voters, ballots, sessions } = rollCalls;
  const contested = which === "contested" ? contestedCalls(rollCalls) : null;
  const periodOf = Int32Array.from(sessions, (session, call) =>
    by === "session" ? yearOfSession(session) : rollCalls.years[call]!,
  );
  const columnOf = new Int32Array(sessions.length).fill(-1);
  const columns = new Map<number, number>();
  for (let call = 0; call < sessions.length; call++) {
    const year = periodOf[call]!;
    if (!wanted(year) || (contested !== null && contested[call] === 0)) continue;
    const column = columns.get(year) ?? 0;
    columnOf[call] = column;
    columns.set(year, column + 1);
  }
  const votesOf = new Map<number, number[]>();
  for (let at = 0; at < calls.length; at++) {
    const call = calls[at]!;
    if (columnOf[call]! < 0) continue;
    const year = periodOf[call]!;
    const list = votesOf.get(year);
    if (list === undefined) votesOf.set(year, [at]);
    else list.push(at);
  }
  for (const year of [...columns.keys()].sort((a, b) => a - b)) {
    const rowOf = new Map<number, number>();
    const states: string[] = [];
    const cast = votesOf.get(year) ?? [];
    for (const at of cast) {
      const voter = voters[at]!;
      if (rowOf.has(voter)) continue;
      rowOf.set(voter, states.length);
      states.push(rollCalls.states[voter]!);
    }
    const width = columns.get(year)!;
    const [yes, abstain, no, present] = [0, 1, 2, 3].map(() => bitRows(states.length, width)) as [
      BitRows,
      BitRows,
      BitRows,
      BitRows,
    ];
    const planes = [yes, abstain, no] as const;
    for (const at of cast) {
      const row = rowOf.get(voters[at]!)!;
      const column = columnOf[calls[at]!]!;
      setBit(planes[ballots[at]! - 1]!, row, column);
      setBit(present, row, column);
    }
    yield { year, states, yes, abstain, no, present };
  }
}

/** 1 for each roll call on which not all recorded votes are the same. */
function contestedCalls({ calls, ballots, sessions }: RollCalls): Uint8Array {
  const first = new Uint8Array(sessions.length);
  const contested = new Uint8Array(sessions.length);
  for (let at = 0; at < calls.length; at++) {
    const call = calls[at]!;
    if (first[call] === 0) first[call] = ballots[at]!;
    else if (first[call] !== ballots[at]) contested[call] = 1;
  }
  return contested;
}
