import { type Party, partiesOf } from "../participants.ts";
import { possessors, prepositionOf } from "../syntax/arguments.ts";
import { isPredicate, predicationSubjects } from "../syntax/predication.ts";
import { childrenBy, isVerbal, relation, type Tree, token } from "../syntax/tree.ts";
import { type Filling, fillSlot, mayAct, unfilled } from "./fill-slot.ts";
import type { Frame, FramePattern, Lexicon } from "./lexicon.ts";
import type { MatchContext } from "./match-context.ts";
import type { Pattern, Slot } from "./pattern.ts";
import { surroundings } from "./surroundings.ts";
import { headTokens, leavesParticle, standsIn } from "./word-match.ts";

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

/** Every frame that fires at a word, most specific first. */
export function matchesAt(head: number, lexicon: Lexicon, context: MatchContext): readonly Match[] {
  const matches: Match[] = [];
  for (const tried of triedAt(head, lexicon, context.tree)) {
    if (!tried.pattern.required.every((words) => standsIn(context.tree, words))) continue;
    const result = matchPattern(tried, head, context);
    if (isMatch(result)) matches.push(result);
  }
  return matches.sort((a, b) => b.pieces - a.pieces);
}

/** Every frame that was tried at a word and does not fire, and why. */
export function missesAt(head: number, lexicon: Lexicon, context: MatchContext): readonly Miss[] {
  return triedAt(head, lexicon, context.tree).flatMap((tried) => {
    const result = matchPattern(tried, head, context);
    return isMatch(result) ? [] : [{ ...tried, head, reason: reasonFor(result) }];
  });
}

/** The patterns headed by a word: by its lemma, as it is written, or without the ending of a plural. */
function triedAt(head: number, { byHead }: Lexicon, { lemmas, forms }: Tree): readonly FramePattern[] {
  const lemma = lemmas[head] ?? "";
  const written = forms[head] ?? "";
  const singular = written.replace(/s$/, "");
  const byLemma = byHead.get(lemma) ?? NONE;
  if (written === lemma && singular === lemma) return byLemma;
  return [...new Set([lemma, written, singular])].flatMap((key) => byHead.get(key) ?? NONE);
}

const NONE: readonly FramePattern[] = [];

/** What a pattern asks for and a sentence does not have: a slot of the pattern, or anything else in words. */
type Lacking = Slot | string;

function isMatch(result: Match | Lacking): result is Match {
  return typeof result !== "string" && "anchor" in result;
}

function reasonFor(lacking: Lacking): string {
  return typeof lacking === "string" ? lacking : unfilled(lacking);
}

function matchPattern(
  { frame, pattern }: FramePattern,
  head: number,
  context: MatchContext,
): Match | Lacking {
  const { tree } = context;
  const wrongCategory = categoryOf(tree, head, pattern);
  if (wrongCategory !== null) return wrongCategory;
  const headWords = headTokens(tree, head, pattern);
  if (headWords === null) return "its further words are missing";
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
  for (const slot of pattern.slots) if (!fillSlot(slot, filling, context)) return slot;
  if (pattern.category === "noun" && !pattern.slots.some(isSource)) fillDoer(filling, context);
  const { sources, targets, unknownSources, unknownTargets, besides, inner, pieces } = filling;
  if (sources.length === 0 && targets.length === 0) {
    const someone = [...unknownSources, ...unknownTargets].some((at) => mayAct(tree, at, context));
    if (frame.is === "tie" || !someone) return "no actor on either side";
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

/** "shut the tap, leaving Latvia in the cold", "left it isolated": how things then stood, and no departure. */
function tellsOutcome(tree: Tree, verb: number): boolean {
  if (tree.lemmas[verb] !== "leave" || childrenBy(tree, verb, "obj").length === 0) return false;
  const trailing =
    token(tree, verb).xpos === "VBG" && relation(tree, verb) === "advcl" && tree.forms[verb - 1] === ",";
  const state = childrenBy(tree, verb, "xcomp").some(
    (at) => !isVerbal(tree, at) || token(tree, at).xpos === "VBN",
  );
  return (trailing && verb > token(tree, verb).head) || state;
}

/** "Speaking to journalists, he said": to whom, where something else is told. */
function tellsSetting(tree: Tree, verb: number): boolean {
  return (
    tree.lemmas[verb] === "speak" &&
    token(tree, verb).xpos === "VBG" &&
    ["advcl", "acl"].includes(relation(tree, verb)) &&
    childrenBy(tree, verb, "obl").some((at) => prepositionOf(tree, at) === "to")
  );
}

function categoryOf(tree: Tree, head: number, pattern: Pattern): string | null {
  const { upos } = token(tree, head);
  const isVerb = upos === "VERB" || upos === "AUX";
  switch (pattern.category) {
    case "verb":
      if (!isVerb || relation(tree, head) === "aux" || relation(tree, head) === "cop")
        return "not a verb here";
      if (tellsOutcome(tree, head)) return "only tells what came of it";
      if (tellsSetting(tree, head)) return "only tells where something was said";
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
            (possessors(tree, head).length > 0 && !pattern.takesOwner)
          ? null
          : "not said of a subject";
  }
}
