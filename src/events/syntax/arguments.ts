import { ASKING, AUTHORING, NOUN_CONTROL, OBJECT_CONTROL, WRITINGS } from "./control.ts";
import { childrenBy, isNominal, isWord, oncePerToken, relation, type Tree, token } from "./tree.ts";

/** A complement with the preposition before it, lower case, parts joined by `_`: `on`, `because_of`. */
export interface Oblique {
  readonly preposition: string;
  readonly at: number;
}

/** Who and what stands around a verb, however the sentence is built. All are heads of phrases. */
export interface Arguments {
  readonly passive: boolean;
  /** Who does it: the active subject, the agent of a passive, or the one that controls an infinitive. */
  readonly subjects: readonly number[];
  /** To whom or what it is done: the object, or the subject of a passive. */
  readonly objects: readonly number[];
  readonly indirect: readonly number[];
  readonly obliques: readonly Oblique[];
  /** Verbs in the infinitive or gerund that complete this one. */
  readonly infinitives: readonly number[];
  /** Finite clauses that complete this one. */
  readonly clauses: readonly number[];
}

/** "in the view of the Pentagon": who thinks so is no party to what is said. */
export const OPINION: ReadonlySet<string> = new Set([
  "view",
  "opinion",
  "word",
  "words",
  "judgement",
  "judgment",
]);
/** Prepositions that are written in two ways and mean the same. */
export const VARIANTS: Readonly<Record<string, string>> = {
  upon: "on",
  towards: "toward",
  amongst: "among",
};

const RELATIVE = new Set(["who", "which", "that", "whom", "whose", "what"]);

