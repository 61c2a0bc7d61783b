import type { Modality } from "../../vocabulary/index.ts";

/** One thing in the sentence that limits what it asserts, with the word that does it. */
export interface Limit {
  readonly modality: Exclude<Modality, "asserted">;
  /** The token that sets the limit. */
  readonly at: number;
  /** For `reported`: the verb or noun of saying, whose subject is the speaker. */
  readonly saying: boolean;
  /** For `conditional`: a conjunction makes the whole clause a supposition. */
  readonly supposed?: boolean;
  /** For `reported`: a word such as "reported" or "alleged" says that the thing itself is hearsay. */
  readonly hearsay?: boolean;
}
