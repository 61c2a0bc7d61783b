import { Conditions, selectWords } from "./bulk-reading.ts";
import type { BulkTable } from "./imports.ts";
import type { StoredVote, Vote, VoteFilter } from "./ledger.ts";
import type { Store } from "./store.ts";

/** The table of votes, for rows of one source. */
export function votesFrom({ source, version }: Pick<StoredVote, "source" | "version">): BulkTable<Vote> {
  return {
    table: "votes",
    columns: {
      state: { kind: "word", of: ({ state }) => state },
      roll_call: { kind: "word", of: ({ rollCall }) => rollCall },
      session: { kind: "number", of: ({ session }) => session },
      date: { kind: "word", of: ({ date }) => date },
      year: { kind: "number", of: ({ year, date }) => year ?? Number(date.slice(0, 4)) },
      vote: { kind: "word", of: ({ vote }) => vote },
      source: { kind: "word", of: () => source },
      version: { kind: "word", of: () => version },
    },
    key: ["state", "roll_call", "source", "version"],
    value: ["session", "date", "year", "vote"],
  };
}

export function readVotes(store: Store, { states, since, until, source }: VoteFilter): Promise<StoredVote[]> {
  const where = new Conditions();
  if (states !== undefined) where.isIn("state", states);
  if (since !== undefined) where.is("date", ">=", since);
  if (until !== undefined) where.is("date", "<=", until);
  if (source !== undefined) where.is("source", "=", source);
  return selectWords<StoredVote>(store, {
    table: "votes",
    columns: votesFrom({ source: "", version: "" }).columns,
    as: { roll_call: "rollCall" },
    where,
    order: ["date", "roll_call", "state", "source", "version"],
  });
}
