import { createHash } from "node:crypto";
import {
  domainsOf,
  type Event,
  type EventType,
  type Evidence,
  intensity,
  lastDay,
  type Modality,
  type Participant,
  plannedType,
  type Quantity,
} from "../vocabulary/index.ts";
import { peopleAtHome } from "./at-home.ts";
import { attributionOf } from "./attribution.ts";
import { confidenceFeatures, confidenceOf } from "./confidence.ts";
import { contextsOf } from "./contexts.ts";
import { asEventDate, dateInSentence } from "./dating.ts";
import { completedSources, completedTargets } from "./frames/completion.ts";
import type { EventFrame } from "./frames/lexicon.ts";
import type { Match } from "./frames/match.ts";
import type { Limit } from "./modality/limit.ts";
import { limitsOf, strongest } from "./modality/modality.ts";
import { type MentionsByToken, type Party, participantOf, unresolvedParty } from "./participants.ts";
import { placeOf } from "./place.ts";
import { refusalIn, withoutRefusal } from "./refusal.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { SPEECH_ACTS } from "./speech-acts.ts";
import { childrenBy, extent, subtree, type Tree, token } from "./syntax/tree.ts";
import { isNarrated } from "./tense.ts";
import { undated } from "./undated.ts";

/** What is told as having happened, or as not having happened. */
const DONE: ReadonlySet<Modality> = new Set(["asserted", "reported", "negated"]);
const PROMISED: ReadonlySet<Modality> = new Set(["planned", "conditional"]);

