import type { BalanceQuestion, PublishedDates, StoriedEvent } from "../measures/index.ts";
import type { Tie } from "../vocabulary/index.ts";
import type { Power } from "./brief.ts";
import type { NumberRegister } from "./numbers.ts";

/** The records that are measured, and the question. */
export interface Evidence {
  readonly storied: readonly StoriedEvent[];
  readonly ties: readonly Tie[];
  readonly published: PublishedDates;
  readonly question: BalanceQuestion;
}

/** What standings are written from. */
export interface StandingContext {
  readonly stateName: string;
  readonly powers: readonly Power[];
  readonly numbers: NumberRegister;
  readonly entriesBehind: (ids: readonly string[]) => readonly number[];
}
