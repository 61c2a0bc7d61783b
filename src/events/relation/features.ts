import type { ActorTables } from "../../actors/index.ts";
import { type EventType, plannedType } from "../../vocabulary/index.ts";
import type { Lexicon } from "../frames/lexicon.ts";
import { type Match, matchesAt } from "../frames/match.ts";
import { limitsOf, strongest } from "../modality/modality.ts";
import { argumentsOf, isPassive, prepositionOf } from "../syntax/arguments.ts";
import { ancestors, childrenBy, isVerbal, type Tree, token } from "../syntax/tree.ts";
import { addPartyWords } from "./party-words.ts";
import { masked, type PairSpan, pairMentions, SOURCE, TARGET } from "./spans.ts";
import { type Add, addVotes, classesOf } from "./word-kinds.ts";

/** What is known of a pair in a sentence, as named features with their weights. */
export type Features = ReadonlyMap<string, number>;

/** A frame that fired on the pair, with what limits it. */
export interface PairMatch {
  readonly match: Match;
  readonly modality: string;
  readonly both: boolean;
}

/** Frames that fire at any word of the sentence when only the two parties are known, best first. */
export function pairMatches(
  tree: Tree,
  source: PairSpan | null,
  target: PairSpan | null,
  lexicon: Lexicon,
  tables: ActorTables,
): readonly PairMatch[] {
  const mentions = pairMentions(tree, source, target);
  const found: PairMatch[] = [];
  for (let at = 0; at < tree.tokens.length; at++) {
    for (const match of matchesAt(at, lexicon, { tree, mentions, tables, humans: lexicon.humans })) {
      if (match.frame.is !== "event") continue;
      const names = (parties: Match["sources"]): Set<string | null> =>
        new Set(parties.map(({ participant }) => participant.actor));
      const [sources, targets] = [names(match.sources), names(match.targets)];
      const together = match.frame.symmetric || match.frame.together || match.frame.reversed;
      const both =
        (sources.has(SOURCE) && targets.has(TARGET)) ||
        (together && [...sources, ...targets].includes(SOURCE) && [...sources, ...targets].includes(TARGET));
      found.push({ match, modality: strongest(limitsOf(tree, match.head)), both });
    }
  }
  return found.sort((a, b) => Number(b.both) - Number(a.both) || b.match.pieces - a.match.pieces);
}

/** Features of what a sentence says the source does to the target. */
export function featuresOf(
  tree: Tree,
  source: PairSpan | null,
  target: PairSpan | null,
  lexicon: Lexicon,
  matches: readonly PairMatch[],
): Features {
  const features = new Map<string, number>();
  const add: Add = (name, weight = 1) => void features.set(name, (features.get(name) ?? 0) + weight);
  const hidden = masked(tree, source, target);
  const word = (at: number): string =>
    hidden.has(at) ? "_" : token(tree, at).lemma.toLowerCase().replace(/\d/g, "0");

  addFrames(matches, add);
  addWords(tree, hidden, source, target, lexicon, word, add);
  if (source) addPartyWords(tree, source, "s", lexicon, add);
  if (target) addPartyWords(tree, target, "t", lexicon, add);
  const governed = [source, target].map((span) => (span === null ? null : governorOf(tree, span.head)));
  const [bySource, byTarget] = governed;
  if (bySource) {
    const verb = word(bySource.at);
    add(`gs:${verb}`, 2);
    add(`gs:${verb}|${bySource.relation}`, 1);
    addVotes(tree, bySource.at, lexicon, "vs", add);
    for (const [relation, at] of complementsOf(tree, bySource.at)) {
      if (hidden.has(at)) continue;
      add(`gs>${relation}:${word(at)}`, 1);
      add(`gs:${verb}>${word(at)}`, 1.5);
      addVotes(tree, at, lexicon, "vc", add);
    }
    const modality = strongest(limitsOf(tree, bySource.at));
    add(`m:${modality}`);
    if (isVerbal(tree, bySource.at) && isPassive(tree, bySource.at)) add("passive");
  } else add("no-source");
  if (byTarget) {
    add(`gt:${word(byTarget.at)}`, 2);
    add(`gt:${word(byTarget.at)}|${byTarget.relation}`, 1);
    add(`rt:${byTarget.relation}`);
    addVotes(tree, byTarget.at, lexicon, "vt", add);
    add(`mt:${strongest(limitsOf(tree, byTarget.at))}`);
  } else add("no-target");
  if (bySource && byTarget) {
    add(`gg:${word(bySource.at)}>${word(byTarget.at)}`, 1);
    if (bySource.at === byTarget.at) add("one-verb");
  }
  if (bySource) addAbove(tree, bySource.at, hidden, "s", lexicon, word, add);
  if (byTarget) addAbove(tree, byTarget.at, hidden, "t", lexicon, word, add);
  if (source && target)
    for (const at of pathBetween(tree, source.head, target.head))
      if (!hidden.has(at)) {
        add(`p:${word(at)}`, 1.5);
        addVotes(tree, at, lexicon, "vp", add);
      }
  return scaled(features);
}