/** The record of a frame that fired, or none where the sentence names too few of the parties. */
export function eventOf(match: Match, inner: Match | null, context: SentenceContext): Event[] {
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
  const expression = dateInSentence(
    tree,
    match.head,
    [...match.anchor, ...(match.light === null ? [] : [match.light])],
    context.dates,
    DONE.has(strongest(limits)),
  );
  const modality = modalityOf(
    limits,
    frame,
    (attribution?.party ?? false) && !(frame.type === "AGREE" && isNarrated(tree, match.head)),
    expression?.from ?? null,
    published,
  );
  const verb = match.pattern.category === "noun" ? match.light : match.head;
  const told = expression === null ? context : { ...context, narrative: null };
  const undatedAct = DONE.has(modality) ? undated(frame.type, verb, told) : null;
  const date = expression?.resolved ? asEventDate(expression) : undatedAct;
  const refused = refusal.length > 0;
  const promised = !refused && PROMISED.has(modality) && plannedType(frame.type) !== frame.type;
  const type = refused ? "REJECT" : promised ? plannedType(frame.type) : frame.type;
  const mode = promised || refused ? null : frame.mode;
  const innerType = inner?.frame.is === "event" ? inner.frame.type : null;
  const act = promised || refused ? frame.type : (frame.act ?? innerType);
  const fixed = [...frame.contexts, ...(inner?.frame.is === "event" ? inner.frame.contexts : [])];
  const contexts = contextsOf(tree, heads, fixed);
  const domains = domainsOf(contexts);
  const evidence = evidenceOf(match, context);
  const taken = new Set([...sides.sources, ...sides.targets].map(({ start }) => start));

  return [
    {
      id: recordId("e", context.document, evidence, type),
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

/** The words that name an act, its light verb and the act within it. */
function headsOf({ head, light }: Match, inner: Match | null): readonly number[] {
  return [head, ...(light === null ? [] : [light]), ...(inner === null ? [] : [inner.head])];
}

/** Types coded also where no table knows either side: who shot whom matters, who met whom does not. */
const AMONG_STRANGERS: ReadonlySet<EventType> = new Set([
  "ACCUSE",
  "ASSAULT",
  "COERCE",
  "PROTEST",
  "REJECT",
  "REQUEST",
  "RETREAT",
  "SANCTION",
  "THREATEN",
]);

/** An object pronoun never means its own subject: "Vucic thanked him". */
const OBJECT_PRONOUN = /^(?:him|her|it|them)$/i;

interface Sides {
  readonly symmetric: boolean;
  readonly sources: Participant[];
  readonly targets: Participant[];
}

/**
 * Who stands on which side. What is done together has all parties on one side once it is done; what one of them only
 * wants or plans runs from that one to the other. Null where the words name too few actors to say who did what to whom.
 */
function sidesOf(
  match: Match,
  inner: Match | null,
  frame: EventFrame,
  done: boolean,
  context: SentenceContext,
): Sides | null {
  const { tree, text, mentions } = context;
  const where = placeOf(tree, headsOf(match, inner), mentions, new Set(), text)?.state ?? null;
  const peopleOf = (
    at: number,
    side: "source" | "target",
    others: readonly Participant[],
  ): Participant | null => peopleAtHome(at, frame.type, side, where, others, context);
  const doers =
    match.sources.length > 0 || frame.reversed ? match.sources : completedSources(match, tree, mentions);
  const sources = distinct(doers);
  const someone = sources.length > 0 || match.unknownSources.length > 0;
  const named = distinct(
    match.targets.length > 0 ? match.targets : withoutSame(inner?.targets ?? [], match.sources),
  ).map((target) =>
    isOwnObject(target, sources) ? (otherBefore(target, sources, mentions) ?? target) : target,
  );
  const told = named.filter(
    (target) =>
      !sources.some(
        (source) =>
          source.actor === target.actor && (source.start === target.start || isOwnObject(target, sources)),
      ),
  );
  const joint = (frame.symmetric || match.mutual || frame.together) && distinctActors(sources).length >= 2;
  const noun = match.pattern.category === "noun";
  const completed =
    told.length > 0 || !someone || joint
      ? []
      : completedTargets({ ...match, sources: doers }, tree, mentions);
  const undergoers =
    told.length > 0 || joint || noun || completed.some(({ role }) => role === "who")
      ? []
      : match.anchor.flatMap((at) => (at === match.head ? [] : (peopleOf(at, "target", sources) ?? [])));
  const targets = told.length > 0 ? told : undergoers.length > 0 ? undergoers : distinct(completed);
  const strangers = match.unknownTargets.flatMap(
    (at) => peopleOf(at, "target", sources) ?? unresolvedParty(tree, at, text) ?? [],
  );
  if (frame.symmetric && !done && distinctActors(sources).length === 1 && targets.length > 0)
    return { symmetric: false, sources, targets };
  if (
    frame.symmetric ||
    match.mutual ||
    (frame.together && distinctActors(sources).length >= 2 && targets.length === 0)
  ) {
    const besides = match.besides.flatMap((at) => unresolvedParty(tree, at, text) ?? []);
    const all = distinctActors([...sources, ...targets, ...strangers, ...besides]);
    if (all.length >= 2) return { symmetric: true, sources: all, targets: [] };
    return null;
  }
  if (frame.reversed) {
    const hosts = sources.length > 0 ? sources : hostOf(match, tree, mentions);
    return hosts.length > 0 && targets.length > 0
      ? { symmetric: false, sources: targets, targets: hosts }
      : null;
  }
  if (sources.length === 0 && targets.length === 0 && !AMONG_STRANGERS.has(frame.type)) return null;
  if (sources.length === 0) {
    const unknown = match.unknownSources.flatMap(
      (at) => peopleOf(at, "source", targets) ?? unresolvedParty(tree, at, text) ?? [],
    );
    if (noun && unknown.length === 0 && match.light === null && targets.length === 0) return null;
    const undergoing = targets.length > 0 ? targets : strangers;
    if (undergoing.length === 0 && !(frame.alone && unknown.length > 0)) return null;
    return { symmetric: false, sources: unknown, targets: undergoing };
  }
  if (targets.length === 0 && strangers.length > 0) return { symmetric: false, sources, targets: strangers };
  const wantsTarget = match.pattern.slots.some(
    (slot) => slot.is === "party" && slot.role === "target" && !slot.optional,
  );
  if (
    targets.length === 0 &&
    !frame.alone &&
    !frame.together &&
    (wantsTarget || (noun && match.light === null))
  )
    return null;
  return { symmetric: false, sources, targets };
}

function isOwnObject({ actor, text }: Participant, sources: readonly Participant[]): boolean {
  return OBJECT_PRONOUN.test(text) && sources.some((source) => source.actor === actor);
}

/** Whom an object pronoun means that cannot mean its subject: the last other actor named before it. */
function otherBefore(
  { start }: Participant,
  sources: readonly Participant[],
  mentions: MentionsByToken,
): Participant | null {
  const own = new Set(sources.map(({ actor }) => actor));
  const others = [...mentions.values()]
    .flat()
    .filter((mention) => mention.end <= start && mention.actor !== null && !own.has(mention.actor))
    .sort((a, b) => b.start - a.start);
  return others[0] === undefined ? null : participantOf(others[0]);
}

/** Where the guest was received, where no host is named: "Putin was received in Hanoi". */
function hostOf(match: Match, tree: Tree, mentions: MentionsByToken): Participant[] {
  const places = childrenBy(tree, match.head, "obl", "nmod").flatMap((at) => mentions.get(at) ?? []);
  return places
    .filter(({ role, actor }) => role === "where" && actor !== null)
    .slice(0, 1)
    .map(participantOf);
}

function withoutSame(targets: readonly Party[], sources: readonly Party[]): Party[] {
  const known = new Set(sources.map(({ participant }) => participant.actor));
  return targets.filter(({ participant }) => !known.has(participant.actor));
}

function distinct(parties: readonly Party[]): Participant[] {
  return [
    ...new Map(
      parties.map(({ participant }) => [
        `${participant.actor}|${participant.sector}|${participant.actor === null ? participant.start : ""}`,
        participant,
      ]),
    ).values(),
  ];
}

function distinctActors(participants: readonly Participant[]): Participant[] {
  const seen = new Map<string, Participant>();
  for (const participant of participants) {
    const key = participant.actor ?? `${participant.name}@${participant.start}`;
    if (!seen.has(key)) seen.set(key, participant);
  }
  return [...seen.values()];
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
