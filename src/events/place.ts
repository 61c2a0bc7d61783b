import type { Place } from "../vocabulary/index.ts";
import { phraseOf } from "./attribution.ts";
import type { MentionsByToken } from "./participants.ts";
import { prepositionOf } from "./syntax/arguments.ts";
import { childrenBy, type Tree, token } from "./syntax/tree.ts";

const LOCATIVE = new Set(["in", "at", "near", "inside", "outside", "within", "off", "over", "around"]);

/** Where an act took place: a locative phrase of the act, or of what it is done to, that names a place. */
export function placeOf(
  tree: Tree,
  heads: readonly number[],
  mentions: MentionsByToken,
  taken: ReadonlySet<number>,
  text: string,
): Place | null {
  const near = heads.flatMap((head) => [head, ...childrenBy(tree, head, "obj", "xcomp", "obl")]);
  const candidates = near
    .flatMap((at) => childrenBy(tree, at, "obl", "nmod"))
    .filter((at) => LOCATIVE.has(prepositionOf(tree, at)));
  for (const at of candidates) {
    const [mention] = mentions.get(at) ?? [];
    const { start, end, text: words } = mention ?? phraseOf(tree, at, text);
    if (taken.has(start) || !(mention || /\p{Lu}/u.test(words)) || /^\d/.test(words)) continue;
    if (token(tree, at).upos === "NUM") continue;
    return { name: words, state: mention?.actor ?? null, start, end };
  }
  return null;
}
