import {
  type Arguments,
  argumentsOf,
  type Oblique,
  owners,
  possessors,
  prepositionOf,
} from "../syntax/arguments.ts";
import { nominalArguments, predicationSubjects } from "../syntax/predication.ts";
import { thingMeant } from "../syntax/things-meant.ts";
import {
  ancestors,
  childrenBy,
  conjuncts,
  oncePerToken,
  relation,
  type Tree,
  token,
} from "../syntax/tree.ts";
import type { Pattern, Position, Slot } from "./pattern.ts";

/** What stands around the head, whatever kind of word it is; filled slots add words in which later slots are sought. */
export interface Surroundings extends Omit<Arguments, "passive"> {
  readonly agentless: boolean;
  readonly light: number | null;
  /** The noun that is said of the subject: "Belarus is Russia's ally". */
  readonly said: number | null;
}

export function surroundings(
  tree: Tree,
  head: number,
  { category, takesOf, takesOwner }: Pattern,
  headWords: readonly number[],
): Surroundings {
  const further = headWords.slice(1);
  switch (category) {
    case "noun":
      return (takesOf ? aroundNounOf : aroundNoun)(tree, head);
    case "predicate":
      if (further.length > 0) return aroundPredicate(tree, head, takesOwner, further);
      return (takesOwner ? aroundBareOwnedPredicate : aroundBarePredicate)(tree, head);
    case "verb":
      return further.length > 0 ? aroundVerb(tree, head, further) : aroundBareVerb(tree, head);
  }
}

const aroundNoun = oncePerToken((tree, noun) => nominalSurroundings(tree, noun, false));
const aroundNounOf = oncePerToken((tree, noun) => nominalSurroundings(tree, noun, true));
const aroundBarePredicate = oncePerToken((tree, at) => aroundPredicate(tree, at, false, []));
const aroundBareOwnedPredicate = oncePerToken((tree, at) => aroundPredicate(tree, at, true, []));
const aroundBareVerb = oncePerToken((tree, verb) => aroundVerb(tree, verb, []));

/** With `takesOf` the pattern asks itself for what "of" stands before. */
function nominalSurroundings(tree: Tree, head: number, takesOf: boolean): Surroundings {
  const nominal = nominalArguments(tree, head);
  const subjects = [...nominal.doers, ...predicationSubjects(tree, head)];
  const by = nominal.obliques.filter(
    ({ preposition }) =>
      preposition === "between" || preposition === "among" || (!takesOf && preposition === "of"),
  );
  return {
    subjects: [...subjects, ...by.map(({ at }) => at)],
    objects: [],
    indirect: [],
    obliques: nominal.obliques,
    infinitives: childrenBy(tree, head, "acl").filter((at) => childrenBy(tree, at, "mark").length > 0),
    clauses: childrenBy(tree, head, "acl", "ccomp"),
    agentless: true,
    light: nominal.light,
    said: null,
  };
}

/** With `takesOwner` the pattern asks itself for whose something is. */
function aroundPredicate(
  tree: Tree,
  head: number,
  takesOwner: boolean,
  further: readonly number[],
): Surroundings {
  const verbal = verbalSurroundings(tree, head, further);
  const owning = verbal.subjects.length > 0 || takesOwner ? [] : possessors(tree, head);
  return { ...verbal, subjects: [...predicationSubjects(tree, head), ...owning], said: head };
}

function aroundVerb(tree: Tree, verb: number, further: readonly number[]): Surroundings {
  const around = verbalSurroundings(tree, verb, further);
  return { ...around, subjects: around.subjects.flatMap((at) => meantBy(tree, verb, at)) };
}

/** What stands around a verb or predicate; `further` are the words of the head beside its own. */
function verbalSurroundings(tree: Tree, head: number, further: readonly number[]): Surroundings {
  const { subjects, objects, indirect, obliques, infinitives, clauses, passive } = argumentsOf(tree, head);
  const particles = new Set(further.map((at) => tree.forms[at] ?? ""));
  const afterParticle = obliques.filter(({ preposition }) => particles.has(preposition)).map(({ at }) => at);
  const stranded = nominalAfter(tree, head, particles);
  return {
    subjects,
    objects: [...objects, ...afterParticle, ...stranded],
    indirect,
    // "is bound by a treaty": what stands after "by" need not be who does it.
    obliques: passive ? [...obliques, ...subjects.map((at) => ({ preposition: "by", at }))] : obliques,
    infinitives,
    clauses: relation(tree, head) === "parataxis" ? [...clauses, token(tree, head).head] : clauses,
    agentless: passive || subjects.length === 0,
    light: null,
    said: null,
  };
}

