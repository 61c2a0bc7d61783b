import { isoDay } from "../days.ts";
import type { CutRow } from "../delimited.ts";
import type { Ballot, Vote } from "../records.ts";
import type { Layout, Table } from "../table.ts";

const BY_NUMBER: ReadonlyMap<string, Ballot> = new Map([
  ["1", "yes"],
  ["2", "abstain"],
  ["3", "no"],
  ["8", "absent"],
]);
const NOT_A_MEMBER = "9";
const BY_LETTER: ReadonlyMap<string, Ballot> = new Map([
  ["Y", "yes"],
  ["A", "abstain"],
  ["N", "no"],
  ["X", "absent"],
]);
const BY_WORD: ReadonlyMap<string, Ballot> = new Map([
  ["yes", "yes"],
  ["abstain", "abstain"],
  ["no", "no"],
]);

/** Stores one vote, or says why not. */
function takeVote(
  table: Table,
  row: CutRow,
  cast: Omit<Vote, "vote">,
  cell: string,
  ballots: ReadonlyMap<string, Ballot>,
  keyOf: VoteKeys,
): void {
  if (cell === NOT_A_MEMBER && ballots === BY_NUMBER) {
    table.passOver("not a member");
    return;
  }
  const vote = ballots.get(cell);
  if (vote === undefined) {
    const allowed = [...ballots.keys(), ...(ballots === BY_NUMBER ? [NOT_A_MEMBER] : [])].join(", ");
    table.problem(row, "impossible value", `The vote is "${cell}"; votes are ${allowed}.`);
    return;
  }
  if (table.repeats(row, keyOf(cast.rollCall, cast.state))) return;
  const { state, rollCall, session, date, year } = cast;
  table.vote({ state, rollCall, session, date, year, vote });
}

type VoteKeys = (rollCall: string, state: string) => number;

/** A number per roll call and state: a million of them are found many times faster than as many strings. */
function voteKeys(): VoteKeys {
  const rollCalls = new Map<string, number>();
  const states = new Map<string, number>();
  const indexIn = (names: Map<string, number>, name: string) => {
    let index = names.get(name);
    if (index === undefined) {
      index = names.size;
      names.set(name, index);
    }
    return index;
  };
  return (rollCall, state) => indexIn(rollCalls, rollCall) * 1000 + indexIn(states, state);
}

/** Days are written the same on thousands of rows, so each is read once. */
function dayReader(table: Table): (row: CutRow, column: number) => string | null {
  const days = new Map<string, string | null>();
  return (row, column) => {
    const cell = row.cells[column] ?? "";
    let day = days.get(cell);
    if (day === undefined) {
      day = isoDay(cell.trim());
      days.set(cell, day);
    }
    if (day === null) table.problem(row, "not a date", `The date is "${cell}", not YYYY-MM-DD or M/D/YYYY.`);
    return day;
  };
}

function sessionIn(table: Table, row: CutRow, cell: string): number | null {
  const session = Number.parseInt(cell, 10);
  if (session >= 1 && session <= 200) return session;
  table.problem(row, "impossible value", `The session is "${cell}", not a number from 1 up.`);
  return null;
}

const cow: Layout = {
  name: "one row per vote, COW numbers, resid",
  columns: ["resid", "ccode", "date", "vote"],
  holds: "votes",
  open: (table) => {
    const [resid, ccode, date, vote, years] = ["resid", "ccode", "date", "vote", "year"].map((name) =>
      table.column(name),
    );
    const day = dayReader(table);
    const keyOf = voteKeys();
    return {
      row: (row) => {
        const rollCall = row.cells[resid!]!.trim();
        // A resid is the session times a thousand plus the number of the roll call in it.
        const session = sessionIn(table, row, String(Math.floor(Number(rollCall) / 1000)));
        const when = day(row, date!);
        if (session === null || when === null) return;
        const number = row.cells[ccode!]!.trim();
        const state = table.known(
          row,
          table.codes.bySeat(Number(number), Number(when.slice(0, 4))),
          `COW number ${number}`,
        );
        if (state === null) return;
        // The file counts the votes of session 78 under 2022, and a few of other sessions under the year before.
        const year = years! < 0 ? Number(when.slice(0, 4)) : table.year(row, years!);
        if (year === null) return;
        const cast = { rollCall, session, date: when, year, state };
        takeVote(table, row, cast, row.cells[vote!]!.trim(), BY_NUMBER, keyOf);
      },
    };
  },
};

