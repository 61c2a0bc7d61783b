import { MODALITIES, type Modality } from "../../vocabulary/index.ts";
import { isPassive, OPINION, prepositionOf } from "../syntax/arguments.ts";
import { LIGHT_VERBS } from "../syntax/control.ts";
import {
  childrenBy,
  isNominal,
  isVerbal,
  isWord,
  relation,
  subtree,
  type Tree,
  token,
} from "../syntax/tree.ts";
import {
  ADJECTIVES,
  ADVERBS,
  AUXILIARIES,
  CONDITIONAL_MARKS,
  NEGATING_MARKS,
  OCCURRENCE,
  OVER_CLAUSE,
  OVER_NOUN,
  OWN_MARKS,
  REPORTING,
} from "./embedding.ts";

/** One thing in the sentence that limits what it asserts, with the word that does it. */
export interface Limit {
  readonly modality: Exclude<Modality, "asserted">;
  /** The token that sets the limit. */
  readonly at: number;
  /** For `reported`: the verb or noun of saying, whose subject is the speaker. */
  readonly saying: boolean;
  /** For `conditional`: a conjunction makes the whole clause a supposition. */
  readonly supposed?: boolean;
  /** For `reported`: a word such as "reported" or "alleged" says that the thing itself is hearsay. */
  readonly hearsay?: boolean;
}

/**
 * Everything between an act and the root of its sentence that limits it: negation, requests, conditions, plans,
 * hearsay. Negation cancels a negative word ("did not refuse"), and stops at finite clauses.
 */
export function limitsOf(tree: Tree, act: number): readonly Limit[] {
  const limits: Limit[] = [];
  let current = act;
  for (let step = 0; step <= tree.tokens.length; step++) {
    limits.push(...localLimits(tree, current));
    const { head } = token(tree, current);
    if (head < 0) {
      limits.push(...rootLimits(tree, current));
      return limits;
    }
    const over = governorLimit(tree, current, head);
    if (over.stop) return limits;
    if (over.limit) {
      if (isWord(tree, head, TRUTH)) {
        if (localLimits(tree, head).some(({ modality }) => modality === "negated"))
          limits.push({ modality: "negated", at: head, saying: false });
        return limits;
      }
      const turned = over.limit.modality === "negated" || isWord(tree, head, DOUBT);
      const negation = turned
        ? localLimits(tree, head).find(({ modality }) => modality === "negated")
        : undefined;
      if (negation) return limits;
      limits.push(over.limit);
    }
    if (over.closed) return [...limits, ...aboveClosed(tree, head)];
    current = head;
  }
  return limits;
}

/**
 * The modality that a list of limits gives: the first of the fixed order that occurs, else `asserted`. A negation
 * below a condition is a part of what is supposed ("if it fails to act"), and denies nothing. What is hearsay as a
 * whole ("its reported plans to build a base") is reported, whatever it is a plan of.
 */
export function strongest(limits: readonly Limit[]): Modality {
  const negation = limits.findIndex(({ modality }) => modality === "negated");
  const condition = limits.findLastIndex(({ modality, supposed }) => modality === "conditional" && supposed);
  if (negation >= 0 && condition > negation) return "conditional";
  const hearsay = limits.some((limit) => limit.hearsay);
  if (hearsay && !limits.some(({ modality }) => modality === "negated" || modality === "requested"))
    return "reported";
  return MODALITIES.find((modality) => limits.some((limit) => limit.modality === modality)) ?? "asserted";
}

/** Above a finite complement only hearsay and conditions still reach down; negation and plans belong to the verb above. */
function aboveClosed(tree: Tree, head: number): Limit[] {
  return limitsOf(tree, head).filter(({ modality }) => modality === "reported" || modality === "conditional");
}

