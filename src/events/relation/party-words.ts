import type { Lexicon } from "../frames/lexicon.ts";
import { type Tree, token } from "../syntax/tree.ts";
import type { PairSpan } from "./spans.ts";
import { type Add, addVotes, classesOf } from "./word-kinds.ts";

/**
 * What kind of party it is, by the common nouns and lower-case words that name it: protesters, a court decision,
 * displaced people. Names are left out, so that no state is known for what it does.
 */
export function addPartyWords(
  tree: Tree,
  { head, tokens }: PairSpan,
  side: "s" | "t",
  lexicon: Lexicon,
  add: Add,
): void {
  for (const at of tokens) {
    const { upos, form, lemma } = token(tree, at);
    const common =
      upos === "NOUN" || ((upos === "ADJ" || upos === "VERB") && form[0] === form[0]?.toLowerCase());
    if (common) add(`own-${side}:${lemma.toLowerCase().replace(/\d/g, "0")}`, at === head ? 1 : 0.5);
  }
  const { upos, lemma } = token(tree, head);
  if (upos !== "NOUN") return;
  add(`head-${side}:${lemma.toLowerCase()}`);
  for (const name of classesOf(tree, head, lexicon)) add(`head-class-${side}:${name}`);
  addVotes(tree, head, lexicon, `head-votes-${side}`, add);
}
