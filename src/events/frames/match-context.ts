import type { ActorTables } from "../../actors/index.ts";
import type { MentionsByToken } from "../participants.ts";
import type { Tree } from "../syntax/tree.ts";

/** What frames are matched against: a sentence's tree, who is named in it, and the words for people. */
export interface MatchContext {
  readonly tree: Tree;
  readonly mentions: MentionsByToken;
  readonly tables: ActorTables;
  /** Nouns for people, whoever they are. */
  readonly humans: ReadonlySet<string>;
}