function localLimits(tree: Tree, at: number): Limit[] {
  const limits: Limit[] = [];
  const add = (modality: Modality | undefined, by: number): void => {
    if (modality !== undefined && modality !== "asserted") limits.push({ modality, at: by, saying: false });
  };
  for (const child of childrenBy(tree, at, "advmod", "det", "cc", "discourse")) {
    const word = token(tree, child).form.toLowerCase();
    if (word === "longer" && tree.tokens[child - 1]?.form.toLowerCase() === "no") add("negated", child);
    if (word === "no" && relation(tree, child) !== "det") continue;
    if (word === "not" && isOnly(tree, child)) continue;
    add(ADVERBS.get(word), child);
  }
  for (const child of childrenBy(tree, at, "aux")) {
    const word = token(tree, child).form.toLowerCase();
    if ((word === "'d" || word === "’d") && token(tree, at).xpos === "VBN") continue;
    add(AUXILIARIES.get(word), child);
  }
  if (isImperative(tree, at)) add("requested", at);
  if (isVerbal(tree, at) || childrenBy(tree, at, "cop").length > 0)
    limits.push(...negativeArguments(tree, at));
  if (isNominal(tree, at)) {
    for (const child of childrenBy(tree, at, "amod", "det", "compound")) {
      const makes = ADJECTIVES.get(token(tree, child).form.toLowerCase());
      if (makes === "reported")
        limits.push({ modality: "reported", at: child, saying: false, hearsay: true });
      else add(makes, child);
    }
  }
  for (const mark of childrenBy(tree, at, "mark", "case")) {
    const word = [mark, ...childrenBy(tree, mark, "fixed")]
      .map((part) => token(tree, part).form.toLowerCase())
      .join("_");
    if (CONDITIONAL_MARKS.has(word))
      limits.push({ modality: "conditional", at: mark, saying: false, supposed: true });
    else if (NEGATING_MARKS.has(word)) add("negated", mark);
  }
  const condition = childrenBy(tree, at, "advcl").find((clause) =>
    childrenBy(tree, clause, "mark").some((mark) =>
      ["if", "unless"].includes(token(tree, mark).form.toLowerCase()),
    ),
  );
  if (condition !== undefined) add("conditional", condition);
  return limits;
}

/** A base form without subject, auxiliary or "to", as the main verb or coordinated with one: "release the hostages". */
function isImperative(tree: Tree, at: number): boolean {
  const { xpos, upos, head } = token(tree, at);
  if (upos !== "VERB" || xpos !== "VB" || childrenBy(tree, at, "nsubj", "aux", "mark", "expl").length > 0)
    return false;
  const role = relation(tree, at);
  if (role === "conj") return head >= 0 && isImperative(tree, head);
  return role === "root" || role === "parataxis";
}

/** "not only … but also" does not negate. */
function isOnly(tree: Tree, at: number): boolean {
  return tree.tokens[at + 1]?.form.toLowerCase() === "only";
}

/** "at no point", "in no way", "under no circumstances". */
const NEVER = new Set([
  "point",
  "time",
  "way",
  "circumstance",
  "circumstances",
  "case",
  "condition",
  "account",
  "moment",
  "stage",
]);

/** "none attracted …", "no country recognised …", "took no measures": the negation stands on an argument. */
function negativeArguments(tree: Tree, verb: number): Limit[] {
  const found: Limit[] = [];
  for (const argument of childrenBy(tree, verb, "nsubj", "obj", "obl")) {
    const word = token(tree, argument).form.toLowerCase();
    if (["none", "nobody", "nothing", "no-one", "neither"].includes(word))
      found.push({ modality: "negated", at: argument, saying: false });
    const no = childrenBy(tree, argument, "det", "advmod", "cc").find((det) =>
      ["no", "neither"].includes(token(tree, det).form.toLowerCase()),
    );
    const never = relation(tree, argument) !== "obl" || isWord(tree, argument, NEVER);
    if (no !== undefined && never) found.push({ modality: "negated", at: no, saying: false });
  }
  return found;
}

interface Governed {
  readonly limit: Limit | null;
  /** The climb ends: what is above says nothing about the act. */
  readonly stop: boolean;
  /** A finite complement: only hearsay and conditions reach down from above it. */
  readonly closed: boolean;
}

