import { type Party, partiesOf } from "../participants.ts";
import { possessors } from "../syntax/arguments.ts";
import { isPredicate, predicationSubjects } from "../syntax/predication.ts";
import { relation, type Tree, token } from "../syntax/tree.ts";
import { type Filling, fillSlot, mayAct } from "./fill-slot.ts";
import type { Frame, Lexicon } from "./lexicon.ts";
import type { MatchContext } from "./match-context.ts";
import type { Pattern, Slot } from "./pattern.ts";
import { ownedByTarget, surroundings } from "./surroundings.ts";
import { headTokens, leavesParticle } from "./word-match.ts";

/** A frame that fired at a word: who stands on either side, and which tokens name the act. */
export interface Match {
  readonly frame: Frame;
  readonly pattern: Pattern;
  readonly head: number;
  readonly sources: readonly Party[];
  readonly targets: readonly Party[];
  /** Heads of source phrases that no table resolves: the text says someone, we cannot say who. */
  readonly unknownSources: readonly number[];
  /** The same for targets. */
  readonly unknownTargets: readonly number[];
  /** Those named beside a known party whom no table resolves: "Sudan and the rebels". */
  readonly besides: readonly number[];
  readonly anchor: readonly number[];
  /** The infinitive or clause that holds the further act, for "agree to help". */
  readonly inner: number | null;
  /** The parties on the one side do it to each other. */
  readonly mutual: boolean;
  /** How specific the match is: the slots and words that it fills. */
  readonly pieces: number;
  /** The light verb that carries a nominal act. */
  readonly light: number | null;
}

/** The words that name an act: its head, its light verb and the act within it. */
export function headsOf({ head, light }: Match, inner: Match | null = null): readonly number[] {
  return [head, ...(light === null ? [] : [light]), ...(inner === null ? [] : [inner.head])];
}

/** What a frame asked for and did not find, for a reader of `--explain`. */
export interface Miss {
  readonly frame: Frame;
  readonly pattern: Pattern;
  readonly head: number;
  readonly reason: string;
}

/** Every frame that fires at a word, most specific first, and why the others did not. */
export function matchAt(
  head: number,
  lexicon: Lexicon,
  context: MatchContext,
): { readonly matches: readonly Match[]; readonly misses: readonly Miss[] } {
  const { lemmas, forms } = context.tree;
  const written = forms[head] ?? "";
  const keys = new Set([lemmas[head] ?? "", written, written.replace(/s$/, "")]);
  const matches: Match[] = [];
  const misses: Miss[] = [];
  for (const key of keys) {
    for (const { frame, pattern } of lexicon.byHead.get(key) ?? []) {
      const result = matchPattern(frame, pattern, head, context);
      if ("reason" in result) misses.push(result);
      else matches.push(result);
    }
  }
  return { matches: matches.sort((a, b) => b.pieces - a.pieces), misses };
}

function matchPattern(frame: Frame, pattern: Pattern, head: number, context: MatchContext): Match | Miss {
  const { tree } = context;
  const miss = (reason: string): Miss => ({ frame, pattern, head, reason });
  const wrongCategory = categoryOf(tree, head, pattern);
  if (wrongCategory !== null) return miss(wrongCategory);
  const headWords = headTokens(tree, head, pattern);
  if (headWords === null) return miss("its further words are missing");
  const filling: Filling = {
    frame,
    head,
    sources: [],
    targets: [],
    unknownSources: [],
    unknownTargets: [],
    besides: [],
    anchor: new Set(headWords),
    used: new Set(),
    around: surroundings(tree, head, pattern, headWords),
    inner: null,
    pieces: headWords.length - (leavesParticle(tree, head, pattern, headWords) ? 2 : 0),
    mutual: false,
    lastWords: null,
  };
  for (const slot of pattern.slots) {
    const missing = fillSlot(slot, filling, context);
    if (missing !== null) return miss(missing);
  }
  if (pattern.category === "noun" && !pattern.slots.some(isSource)) fillDoer(filling, context);
  const { sources, targets, unknownSources, unknownTargets, besides, inner, pieces } = filling;
  if (sources.length === 0 && targets.length === 0) {
    const someone = [...unknownSources, ...unknownTargets].some((at) => mayAct(tree, at, context));
    if (frame.is === "tie" || !someone) return miss("no actor on either side");
  }
  return {
    frame,
    pattern,
    head,
    sources,
    targets,
    unknownSources,
    unknownTargets,
    besides,
    anchor: [...filling.anchor].sort((a, b) => a - b),
    inner,
    mutual: filling.mutual,
    pieces,
    light: filling.around.light,
  };
}

/** Who does what a noun names, where its pattern has no place for them. */
function fillDoer(
  { around, used, sources, unknownSources }: Filling,
  { tree, mentions }: MatchContext,
): void {
  const free = around.subjects.filter((at) => !used.has(at));
  for (const at of free) {
    sources.push(...partiesOf(tree, at, mentions));
    if (sources.length > 0) return;
  }
  unknownSources.push(...free.slice(0, 1));
}

function isSource(slot: Slot): boolean {
  return slot.is === "party" && slot.role === "source";
}

/** Where only a noun stands, whatever the word is tagged as. */
const NOMINAL: ReadonlySet<string> = new Set(["obj", "obl", "nmod", "nsubj", "compound"]);

function categoryOf(tree: Tree, head: number, pattern: Pattern): string | null {
  const { upos } = token(tree, head);
  const isVerb = upos === "VERB" || upos === "AUX";
  switch (pattern.category) {
    case "verb":
      if (!isVerb || relation(tree, head) === "aux" || relation(tree, head) === "cop")
        return "not a verb here";
      return relation(tree, head) === "amod" || relation(tree, head) === "compound"
        ? "only describes a noun"
        : null;
    case "noun":
      return upos === "NOUN" || upos === "PROPN" || (isVerb && NOMINAL.has(relation(tree, head)))
        ? null
        : "not a noun here";
    case "predicate":
      return isVerb && !isPredicate(tree, head)
        ? "not said of a subject"
        : predicationSubjects(tree, head).length > 0 ||
            (possessors(tree, head).length > 0 && !ownedByTarget(pattern))
          ? null
          : "not said of a subject";
  }
}
