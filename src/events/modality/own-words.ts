import type { Modality } from "../../vocabulary/index.ts";
import { childrenBy, isNominal, isVerbal, isWord, relation, type Tree, token } from "../syntax/tree.ts";
import { ownTense } from "../tense.ts";
import {
  ADJECTIVES,
  ADVERBS,
  AUXILIARIES,
  CONDITIONAL_MARKS,
  NEGATING_MARKS,
  OVER_CLAUSE,
  REPORTING,
} from "./embedding.ts";
import type { Limit } from "./limit.ts";

/** What limits an act in its own words: its adverbs, auxiliaries, negative arguments and conjunction. */
export function localLimits(tree: Tree, at: number): Limit[] {
  const limits: Limit[] = [];
  const add = (modality: Modality | undefined, by: number): void => {
    if (modality !== undefined && modality !== "asserted") limits.push({ modality, at: by, saying: false });
  };
  for (const child of childrenBy(tree, at, "advmod", "det", "cc", "discourse")) {
    const word = token(tree, child).form.toLowerCase();
    if (word === "longer" && tree.tokens[child - 1]?.form.toLowerCase() === "no") add("negated", child);
    if (word === "no" && relation(tree, child) !== "det") continue;
    if (word === "not" && (isOnly(tree, child) || tree.forms[child + 1] === "until")) continue;
    add(ADVERBS.get(word), child);
  }
  for (const child of childrenBy(tree, at, "aux")) {
    const word = token(tree, child).form.toLowerCase();
    if ((word === "'d" || word === "’d") && token(tree, at).xpos === "VBN") continue;
    if (isFormula(tree, at, word)) continue;
    add(isFutureOfPast(tree, at, word) ? "planned" : AUXILIARIES.get(word), child);
  }
  const isTo = isToBe(tree, at);
  if (isTo !== undefined) add("planned", isTo);
  const inverted = invertedCondition(tree, at);
  if (inverted !== undefined)
    limits.push({ modality: "conditional", at: inverted, saying: false, supposed: true });
  if (isImperative(tree, at)) add("requested", at);
  if (isGoingTo(tree, at)) add("planned", at);
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
    if (word === "due_to" && token(tree, at).xpos === "VB") add("planned", mark);
    if (word === "once" && ["past", "perfect"].includes(ownTense(tree, at))) continue;
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

/** "is going to": the word that makes a plan of what follows is as far off itself. */
function isGoingTo(tree: Tree, at: number): boolean {
  const { form, xpos } = token(tree, at);
  if (xpos !== "VBG" || form.toLowerCase() !== "going" || childrenBy(tree, at, "aux").length === 0)
    return false;
  return childrenBy(tree, at, "xcomp", "advcl").some((verb) =>
    childrenBy(tree, verb, "mark").some((mark) => mark === at + 1 && tree.forms[mark] === "to"),
  );
}

/** "we can confirm", "I must say", "would like": the auxiliary is a courtesy, and the thing said or wished for is. */
function isFormula(tree: Tree, at: number, auxiliary: string): boolean {
  if (
    AUXILIARIES.get(auxiliary) === "conditional" &&
    isWord(tree, at, LIKING) &&
    !["can", "may"].includes(auxiliary)
  )
    return true;
  if (!isWord(tree, at, REPORTING) || AUXILIARIES.get(auxiliary) === "planned") return false;
  if (childrenBy(tree, at, "advmod").some((child) => ADVERBS.get(tree.forms[child] ?? "") === "negated"))
    return false;
  const subject = childrenBy(tree, at, "nsubj")[0];
  return subject !== undefined && subject < at && ["i", "we"].includes(tree.forms[subject] ?? "");
}

export const LIKING = new Set(["like", "love", "prefer", "hate", "appreciate"]);

/** "and was to be received on Monday": what someone is to do is arranged, wherever in the sentence it stands. */
function isToBe(tree: Tree, at: number): number | undefined {
  const auxiliaries = childrenBy(tree, at, "aux", "cop");
  return childrenBy(tree, at, "mark").find(
    (mark) =>
      tree.forms[mark] === "to" &&
      auxiliaries.includes(mark - 1) &&
      /^(?:is|are|was|were)$/.test(tree.forms[mark - 1] ?? ""),
  );
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

/** "said it would send": the future of what is told in the past, unless a condition stands beside it. */
function isFutureOfPast(tree: Tree, at: number, auxiliary: string): boolean {
  const { head } = token(tree, at);
  return (
    auxiliary === "would" &&
    head >= 0 &&
    relation(tree, at) === "ccomp" &&
    token(tree, head).xpos === "VBD" &&
    OVER_CLAUSE.get(token(tree, head).lemma.toLowerCase()) === "reported" &&
    !childrenBy(tree, at, "aux").some((aux) => token(tree, aux).lemma.toLowerCase() === "have")
  );
}

/** "Had Greece vetoed it, …", "should they attack, …": the auxiliary before its subject, in no question. */
function invertedCondition(tree: Tree, at: number): number | undefined {
  const subject = childrenBy(tree, at, "nsubj")[0];
  if (subject === undefined || tree.tokens.at(-1)?.form === "?") return undefined;
  const [first] = childrenBy(tree, at, "aux");
  if (first === undefined || first > subject || tree.tokens.slice(first + 1, subject).some(isComma))
    return undefined;
  const opens = first === 0 || isComma(token(tree, first - 1));
  return opens && ["had", "should", "were"].includes(token(tree, first).form.toLowerCase())
    ? first
    : undefined;
}

function isComma({ form }: { readonly form: string }): boolean {
  return form === ",";
}

/** "not a single state", "not one of them". */
function isNotOne(tree: Tree, not: number): boolean {
  const next = tree.tokens[not + 1]?.form.toLowerCase() ?? "";
  return token(tree, not).form.toLowerCase() === "not" && ["a", "one", "any"].includes(next);
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
    const notOne = childrenBy(tree, argument, "advmod").find((not) => isNotOne(tree, not));
    if (notOne !== undefined && relation(tree, argument) !== "obl")
      found.push({ modality: "negated", at: notOne, saying: false });
    const no = childrenBy(tree, argument, "det", "advmod", "cc").find((det) =>
      ["no", "neither"].includes(token(tree, det).form.toLowerCase()),
    );
    const never = relation(tree, argument) !== "obl" || isWord(tree, argument, NEVER);
    if (no !== undefined && never) found.push({ modality: "negated", at: no, saying: false });
  }
  return found;
}
