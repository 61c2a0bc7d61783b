import { isPassive, prepositionOf } from "../syntax/arguments.ts";
import { OBJECT_CONTROL } from "../syntax/control.ts";
import { childrenBy, isNominal, isWord, relation, type Tree, token } from "../syntax/tree.ts";
import { ownTense } from "../tense.ts";
import { asksLeave } from "./asked-leave.ts";
import {
  AUXILIARIES,
  CONDITIONAL_MARKS,
  EVIDENCE,
  NEGATING_MARKS,
  OVER_CLAUSE,
  OWN_MARKS,
  REPORTING,
} from "./embedding.ts";
import {
  DENYING,
  EMBEDDING,
  embeddingWord,
  type Governed,
  limitedBy,
  OPEN,
  STOP,
  TRUTH,
} from "./governed.ts";
import type { Limit } from "./limit.ts";
import { LIKING, localLimits } from "./own-words.ts";

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
/** Verbs whose subject says with an infinitive what it has done: "claims to have recovered the base". */
const CLAIMING = new Set(["claim", "profess", "purport", "boast"]);

/** The conjunction of a clause, also where it stands as an adverb in it: "when", "where". */
function markOf(tree: Tree, clause: number): string {
  const adverb = childrenBy(tree, clause, "advmod").find((at) => token(tree, at).xpos === "WRB");
  return prepositionOf(tree, clause) || (adverb === undefined ? "" : (tree.forms[adverb] ?? ""));
}

/** "is close to signing" has not signed yet; "came close to signing" did not. */
const NEAR_TO = new Set(["close", "closer", "near", "nearer"]);

const COMING = new Set(["come", "get", "go", "draw", "edge"]);

function nearTo(tree: Tree, act: number, head: number): "negated" | "planned" | null {
  if (token(tree, act).xpos !== "VBG" || prepositionOf(tree, act) !== "to") return null;
  const near = isWord(tree, head, NEAR_TO)
    ? head
    : childrenBy(tree, head, "advmod", "xcomp").find((at) => at < act && isWord(tree, at, NEAR_TO));
  if (near === undefined) return null;
  const verb = near === head ? token(tree, head).head : head;
  return verb >= 0 && isWord(tree, verb, COMING) && ["past", "perfect"].includes(ownTense(tree, verb))
    ? "negated"
    : "planned";
}

const TEMPORAL = new Set(["after", "before", "until", "till", "when", "while", "as"]);

/** "will lift the ban after the troops leave": the present of a time clause beside what is itself still to come. */
function isStillToCome(tree: Tree, clause: number, head: number, mark: string): boolean {
  if (!TEMPORAL.has(mark) || !["present", "none"].includes(ownTense(tree, clause))) return false;
  const infinitive = childrenBy(tree, head, "mark").some((at) => tree.forms[at] === "to");
  return (
    infinitive ||
    localLimits(tree, head).some(({ modality }) => ["planned", "requested"].includes(modality)) ||
    childrenBy(tree, head, "aux").some((at) => ["would", "'d", "’d"].includes(tree.forms[at] ?? ""))
  );
}

/** What the verb above makes of an adverbial clause. */
export function adverbialLimit(tree: Tree, current: number, head: number): Governed {
  const mark = markOf(tree, current);
  const lemma = token(tree, head).lemma.toLowerCase();
  const makes = OVER_CLAUSE.get(lemma);
  const near = nearTo(tree, current, head);
  if (near !== null) return limitedBy(near, head);
  if (mark === "from" && HINDERING.has(lemma)) return limitedBy("negated", head);
  if (mark === "of" && OVER_CLAUSE.get(embeddingWord(tree, head)) === "negated")
    return limitedBy("negated", head);
  if (mark === "against" && token(tree, current).xpos === "VBG") return limitedBy("negated", head);
  if (CONDITIONAL_MARKS.has(mark) || NEGATING_MARKS.has(mark)) return STOP;
  if (mark === "to" || mark === "in_order_to" || mark === "so_as_to") {
    if (token(tree, head).upos === "ADJ" && isTooMuch(tree, head)) return limitedBy("negated", head);
    // "blocked the road to denounce it": to hinder something is the means, and not what is hindered.
    if (!HINDERING.has(lemma) && makes !== undefined && makes !== "asserted") return limitedBy(makes, head);
    return makes === "asserted" ? OPEN : limitedBy("planned", head);
  }
  if (OWN_MARKS.has(mark))
    return isStillToCome(tree, current, head, mark) ? limitedBy("planned", head, { stop: true }) : STOP;
  if (mark === "" && isFreeParticiple(tree, current, head)) return { ...OPEN, affirmed: true };
  if (mark !== "" && mark !== "by" && makes !== undefined && makes !== "asserted")
    return limitedBy(makes, head, { saying: makes === "reported" });
  return OPEN;
}

