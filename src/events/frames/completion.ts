import type { EventType } from "../../vocabulary/index.ts";
import {
  type MentionsByToken,
  type Party,
  participantOf,
  partiesOf,
  partiesWithin,
} from "../participants.ts";
import { argumentsOf, owners, possessors, prepositionOf, surfaceSubjects } from "../syntax/arguments.ts";
import { BETWEEN_STATES, DONE_TO, TAKERS, UPHEAVALS } from "../syntax/control.ts";
import { lowComplements } from "../syntax/predication.ts";
import { thingMeant } from "../syntax/things-meant.ts";
import {
  childrenBy,
  conjuncts,
  isNominal,
  isVerbal,
  isWord,
  relation,
  subtree,
  type Tree,
  token,
} from "../syntax/tree.ts";
import type { Match } from "./match.ts";

/** Prepositions after which whom an act concerns may stand, though its frame does not ask for it. */
const TOWARDS = new Set([
  "to",
  "with",
  "for",
  "against",
  "from",
  "on",
  "over",
  "between",
  "toward",
  "into",
  "about",
  "at",
]);
const PRONOUN = /^(?:its|his|her|their|it|he|she|they|him|them|we|us|our|i|me|my)$/i;
/** "recalled its ambassador": one's own is not whom it is done to. */
const OWN = /^(?:its|their|his|her)\s/i;
/** Acts done to a place by being done in it. */
const PHYSICAL: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE", "MOBILIZE"]);
const OWNED = new Set([
  ...["of", "by", "from", "between", "against", "on", "with", "to", "for", "over", "in"],
  ...["into", "about", "towards", "toward"],
]);

/**
 * Whom an act concerns where its frame names no target, in order of trust: the owner of the thing it takes
 * ("rejected an Indian proposal"), the subject of the clause that follows ("demanded that the US cancel"), the
 * parties of the infinitive ("offered to hand two men over to Britain"), then complements of the act itself and, where it is
 * done "there", the place named last.
 * A state may be its own target only where the words name a part of it: its parliament, its protesters.
 */
export function completedTargets(match: Match, tree: Tree, named: MentionsByToken): readonly Party[] {
  const mentions = withoutTakenUp(match, tree, named);
  const own = new Set(match.sources.map(({ participant }) => participant.start));
  const actors = new Set(match.sources.map(({ participant }) => participant.actor));
  const shared = sharedThing(match, tree);
  const others = (parties: readonly Party[]): Party[] =>
    parties.filter(
      ({ participant: { actor, sector, start, text } }) =>
        actor !== null &&
        !own.has(start) &&
        (!actors.has(actor) ||
          (sector !== null && !PRONOUN.test(text) && !(shared !== undefined && OWN.test(text)))),
    );
  for (const found of candidates(match, tree, mentions)) {
    const parties = others(found.flatMap((at) => partiesOf(tree, at, mentions)));
    if (parties.length > 0) return parties;
  }
  for (const phrase of phrases(match, tree)) {
    const [party] = others(partiesWithin(tree, phrase, mentions)).filter(
      ({ participant: { actor, sector } }) => !actors.has(actor) || sector !== "BUS",
    );
    if (party !== undefined) return [party];
  }
  for (const named of shared === undefined ? [] : alongside(shared, match, tree)) {
    const parties = others(named.flatMap((at) => partiesIn(at, mentions)));
    const states = new Map(parties.map((party) => [party.participant.actor, party]));
    if (states.size > 1) return [];
    if (states.size === 1) return [...states.values()];
  }
  return [];
}

/** Acts upon what two states have between them. */
const BILATERAL: ReadonlySet<EventType> = new Set(["SANCTION", "COERCE", "REJECT", "THREATEN"]);

/**
 * "condemned Israel and recalled its ambassador": where what is broken off lies between two states and only one is named
 * with it, the other is the one named in the clauses joined to it, else in the sentence before it, else after it.
 */
function* alongside(
  thing: number,
  { head, unknownTargets }: Match,
  tree: Tree,
): Generator<readonly number[]> {
  if (unknownTargets.length > 0) return;
  if (childrenBy(tree, thing, "nmod").some((at) => OWNED.has(prepositionOf(tree, at)))) return;
  for (let verb = head; relation(tree, verb) === "conj"; verb = token(tree, verb).head) {
    const { head: earlier } = token(tree, verb);
    const later = new Set(childrenBy(tree, earlier, "conj").flatMap((at) => subtree(tree, at)));
    yield subtree(tree, earlier).filter((at) => !later.has(at));
  }
  const words = tree.tokens.map((_, at) => at);
  yield words.filter((at) => at < head);
  yield words.filter((at) => at > head);
}

/** What lies between two states among the words of an act upon it: relations, a border, an ambassador. */
function sharedThing({ frame, head, anchor }: Match, tree: Tree): number | undefined {
  if (frame.is !== "event" || !BILATERAL.has(frame.type) || !isVerbal(tree, head)) return undefined;
  return anchor.find((at) => at !== head && isWord(tree, at, BETWEEN_STATES));
}

