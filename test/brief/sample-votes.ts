import type { BriefInput } from "../../src/brief/index.ts";

export const SESSION = 75;

/** Votes of one session, by state in the order of the roll calls. */
export function votesOf(
  ballots: Readonly<Record<string, readonly string[]>>,
): NonNullable<BriefInput["votes"]> {
  return Object.entries(ballots).flatMap(([state, cast]) =>
    cast.map((vote, at) => ({
      state,
      rollCall: `r${at}`,
      session: SESSION,
      date: "2020-12-01",
      vote,
      source: "un-votes",
      version: "1",
    })),
  );
}
