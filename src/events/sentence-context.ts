import type { ActorTables } from "../actors/index.ts";
import type { EventDate, Quantity } from "../vocabulary/index.ts";
import type { FoundDate } from "./dates/index.ts";
import type { Lexicon } from "./frames/lexicon.ts";
import type { MentionsByToken } from "./participants.ts";
import type { Tree } from "./syntax/tree.ts";

/** What a sentence is coded with: its tree, who and when is meant in it, and the text it stands in. */
export interface SentenceContext {
  readonly document: string;
  readonly text: string;
  readonly published: string | null;
  readonly tree: Tree;
  readonly mentions: MentionsByToken;
  readonly dates: readonly FoundDate[];
  readonly quantities: readonly Quantity[];
  readonly tables: ActorTables;
  readonly lexicon: Lexicon;
  /** Whether readings that a careful coder would seldom accept are kept. */
  readonly doubtful: boolean;
  /** The date of the story that the sentences before are telling, if they told one. */
  readonly narrative: EventDate | null;
  /** The day of the talks that a readout goes on telling of, for what was said there. */
  readonly readout: EventDate | null;
}