/** The states that are named at a word. */
function partiesIn(at: number, mentions: MentionsByToken): readonly Party[] {
  return (mentions.get(at) ?? [])
    .filter(({ sector }) => sector === null || sector === "GOV")
    .map((mention) => ({ participant: participantOf(mention), role: mention.role, by: "owner" as const }));
}

/** "signed the pact, but Fiji never ratified it": a pronoun that stands for a thing among the words of the act is no party. */
function withoutTakenUp({ anchor }: Match, tree: Tree, named: MentionsByToken): MentionsByToken {
  const taken = anchor.filter((at) => thingMeant(tree, at) !== null);
  return taken.length === 0 ? named : new Map([...named].filter(([at]) => !taken.includes(at)));
}

/** Phrases of the act in which whom it concerns may stand at any depth, nearest first. */
function phrases(match: Match, tree: Tree): readonly number[] {
  const verbs = [match.head, ...(match.inner === null ? [] : [match.inner])].filter((at) =>
    isVerbal(tree, at),
  );
  return [
    ...match.anchor.filter((at) => at !== match.head && isNominal(tree, at)),
    ...verbs.flatMap((verb) => {
      const { objects, obliques, passive } = argumentsOf(tree, verb);
      return [
        ...(passive ? [] : objects),
        ...obliques.filter(({ preposition }) => TOWARDS.has(preposition)).map(({ at }) => at),
      ];
    }),
  ].filter((at) => !isWord(tree, at, DONE_TO));
}

/** Heads of phrases in which to look, group by group. */
function* candidates(match: Match, tree: Tree, mentions: MentionsByToken): Generator<readonly number[]> {
  const physical = match.frame.is === "event" && PHYSICAL.has(match.frame.type);
  const things = match.anchor.filter((at) => at !== match.head && isNominal(tree, at));
  yield things.filter((at) => !isWord(tree, at, DONE_TO));
  for (const thing of things) yield* around(tree, thing, physical);
  if (match.frame.is === "event" && match.frame.type === "AID") yield takers(tree, match.head);
  const { inner } = match;
  if (inner !== null && isVerbal(tree, inner)) {
    if (match.pattern.slots.some((slot) => slot.is === "clause")) yield surfaceSubjects(tree, inner);
    const { objects, indirect, obliques, passive } = argumentsOf(tree, inner);
    yield indirect;
    if (!passive) yield objects;
    for (const object of objects) yield* around(tree, object, physical);
    const complements = obliques.filter(({ preposition }) => TOWARDS.has(preposition)).map(({ at }) => at);
    yield complements;
    for (const complement of complements) yield* around(tree, complement, physical);
  }
  if (match.pattern.category === "predicate") yield* towhom(tree, match.head);
  if (isVerbal(tree, match.head)) {
    const { objects, indirect, obliques, passive } = argumentsOf(tree, match.head);
    const complements = obliques
      .filter(({ preposition }) => TOWARDS.has(preposition) || (preposition === "by" && !passive))
      .map(({ at }) => at);
    yield indirect;
    yield complements;
    for (const object of objects) yield* around(tree, object, physical);
    for (const complement of complements) yield* around(tree, complement, physical);
    // "pledged a million in aid to Togo": whom it is for may hang on what it is given as.
    yield obliques
      .filter(({ at }) => !complements.includes(at))
      .flatMap(({ at }) => childrenBy(tree, at, "nmod"))
      .filter((at) => TOWARDS.has(prepositionOf(tree, at)));
    const done = objects.some((object) => isWord(tree, object, DONE_TO) || isWord(tree, object, UPHEAVALS));
    if (physical || (done && match.frame.is === "event" && match.frame.type === "ACCUSE"))
      yield obliques.filter(({ preposition }) => preposition === "in").map(({ at }) => at);
    yield* byMeans(tree, match.head, physical);
    if (childrenBy(tree, match.head, "advmod").some((at) => tree.forms[at] === "there"))
      for (const [before] of [...mentions]
        .filter(([at, rows]) => at < match.head && rows.some(({ sector }) => sector !== "IGO"))
        .sort(([a], [b]) => b - a))
        yield [before];
    if (match.frame.is === "event") yield* beyond(tree, match, match.frame.type);
  }
}

/** For whom something is what is said of it: "for Ankara, …", "from the Indian perspective, … is a partner". */
function* towhom(tree: Tree, said: number): Generator<readonly number[]> {
  const { obliques } = argumentsOf(tree, said);
  yield obliques.filter(({ preposition }) => ["for", "to", "with"].includes(preposition)).map(({ at }) => at);
  yield childrenBy(tree, said, "obl").filter(
    (at) => prepositionOf(tree, at) === "from" && isWord(tree, at, VIEWPOINT),
  );
}

const VIEWPOINT = new Set(["perspective", "viewpoint", "standpoint", "point", "view"]);