/** "did not leave, citing safety": what stands beside the verb is not denied with it. */
function isFreeParticiple(tree: Tree, clause: number, head: number): boolean {
  const first = Math.min(clause, ...childrenBy(tree, clause, "advmod", "aux"));
  return token(tree, clause).xpos === "VBG" && clause > head && tree.forms[first - 1] === ",";
}

/** What a verb or noun makes of its complement clause. */
export function clauseLimit(tree: Tree, current: number, head: number, role: string): Governed {
  if (asksLeave(tree, current)) return STOP;
  const listed =
    OVER_CLAUSE.get(embeddingWord(tree, head, EMBEDDING, current)) ??
    OVER_CLAUSE.get(token(tree, head).form.toLowerCase()) ??
    OVER_CLAUSE.get(token(tree, head).lemma.toLowerCase());
  const finite = isFiniteClause(tree, current);
  const closed = role !== "xcomp" && finite;
  if (finite && DENYING.has(token(tree, head).lemma.toLowerCase()) && ofReport(tree, head))
    return limitedBy("negated", head, { saying: true, closed: true });
  const reports = finite && REPORTING.has(token(tree, head).lemma.toLowerCase());
  const told =
    reports &&
    ((listed === "requested" && !isObliged(tree, current)) ||
      (listed === "conditional" && ["past", "perfect"].includes(ownTense(tree, current))));
  const held = finite && isWord(tree, head, OPINION_THAT) && isDone(tree, current);
  const makes = told || held ? "reported" : listed;
  if (role === "acl" && makes === "requested" && token(tree, current).xpos === "VBG") return OPEN;
  const infinitive = childrenBy(tree, current, "mark").some(
    (mark) => token(tree, mark).form.toLowerCase() === "to",
  );
  if (isWord(tree, head, TRUTH) && (role === "csubj" || role === "ccomp"))
    return limitedBy("conditional", head);
  if (role === "acl" && finite && isWord(tree, head, EVIDENCE)) return ofEvidence(tree, head);
  const { head: above } = token(tree, head);
  if (
    isNominal(tree, head) &&
    above >= 0 &&
    REPORTING.has(token(tree, head).lemma.toLowerCase()) &&
    relation(tree, head) === "obj" &&
    DENYING.has(token(tree, above).lemma.toLowerCase())
  )
    return limitedBy("negated", above, { saying: true, closed: true });
  if (infinitive && isPassive(tree, head) && HEARSAY.has(token(tree, head).lemma.toLowerCase()))
    return limitedBy("reported", head, { closed: true });
  if (infinitive && wouldLike(tree, head)) return limitedBy("planned", head);
  if (infinitive && role === "xcomp" && makes === "requested" && wantsFor(tree, head))
    return limitedBy("planned", head);
  if (infinitive && hasYet(tree, head)) return limitedBy("negated", head);
  if (infinitive && tree.lemmas[head] === "able" && ["past", "perfect"].includes(ownTense(tree, head)))
    return { limit: null, stop: false, closed };
  if (infinitive && role === "xcomp" && hasTo(tree, head, current)) return limitedBy("requested", head);
  if (infinitive && makes === undefined) {
    const open = openInfinitive(tree, head, role);
    if (open !== null) return limitedBy(open, head);
  }
  if (makes === undefined || makes === "asserted") {
    if (token(tree, head).lemma === "be" && infinitive) return limitedBy("planned", head);
    return { limit: null, stop: false, closed };
  }
  if (
    makes === "reported" &&
    !finite &&
    infinitive &&
    !isPassive(tree, head) &&
    !isWord(tree, head, CLAIMING)
  )
    return OPEN;
  if (makes === "negated" && DENYING.has(token(tree, head).lemma.toLowerCase()))
    return limitedBy("negated", head, { saying: true, closed: true });
  if (makes === "negated" && ["ban", "prohibit"].includes(token(tree, head).lemma) && finite)
    return { limit: null, stop: false, closed };
  return limitedBy(makes, head, {
    saying: makes === "reported" || makes === "requested",
    closed: closed || makes === "reported",
  });
}

/** "no evidence that" it happened denies it; "signs that" it did are hearsay. */
function ofEvidence(tree: Tree, noun: number): Governed {
  const { head } = token(tree, noun);
  const denied = head >= 0 && localLimits(tree, head).find(({ modality }) => modality === "negated");
  const none = localLimits(tree, noun).some(({ modality }) => modality === "negated");
  if (none) return OPEN;
  return denied ? limitedBy("negated", head, { stop: true }) : limitedBy("reported", noun, { closed: true });
}

/** "has to withdraw" asks for it and "had to withdraw" tells it; "I have to say" says it. */
function hasTo(tree: Tree, head: number, act: number): boolean {
  if (tree.lemmas[head] !== "have" || !["VBP", "VBZ"].includes(token(tree, head).xpos)) return false;
  return !REPORTING.has(tree.lemmas[act] ?? "") && tree.lemmas[act] !== "do";
}