/** Prepositions after which what is named is taken for granted: "the same view regarding Russia's invasion". */
const PRESUPPOSING = new Set([
  "regarding",
  "concerning",
  "after",
  "following",
  "despite",
  "because_of",
  "amid",
  "during",
  "since",
  "before",
]);
/** "It is not true that": the negation is of the clause. */
const TRUTH = new Set(["true", "correct", "accurate", "right", "case"]);
/** What "no" before them makes certain. */
const DOUBT = new Set(["doubt", "question", "denial"]);
/** Passives that make hearsay of the infinitive after them: "is thought to be arming". */
const HEARSAY = new Set([
  "think",
  "believe",
  "report",
  "say",
  "understand",
  "rumour",
  "rumor",
  "allege",
  "suspect",
  "claim",
  "assume",
  "presume",
]);
/** Verbs after which "from" and a gerund say what was not done. */
const HINDERING = new Set([
  "stop",
  "keep",
  "prevent",
  "ban",
  "bar",
  "block",
  "discourage",
  "deter",
  "dissuade",
  "hinder",
  "prohibit",
  "restrain",
  "hold_back",
  "refrain",
]);
/** Verbs of saying that something is not so. */
const DENYING = new Set(["deny", "denial", "dismiss", "refute", "reject", "rebut", "repudiate", "disown"]);
const STOP: Governed = { limit: null, stop: true, closed: false };
const OPEN: Governed = { limit: null, stop: false, closed: false };

function governorLimit(tree: Tree, current: number, head: number): Governed {
  if (PRESUPPOSING.has(token(tree, head).form.toLowerCase())) return STOP;
  const role = relation(tree, current);
  const { deprel } = token(tree, current);
  if (deprel === "acl:relcl" || role === "appos" || role === "vocative" || role === "dislocated") return STOP;
  if (role === "parataxis")
    return saying(tree, head)
      ? { limit: { modality: "reported", at: head, saying: true }, stop: false, closed: true }
      : STOP;
  if (role === "conj" || role === "list") return conjunctLimit(tree, current, head);
  if (role === "advcl") return adverbialLimit(tree, current, head);
  if (
    role === "xcomp" ||
    role === "ccomp" ||
    role === "csubj" ||
    (role === "acl" && !isPassive(tree, current))
  )
    return clauseLimit(tree, current, head, role);
  if (role === "acl") return STOP;
  if (["obj", "obl", "nmod", "nsubj", "compound", "amod", "iobj"].includes(role))
    return nominalLimit(tree, current, head);
  return OPEN;
}

/** Later conjuncts share an auxiliary that they do not write: "will meet Xi and sign a treaty". */
function conjunctLimit(tree: Tree, current: number, head: number): Governed {
  if (isNominal(tree, current)) return OPEN;
  const ownFrame = childrenBy(tree, current, "aux", "nsubj", "mark").length > 0;
  if (ownFrame) {
    const { head: above } = token(tree, head);
    return above >= 0 &&
      ["ccomp", "xcomp", "advcl"].includes(relation(tree, head)) &&
      childrenBy(tree, current, "nsubj").length > 0 &&
      relation(tree, head) !== "ccomp"
      ? STOP
      : sharedGovernor(tree, head);
  }
  const shared = childrenBy(tree, head, "aux").find((aux) =>
    AUXILIARIES.has(token(tree, aux).form.toLowerCase()),
  );
  if (shared !== undefined && token(tree, current).xpos === "VB") {
    const modality = AUXILIARIES.get(token(tree, shared).form.toLowerCase());
    if (modality !== undefined && modality !== "asserted")
      return { ...skipLocal(tree, head), limit: { modality, at: shared, saying: false } };
  }
  return skipLocal(tree, head);
}

/** Continues above the first conjunct without taking over what limits only that one. */
function skipLocal(tree: Tree, head: number): { limit: Limit | null; stop: boolean; closed: boolean } {
  const above = token(tree, head).head;
  if (above < 0) return { limit: null, stop: true, closed: false };
  return { ...governorLimit(tree, head, above), closed: true };
}

function sharedGovernor(tree: Tree, head: number): Governed {
  return skipLocal(tree, head);
}

