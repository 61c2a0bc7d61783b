import { argumentsOf, possessors, prepositionOf, surfaceSubjects } from "./arguments.ts";
import { DONE_TO, LIGHT_VERBS, MEASURES, OBJECT_CONTROL } from "./control.ts";
import { childrenBy, isWord, oncePerToken, relation, type Tree, token } from "./tree.ts";

const LINKING = new Set([
  "be",
  "become",
  "remain",
  "stay",
  "stand",
  "seem",
  "appear",
  "prove",
  "look",
  "feel",
]);
const PARTITIVE = new Set(["one", "some", "many", "part", "among", "most", "several"]);

/** Whether a noun or adjective is said of a subject: "is an ally", "remained ready", "became a member". */
export function isPredicate(tree: Tree, at: number): boolean {
  if (childrenBy(tree, at, "cop", "aux:pass").length > 0) return true;
  const { head } = token(tree, at);
  if (head < 0) return false;
  const role = relation(tree, at);
  if (role === "conj") return isPredicate(tree, head);
  return (role === "xcomp" || role === "obj") && isWord(tree, head, LINKING);
}

/** Of whom a noun is said: the subject of a copula, the noun it stands in apposition to, or the subject where it follows "as". */
export const predicationSubjects = oncePerToken((tree, at): readonly number[] => {
  const { head } = token(tree, at);
  const role = relation(tree, at);
  if (isPredicate(tree, at)) {
    const linked = head >= 0 && role === "obj" && isWord(tree, head, LINKING);
    return surfaceSubjects(tree, linked ? head : at);
  }
  if (head < 0) return [];
  if (role === "appos") return [head];
  if (role === "nmod" && isWord(tree, head, PARTITIVE)) return predicationSubjects(tree, head);
  if (
    (role === "obl" || role === "advcl" || role === "nmod") &&
    ["as", "among", "amongst"].includes(prepositionOf(tree, at))
  ) {
    return isPredicateOrVerb(tree, head) ? surfaceSubjects(tree, head) : [];
  }
  if (role === "conj") return predicationSubjects(tree, head);
  if (
    role === "advcl" &&
    (token(tree, at).upos === "ADJ" || token(tree, at).xpos === "VBN") &&
    childrenBy(tree, at, "nsubj", "mark").length === 0
  )
    return surfaceSubjects(tree, head);
  if (role === "acl" && token(tree, at).upos === "ADJ") return [head];
  const apposed = childrenBy(tree, at, "appos");
  return apposed.length > 0 && token(tree, at).upos !== "PROPN" ? apposed : [];
});

function isPredicateOrVerb(tree: Tree, at: number): boolean {
  return token(tree, at).upos === "VERB" || childrenBy(tree, at, "cop", "nsubj").length > 0;
}

/** What stands around a noun that names an act. */
export interface NominalArguments {
  /** Its owner, agent or adjective of nationality, or the subject of the light verb that carries it. */
  readonly doers: readonly number[];
  readonly owners: readonly number[];
  readonly obliques: readonly { readonly preposition: string; readonly at: number }[];
  /** The light verb that carries the noun, if any. */
  readonly light: number | null;
}

export const nominalArguments = oncePerToken((tree, noun): NominalArguments => {
  const obliques = childrenBy(tree, noun, "nmod", "obl")
    .filter((at) => token(tree, at).deprel !== "nmod:poss")
    .map((at) => ({ preposition: prepositionOf(tree, at), at }))
    .filter(({ preposition }) => preposition !== "");
  const owners = possessors(tree, noun).flatMap((at) => ownerMeant(tree, noun, at));
  const demonyms = childrenBy(tree, noun, "amod", "compound", "nmod").filter(
    (at) =>
      prepositionOf(tree, at) === "" &&
      token(tree, at).deprel !== "nmod:poss" &&
      /^\p{Lu}/u.test(token(tree, at).form),
  );
  const low = obliques.flatMap(({ at }) => lowComplements(tree, at));
  const agents = [...obliques, ...low].filter(({ preposition }) => preposition === "by").map(({ at }) => at);
  const light = lightVerb(tree, noun);
  const carried = light === null ? null : argumentsOf(tree, light);
  return {
    doers: [...owners, ...demonyms, ...agents, ...(carried?.subjects ?? [])],
    owners: [...owners, ...demonyms],
    obliques: [...obliques, ...low, ...(carried?.obliques.filter(({ at }) => at !== noun) ?? [])],
    light,
  };
});

/** What is counted: in "hundreds of thousands of people" the people, else the noun itself. */
export function countedIn(tree: Tree, noun: number): number {
  if (!isWord(tree, noun, MEASURES)) return noun;
  const counted = childrenBy(tree, noun, "nmod").find((at) => prepositionOf(tree, at) === "of");
  return counted === undefined ? noun : countedIn(tree, counted);
}

const LOW = new Set(["by", "to", "from", "with", "against"]);

/**
 * "the sale of helicopters to Togo", "the extradition of a banker to Spain by Peru": what trees hang on the thing, or on
 * the complement before, belongs to the deed, unless the thing is a deed itself.
 */
export function lowComplements(tree: Tree, complement: number, depth = 0): NominalArguments["obliques"] {
  if (depth > 1 || isWord(tree, complement, DONE_TO)) return [];
  return childrenBy(tree, complement, "nmod", "obl")
    .map((at) => ({ preposition: prepositionOf(tree, at), at }))
    .filter(({ preposition }) => LOW.has(preposition))
    .flatMap((found) => [found, ...lowComplements(tree, found.at, depth + 1)]);
}

/** "condemned Russia for its attack": the pronoun means the object, whatever stands nearer. */
function ownerMeant(tree: Tree, noun: number, owner: number): readonly number[] {
  const { head } = token(tree, noun);
  const blamed =
    head >= 0 &&
    token(tree, owner).upos === "PRON" &&
    relation(tree, noun) === "obl" &&
    isWord(tree, head, OBJECT_CONTROL) &&
    ["for", "of", "over"].includes(prepositionOf(tree, noun));
  if (!blamed) return [owner];
  const { objects } = argumentsOf(tree, head);
  return objects.length > 0 ? objects : [owner];
}

function lightVerb(tree: Tree, noun: number): number | null {
  const { head } = token(tree, noun);
  if (head < 0) return null;
  const role = relation(tree, noun);
  if (role === "conj") return lightVerb(tree, head);
  if (role === "nmod" && prepositionOf(tree, noun) === "of" && isWord(tree, head, MEASURES))
    return lightVerb(tree, head);
  const carried = role === "obj" || token(tree, noun).deprel === "nsubj:pass" || role === "obl";
  return carried && token(tree, head).upos === "VERB" && isWord(tree, head, LIGHT_VERBS) ? head : null;
}
