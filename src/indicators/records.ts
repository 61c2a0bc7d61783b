import type { Observation } from "../vocabulary/index.ts";

/** How a state voted. "absent" is a member that did not vote; a state that was not a member has no vote. */
export const BALLOTS = ["yes", "abstain", "no", "absent"] as const;
export type Ballot = (typeof BALLOTS)[number];

/** One state's vote on one roll call of the UN General Assembly. */
export interface Vote {
  /** An ISO 3166-1 alpha-3 code, dated: SUN up to 1991, YUG up to 2005. */
  readonly state: string;
  /** The set's own number of the roll call; numbers of different sets do not correspond. */
  readonly rollCall: string;
  readonly session: number;
  /** ISO day. */
  readonly date: string;
  /** The year under which the set counts the vote, which is not always that of the day. */
  readonly year: number;
  readonly vote: Ballot;
}

/** What stands behind the rows of a file: which set, which release of it, and on what terms. */
export interface SourceStamp {
  /** The name that `multivector import` takes, such as `un-votes`. */
  readonly source: string;
  /** The release: "Jun2024", or the start of the file's hash where its name does not say. */
  readonly version: string;
  /** SHA-256 (hex) of the file as it came. */
  readonly fileHash: string;
  /** The file's own name, without its folder. */
  readonly file: string;
  readonly layout: string;
  readonly title: string;
  readonly licence: string;
  readonly citation: string;
  readonly coverage: string;
  readonly url: string;
}

/** Why a line, or a part of it, could not be taken. */
export const LINE_PROBLEMS = [
  "ragged row",
  "unknown state",
  "duplicate key",
  "impossible value",
  "not a number",
  "not a date",
  "missing key",
  "unclosed quote",
] as const;
export type LineProblemKind = (typeof LINE_PROBLEMS)[number];
export interface LineProblem {
  /** Counted from 1, as an editor counts. */
  readonly line: number;
  readonly kind: LineProblemKind;
  /** A full sentence. */
  readonly message: string;
}

/** What a reader yields, some thousand lines at a time. */
export interface Batch {
  readonly observations: readonly Observation[];
  readonly votes: readonly Vote[];
  readonly problems: readonly LineProblem[];
  /** Cells and lines that are in order but hold nothing to take, by reason: "missing value", "not a member". */
  readonly passedOver: ReadonlyMap<string, number>;
  /** Lines and bytes read so far. */
  readonly lines: number;
  readonly bytes: number;
}

/** What storing came to: rows new, rows there already, rows whose key was there with another value. */
export interface Stored {
  readonly added: number;
  readonly known: number;
  readonly conflicts?: number;
}

/** Where rows go: the ledger, or a list in memory. Rows it already holds count as known and change nothing. */
export interface ImportSink {
  addObservations(rows: AsyncIterable<Observation>, stamp: SourceStamp): Promise<Stored>;
  addVotes(rows: AsyncIterable<Vote>, stamp: SourceStamp): Promise<Stored>;
}
