import { childrenBy, relation, type Tree, token } from "../syntax/tree.ts";
import { CONDITIONAL_MARKS, NEGATING_MARKS } from "./embedding.ts";
import type { Limit } from "./limit.ts";
import { rootLimits } from "./whole-sentence.ts";

/**
 * What a verb shares with the one it is joined to: the conjunction of their clause ("if they attack and blockade it"),
 * and what hangs on the whole sentence where the first is its root ("attacked and looted it, according to the UN").
 */
export function sharedLimits(tree: Tree, joined: number): Limit[] {
  if (relation(tree, joined) !== "conj") return [];
  let first = token(tree, joined).head;
  while (relation(tree, first) === "conj") first = token(tree, first).head;
  if (token(tree, first).head < 0)
    return rootLimits(tree, first).filter(({ at }) =>
      at === first ? isBareInfinitive(tree, joined) : at < first || at > joined,
    );
  if (childrenBy(tree, joined, "mark").length > 0) return [];
  // A main clause that the tree hangs on the clause before it has no conjunction of its own.
  if (childrenBy(tree, joined, "nsubj").length > 0 && childrenBy(tree, joined, "cc").length === 0) return [];
  return childrenBy(tree, first, "mark").flatMap((mark): Limit[] => {
    const word = [mark, ...childrenBy(tree, mark, "fixed")].map((at) => tree.forms[at]).join("_");
    if (CONDITIONAL_MARKS.has(word) && word !== "once")
      return [{ modality: "conditional", at: mark, saying: false, supposed: true }];
    const gerunds = [first, joined].every((at) => token(tree, at).xpos === "VBG");
    return gerunds && NEGATING_MARKS.has(word) ? [{ modality: "negated", at: mark, saying: false }] : [];
  });
}

function isBareInfinitive(tree: Tree, at: number): boolean {
  return token(tree, at).xpos === "VB" && childrenBy(tree, at, "nsubj", "aux").length === 0;
}
