import { isOfKind, type Party, partiesOf } from "../participants.ts";
import { surfaceSubjects } from "../syntax/arguments.ts";
import { childrenBy, conjuncts, type Tree, token } from "../syntax/tree.ts";
import type { MatchContext } from "./match-context.ts";
import type { Slot, WordChoice } from "./pattern.ts";
import type { Surroundings } from "./surroundings.ts";
import { particle, phrasesAt, sameWord } from "./word-match.ts";

/** The first clause that has the subject, the verb and the obligation asked for. */
export function clauseFor(
  slot: Extract<Slot, { is: "clause" }>,
  clauses: readonly number[],
  context: MatchContext,
): { readonly at: number; readonly parties: readonly Party[] } | null {
  const { tree, mentions, tables } = context;
  for (const at of clauses.flatMap((clause) => conjuncts(tree, clause))) {
    if (slot.obliged && !isObliged(tree, at)) continue;
    const { words } = slot;
    if (words !== null && phrasesAt(tree, at, words).length === 0) continue;
    if (slot.subject === null) return { at, parties: [] };
    const { kind } = slot.subject;
    const parties = surfaceSubjects(tree, at)
      .flatMap((subject) => partiesOf(tree, subject, mentions))
      .filter((party) => isOfKind(party, kind, tables));
    if (parties.length > 0) return { at, parties };
  }
  return null;
}

const OBLIGING = new Set(["must", "should", "ought", "need", "have"]);

/** "must stop", "should stop", "has to stop", "needs to stop", and the subjunctive: "insisted that it stop". */
function isObliged(tree: Tree, verb: number): boolean {
  if (token(tree, verb).xpos === "VB" && childrenBy(tree, verb, "aux").length === 0) return true;
  if (
    childrenBy(tree, verb, "aux").some(
      (at) => OBLIGING.has(token(tree, at).lemma.toLowerCase()) && token(tree, at).lemma !== "have",
    )
  )
    return true;
  return (
    ["have", "need"].includes(token(tree, verb).lemma) &&
    childrenBy(tree, verb, "xcomp").some((at) =>
      childrenBy(tree, at, "mark").some((mark) => token(tree, mark).form.toLowerCase() === "to"),
    )
  );
}

export function infinitive(tree: Tree, around: Surroundings, words: WordChoice | null): number | undefined {
  return around.infinitives
    .flatMap((at) => conjuncts(tree, at))
    .find(
      (at) =>
        words === null ||
        words.phrases.some(
          ({ words: [verb = "", ...particles] }) =>
            sameWord(tree, at, verb) && particles.every((word) => particle(tree, at, word) !== null),
        ),
    );
}
