import type { BalanceQuestion, CastVote, ClaimGrounds } from "../measures/index.ts";
import type { Document, Event, Observation, Tie } from "../vocabulary/index.ts";

/** What a record has been through since it was coded; `rejected` ones are counted and left out. */
export type RecordStatus = "coded" | "accepted" | "rejected" | "edited" | "added";

/** What coded a record: the coder's version and the hash of its word lists and model. */
export interface Stamp {
  readonly coder: string;
  readonly lexicon: string;
}

/** A document as it is cited: everything but its text. */
export type CitedDocument = Pick<
  Document,
  "id" | "title" | "outlet" | "author" | "url" | "published" | "language"
>;

export interface BriefEvent {
  readonly event: Event;
  /** Reports of one event share a story. */
  readonly story: string;
  readonly status: RecordStatus;
  readonly stamp?: Stamp;
}

export interface BriefTie {
  readonly tie: Tie;
  readonly status: RecordStatus;
  readonly stamp?: Stamp;
}

/** Everything a brief is written from. Rows of the ledger fit as they are. */
export interface BriefInput {
  readonly question: BalanceQuestion;
  readonly documents: readonly CitedDocument[];
  readonly events: readonly BriefEvent[];
  readonly ties: readonly BriefTie[];
  /** Cells about the state, and of the powers those of `SERIES_OF_POWERS`. */
  readonly observations: readonly Observation[];
  /** Votes of all states in the last sessions: which were unanimous takes everyone's. */
  readonly votes?: readonly CastVote[];
  /** Sets of which the ledger holds anything, whomever it is about; left out, those of `observations` and `votes`. */
  readonly importedSets?: readonly string[];
  readonly ledgerHash: string;
  readonly stamp: Stamp;
  /** The display name of an actor's code, such as "Belarus" for BLR. */
  readonly names: (actor: string) => string;
  /** Membership by a table, for claims that imported data do not reach; null where it has no list. */
  readonly isMember?: NonNullable<ClaimGrounds["isMember"]>;
}