/** Whom the means concern: "balances this by forging ties with Beijing". */
function* byMeans(tree: Tree, verb: number, physical: boolean): Generator<readonly number[]> {
  const gerunds = childrenBy(tree, verb, "advcl").filter(
    (at) => token(tree, at).xpos === "VBG" && prepositionOf(tree, at) === "by",
  );
  for (const gerund of gerunds) {
    const { objects, indirect, obliques } = argumentsOf(tree, gerund);
    yield [...indirect, ...objects];
    yield obliques.filter(({ preposition }) => TOWARDS.has(preposition)).map(({ at }) => at);
    for (const object of objects) yield* around(tree, object, physical);
  }
}

/** Who is given what a noun names where a verb says that they take it: "welcomed Japan's gift", "accepted the loan". */
function takers(tree: Tree, noun: number): readonly number[] {
  const { head } = token(tree, noun);
  const taken = head >= 0 && isNominal(tree, noun) && relation(tree, noun) === "obj";
  return taken && isWord(tree, head, TAKERS) ? argumentsOf(tree, head).subjects : [];
}

const CONDITION = new Set(["if", "unless", "until"]);

/** Whom a threat is aimed at, by what it asks of them, and whom a protest is aimed at, by what it is held for. */
function* beyond(tree: Tree, match: Match, type: EventType): Generator<readonly number[]> {
  const verbs = [match.head, ...(match.inner === null ? [] : [match.inner])];
  const clauses = verbs.flatMap((verb) => childrenBy(tree, verb, "advcl"));
  if (type === "THREATEN")
    yield clauses
      .filter((at) => CONDITION.has(prepositionOf(tree, at)))
      .flatMap((at) => surfaceSubjects(tree, at));
  if (type === "PROTEST")
    for (const purpose of clauses.filter((at) => prepositionOf(tree, at) === "to")) {
      const { objects, obliques } = argumentsOf(tree, purpose);
      yield objects;
      for (const object of objects) yield* around(tree, object, false);
      yield obliques.filter(({ preposition }) => TOWARDS.has(preposition)).map(({ at }) => at);
    }
}

/**
 * Who does it where a passive names no one, but the thing done is someone's: "Britain's withdrawal was completed". Where
 * the words name whom it concerns as well, a nationality is enough: "Nigerian aid to Niger was suspended".
 */
export function completedSources(match: Match, tree: Tree, mentions: MentionsByToken): readonly Party[] {
  if (match.unknownSources.length > 0) return [];
  const owning = match.anchor
    .filter((at) => at !== match.head && isNominal(tree, at))
    .flatMap((at) => [
      ...(match.targets.length > 0 ? owners(tree, at) : possessors(tree, at)),
      ...childrenBy(tree, at, "nmod").filter((child) => prepositionOf(tree, child) === "by"),
    ]);
  const owned = owning.flatMap((at) => [...partiesOf(tree, at, mentions)]);
  return owned.length > 0 ? owned : spokenIn(match, tree, mentions);
}

/** "was denounced in Yerevan": a capital in which something is praised or blamed stands for who does it. */
function spokenIn({ frame, head }: Match, tree: Tree, mentions: MentionsByToken): readonly Party[] {
  if (frame.is !== "event" || !(frame.type === "ACCUSE" || frame.type === "SUPPORT")) return [];
  if (!isVerbal(tree, head)) return [];
  const { obliques, passive } = argumentsOf(tree, head);
  if (!passive) return [];
  return obliques
    .filter(({ preposition }) => preposition === "in")
    .flatMap(({ at }) => [...partiesOf(tree, at, mentions)])
    .filter(({ participant, by }) => participant.sector === "GOV" && by === "head");
}

/** Who takes part in "Russia's invasion of Ukraine": who joins it acts on Ukraine, who condemns it speaks of Russia. */
function* aroundDeed(tree: Tree, noun: number, physical: boolean): Generator<readonly number[]> {
  const complements = (preposition: string): number[] =>
    childrenBy(tree, noun, "nmod", "obl").filter((at) => prepositionOf(tree, at) === preposition);
  if (physical) yield complements("of").flatMap((at) => conjuncts(tree, at));
  else {
    yield owners(tree, noun);
    yield complements("by");
    yield complements("of").flatMap((at) =>
      childrenBy(tree, at, "nmod").filter((child) => prepositionOf(tree, child) === "by"),
    );
  }
}

/** Owners and complements of a noun. */
function* around(tree: Tree, noun: number, physical: boolean): Generator<readonly number[]> {
  if (isWord(tree, noun, DONE_TO)) {
    yield* aroundDeed(tree, noun, physical);
    return;
  }
  yield possessors(tree, noun);
  yield childrenBy(tree, noun, "amod", "compound", "nmod").filter((at) => prepositionOf(tree, at) === "");
  yield childrenBy(tree, noun, "nummod").flatMap((number) => childrenBy(tree, number, "compound", "nmod"));
  const complements = childrenBy(tree, noun, "nmod").filter((at) => OWNED.has(prepositionOf(tree, at)));
  yield complements.flatMap((at) => conjuncts(tree, at));
  yield complements.flatMap((at) => lowComplements(tree, at).map(({ at: low }) => low));
}
