import { createHash } from "node:crypto";
import {
  domainsOf,
  type Event,
  type Evidence,
  intensity,
  lastDay,
  type Modality,
  plannedType,
  type Quantity,
} from "../vocabulary/index.ts";
import { attributionOf } from "./attribution.ts";
import { confidenceFeatures, confidenceOf } from "./confidence.ts";
import { contextsOf } from "./contexts.ts";
import type { FoundDate } from "./dates/index.ts";
import { asEventDate, dateInSentence } from "./dating.ts";
import type { EventFrame } from "./frames/lexicon.ts";
import { headsOf, type Match } from "./frames/match.ts";
import type { Limit } from "./modality/limit.ts";
import { limitsOf, strongest } from "./modality/modality.ts";
import { modeOf } from "./modes.ts";
import { byOwnDates } from "./own-dates.ts";
import { placeOf } from "./place.ts";
import { isSwornOff, refusalIn, withoutRefusal } from "./refusal.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { sidesOf } from "./sides.ts";
import { SPEECH_ACTS } from "./speech-acts.ts";
import { prepositionOf } from "./syntax/arguments.ts";
import { childrenBy, extent, isVerbal, relation, subtree, type Tree, token } from "./syntax/tree.ts";
import { isNarrated } from "./tense.ts";
import { undated } from "./undated.ts";

/** What is told as having happened, or as not having happened. */
const DONE: ReadonlySet<Modality> = new Set(["asserted", "reported", "negated"]);
const PROMISED: ReadonlySet<Modality> = new Set(["planned", "conditional"]);

/** The record of a frame that fired, or none where the sentence names too few of the parties. */
export function eventOf(match: Match, inner: Match | null, context: SentenceContext): Event[] {
  const dated = byOwnDates(match, context);
  return dated.length > 0
    ? dated.flatMap((share) => oneEvent(share.match, inner, context, share.date))
    : oneEvent(match, inner, context);
}

/** The record of an act, with the date that is its own or the one that its sentence gives it. */
function oneEvent(
  match: Match,
  inner: Match | null,
  context: SentenceContext,
  own?: FoundDate | null,
): Event[] {
  const { frame } = match;
  if (frame.is !== "event") return [];
  const { tree, text, published, mentions } = context;
  const refusal = refusalIn(match, tree);
  const limits = withoutRefusal(limitsOf(tree, match.head), refusal);
  const sides = sidesOf(match, inner, frame, DONE.has(strongest(limits)), context);
  if (sides === null) return [];

  const parties = [...match.sources, ...match.targets];
  const attribution = attributionOf(tree, limits, parties, mentions, text);
  const heads = headsOf(match, inner);
  const anchor = [...match.anchor, ...headsOf(match)];
  const expression =
    own === undefined
      ? dateInSentence(tree, match.head, anchor, context.dates, DONE.has(strongest(limits)))
      : own;
  const speaksForItself =
    refusal.length > 0 && sides.sources.some(({ actor }) => actor !== null && actor === attribution?.actor);
  const modality = modalityOf(
    speaksForItself ? limits.filter(({ modality }) => modality !== "reported") : limits,
    frame,
    (attribution?.party ?? false) && !(frame.type === "AGREE" && isNarrated(tree, match.head)),
    expression?.from ?? null,
    published,
  );
  const verb =
    match.pattern.category === "noun" ? (match.light ?? meanwhile(frame.type, match.head, tree)) : match.head;
  const told = expression === null ? context : { ...context, narrative: null };
  const undatedAct = DONE.has(modality) ? undated(frame.type, verb, told) : null;
  const date = expression?.resolved ? asEventDate(expression) : undatedAct;
  const refused = refusal.length > 0 || isSwornOff(match, inner, tree);
  const promised = !refused && PROMISED.has(modality) && plannedType(frame.type) !== frame.type;
  const type = refused ? "REJECT" : promised ? plannedType(frame.type) : frame.type;
  const mode = promised || refused ? null : modeOf(frame, match, tree);
  const innerType = inner?.frame.is === "event" ? inner.frame.type : null;
  const act = promised || refusal.length > 0 ? frame.type : (frame.act ?? innerType);
  const fixed = [...frame.contexts, ...(inner?.frame.is === "event" ? inner.frame.contexts : [])];
  const contexts = contextsOf(tree, heads, fixed);
  const domains = domainsOf(contexts);
  const evidence = evidenceOf(match, context);
  const taken = new Set([...sides.sources, ...sides.targets].map(({ start }) => start));

  return [
    {
      id: recordId(
        "e",
        context.document,
        evidence,
        own === undefined ? type : `${type}|${sides.targets.map(({ actor }) => actor).join("+")}`,
      ),
      document: context.document,
      type,
      mode,
      contexts,
      domain: domains[0] ?? "political",
      domains,
      act: act === type ? null : act,
      symmetric: sides.symmetric,
      sources: sides.sources,
      targets: sides.targets,
      date,
      place: placeOf(tree, heads, mentions, taken, text),
      modality,
      attribution,
      quantities: quantitiesOf(heads, match, context),
      evidence,
      score: intensity(type, mode),
      confidence: confidenceOf(
        confidenceFeatures(match, sides.sources.concat(sides.targets), modality, tree),
      ),
      rule: `${frame.id}: ${match.pattern.text}`,
    },
  ];
}

