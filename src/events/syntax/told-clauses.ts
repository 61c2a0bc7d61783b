import type { Token } from "../../language/index.ts";
import { REPORTING } from "../modality/embedding.ts";
import { CLAIM_VERBS, NOUN_CONTROL } from "./control.ts";
import { hasSubject, isCase, type Mend } from "./mend.ts";

/** "rejected as baseless a claim that": the noun after what it is called is what the verb takes. */
export function asBaseless(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const noun = word.deprel === "case" || word.deprel === "amod" ? word.head : at;
  const thing = tokens[noun];
  if (thing?.upos !== "NOUN" || thing.head < 0) return null;
  const above = tokens[thing.head] as Token;
  const called = above.upos === "ADJ" && thing.deprel === "obj" && isCase(tokens, thing.head, "as");
  if (called && at === noun)
    return tokens[above.head]?.upos === "VERB" && above.head < noun
      ? { head: above.head, deprel: "obj" }
      : null;
  const as = tokens.findIndex(
    ({ head, form, deprel }) => head === noun && form === "as" && deprel === "case",
  );
  const quality = tokens[as + 1];
  if (as < 0 || quality?.upos !== "ADJ" || quality.head !== noun || above.upos !== "VERB") return null;
  if (tokens[as + 2]?.deprel !== "det" || tokens[as + 2]?.head !== noun) return null;
  if (at === noun) return { head: thing.head, deprel: "obj" };
  if (at === as) return { head: as + 1, deprel: "case" };
  return at === as + 1 ? { head: thing.head, deprel: "xcomp" } : null;
}

/** "a Kenyan offer to train police": the infinitive right after such a noun says what is offered. */
export function offerTo(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.deprel !== "advcl" || word.xpos !== "VB") return null;
  const to = tokens.findIndex(({ head, form, deprel }) => head === at && form === "to" && deprel === "mark");
  const noun = tokens[to - 1];
  const verb = tokens[word.head];
  if (noun?.upos !== "NOUN" || noun.head !== word.head || verb?.upos !== "VERB") return null;
  return noun.deprel !== "obj" && NOUN_CONTROL.has(noun.lemma.toLowerCase())
    ? { head: to - 1, deprel: "acl" }
    : null;
}

/** "Chávez, Colombian officials maintained, gave": who says so stands right before the inserted verb. */
export function spokenWithin(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.deprel === "parataxis" && tokens[at - 1]?.deprel === "appos" && word.head < at - 1) {
    const root = tokens.findIndex(({ head }) => head < 0);
    const closed = tokens[at + 1]?.upos === "PUNCT" && tokens[word.head]?.upos !== "VERB";
    return closed && root > at && !hasSubject(tokens, at) ? { head: root, deprel: "parataxis" } : null;
  }
  const verb = tokens[at + 1];
  if (word.deprel !== "appos" || verb?.deprel !== "parataxis" || verb.upos !== "VERB") return null;
  const closed = tokens[at + 2] === undefined || tokens[at + 2]?.upos === "PUNCT";
  return closed && !hasSubject(tokens, at + 1) ? { head: at + 1, deprel: "nsubj" } : null;
}

/** "the allegation that it had blocked grain": a clause in which "that" has no part says what is alleged. */
export function contentClause(tokens: readonly Token[], at: number): Mend | null {
  const clause = tokens[at] as Token;
  const verb = clause.deprel === "obj" && clause.form === "that" ? clause.head : at;
  const { deprel, head, lemma } = tokens[verb] ?? clause;
  const noun = tokens[head];
  const that = tokens.findIndex(
    (word) => word.form === "that" && word.head === verb && word.deprel === "obj",
  );
  if (deprel !== "acl:relcl" || noun === undefined || that !== head + 1) return null;
  if (!REPORTING.has(noun.lemma.toLowerCase()) || CLAIM_VERBS.has(lemma.toLowerCase())) return null;
  if (!hasSubject(tokens, verb)) return null;
  if (at === that) return { head: verb, deprel: "mark" };
  return at === verb ? { head, deprel: "acl" } : null;
}

/** "plan to establish": an infinitive hung on a verb as a description completes it. */
export function completing(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.deprel !== "acl" || tokens[word.head]?.upos !== "VERB") return null;
  const led = tokens.some(({ head, deprel, form }) => head === at && deprel === "mark" && form === "to");
  return led ? { head: word.head, deprel: "xcomp" } : null;
}
