import type { Observation } from "../vocabulary/index.ts";

/** How a state voted: 1 yes, 2 abstain, 3 no, 8 absent. States that were not members have no vote. */
export type Ballot = 1 | 2 | 3 | 8;

/** One state's vote on one roll call of the UN General Assembly. */
export interface Vote {
  /** The set's own number of the roll call; numbers of different sets do not correspond. */
  readonly rollCall: number;
  readonly session: number;
  /** Calendar year of the vote, which is not always the session's. */
  readonly year: number;
  /** ISO day, or null where the set gives none. */
  readonly date: string | null;
  /** An ISO 3166-1 alpha-3 code, dated: SUN before 1992, YUG before 2006. */
  readonly state: string;
  readonly ballot: Ballot;
  /** Line of the file. */
  readonly row: number;
}

/** What stands behind a batch of rows: which set, which release of it, and on what terms. */
export interface SourceStamp {
  readonly set: string;
  /** Who publishes it, as cited. */
  readonly source: string;
  /** The release: "Jun2024", or the first half of the file's hash where its name does not say. */
  readonly version: string;
  readonly layout: string;
  /** The file's own name, without its folder. */
  readonly file: string;
  readonly licence: string;
  readonly cite: string;
}

/** Rows of a file that could not be taken, or could only with a change, and why. */
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
  /** Lines with nothing to take that are in order, by reason: "missing value", "not a member". */
  readonly passedOver: Readonly<Record<string, number>>;
  /** Lines and bytes read so far. */
  readonly lines: number;
  readonly bytes: number;
}

/** First and last year that a file speaks about. */
export interface Coverage {
  readonly from: number;
  readonly to: number;
}

/** A file that has been read to its end. */
export interface SourceRecord extends SourceStamp {
  readonly coverage: Coverage | null;
  readonly lines: number;
}

export interface Stored {
  readonly added: number;
  readonly known: number;
}

/** Where rows go: the ledger, or a list in memory. Rows it already holds count as known and change nothing. */
export interface ImportSink {
  addObservations(rows: readonly Observation[], stamp: SourceStamp): Promise<Stored>;
  addVotes(rows: readonly Vote[], stamp: SourceStamp): Promise<Stored>;
  /** Called once per file, after its last row. */
  addSource?(record: SourceRecord): Promise<void>;
}