/** "thanked him during a visit to Oslo": the verb that tells what was done at a meeting tells when the meeting was. */
function meanwhile(type: EventFrame["type"], noun: number, tree: Tree): number | null {
  if (type !== "CONSULT" || relation(tree, noun) !== "obl") return null;
  const { head } = token(tree, noun);
  return ["during", "at", "on", "in"].includes(prepositionOf(tree, noun)) && isVerbal(tree, head)
    ? head
    : null;
}

function modalityOf(
  limits: readonly Limit[],
  frame: EventFrame,
  byParty: boolean,
  from: string | null,
  published: string | null,
): Modality {
  const modality = strongest(limits);
  if (modality === "reported" && byParty && SPEECH_ACTS.has(frame.type)) return "asserted";
  if (modality === "asserted" && from !== null && published !== null && from > lastDay(published))
    return "planned";
  return modality;
}

export function evidenceOf(match: Match, context: SentenceContext): Evidence {
  const { tree } = context;
  const near = match.anchor.filter((at) => Math.abs(at - match.head) <= 8);
  const words =
    match.light !== null && Math.abs(match.light - match.head) <= 6 ? [...near, match.light] : near;
  return evidenceAt(extent(tree, words.length > 0 ? words : [match.head]), context);
}

/** A sentence, and in it the words that a record rests on, by UTF-16 indices. */
export function evidenceAt(
  { start, end }: { readonly start: number; readonly end: number },
  { tree: { sentence }, text }: Pick<SentenceContext, "tree" | "text">,
): Evidence {
  return {
    sentence: text.slice(sentence.start, sentence.end),
    start: sentence.start,
    end: sentence.end,
    anchor: { text: text.slice(start, end), start, end },
  };
}

/** Numbers that stand in the phrases of the act. */
export function quantitiesOf(
  heads: readonly number[],
  match: Match,
  { tree, quantities }: SentenceContext,
): Quantity[] {
  if (quantities.length === 0) return [];
  const phrases = [...new Set([...heads, ...match.anchor])].flatMap((head) => [
    head,
    ...childrenBy(tree, head, "obj", "obl", "nmod", "nsubj", "nsubj:pass", "nummod", "amod"),
  ]);
  const tokens = phrases
    .flatMap((at) => (heads.includes(at) ? [at] : subtree(tree, at)))
    .map((at) => token(tree, at));
  return quantities.filter(({ start, end }) => tokens.some((word) => word.start < end && word.end > start));
}

/** An id that stays the same as long as the words, their place and what they are coded as do. */
export function recordId(prefix: "e" | "t", document: string, evidence: Evidence, what: string): string {
  const { anchor } = evidence;
  const hash = createHash("sha256").update(`${document}|${anchor.start}|${anchor.end}|${what}`).digest("hex");
  return `${prefix}_${hash.slice(0, 16)}`;
}
