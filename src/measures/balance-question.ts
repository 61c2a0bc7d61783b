import type { Modality } from "../vocabulary/index.ts";

/** What to measure, and from what. */
export interface BalanceQuestion {
  readonly state: string;
  /** Two or more powers; a tilt is between the first two, positive towards the first. */
  readonly powers: readonly string[];
  /** First and last day, or a year or month, both included; null where open. */
  readonly since: string | null;
  readonly until: string | null;
  readonly by: "year" | "all";
  /** Days after which an event weighs half; null: every event of the period weighs the same. */
  readonly halfLifeDays: number | null;
  /** Modalities let in; by default only `asserted`. */
  readonly modalities: readonly Modality[];
}
