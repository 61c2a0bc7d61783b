import type { Power } from "./brief.ts";
import type { NumberRegister } from "./numbers.ts";

/** What standings are written from. */
export interface StandingContext {
  readonly stateName: string;
  readonly powers: readonly Power[];
  readonly numbers: NumberRegister;
  readonly entriesBehind: (ids: readonly string[]) => readonly number[];
}
