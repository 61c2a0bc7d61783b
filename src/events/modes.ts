import { z } from "zod";
import { EVENT_TYPES, MODES as KNOWN, readTable } from "../vocabulary/index.ts";
import type { EventFrame } from "./frames/lexicon.ts";
import type { Match } from "./frames/match.ts";
import { argumentsOf } from "./syntax/arguments.ts";
import { isVerbal, type Tree } from "./syntax/tree.ts";

const Row = z
  .strictObject({
    type: z.enum(EVENT_TYPES),
    mode: z.string(),
    head: z.array(z.string()).default([]),
    words: z.array(z.string()).default([]),
  })
  .refine(({ type, mode }) => KNOWN[type].includes(mode), "PLOVER does not know this mode of the type.");

const MODES = readTable("data/lexicon/modes.toml", z.strictObject({ mode: z.array(Row) })).mode.map(
  ({ type, mode, head, words }) => ({ type, mode, head: new Set(head), words: new Set(words) }),
);

/** The PLOVER mode of an act: by the word that names it, else by its frame, else by its other words and who does it. */
export function modeOf(frame: EventFrame, match: Match, tree: Tree): string | null {
  const own = MODES.filter(({ type }) => type === frame.type);
  const [named] = own.filter(({ head }) => isOneOf(tree, match.head, head));
  if (named !== undefined) return named.mode;
  if (frame.mode !== null) return frame.mode;
  const doers = isVerbal(tree, match.head) ? argumentsOf(tree, match.head).subjects : [];
  const [told] = own.filter(({ words }) =>
    [...match.anchor, ...doers].some((at) => isOneOf(tree, at, words)),
  );
  return told?.mode ?? null;
}

/** Whether a word, or it with the word before it, is one of these: "martial_law". */
function isOneOf(tree: Tree, at: number, words: ReadonlySet<string>): boolean {
  const lemma = tree.lemmas[at] ?? "";
  return (
    words.has(lemma) ||
    words.has(`${tree.lemmas[at - 1]}_${lemma}`) ||
    words.has(`${lemma}_${tree.lemmas[at + 1]}`)
  );
}
