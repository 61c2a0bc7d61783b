import type { Correction, Document, Event, Observation, Tie } from "../vocabulary/index.ts";

/** What coded a record: the coder's version, and the hash of the tables and the model it used. */
export interface CoderStamp {
  readonly coder: string;
  readonly lexicon: string;
}

/** `coded` stands as the coder made it; the others are what analysts' corrections came to. */
export type Status = "coded" | "accepted" | "rejected" | "edited" | "added";

/** What the ledger knows about a record besides the record. Both numbers are `seq` of `Change`. */
export interface Standing {
  readonly stamp: CoderStamp;
  readonly status: Status;
  readonly firstSeen: number;
  readonly lastChanged: number;
}

/** An event as corrections left it, with the story it belongs to. */
export interface StoredEvent extends Standing {
  readonly event: Event;
  readonly story: string;
}

/** A tie as corrections left it. */
export interface StoredTie extends Standing {
  readonly tie: Tie;
}

/** A document without its text, with how many of its records stand (rejected ones not counted). */
export interface DocumentRow extends Omit<Document, "text"> {
  readonly characters: number;
  readonly events: number;
  readonly ties: number;
  readonly stamp: CoderStamp;
  readonly firstSeen: number;
  readonly lastChanged: number;
}

/** Which records: those of one document, those in which an actor takes part, or those with these ids. */
export interface RecordFilter {
  readonly document?: string;
  readonly actor?: string;
  readonly ids?: readonly string[];
}

/** Where imported rows come from. `fileHash` is the SHA-256 of the file's bytes. */
export interface SourceOfRows {
  readonly source: string;
  readonly version: string;
  readonly fileHash: string;
  readonly title?: string | null;
  readonly licence?: string | null;
  readonly citation?: string | null;
  /** What the source covers, in words: states, years, gaps. */
  readonly coverage?: string | null;
  readonly url?: string | null;
  /** The file's own name, and which published form of the set it is in. */
  readonly file?: string | null;
  readonly layout?: string | null;
}

/** A source that was imported. `rows` of it are in the ledger. */
export interface SourceRow extends Required<SourceOfRows> {
  readonly holds: "observations" | "votes" | "ties";
  readonly rows: number;
  readonly conflicts: number;
  readonly firstSeen: number;
  readonly lastChanged: number;
}

/**
 * What an import came to: rows stored; rows that were there already; rows whose key was there with another value
 * under the same version. The first value is kept and the conflict counted.
 */
export interface Imported {
  readonly added: number;
  readonly known: number;
  readonly conflicts: number;
}

/** One state's vote in a roll call of the UN General Assembly. */
export interface Vote {
  /** ISO 3166-1 alpha-3. */
  readonly state: string;
  readonly rollCall: string;
  readonly session: number;
  /** ISO day. */
  readonly date: string;
  /** The year under which the source counts the vote, where it is not that of the day. */
  readonly year?: number;
  readonly vote: "yes" | "no" | "abstain" | "absent" | "not a member";
}

/** A vote with the source that gives it: two sources may hold the same roll call. */
export interface StoredVote extends Vote {
  readonly year: number;
  readonly source: string;
  readonly version: string;
}

export interface VoteFilter {
  readonly states?: readonly string[];
  /** First and last day of the votes, ISO. */
  readonly since?: string;
  readonly until?: string;
  readonly source?: string;
}

export interface ObservationFilter {
  readonly series?: string | readonly string[];
  readonly state?: string;
  readonly partner?: string;
}

/** Parquet for R, Python and SQL engines; JSON lines for everything else. */
export type TableFormat = "parquet" | "jsonl";

export interface ExportedTable {
  readonly table: string;
  readonly file: string;
  readonly rows: number;
}

/** A step in the ledger's life, in order. `subject` is the id of what changed. */
export interface Change {
  readonly seq: number;
  readonly change: string;
  readonly subject: string;
}

/** How much the ledger holds. Rejected records are counted apart from `events` and `ties`. */
export interface Counts {
  readonly documents: number;
  readonly undatedDocuments: number;
  readonly events: number;
  readonly ties: number;
  readonly rejected: number;
  /** Stories that hold an event not rejected. */
  readonly stories: number;
  readonly observations: number;
  readonly votes: number;
  readonly corrections: number;
  /** Corrections of records that the present coding no longer makes; kept, and replayed if it makes them again. */
  readonly orphanedCorrections: number;
}

/**
 * The store: one file, to which documents, records, corrections and open data are only ever appended. What
 * stands now is the coded records with all corrections replayed over them.
 */
export interface Ledger {
  readonly path: string;
  /**
   * Whether the document is stored as coded by `stamp`, so that coding it again would change nothing. Given a
   * whole document, also whether it brings no fact (title, outlet, author, url, date) that the stored one lacks.
   */
  has(document: string | Document, stamp: CoderStamp): Promise<boolean>;
  /**
   * Stores a document and its records in one transaction. Under another stamp, or with a date the stored one
   * lacked, the records replace the earlier ones, which are kept as superseded. Throws `broken-data` where a
   * record belongs to another document.
   */
  add(
    document: Document,
    records: { readonly events: readonly Event[]; readonly ties: readonly Tie[] },
    stamp: CoderStamp,
  ): Promise<"added" | "recoded" | "known">;
  /** Every document, in the order in which they came. */
  documents(): Promise<readonly DocumentRow[]>;
  /** A document by id or a unique prefix of it; null where there is none. Throws `usage` where several fit. */
  document(id: string): Promise<Document | null>;
  events(filter?: RecordFilter): Promise<readonly StoredEvent[]>;
  ties(filter?: RecordFilter): Promise<readonly StoredTie[]>;
  addTies(ties: Iterable<Tie> | AsyncIterable<Tie>, source: SourceOfRows): Promise<Imported>;
  addObservations(
    rows: Iterable<Observation> | AsyncIterable<Observation>,
    source: SourceOfRows,
  ): Promise<Imported>;
  observations(filter?: ObservationFilter): Promise<readonly Observation[]>;
  addVotes(rows: Iterable<Vote> | AsyncIterable<Vote>, source: SourceOfRows): Promise<Imported>;
  votes(filter?: VoteFilter): Promise<readonly StoredVote[]>;
  sources(): Promise<readonly SourceRow[]>;
  /**
   * Appends a correction. Throws `not-found` where there is no such record, `broken-data` where the corrected
   * record would not fit its schema, `usage` where the id is taken by another correction.
   */
  correct(correction: Correction): Promise<void>;
  /** Every correction, in order. */
  corrections(): Promise<readonly Correction[]>;
  changes(after?: number): Promise<readonly Change[]>;
  counts(): Promise<Counts>;
  /** SHA-256 (hex) of what the ledger holds now, whatever the order in which it came. */
  hash(): Promise<string>;
  /**
   * Writes every table to a file of its own in a folder that exists: documents with their text, records as
   * corrections left them with status and story, corrections, sources, observations, votes and the order of changes.
   * Files of these names are replaced. Throws `unreadable` where they cannot be written.
   */
  exportTables(folder: string, format: TableFormat): Promise<readonly ExportedTable[]>;
  close(): Promise<void>;
}
