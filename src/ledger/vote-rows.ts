import { Conditions, selectWords } from "./bulk-reading.ts";
import type { BulkTable } from "./imports.ts";
import type { SourceOfRows, StoredVote, Vote, VoteFilter } from "./ledger.ts";
import type { Store } from "./store.ts";

export const VOTES: BulkTable = {
  table: "votes",
  columns: {
    state: "word",
    roll_call: "word",
    session: "number",
    date: "word",
    vote: "word",
    source: "word",
    version: "word",
  },
  key: ["state", "roll_call", "source", "version"],
  value: ["session", "date", "vote"],
};

/** Votes as rows of the table, with the source they come from. */
export async function* voteRows(
  votes: Iterable<Vote> | AsyncIterable<Vote>,
  { source, version }: SourceOfRows,
): AsyncGenerator<Omit<Vote, "rollCall"> & { roll_call: string; source: string; version: string }> {
  for await (const { state, rollCall, session, date, vote } of votes)
    yield { state, roll_call: rollCall, session, date, vote, source, version };
}

export function readVotes(store: Store, { states, since, until, source }: VoteFilter): Promise<StoredVote[]> {
  const where = new Conditions();
  if (states !== undefined) where.isIn("state", states);
  if (since !== undefined) where.is("date", ">=", since);
  if (until !== undefined) where.is("date", "<=", until);
  if (source !== undefined) where.is("source", "=", source);
  return selectWords<StoredVote>(store, {
    table: "votes",
    columns: VOTES.columns,
    as: { roll_call: "rollCall" },
    where,
    order: ["date", "roll_call", "state", "source", "version"],
  });
}
