import type { Quantity } from "../../vocabulary/index.ts";

/** A quantity as one of the finders sees it: where its words begin, and what they say. */
export interface Found extends Omit<Quantity, "text" | "start" | "end"> {
  readonly start: number;
  readonly words: string;
}
