import type { Observation } from "../../vocabulary/index.ts";

export const TRADE_ROLES = ["export market", "import source", "partner"] as const;
export type TradeRole = (typeof TRADE_ROLES)[number];
export const OBLIGATIONS = ["defence", "offence", "neutrality", "non-aggression", "consultation"] as const;
export type Obligation = (typeof OBLIGATIONS)[number];

/**
 * Something that a text states and that open data may answer. `on` is the year or day that it speaks of; null is
 * the present of whoever says it, which is taken as the last year that the data cover.
 */
export type Claim =
  | {
      readonly is: "trade standing";
      readonly state: string;
      readonly partner: string;
      readonly role: TradeRole;
      /** The partner stands at this rank or above, or has this share or more. */
      readonly rank: number | null;
      readonly share: number | null;
      readonly on: string | null;
    }
  | {
      readonly is: "lender rank";
      readonly state: string;
      readonly lender: string;
      readonly rank: number;
      readonly on: string | null;
    }
  | {
      readonly is: "membership";
      readonly state: string;
      readonly organisation: string;
      readonly on: string | null;
      /** False where the text says that the state is no member, or has left. */
      readonly holds: boolean;
    }
  | {
      readonly is: "obligation";
      /** The state bound. */
      readonly state: string;
      readonly towards: string;
      readonly obligation: Obligation;
      readonly on: string | null;
    }
  | {
      readonly is: "project count";
      readonly state: string;
      readonly partner: string;
      readonly bound: "at least" | "at most" | "exactly" | "about";
      readonly number: number;
      readonly on: string | null;
    }
  | {
      readonly is: "investment size";
      readonly state: string;
      readonly partner: string;
      readonly size: "small" | "large";
      readonly on: string | null;
    }
  | {
      readonly is: "partnership";
      readonly state: string;
      readonly partner: string;
      readonly level: string | null;
      readonly on: string | null;
    };

/** A claim of one kind. */
export type ClaimOf<Is extends Claim["is"]> = Extract<Claim, { is: Is }>;

export type Answer = "supported" | "contradicted" | "not decidable";

/** What the data say of a claim. */
export interface ClaimCheck {
  readonly claim: Claim;
  readonly answer: Answer;
  /** A full sentence with the figures that decide. */
  readonly because: string;
  /** The year that the answer is about; null where nothing decides. */
  readonly asOf: string | null;
  /** The last answer of the data where the claim is about a later time than they cover. */
  readonly before: { readonly answer: Answer; readonly because: string; readonly asOf: string } | null;
  /** The cells behind it. */
  readonly rows: readonly Observation[];
  /** What the answer does not take in, in full sentences. */
  readonly caveats: readonly string[];
}

/** A check before it is bound to its claim. */
export type Finding = Omit<ClaimCheck, "claim">;

/** What a claim is checked against. */
export interface ClaimGrounds {
  readonly observations: readonly Observation[];
  /**
   * Whether a state was a member of an organisation on a day (or ever, with null), by a table of dated memberships;
   * null where the table does not know the organisation.
   */
  readonly isMember?: (state: string, organisation: string, day: string | null) => boolean | null;
  readonly nameOf?: (code: string) => string;
}

export function undecidable(because: string, parts: Partial<Finding> = {}): Finding {
  return { answer: "not decidable", because, asOf: null, before: null, rows: [], caveats: [], ...parts };
}

/** The year that a claim speaks of. */
export function yearOn(on: string | null): number | null {
  return on === null ? null : Number(on.slice(0, 4));
}
