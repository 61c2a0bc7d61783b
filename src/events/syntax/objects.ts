import type { Token } from "../../language/index.ts";
import { GIVING, NOUN_CONTROL } from "./control.ts";
import { FINITE, hasSubject, isCase, type Mend } from "./mend.ts";

/** "offered Turkish firms the right to buy": of two objects of a verb of giving, the first is who gets it. */
export function givenTo(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const verb = tokens[word.head];
  if (word.deprel !== "obj" || verb === undefined || !GIVING.has(verb.lemma.toLowerCase())) return null;
  const later = tokens.findIndex(
    ({ head, deprel, upos }, index) =>
      index > at && head === word.head && deprel === "obj" && upos === "NOUN",
  );
  const apart = tokens.slice(at, later).some(({ form }) => form === ",");
  return later > at && !apart ? { head: word.head, deprel: "iobj" } : null;
}

/** "had been given money": the noun after the passive of a verb of giving is what is given. */
export function thingGiven(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.upos !== "NOUN" || word.deprel !== "xcomp") return null;
  const verb = tokens[word.head];
  const passive = tokens.some(({ head, deprel }) => head === word.head && deprel === "aux:pass");
  return passive && verb !== undefined && GIVING.has(verb.lemma.toLowerCase())
    ? { head: word.head, deprel: "obj" }
    : null;
}

/** "is to visit", "plan to hold": the noun phrase before a verb that has no other subject; "the aim is to" is not one. */
export function outerSubject(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const verb = tokens[word.head];
  if (verb?.upos !== "VERB" || word.head < at) return null;
  const outer = word.deprel === "nsubj:outer" && !NOUN_CONTROL.has(word.lemma.toLowerCase());
  const named = word.deprel === "compound" && word.upos === "PROPN" && FINITE.has(verb.xpos);
  return (outer || named) && !hasSubject(tokens, word.head) ? { head: word.head, deprel: "nsubj" } : null;
}

/** "received from Tanzania two boats": what follows a verb without a preposition is its object. */
export function bareObject(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const verb = tokens[word.head];
  if (word.upos !== "NOUN" || word.deprel !== "obl" || word.head > at || verb?.upos !== "VERB") return null;
  const taken = tokens.some(
    ({ head, deprel }, index) =>
      (head === word.head && /^(?:obj|ccomp|xcomp|aux:pass|nsubj:pass|compound:prt)$/.test(deprel)) ||
      (head === at && (deprel === "case" || deprel === "mark") && index < at),
  );
  return taken || TIMES.test(word.lemma) ? null : { head: word.head, deprel: "obj" };
}

const TIMES =
  /^(?:second|minute|hour|day|night|morning|afternoon|evening|week|weekend|fortnight|month|quarter|year|decade|century|time|moment|spring|summer|autumn|fall|winter|today|yesterday|tomorrow|while|home|way)$/i;

/** "condemned the deportation of Haitians by the republic": who does it belongs to the noun where the verb is active. */
export function doneBy(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const verb = tokens[word.head];
  if (word.upos !== "PROPN" || !word.deprel.startsWith("obl") || verb?.upos !== "VERB" || word.head > at)
    return null;
  if (!isCase(tokens, at, "by")) return null;
  const deed = tokens.findIndex(
    ({ head, deprel, upos }, index) =>
      head === word.head && deprel === "obj" && upos === "NOUN" && index < at,
  );
  const passive = tokens.some(({ head, deprel }) => head === word.head && deprel.endsWith(":pass"));
  const done = tokens.some(
    ({ head, deprel }, index) => head === deed && deprel === "nmod" && isCase(tokens, index, "of"),
  );
  return deed >= 0 && !passive && done ? { head: deed, deprel: "nmod" } : null;
}

/** "pulled out of the pact", "cut off supplies": a particle right after its verb, taken for a preposition of the noun. */
export function particle(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const verb = tokens[at - 1];
  const after = tokens[at + 1];
  if (word.deprel !== "case" || verb?.upos !== "VERB") return null;
  const second = after?.deprel === "case" && after.head === word.head && /^(?:of|from)$/.test(after.form);
  const ofObject = tokens[word.head]?.deprel === "obj" && tokens[word.head]?.head === at - 1;
  return word.xpos === "RP" || second || ofObject ? { head: at - 1, deprel: "compound:prt" } : null;
}