const published: Layout = {
  name: "one row per vote, COW numbers, rcid",
  columns: ["rcid", "session", "vote", "ccode", "date"],
  holds: "votes",
  open: (table) => {
    const [rcid, sessions, vote, ccode, date] = ["rcid", "session", "vote", "ccode", "date"].map((name) =>
      table.column(name),
    );
    const day = dayReader(table);
    const keyOf = voteKeys();
    return {
      row: (row) => {
        const cell = row.cells[vote!]!.trim();
        if (cell === NOT_A_MEMBER) {
          table.passOver("not a member");
          return;
        }
        const session = sessionIn(table, row, row.cells[sessions!]!);
        const when = day(row, date!);
        if (session === null || when === null) return;
        // The column "year" of this layout is the session's, not the calendar's.
        const year = Number(when.slice(0, 4));
        const number = row.cells[ccode!]!.trim();
        const state = table.known(row, table.codes.bySeat(Number(number), year), `COW number ${number}`);
        if (state === null) return;
        takeVote(
          table,
          row,
          { rollCall: row.cells[rcid!]!.trim(), session, date: when, year, state },
          cell,
          BY_NUMBER,
          keyOf,
        );
      },
    };
  },
};

const twoLetters: Layout = {
  name: "one row per vote, two-letter codes, roll calls in a file of their own",
  columns: ["rcid", "country", "country_code", "vote"],
  without: ["session", "ccode"],
  holds: "votes",
  open: (table) => {
    const [rcid, country, code, vote] = ["rcid", "country", "country_code", "vote"].map((name) =>
      table.column(name),
    );
    const keyOf = voteKeys();
    return {
      row: (row) => {
        const rollCall = row.cells[rcid!]!.trim();
        const call = table.rollCalls.get(rollCall);
        if (call === undefined) {
          table.problem(row, "missing key", `No roll call ${rollCall} is in the files of roll calls given.`);
          return;
        }
        const year = Number(call.date.slice(0, 4));
        const name = table.text(row, country!);
        const state = table.known(
          row,
          // By name first: NA is Namibia, but also what R writes for a missing code.
          table.codes.byName(name, year) ?? table.codes.byTwoLetters(row.cells[code!]!.trim(), year),
          `the code ${table.text(row, code!) || "(none)"} or the name ${name}`,
        );
        if (state === null) return;
        takeVote(
          table,
          row,
          {
            rollCall,
            session: call.session,
            date: call.date,
            year,
            state: table.codes.seat(state),
          },
          row.cells[vote!]!.trim(),
          BY_WORD,
          keyOf,
        );
      },
    };
  },
};

const rollCalls: Layout = {
  name: "roll calls with their dates",
  columns: ["rcid", "session", "date", "unres"],
  without: ["ccode", "vote"],
  holds: "companion",
  open: (table) => {
    const [rcid, sessions, date] = ["rcid", "session", "date"].map((name) => table.column(name));
    const day = dayReader(table);
    return {
      row: (row) => {
        const session = sessionIn(table, row, row.cells[sessions!]!);
        const when = day(row, date!);
        const rollCall = row.cells[rcid!]!.trim();
        if (session === null || when === null || table.repeats(row, rollCall)) return;
        table.rollCalls.set(rollCall, { session, date: when });
      },
    };
  },
};

const library: Layout = {
  name: "UN Digital Library, one row per vote",
  columns: ["undl_id", "ms_code", "ms_vote", "date", "session"],
  holds: "votes",
  open: (table) => {
    const [id, code, vote, date, sessions] = ["undl_id", "ms_code", "ms_vote", "date", "session"].map(
      (name) => table.column(name),
    );
    const day = dayReader(table);
    const keyOf = voteKeys();
    return {
      row: (row) => {
        const session = sessionIn(table, row, row.cells[sessions!]!);
        const when = day(row, date!);
        if (session === null || when === null) return;
        const year = Number(when.slice(0, 4));
        const state = table.threeLetters(row, code!, year);
        if (state === null) return;
        takeVote(
          table,
          row,
          { rollCall: row.cells[id!]!.trim(), session, date: when, year, state },
          table.text(row, vote!),
          BY_LETTER,
          keyOf,
        );
      },
    };
  },
};

/** Roll-call votes of the UN General Assembly. */
export const unVotes = [cow, published, twoLetters, rollCalls, library] as const;