const ORDINAL = new Set(["first", "second", "third", "last", "only", "latest", "next"]);

/**
 * What an infinitive is under a noun or adjective that the tables do not know: a way, means or time to do it is no
 * deed, nor is what is hard or easy; "the first to do it" did it, and "too weak to do it" did not. Where the tree hangs
 * what someone is asked or made to do on the noun, the verb above decides.
 */
function openInfinitive(tree: Tree, head: number, role: string): Limit["modality"] | null {
  if (role === "acl") {
    const words = [head, ...childrenBy(tree, head, "advmod", "amod")].map((at) => tree.forms[at] ?? "");
    const verb = relation(tree, head) === "obj" ? (tree.lemmas[token(tree, head).head] ?? "") : "";
    const asked = OBJECT_CONTROL.has(verb) && !HINDERING.has(verb) ? OVER_CLAUSE.get(verb) : undefined;
    if (asked !== undefined) return asked === "asserted" ? null : asked;
    const ranked = childrenBy(tree, head, "amod").some((at) => token(tree, at).xpos === "JJS");
    return ranked || words.some((word) => ORDINAL.has(word)) ? null : "planned";
  }
  if (token(tree, head).upos !== "ADJ") return null;
  return isTooMuch(tree, head) ? "negated" : "conditional";
}

/** "too weak": to do what follows. */
function isTooMuch(tree: Tree, adjective: number): boolean {
  return childrenBy(tree, adjective, "advmod").some((at) => tree.forms[at] === "too");
}

/** "rejected claims that …", where the clause hangs on the verb. */
function ofReport(tree: Tree, verb: number): boolean {
  return childrenBy(tree, verb, "obj").some((at) => REPORTING.has(token(tree, at).lemma.toLowerCase()));
}

/** Verbs of holding something to be so: of what is past they say that it happened. */
const OPINION_THAT = new Set(["think", "believe", "guess", "reckon"]);

function isDone(tree: Tree, verb: number): boolean {
  return (
    ["past", "perfect"].includes(ownTense(tree, verb)) &&
    !childrenBy(tree, verb, "aux").some((at) => AUXILIARIES.has(tree.forms[at] ?? ""))
  );
}

/** "should leave", "must leave", "that it leave": under a verb of saying, what it asks for. */
function isObliged(tree: Tree, verb: number): boolean {
  return (
    isSubjunctive(tree, verb) ||
    childrenBy(tree, verb, "aux").some((at) => ["should", "must", "ought"].includes(tree.forms[at] ?? ""))
  );
}

/** "that Japan send troops": a base form, tagged as a plural verb, after one who would do it. */
function isSubjunctive(tree: Tree, verb: number): boolean {
  const subject = childrenBy(tree, verb, "nsubj")[0];
  return (
    subject !== undefined &&
    token(tree, verb).xpos === "VBP" &&
    tree.forms[verb] === tree.lemmas[verb] &&
    childrenBy(tree, verb, "aux").length === 0 &&
    childrenBy(tree, subject, "conj").length === 0 &&
    (["NNP", "NN"].includes(token(tree, subject).xpos) ||
      ["he", "she", "it"].includes(tree.forms[subject] ?? ""))
  );
}

/** "would like to build": a wish, where "likes to build" is a habit. */
function wouldLike(tree: Tree, head: number): boolean {
  const wish = childrenBy(tree, head, "aux").some(
    (at) => AUXILIARIES.get(tree.forms[at] ?? "") === "conditional",
  );
  return wish && isWord(tree, head, LIKING);
}

/** "wants to negotiate", "asked to join": what someone wants or asks to do is their own; "want Iran to go" asks it of another. */
function wantsFor(tree: Tree, head: number): boolean {
  return (
    isWord(tree, head, WANTING) &&
    !isPassive(tree, head) &&
    childrenBy(tree, head, "obj", "iobj", "obl").length === 0
  );
}

const WANTING = new Set(["want", "ask", "propose", "request", "demand", "press", "push", "lobby"]);

/** "has yet to", "is yet to": not done so far. */
function hasYet(tree: Tree, head: number): boolean {
  return (
    ["have", "be"].includes(token(tree, head).lemma) &&
    childrenBy(tree, head, "advmod").some((at) => token(tree, at).form.toLowerCase() === "yet")
  );
}

function isFiniteClause(tree: Tree, verb: number): boolean {
  const { xpos } = token(tree, verb);
  if (["VBD", "VBP", "VBZ", "MD"].includes(xpos)) return true;
  return childrenBy(tree, verb, "aux", "cop").some((aux) =>
    ["VBD", "VBP", "VBZ", "MD"].includes(token(tree, aux).xpos),
  );
}