function addFrames(matches: readonly PairMatch[], add: Add): void {
  const best = matches.find(({ both }) => both);
  if (best) {
    add(`best:${typeOf(best)}`, 2);
    add(`told:${toldType(best)}`, 3);
  }
  for (const found of matches.slice(0, 12)) {
    const { match, modality, both } = found;
    const sources = match.sources.some(({ participant }) => participant.actor === SOURCE);
    const place = both ? "2" : sources ? "s" : "t";
    add(`f${place}:${typeOf(found)}`, both ? 1.5 : 1);
    add(`f${place}:${typeOf(found)}|${modality}`, 0.5);
    add(`g${place}:${toldType(found)}`, both ? 1.5 : 1);
    add(`id${place}:${match.frame.id}`, both ? 1 : 0.5);
  }
}

/** The type as it is coded: by its promise or its threat where it is not yet done, refused where it is denied. */
function toldType(found: PairMatch): string {
  const type = typeOf(found);
  if (type === "none") return type;
  if (found.modality === "planned" || found.modality === "conditional") return plannedType(type);
  return found.modality === "negated" ? `not ${type}` : found.modality === "requested" ? `ask ${type}` : type;
}

function typeOf({ match }: PairMatch): EventType | "none" {
  return match.frame.is === "event" ? match.frame.type : "none";
}

function addWords(
  tree: Tree,
  hidden: ReadonlySet<number>,
  source: PairSpan | null,
  target: PairSpan | null,
  lexicon: Lexicon,
  word: (at: number) => string,
  add: Add,
): void {
  const ends = [...(source?.tokens ?? []), ...(target?.tokens ?? [])];
  const [from, to] = ends.length > 0 ? [Math.min(...ends), Math.max(...ends)] : [0, tree.tokens.length];
  let previous = "^";
  for (let at = 0; at < tree.tokens.length; at++) {
    const { upos } = token(tree, at);
    if (upos === "PUNCT") continue;
    const here = hidden.has(at) ? (target?.tokens.includes(at) ? "T" : "S") : word(at);
    const between = at > from && at < to;
    if (!hidden.has(at) && upos !== "DET") {
      add(`w:${here}`, between ? 0.8 : 0.4);
      if (between) add(`b:${here}`, 0.8);
      else if (at >= to && at < to + 5) add(`a:${here}`, 0.8);
    }
    add(`bb:${previous} ${here}`, 0.5);
    if (!hidden.has(at) && (upos === "VERB" || upos === "NOUN" || upos === "ADJ"))
      for (const name of classesOf(tree, at, lexicon)) add(`c:${name}`, 0.3);
    previous = here;
  }
}

/** The words that an act hangs on: who announces, demands or refuses it says more than the act. */
function addAbove(
  tree: Tree,
  act: number,
  hidden: ReadonlySet<number>,
  side: "s" | "t",
  lexicon: Lexicon,
  word: (at: number) => string,
  add: Add,
): void {
  let below = act;
  for (const at of ancestors(tree, act)) {
    if (hidden.has(at)) continue;
    const nearest = below === act;
    add(`up-${side}:${word(at)}`, nearest ? 1 : 0.5);
    if (nearest) {
      add(`up-${side}:${word(at)}>${token(tree, below).deprel}`, 0.7);
      addVotes(tree, at, lexicon, `up-votes-${side}`, add);
    }
    below = at;
  }
}

interface Governor {
  readonly at: number;
  readonly relation: string;
}

/** The verb, or noun of an act, that a phrase belongs to, through coordination, apposition and ownership. */
function governorOf(tree: Tree, head: number): Governor | null {
  let at = head;
  for (let step = 0; step < 8; step++) {
    const { head: above, deprel } = token(tree, at);
    if (above < 0) return step === 0 ? null : { at, relation: "root" };
    if (deprel === "conj" || deprel === "appos" || deprel === "flat" || deprel === "compound") {
      at = above;
      continue;
    }
    const preposition = prepositionOf(tree, at);
    return { at: above, relation: preposition === "" ? deprel : `${deprel}:${preposition}` };
  }
  return null;
}

function complementsOf(tree: Tree, at: number): readonly (readonly [string, number])[] {
  const own = isVerbal(tree, at) ? argumentsOf(tree, at) : null;
  return [
    ...(own?.objects ?? []).map((child) => ["obj", child] as const),
    ...childrenBy(tree, at, "xcomp", "ccomp", "advcl").map((child) => ["x", child] as const),
    ...childrenBy(tree, at, "compound:prt", "advmod").map((child) => ["prt", child] as const),
    ...childrenBy(tree, at, "obl", "nmod").map(
      (child) => [`o:${prepositionOf(tree, child)}`, child] as const,
    ),
    ...childrenBy(tree, at, "aux").map((child) => ["aux", child] as const),
  ];
}

/** Tokens on the way from one word up to where it meets the other, and down again. */
function pathBetween(tree: Tree, from: number, to: number): readonly number[] {
  const up = [from, ...ancestors(tree, from)];
  const down = [to, ...ancestors(tree, to)];
  const meeting = up.find((at) => down.includes(at));
  if (meeting === undefined) return [];
  return [...up.slice(1, up.indexOf(meeting) + 1), ...down.slice(1, down.indexOf(meeting))];
}

function scaled(features: Map<string, number>): Features {
  const length = Math.sqrt([...features.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return new Map([...features].map(([name, weight]) => [name, weight / length]));
}