/** "is one of the few states that recognise it": who does so is the one of whom the noun of the clause is said. */
function meantBy(tree: Tree, verb: number, subject: number): readonly number[] {
  if (!within(tree, verb, subject)) return [subject];
  const said = predicationSubjects(tree, subject).filter((at) => !within(tree, at, subject));
  return said.length > 0 ? said : [subject];
}

function within(tree: Tree, at: number, above: number): boolean {
  return ancestors(tree, at).includes(above);
}

/** Complements of the object that carry the particle's preposition: "pulled troops out of Syria". */
function nominalAfter(tree: Tree, verb: number, particles: ReadonlySet<string>): number[] {
  if (particles.size === 0) return [];
  return childrenBy(tree, verb, "obj")
    .flatMap((at) => childrenBy(tree, at, "nmod"))
    .filter((at) => particles.has(prepositionOf(tree, at)));
}

export function candidatesFor(
  position: Position,
  around: Surroundings,
  tree: Tree,
  used: ReadonlySet<number>,
  lastWords: number | null,
  slot: Slot,
): readonly number[] {
  switch (position.at) {
    case "subject":
      return around.subjects;
    case "subject-owner":
      return lastWords === null
        ? []
        : [
            ...owners(tree, lastWords),
            ...childrenBy(tree, lastWords, "nmod").filter((at) => prepositionOf(tree, at) === "of"),
          ];
    case "object": {
      const objects = slot.is === "party" ? [...around.indirect, ...around.objects] : around.objects;
      return objects.filter((at) => !used.has(at));
    }
    case "possessor": {
      const owned =
        position.prepositions === null
          ? around.said !== null
            ? [around.said]
            : around.objects
          : obliqueHeads(around, position.prepositions, tree, used, lastWords);
      return owned.flatMap((at) => owners(tree, at));
    }
    case "preposition":
      return obliqueHeads(around, position.prepositions, tree, used, lastWords);
  }
}

/** Complements of a preposition that belong to the head, to its object or to the words matched so far: attachment is not trusted. */
export function obliqueHeads(
  around: Surroundings,
  prepositions: ReadonlySet<string>,
  tree: Tree,
  used: ReadonlySet<number>,
  lastWords: number | null = null,
): readonly number[] {
  const near = [
    ...around.objects,
    ...around.indirect,
    ...(lastWords === null ? [] : [lastWords]),
    ...around.obliques.map(({ at }) => at),
  ].flatMap((at) => conjuncts(tree, thingMeant(tree, at) ?? at));
  const ofNear = near.flatMap((at) =>
    childrenBy(tree, at, "nmod")
      .filter((child) => token(tree, child).deprel !== "nmod:poss")
      .map((child) => ({ at: child, preposition: prepositionOf(tree, child) })),
  );
  const complements = [...around.obliques, ...ofNear];
  const found = complements.filter(({ preposition }) => prepositions.has(preposition)).map(({ at }) => at);
  const free = [...new Set(found)].filter((at) => !used.has(at));
  return free.length > 0 ? free : behindPlaces(tree, complements, prepositions);
}

/** Prepositions of place and time, behind which a complement of the act may hang: "talks at the palace with Xi". */
const SETTING: ReadonlySet<string> = new Set(["at", "in", "on", "during", "near", "over"]);
const BEHIND: ReadonlySet<string> = new Set(["with", "against", "between", "to", "from"]);

function behindPlaces(
  tree: Tree,
  complements: readonly Oblique[],
  prepositions: ReadonlySet<string>,
): readonly number[] {
  return complements
    .filter(({ preposition }) => SETTING.has(preposition))
    .flatMap(({ at }) => childrenBy(tree, at, "nmod"))
    .filter((at) => {
      const preposition = prepositionOf(tree, at);
      return prepositions.has(preposition) && BEHIND.has(preposition);
    });
}

/** After "to {help}", objects and complements are the infinitive's as well. */
export function withInfinitive(tree: Tree, around: Surroundings, verb: number): Surroundings {
  const own = argumentsOf(tree, verb);
  return {
    ...around,
    objects: [...own.objects, ...around.objects],
    indirect: own.indirect,
    obliques: [...own.obliques, ...around.obliques],
  };
}
