import { parse } from "../../language/index.ts";
import type { EventType, Modality } from "../../vocabulary/index.ts";
import type { Coder } from "../code.ts";
import { limitsOf, strongest } from "../modality/modality.ts";
import { type Tree, treeOf } from "../syntax/tree.ts";
import { type Classifier, probabilitiesOf } from "./classifier.ts";
import { type Features, featuresOf, type PairMatch, pairMatches } from "./features.ts";
import { type PairSpan, spanIn } from "./spans.ts";

/** What a text says one party does to another. */
export interface Relation {
  readonly type: EventType;
  readonly modality: Modality;
  /** The model's probability of the type, in [0, 1]. */
  readonly confidence: number;
  /** The frame that fired on the pair, or the words that the model went by. */
  readonly rule: string;
}

/** A pair in its sentence, ready to be judged. */
export interface Pair {
  readonly tree: Tree;
  readonly source: PairSpan | null;
  readonly target: PairSpan | null;
  readonly matches: readonly PairMatch[];
  readonly features: Features;
}

/** Finds a pair in a text: the sentence that names both, or else the target, with what is known of it. */
export function pairIn(
  text: string,
  sourceText: string,
  targetText: string,
  { model, lexicon, tables }: Coder,
): Pair | null {
  const trees = parse(text, model).map((sentence, at) => treeOf(sentence, at));
  const found = trees.map((tree) => ({
    tree,
    source: placed(text, sourceText, tree),
    target: placed(text, targetText, tree),
  }));
  const best =
    found.find(({ source, target }) => source !== null && target !== null) ??
    found.find(({ target }) => target !== null) ??
    found.find(({ source }) => source !== null) ??
    found[0];
  if (best === undefined) return null;
  const matches = pairMatches(best.tree, best.source, best.target, lexicon, tables);
  return { ...best, matches, features: featuresOf(best.tree, best.source, best.target, lexicon, matches) };
}

function placed(text: string, words: string, tree: Tree): PairSpan | null {
  const { start, end } = tree.sentence;
  const at = words === "" ? -1 : text.indexOf(words, start);
  return at >= 0 && at < end ? spanIn(tree, at, at + words.length) : null;
}

/**
 * What the text says the source does to the target, one of PLOVER's 16 types. Null where the text has no sentence.
 * The frames of the lexicon and the tree between the two are weighed by a model trained on labelled sentences.
 */
export function relate(
  text: string,
  sourceText: string,
  targetText: string,
  coder: Coder,
  classifier: Classifier,
): Relation | null {
  const pair = pairIn(text, sourceText, targetText, coder);
  if (pair === null) return null;
  const probabilities = probabilitiesOf(pair.features, classifier);
  const top = probabilities.indexOf(Math.max(...probabilities));
  const label = classifier.classes[top] ?? "ACCUSE";
  const type = label === "YIELD" ? yieldType(pair) : (label as EventType);
  const fired = pair.matches.find(({ match }) => match.frame.is === "event" && match.frame.type === type);
  const act = fired?.match.head ?? pair.source?.head ?? pair.target?.head ?? pair.tree.root;
  return {
    type,
    modality: strongest(limitsOf(pair.tree, act)),
    confidence: Math.round((probabilities[top] ?? 0) * 1000) / 1000,
    rule: fired
      ? `${fired.match.frame.id}: ${fired.match.pattern.text}`
      : "learned from the words between and around the two",
  };
}

/** A yielding act said in words, or not yet done, is a concession; one carried out is a retreat. */
function yieldType({ matches, tree }: Pair): "CONCEDE" | "RETREAT" {
  for (const { match, modality } of matches) {
    if (match.frame.is !== "event") continue;
    if (match.frame.type === "CONCEDE") return "CONCEDE";
    if (match.frame.type === "RETREAT")
      return modality === "asserted" || modality === "reported" ? "RETREAT" : "CONCEDE";
  }
  return strongest(limitsOf(tree, tree.root)) === "planned" ? "CONCEDE" : "RETREAT";
}