function adverbialLimit(tree: Tree, current: number, head: number): Governed {
  const mark = prepositionOf(tree, current);
  if (mark === "from" && HINDERING.has(token(tree, head).lemma.toLowerCase()))
    return { limit: { modality: "negated", at: head, saying: false }, stop: false, closed: false };
  if (mark === "of" && OVER_CLAUSE.get(embeddingWord(tree, head)) === "negated")
    return { limit: { modality: "negated", at: head, saying: false }, stop: false, closed: false };
  if (CONDITIONAL_MARKS.has(mark) || NEGATING_MARKS.has(mark)) return STOP;
  if (mark === "to" || mark === "in_order_to" || mark === "so_as_to") {
    const makes = OVER_CLAUSE.get(token(tree, head).lemma.toLowerCase());
    if (makes !== undefined && makes !== "asserted")
      return { limit: { modality: makes, at: head, saying: false }, stop: false, closed: false };
    return makes === "asserted"
      ? OPEN
      : { limit: { modality: "planned", at: head, saying: false }, stop: false, closed: false };
  }
  if (OWN_MARKS.has(mark)) return STOP;
  const makes = OVER_CLAUSE.get(token(tree, head).lemma.toLowerCase());
  if (mark !== "" && mark !== "by" && makes !== undefined && makes !== "asserted")
    return { limit: { modality: makes, at: head, saying: makes === "reported" }, stop: false, closed: false };
  return OPEN;
}

function clauseLimit(tree: Tree, current: number, head: number, role: string): Governed {
  const listed =
    OVER_CLAUSE.get(embeddingWord(tree, head, EMBEDDING, current)) ??
    OVER_CLAUSE.get(token(tree, head).form.toLowerCase()) ??
    OVER_CLAUSE.get(token(tree, head).lemma.toLowerCase());
  const finite = isFiniteClause(tree, current);
  const closed = role !== "xcomp" && finite;
  const told = listed === "requested" && finite && REPORTING.has(token(tree, head).lemma.toLowerCase());
  const makes = told && !isObliged(tree, current) ? "reported" : listed;
  const infinitive = childrenBy(tree, current, "mark").some(
    (mark) => token(tree, mark).form.toLowerCase() === "to",
  );
  if (isWord(tree, head, TRUTH) && (role === "csubj" || role === "ccomp"))
    return { limit: { modality: "conditional", at: head, saying: false }, stop: false, closed: false };
  const { head: above } = token(tree, head);
  if (
    isNominal(tree, head) &&
    above >= 0 &&
    REPORTING.has(token(tree, head).lemma.toLowerCase()) &&
    relation(tree, head) === "obj" &&
    DENYING.has(token(tree, above).lemma.toLowerCase())
  )
    return { limit: { modality: "negated", at: above, saying: true }, stop: false, closed: true };
  if (infinitive && isPassive(tree, head) && HEARSAY.has(token(tree, head).lemma.toLowerCase()))
    return { limit: { modality: "reported", at: head, saying: false }, stop: false, closed: true };
  if (infinitive && hasYet(tree, head))
    return { limit: { modality: "negated", at: head, saying: false }, stop: false, closed: false };
  if (makes === undefined || makes === "asserted") {
    if (token(tree, head).lemma === "be" && infinitive)
      return { limit: { modality: "planned", at: head, saying: false }, stop: false, closed: false };
    return { limit: null, stop: false, closed };
  }
  if (makes === "reported" && !finite && infinitive && !isPassive(tree, head)) return OPEN;
  if (makes === "negated" && DENYING.has(token(tree, head).lemma.toLowerCase()))
    return { limit: { modality: "negated", at: head, saying: true }, stop: false, closed: true };
  if (makes === "negated" && ["ban", "prohibit"].includes(token(tree, head).lemma) && finite)
    return { limit: null, stop: false, closed };
  return {
    limit: { modality: makes, at: head, saying: makes === "reported" || makes === "requested" },
    stop: false,
    closed: closed || makes === "reported",
  };
}

/** "should leave", "must leave": under a verb of saying, what it asks for. */
function isObliged(tree: Tree, verb: number): boolean {
  return childrenBy(tree, verb, "aux").some((at) =>
    ["should", "must", "ought"].includes(token(tree, at).form.toLowerCase()),
  );
}

/** "has yet to", "is yet to": not done so far. */
function hasYet(tree: Tree, head: number): boolean {
  return (
    ["have", "be"].includes(token(tree, head).lemma) &&
    childrenBy(tree, head, "advmod").some((at) => token(tree, at).form.toLowerCase() === "yet")
  );
}

