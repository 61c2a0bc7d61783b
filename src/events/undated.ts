import { type EventDate, type EventType, firstDay, lastDay } from "../vocabulary/index.ts";
import { asEventDate, dateInSentence } from "./dating.ts";
import { asksLeave } from "./modality/asked-leave.ts";
import { REPORTING } from "./modality/embedding.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { SPEECH_ACTS } from "./speech-acts.ts";
import { isPassive } from "./syntax/arguments.ts";
import { ancestors, childrenBy, isHeadline, isWord, relation, type Tree, token } from "./syntax/tree.ts";
import { isNarrated, ownTense, tenseOf } from "./tense.ts";

/**
 * The date of something done that its sentence does not date. A verb that goes on with the story being told has the
 * story's date, and so has what someone then said; "we condemn", "is imposing sanctions" are done as they are
 * published; all else that a verb tells was done not after that.
 *
 * @param verb the verb that tells the act; null for a noun without one, which has no date.
 */
export function undated(type: EventType, verb: number | null, context: SentenceContext): EventDate | null {
  const { tree, published, dates } = context;
  if (verb === null) return null;
  const saying = sayingThen(tree, type, verb);
  const said = saying === null ? null : dateInSentence(tree, saying, [], dates, true);
  if (said !== null) return asEventDate(said);
  const narrative = context.narrative ?? (TALK.has(type) ? context.readout : null);
  const told = saying !== null || (isNarrated(tree, verb) && !isClaimed(tree, type, verb));
  if (narrative !== null && told) return { ...narrative, text: null, basis: "context" };
  const tells = tenseOf(tree, verb) !== "none" || asksLeave(tree, verb);
  if (published === null || !tells) return null;
  const end = lastDay(published);
  if (!isPerformed(tree, type, verb))
    return { start: null, end, precision: "range", text: null, basis: "publication" };
  const start = firstDay(published);
  return { start, end, precision: start === end ? "day" : "month", text: null, basis: "publication" };
}

/** "claimed the attack", where the attack itself is meant: it was done before it was claimed. */
function isClaimed(tree: Tree, type: EventType, verb: number): boolean {
  return !SPEECH_ACTS.has(type) && isWord(tree, verb, REPORTING);
}

/** The verb that tells that words which promise or denounce were said: "They said: we reject the offer". */
function sayingThen(tree: Tree, type: EventType, verb: number): number | null {
  if (!SPEECH_ACTS.has(type) || ownTense(tree, verb) !== "present") return null;
  for (let at = verb; at >= 0; at = token(tree, at).head) {
    const { head } = token(tree, at);
    if (head >= 0 && ["ccomp", "parataxis"].includes(relation(tree, at)) && isNarrated(tree, head))
      return head;
  }
  return null;
}

/** What is done at talks by talking. */
const TALK: ReadonlySet<EventType> = new Set([...SPEECH_ACTS, "CONSULT"]);

/** Types whose progressive announces what is being done, as well as acts of speech: "Canada is imposing sanctions". */
const ANNOUNCED: ReadonlySet<EventType> = new Set([...SPEECH_ACTS, "SANCTION"]);
const HABITUAL = new Set([
  "always",
  "often",
  "regularly",
  "repeatedly",
  "frequently",
  "usually",
  "routinely",
  "generally",
  "typically",
  "traditionally",
  "consistently",
  "constantly",
  "continually",
  "sometimes",
  "never",
  "still",
  "long",
]);
const WITHIN = new Set(["conj", "ccomp", "parataxis"]);

/** Whether the words do what they say: a present of speech in a main clause, neither a habit nor a headline. */
function isPerformed(tree: Tree, type: EventType, verb: number): boolean {
  if (SPEECH_ACTS.has(type) && asksLeave(tree, verb)) return true;
  if (!ANNOUNCED.has(type) || ownTense(tree, verb) !== "present" || isPassive(tree, verb) || isHeadline(tree))
    return false;
  const habit = childrenBy(tree, verb, "advmod").some((at) => HABITUAL.has(tree.forms[at] ?? ""));
  const path = [verb, ...ancestors(tree, verb)];
  return !habit && path.every((at) => token(tree, at).head < 0 || WITHIN.has(relation(tree, at)));
}