/** The preposition of a phrase, or an empty string. */
export const prepositionOf = oncePerToken((tree, at): string => {
  const [first] = childrenBy(tree, at, "case", "mark").filter(
    (child) => token(tree, child).upos !== "PART" || token(tree, child).form !== "'s",
  );
  if (first === undefined || /^['’]s?$/.test(token(tree, first).form)) return "";
  const parts = [first, ...childrenBy(tree, first, "fixed")];
  const written = parts.map((part) => token(tree, part).form.toLowerCase()).join("_");
  return VARIANTS[written] ?? written;
});

function isRelativePronoun(tree: Tree, at: number): boolean {
  return token(tree, at).upos === "PRON" && isWord(tree, at, RELATIVE);
}

export function isPassive(tree: Tree, verb: number): boolean {
  if (childrenBy(tree, verb, "nsubj:pass", "aux:pass", "csubj:pass").length > 0) return true;
  if (token(tree, verb).xpos !== "VBN") return false;
  const role = relation(tree, verb);
  if (childrenBy(tree, verb, "aux").length > 0) return false;
  if (role === "acl" && token(tree, verb).deprel !== "acl:relcl") return true;
  if (role === "amod") return true;
  if (role === "advcl" && childrenBy(tree, verb, "obj", "nsubj").length === 0) return true;
  return (
    role === "conj" &&
    childrenBy(tree, verb, "nsubj", "obj").length === 0 &&
    isPassive(tree, token(tree, verb).head)
  );
}

function ownSubjects(tree: Tree, verb: number): number[] {
  const nominal = childrenBy(tree, verb, "nsubj").filter(
    (at) => token(tree, at).deprel !== "nsubj:outer" && prepositionOf(tree, at) !== "as",
  );
  return nominal.length > 0 ? nominal : childrenBy(tree, verb, "csubj");
}

/** The grammatical subject of a clause that does not write one: by control, relative clause, coordination. */
function understoodSubjects(tree: Tree, verb: number, depth: number): readonly number[] {
  const { head, deprel } = token(tree, verb);
  if (head < 0 || depth > 8) return [];
  const role = relation(tree, verb);
  if (deprel === "acl:relcl") return [];
  if (role === "xcomp") {
    if (!isNominal(tree, head) || childrenBy(tree, head, "cop", "nsubj").length > 0) {
      const governor = argumentsOf(tree, head, depth + 1);
      if (isWord(tree, head, OBJECT_CONTROL) && !hasTo(tree, verb, head)) {
        const controller = [...governor.objects, ...governor.indirect];
        if (controller.length > 0) return controller;
        const asked = governor.obliques.filter(
          ({ preposition }) => preposition === "on" || preposition === "for" || preposition === "to",
        );
        if (asked.length > 0) return asked.map(({ at }) => at);
      }
      return governor.passive ? surfaceSubjects(tree, head, depth + 1) : governor.subjects;
    }
    return possessors(tree, head);
  }
  if (role === "acl") {
    if (token(tree, verb).xpos === "VBG") {
      const ofGerund = prepositionOf(tree, verb) === "of";
      if (isWord(tree, head, NOUN_CONTROL) || (ofGerund && token(tree, head).upos !== "PROPN"))
        return nominalDoers(tree, head, depth);
      const authors = isWord(tree, head, WRITINGS) ? authorsOf(tree, head, depth) : [];
      return authors.length > 0 ? authors : [head];
    }
    if (token(tree, verb).xpos === "VBN") return [head];
    const asked = isWord(tree, head, ASKING)
      ? childrenBy(tree, head, "nmod").filter(
          (at) => at < verb && /^(?:for|on|to)$/.test(prepositionOf(tree, at)),
        )
      : [];
    return asked.length > 0 ? asked : nominalDoers(tree, head, depth);
  }
  if (role === "advcl" || role === "ccomp") {
    if (tree.lemmas[head] === "take" && ownSubjects(tree, head).some((at) => tree.forms[at] === "it"))
      return childrenBy(tree, head, "obj", "iobj").slice(0, 1);
    if (
      isWord(tree, head, OBJECT_CONTROL) &&
      verb > head &&
      prepositionOf(tree, verb) !== "" &&
      prepositionOf(tree, verb) !== "by"
    ) {
      const { objects } = argumentsOf(tree, head, depth + 1);
      if (objects.length > 0) return objects;
      const asked = prepositionOf(tree, verb) === "to" ? calledOn(tree, head, depth) : [];
      if (asked.length > 0) return asked;
    }
    const finite =
      childrenBy(tree, verb, "mark").some((at) => token(tree, at).form.toLowerCase() !== "to") &&
      role === "ccomp";
    return finite ? [] : surfaceOrDoer(tree, head, prepositionOf(tree, verb) === "by", depth + 1);
  }
  if (role === "conj" || role === "parataxis") return surfaceSubjects(tree, head, depth + 1);
  return [];
}

/** "signed an order imposing tariffs": who stands behind a writing does what it does. */
function authorsOf(tree: Tree, writing: number, depth: number): readonly number[] {
  const owners = ownersOf(tree, writing);
  const { head } = token(tree, writing);
  if (owners.length > 0 || head < 0 || !isWord(tree, head, AUTHORING)) return owners;
  const { passive, subjects } = argumentsOf(tree, head, depth + 1);
  const role = relation(tree, writing);
  return (role === "obj" && !passive) || (role === "nsubj" && passive) ? subjects : [];
}

/** "called on Kosovo to release them": who is called on does what is called for. */
function calledOn(tree: Tree, head: number, depth: number): readonly number[] {
  const { obliques } = argumentsOf(tree, head, depth + 1);
  return obliques.filter(({ preposition }) => preposition === "on").map(({ at }) => at);
}

/** "a course that he had to drop": what has to be done is done by who has to, whatever stands as the object. */
function hasTo(tree: Tree, verb: number, head: number): boolean {
  return (
    tree.lemmas[head] === "have" &&
    childrenBy(tree, verb, "mark").some((at) => token(tree, at).form.toLowerCase() === "to")
  );
}

function surfaceOrDoer(tree: Tree, verb: number, doer: boolean, depth: number): readonly number[] {
  const { passive, subjects } = argumentsOf(tree, verb, depth);
  if (!passive) return subjects;
  return doer && subjects.length > 0 ? subjects : surfaceSubjects(tree, verb, depth);
}

/** The subject as it stands, whether the verb is active or passive. */
export function surfaceSubjects(tree: Tree, verb: number, depth = 0): readonly number[] {
  const own = ownSubjects(tree, verb).flatMap((at) => antecedent(tree, verb, at));
  return own.length > 0 ? own : understoodSubjects(tree, verb, depth);
}

/** A relative pronoun means the noun that its clause is about; anything else means itself. */
function antecedent(tree: Tree, verb: number, at: number): number[] {
  if (!isRelativePronoun(tree, at)) return [at];
  let clause = verb;
  for (let step = 0; step < 6; step++) {
    if (token(tree, clause).deprel === "acl:relcl") return [token(tree, clause).head];
    const { head } = token(tree, clause);
    if (head < 0 || !["conj", "xcomp", "ccomp"].includes(relation(tree, clause))) break;
    clause = head;
  }
  return [at];
}

/** "Qatar, where it plans to station troops": the noun that a clause with "where" is about. */
function placeOfClause(tree: Tree, verb: number): number[] {
  for (let clause = verb; clause >= 0; clause = token(tree, clause).head) {
    if (childrenBy(tree, clause, "advmod").some((at) => tree.forms[at] === "where" && at < verb))
      return token(tree, clause).deprel === "acl:relcl" ? [token(tree, clause).head] : [];
    if (relation(tree, clause) !== "xcomp") return [];
  }
  return [];
}

/** Who has a thing; "whose" means the noun that its clause is about. */
export function possessors(tree: Tree, noun: number): number[] {
  return childrenBy(tree, noun, "nmod:poss").flatMap((at) => {
    const verb = token(tree, noun).head;
    return verb >= 0 && isRelativePronoun(tree, at) ? antecedent(tree, verb, at) : [at];
  });
}

/** Whose a thing is: its possessor, or a capitalised word before it ("American consent"). */
export function owners(tree: Tree, noun: number): number[] {
  return [
    ...possessors(tree, noun),
    ...childrenBy(tree, noun, "amod", "compound", "nmod").filter(
      (at) =>
        token(tree, at).deprel !== "nmod:poss" &&
        prepositionOf(tree, at) === "" &&
        /^\p{Lu}/u.test(token(tree, at).form),
    ),
  ];
}

/** Whose a deed or a writing is, in its own phrase: its possessor, or what "of", "by" or "between" stands before. */
function ownersOf(tree: Tree, noun: number): readonly number[] {
  return [
    ...possessors(tree, noun),
    ...childrenBy(tree, noun, "nmod").filter(
      (at) =>
        ["by", "of", "between"].includes(prepositionOf(tree, at)) && token(tree, at).deprel !== "nmod:poss",
    ),
  ];
}

/**
 * Who does what a noun names: its possessor, its "of" or "by" phrase, the subject of the verb it completes, or the one of
 * whom it is said ("was the first to recognise").
 */
function nominalDoers(tree: Tree, noun: number, depth: number): readonly number[] {
  const owners = ownersOf(tree, noun);
  if (owners.length > 0) return owners;
  const said = saidOf(tree, noun);
  if (said.length > 0 && childrenBy(tree, noun, "amod").some((at) => isWord(tree, at, UNIQUE))) return said;
  const demonyms = childrenBy(tree, noun, "amod", "compound").filter((at) =>
    /^\p{Lu}/u.test(token(tree, at).form),
  );
  if (demonyms.length > 0) return demonyms;
  const { head } = token(tree, noun);
  const role = relation(tree, noun);
  if (head >= 0 && (role === "obj" || role === "obl" || role === "xcomp"))
    return surfaceSubjects(tree, head, depth + 1);
  return said;
}

/** Whom a noun is said of: "Italy is the first state", "became the first state". */
function saidOf(tree: Tree, noun: number): number[] {
  if (childrenBy(tree, noun, "cop").length > 0) return ownSubjects(tree, noun);
  const { head } = token(tree, noun);
  const became = relation(tree, noun) === "xcomp" && isWord(tree, head, BECOMING);
  return became ? ownSubjects(tree, head) : [];
}

const BECOMING: ReadonlySet<string> = new Set(["become", "remain"]);

/** "is the last African state to recognise it": after these the infinitive is done by whom the noun is said of. */
const UNIQUE: ReadonlySet<string> = new Set([
  "first",
  "last",
  "only",
  "latest",
  "next",
  "second",
  "third",
  "sole",
]);

/** Reads a verb's (or predicate adjective's or noun's) arguments off the tree, through voice, control, relative clauses and coordination. */
export function argumentsOf(tree: Tree, verb: number, depth = 0): Arguments {
  return depth === 0 ? argumentsAsked(tree, verb) : readArguments(tree, verb, depth);
}

const argumentsAsked = oncePerToken((tree, verb) => readArguments(tree, verb, 0));

function readArguments(tree: Tree, verb: number, depth: number): Arguments {
  const passive = isPassive(tree, verb);
  const surface = surfaceSubjects(tree, verb, depth);
  const obliques: Oblique[] = [];
  const agents: number[] = [];
  for (const at of childrenBy(tree, verb, "obl", "nmod")) {
    if (token(tree, at).deprel === "nmod:poss" || isWord(tree, at, OPINION)) continue;
    const preposition = prepositionOf(tree, at);
    const meant = antecedent(tree, verb, at);
    if (passive && preposition === "by") agents.push(...meant);
    else if (preposition !== "") obliques.push(...meant.map((noun) => ({ preposition, at: noun })));
  }
  obliques.push(...placeOfClause(tree, verb).map((at) => ({ preposition: "in", at })));
  if (relation(tree, verb) === "conj") obliques.push(...sharedObliques(tree, verb));
  if (passive && agents.length === 0) {
    const by = [...surface, ...obliques.map(({ at }) => at)]
      .flatMap((at) => childrenBy(tree, at, "nmod"))
      .filter((at) => prepositionOf(tree, at) === "by");
    agents.push(...by);
  }
  const objects = childrenBy(tree, verb, "obj").flatMap((at) => antecedent(tree, verb, at));
  const gap = [...gapObject(tree, verb, passive, objects), ...sharedObject(tree, verb, passive, objects)];
  const modified =
    passive && surface.length === 0 && isParticipleOfNoun(tree, verb) ? [token(tree, verb).head] : [];
  return {
    passive,
    subjects: passive ? agents : surface,
    objects: passive ? [...surface, ...modified, ...objects] : [...objects, ...gap],
    indirect: childrenBy(tree, verb, "iobj"),
    obliques,
    infinitives: [
      ...childrenBy(tree, verb, "xcomp"),
      ...childrenBy(tree, verb, "advcl", "ccomp").filter((at) =>
        childrenBy(tree, at, "mark").some((mark) => token(tree, mark).form.toLowerCase() === "to"),
      ),
    ],
    clauses: childrenBy(tree, verb, "ccomp"),
  };
}

/** "isolated and dependent on Beijing": a complement after the second of two words hangs on the first. */
function sharedObliques(tree: Tree, at: number): Oblique[] {
  return childrenBy(tree, token(tree, at).head, "obl")
    .filter((complement) => complement > at)
    .map((complement) => ({ preposition: prepositionOf(tree, complement), at: complement }))
    .filter(({ preposition }) => preposition !== "");
}

/** "recognised and later condemned the generals": an object written once, after the last of two verbs. */
function sharedObject(tree: Tree, verb: number, passive: boolean, objects: readonly number[]): number[] {
  if (passive || objects.length > 0 || childrenBy(tree, verb, "obl", "xcomp", "ccomp").length > 0) return [];
  const [next] = childrenBy(tree, verb, "conj").filter((at) => token(tree, at).upos === "VERB");
  if (next === undefined || childrenBy(tree, next, "nsubj").length > 0 || isPassive(tree, next)) return [];
  const written = childrenBy(tree, next, "obj");
  return written.length > 0 ? written : sharedObject(tree, next, false, written);
}

function isParticipleOfNoun(tree: Tree, verb: number): boolean {
  const role = relation(tree, verb);
  return (role === "acl" && token(tree, verb).deprel !== "acl:relcl") || role === "amod";
}

/** "the plan that Minsk supports", "the plan Minsk supports": the object is the noun the clause is about. */
function gapObject(tree: Tree, verb: number, passive: boolean, objects: readonly number[]): number[] {
  if (passive || objects.length > 0 || token(tree, verb).deprel !== "acl:relcl") return [];
  const own = ownSubjects(tree, verb);
  if (own.length === 0 || own.some((at) => isRelativePronoun(tree, at))) return [];
  const stranded = childrenBy(tree, verb, "obl").some((at) => isRelativePronoun(tree, at));
  return stranded ? [] : [token(tree, verb).head];
}