function nominalLimit(tree: Tree, current: number, head: number): Governed {
  if (isVerbal(tree, head) && isWord(tree, head, LIGHT_VERBS) && relation(tree, current) !== "nsubj") {
    const makes = OVER_NOUN.get(token(tree, head).lemma.toLowerCase());
    return makes !== undefined && makes !== "asserted"
      ? { limit: { modality: makes, at: head, saying: false }, stop: false, closed: false }
      : OPEN;
  }
  if (PRESUPPOSING.has(prepositionOf(tree, current))) return STOP;
  if (relation(tree, current) === "nsubj" && OCCURRENCE.has(embeddingWord(tree, head, OCCURRENCE)))
    return OPEN;
  const passiveSubject = token(tree, current).deprel === "nsubj:pass";
  const makes =
    OVER_NOUN.get(embeddingWord(tree, head)) ?? OVER_NOUN.get(token(tree, head).lemma.toLowerCase());
  const role = relation(tree, current);
  const governs =
    role === "obj" ||
    role === "nmod" ||
    role === "compound" ||
    passiveSubject ||
    (role === "obl" && ["for", "of", "on", "against", "about"].includes(prepositionOf(tree, current)));
  if (governs && makes !== undefined && makes !== "asserted")
    return { limit: { modality: makes, at: head, saying: makes === "reported" }, stop: false, closed: false };
  if (role === "nmod" || role === "compound") return OPEN;
  return STOP;
}

const EMBEDDING = { has: (word: string): boolean => OVER_CLAUSE.has(word) || OVER_NOUN.has(word) };

/** The governor with its particle, as the tables write it: `rule_out`, `call_for`. */
function embeddingWord(
  tree: Tree,
  head: number,
  known: { readonly has: (word: string) => boolean } = EMBEDDING,
  without: number | null = null,
): string {
  const { lemma } = token(tree, head);
  const particle = childrenBy(tree, head, "compound:prt", "advmod", "xcomp", "obj")
    .filter((child) => child !== without)
    .map((child) => token(tree, child).form.toLowerCase());
  const candidate = particle.map((word) => `${lemma.toLowerCase()}_${word}`).find((word) => known.has(word));
  return candidate ?? lemma.toLowerCase();
}

function isFiniteClause(tree: Tree, verb: number): boolean {
  const { xpos } = token(tree, verb);
  if (["VBD", "VBP", "VBZ", "MD"].includes(xpos)) return true;
  return childrenBy(tree, verb, "aux", "cop").some((aux) =>
    ["VBD", "VBP", "VBZ", "MD"].includes(token(tree, aux).xpos),
  );
}

function saying(tree: Tree, at: number): boolean {
  return OVER_CLAUSE.get(token(tree, at).lemma.toLowerCase()) === "reported" && isVerbal(tree, at);
}

/** What hangs on the whole sentence: a speaker beside the quotation, "according to", a headline's infinitive, a question. */
function rootLimits(tree: Tree, root: number): Limit[] {
  const limits: Limit[] = [];
  const speech = childrenBy(tree, root, "parataxis").find(
    (at) => saying(tree, at) && childrenBy(tree, at, "nsubj", "expl").length > 0,
  );
  if (speech !== undefined) limits.push({ modality: "reported", at: speech, saying: true });
  const opinion = childrenBy(tree, root, "obl", "obj", "nmod").find(
    (at) => isWord(tree, at, OPINION) && prepositionOf(tree, at) === "in",
  );
  if (opinion !== undefined) limits.push({ modality: "reported", at: opinion, saying: true });
  const according = subtree(tree, root).find((at) => token(tree, at).form.toLowerCase() === "according");
  if (according !== undefined) limits.push({ modality: "reported", at: according, saying: true });
  const infinitive = childrenBy(tree, root, "mark").some(
    (mark) => token(tree, mark).form.toLowerCase() === "to",
  );
  if (infinitive && isVerbal(tree, root)) limits.push({ modality: "planned", at: root, saying: false });
  const last = tree.tokens.at(-1)?.form;
  if (last === "?") limits.push({ modality: "conditional", at: tree.tokens.length - 1, saying: false });
  return limits;
}
