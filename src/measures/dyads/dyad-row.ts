import type { Domain, Observation } from "../../vocabulary/index.ts";

/** One value of a measure for two states and a year, or for one state, whose `iso3_b` is then null. */
export interface DyadRow {
  readonly measure: string;
  /** How it is computed, and the release of the data it is computed from. */
  readonly version: string;
  readonly iso3_a: string;
  readonly iso3_b: string | null;
  readonly year: number;
  readonly value: number;
  /** How many votes, states, deals or cells are behind the value. */
  readonly n: number;
}

/** A vote as the ledger holds it. */
export interface CastVote {
  readonly state: string;
  readonly rollCall: string;
  readonly session: number;
  /** ISO day. */
  readonly date: string;
  /** The year under which the source counts the vote, where it is not that of the day. */
  readonly year?: number;
  readonly vote: string;
  readonly source?: string;
  readonly version?: string;
}

/** What a measure is computed from. */
export interface DyadInputs {
  readonly votes?: Iterable<CastVote>;
  readonly observations?: Iterable<Observation>;
}

export interface DyadOptions {
  /** Only these as the first state, by continuous code: RUS also for the Soviet Union. */
  readonly states?: readonly string[];
  /** Only these as the second state. */
  readonly partners?: readonly string[];
  readonly since?: number;
  readonly until?: number;
  /** A symmetric measure's pairs once, in alphabetical order, in place of both ways. */
  readonly once?: boolean;
  /** "continuous" (RUS before 1992 too) is the default; "dated" gives SUN and YUG in their time. */
  readonly codes?: "continuous" | "dated";
}

/** A measure that can be had for every dyad (or state) and year. */
export interface DyadMeasure {
  readonly name: string;
  readonly gist: string;
  readonly domain: Domain;
  /** Whether a with b is b with a. */
  readonly symmetric: boolean;
  /** Smallest and largest value possible. */
  readonly range: readonly [number, number];
  readonly needs: { readonly votes?: true; readonly series?: readonly string[] };
  readonly rows: (inputs: DyadInputs, wanted: Wanted) => Iterable<DyadRow>;
}

/** Which dyads and years are wanted, so that the others need not be computed. Codes are continuous. */
export interface Wanted {
  readonly year: (year: number) => boolean;
  /** Whether the pair is wanted in either order. */
  readonly pair: (a: string, b: string) => boolean;
  readonly state: (a: string) => boolean;
}
