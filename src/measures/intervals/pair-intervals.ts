export type Interval = readonly [number, number];

/** How sure a measure of a state with several partners is, in one year. */
export interface PairIntervals {
  /** In the order of the partners; null where none can be defended. */
  readonly each: readonly (Interval | null)[];
  /** Of the value with the first partner less that with the second. */
  readonly difference: Interval | null;
}
