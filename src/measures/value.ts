import type { Domain } from "../vocabulary/index.ts";

/** A number with everything needed to cite and to question it. */
export interface Value {
  readonly measure: string;
  readonly version: string;
  readonly domain: Domain;
  /** The state whose balance is measured, an ISO 3166-1 alpha-3 code. */
  readonly state: string;
  /** The powers the number is about, in the order that a tilt is signed by. */
  readonly powers: readonly string[];
  /** A year ("2024"), or a range of days ("2016-01-01/2024-12-31"). */
  readonly period: string;
  /** Null where there is nothing to compute it from: missing is never zero. */
  readonly value: number | null;
  /** Bounds that hold the value in 95 of 100 resamples of the stories; null with fewer than three stories. */
  readonly interval: readonly [number, number] | null;
  /** Records behind the value, and stories: groups of reports of one event. */
  readonly n: number;
  readonly stories: number;
  /** Ids of the records behind the value. */
  readonly ids: readonly string[];
}
