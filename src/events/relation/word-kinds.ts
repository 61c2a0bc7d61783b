import type { Lexicon } from "../frames/lexicon.ts";
import { type Tree, token } from "../syntax/tree.ts";

/** Takes a feature by name and counts it. */
export type Add = (name: string, weight?: number) => void;

/** How the lexicon takes a word: the share of each type among the frames that it heads. */
export function addVotes(tree: Tree, at: number, lexicon: Lexicon, prefix: string, add: Add): void {
  const entries = lexicon.byHead.get(token(tree, at).lemma.toLowerCase()) ?? [];
  const types = new Set(entries.flatMap(({ frame }) => (frame.is === "event" ? [frame.type] : [])));
  for (const type of types) add(`${prefix}:${type}`, 1 / types.size);
}

/** The classes of the lexicon that a word stands in: weapon, goods, talks. */
export function classesOf(tree: Tree, at: number, { classes }: Lexicon): readonly string[] {
  const word = token(tree, at).lemma.toLowerCase();
  return [...classes].flatMap(([name, words]) => (words.includes(word) ? [name] : []));
}
