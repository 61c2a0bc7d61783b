import type { Attribution } from "../vocabulary/index.ts";
import type { Limit } from "./modality/limit.ts";
import { type MentionsByToken, type Party, partiesOf } from "./participants.ts";
import { argumentsOf, possessors } from "./syntax/arguments.ts";
import { STAYING } from "./syntax/control.ts";
import { childrenBy, extent, isVerbal, isWord, relation, subtree, type Tree, token } from "./syntax/tree.ts";

/**
 * Who vouches for an act: the subject of the verb of saying that is nearest above it, the complement of
 * "according to", or, where the words name no one ("reportedly"), those words themselves.
 */
export function attributionOf(
  tree: Tree,
  limits: readonly Limit[],
  parties: readonly Party[],
  mentions: MentionsByToken,
  text: string,
): Attribution | null {
  const saying = limits.find(
    (limit) => (limit.modality === "reported" || limit.modality === "negated") && limit.saying,
  );
  const hearsay = saying ?? limits.find(({ modality }) => modality === "reported");
  if (hearsay === undefined) return null;
  const speaker = saying === undefined ? null : speakerOf(tree, saying.at);
  if (speaker === null) {
    const { start, end } = token(tree, hearsay.at);
    return { actor: null, name: null, text: text.slice(start, end), start, end, party: false };
  }
  const named = partiesOf(tree, speaker, mentions)[0] ?? atHome(tree, speaker, mentions);
  const phrase = named?.by === "head" ? named.participant : phraseOf(tree, speaker, text);
  const actor = named?.participant.actor ?? null;
  return {
    actor,
    name: named?.participant.name ?? phrase.text,
    text: phrase.text,
    start: phrase.start,
    end: phrase.end,
    party: actor !== null && parties.some(({ participant }) => participant.actor === actor),
  };
}

/** "a police officer in Srinagar": whose speaker it is, by where they are. */
function atHome(tree: Tree, speaker: number, mentions: MentionsByToken): Party | undefined {
  if (!isWord(tree, speaker, STAYING)) return undefined;
  return childrenBy(tree, speaker, "nmod")
    .filter((at) => /^(?:in|at|of|from)$/.test(firstCase(tree, at)))
    .flatMap((at) => [...partiesOf(tree, at, mentions)])
    .map((party): Party => ({ ...party, by: "owner" }))[0];
}

function speakerOf(tree: Tree, saying: number): number | null {
  if (token(tree, saying).form.toLowerCase() === "according") {
    const { head } = token(tree, saying);
    if (relation(tree, saying) === "case") return head >= 0 ? head : null;
    return childrenBy(tree, saying, "obl", "nmod", "pobj")[0] ?? null;
  }
  if (isVerbal(tree, saying)) return argumentsOf(tree, saying).subjects[0] ?? null;
  return (
    possessors(tree, saying)[0] ??
    childrenBy(tree, saying, "nmod").find((at) => /^(by|from|of)$/.test(firstCase(tree, at))) ??
    null
  );
}

function firstCase(tree: Tree, at: number): string {
  const [first] = childrenBy(tree, at, "case");
  return first === undefined ? "" : token(tree, first).form.toLowerCase();
}

/** A noun phrase without its relative clauses and appositions, as it stands in the text. */
export function phraseOf(
  tree: Tree,
  at: number,
  text: string,
): { readonly text: string; readonly start: number; readonly end: number } {
  const dropped = new Set(
    childrenBy(tree, at, "acl", "appos", "punct", "parataxis", "cc", "conj", "case").flatMap((child) =>
      subtree(tree, child),
    ),
  );
  const { start, end } = extent(
    tree,
    subtree(tree, at).filter((child) => !dropped.has(child)),
  );
  return { text: text.slice(start, end), start, end };
}
