import type { EventType, Participant } from "../vocabulary/index.ts";
import { peopleAtHome } from "./at-home.ts";
import { completedSources, completedTargets } from "./frames/completion.ts";
import { mayAct } from "./frames/fill-slot.ts";
import type { EventFrame } from "./frames/lexicon.ts";
import { headsOf, type Match } from "./frames/match.ts";
import { targetAtHome } from "./home-target.ts";
import { REPORTING } from "./modality/embedding.ts";
import {
  type MentionsByToken,
  type Party,
  participantOf,
  partiesOf,
  unresolvedParty,
} from "./participants.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { argumentsOf, possessors, surfaceSubjects } from "./syntax/arguments.ts";
import { SENDING } from "./syntax/control.ts";
import { childrenBy, isWord, relation, type Tree, token } from "./syntax/tree.ts";

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

/** "Troops left their bases in Mali": what is one's own is no other party where another is found. */
const OWN = /^(?:his|her|its|their|our|my)(?:\s|$)/i;

const OF_ONES_OWN = /^(?:his|her|its|their)(?:\s|$)/i;

/** The doers of an act and those it is done to. */
export interface Sides {
  readonly symmetric: boolean;
  readonly sources: Participant[];
  readonly targets: Participant[];
}

/**
 * Who stands on which side. What is done together has all parties on one side once it is done; what one of them only
 * wants or plans runs from that one to the other. Null where the words name too few actors to say who did what to whom.
 */
export function sidesOf(
  match: Match,
  inner: Match | null,
  frame: EventFrame,
  done: boolean,
  context: SentenceContext,
): Sides | null {
  const { tree, text, mentions } = context;
  const act = { type: frame.type, heads: headsOf(match, inner) };
  if (isWarningOfOthers(match, tree, mentions)) return null;
  const strangerAt = (at: number, side: "source" | "target", others: readonly Participant[]) =>
    peopleAtHome(at, act, side, others, context) ?? unresolvedParty(tree, at, text) ?? [];
  const doers =
    match.sources.length > 0 || frame.reversed ? match.sources : completedSources(match, tree, mentions);
  const sources = distinct(doers);
  const someone = sources.length > 0 || match.unknownSources.length > 0;
  const named = distinct(
    match.targets.length > 0 ? match.targets : withoutSame(inner?.targets ?? [], match.sources),
  ).map((target) => {
    if (isItselfAgain(target, sources)) return { ...target, actor: null, sector: null };
    const own = isOwnObject(target, sources) || isOwnMinister(target, sources, frame.type);
    return own ? (otherBefore(target, sources, mentions) ?? target) : target;
  });
  const others = named.filter(
    (target) =>
      !sources.some(
        (source) =>
          source.actor === target.actor && (source.start === target.start || isOwnObject(target, sources)),
      ),
  );
  const own = others.filter(
    (target) => OWN.test(target.text) && sources.some(({ actor }) => actor === target.actor),
  );
  const told = others.filter((target) => !own.includes(target));
  const joint = (frame.symmetric || match.mutual || frame.together) && distinctActors(sources).length >= 2;
  const noun = match.pattern.category === "noun";
  const completed =
    told.length > 0 || !someone || joint
      ? []
      : completedTargets({ ...match, sources: doers }, tree, mentions);
  const undergone =
    told.length > 0 || joint || noun || completed.some(({ role }) => role === "who")
      ? []
      : undergoneIn(match, tree);
  const undergoers = undergone.flatMap((at) => peopleAtHome(at, act, "target", sources, context) ?? []);
  const sought = undergoers.length > 0 ? undergoers : distinct(completed);
  const claimed = own.filter(({ text }) => OF_ONES_OWN.test(text));
  const injured = claimed.length === others.length ? complaining(match, claimed, sources, context) : null;
  const targets = injured ?? (told.length > 0 ? told : sought.length > 0 ? sought : own);
  const unknown = match.unknownTargets.flatMap((at) => strangerAt(at, "target", sources));
  const people =
    frame.alone || sources.length > 0
      ? undergone.filter((at) => mayAct(tree, at, { ...context, humans: context.lexicon.humans }))
      : [];
  const strangers =
    unknown.length > 0 ? unknown : people.flatMap((at) => unresolvedParty(tree, at, text) ?? []);
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
    const doing = match.unknownSources.flatMap((at) => strangerAt(at, "source", targets));
    if (noun && doing.length === 0 && match.light === null && targets.length === 0) return null;
    const undergoing = targets.length > 0 ? targets : strangers;
    if (undergoing.length === 0 && !(frame.alone && doing.length > 0)) return null;
    return { symmetric: false, sources: doing, targets: undergoing };
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
  const home = targets.length === 0 ? targetAtHome(frame.type, act.heads, sources, context) : null;
  return { symmetric: false, sources, targets: home === null ? targets : [home] };
}

/** "warned that Israel would strike Lebanon": who foretells what another will do threatens no one. */
function isWarningOfOthers(match: Match, tree: Tree, mentions: MentionsByToken): boolean {
  const { frame, inner, sources } = match;
  if (frame.is !== "event" || frame.type !== "THREATEN" || inner === null) return false;
  if (!match.pattern.slots.some((slot) => slot.is === "clause" && slot.words !== null)) return false;
  if (isWord(tree, inner, SUFFERING)) return false;
  const doers = surfaceSubjects(tree, inner)
    .flatMap((at) => [...partiesOf(tree, at, mentions)])
    .map(({ participant: { actor } }) => actor);
  const own = new Set(sources.map(({ participant: { actor } }) => actor));
  return doers.length > 0 && !doers.some((actor) => own.has(actor));
}

/** What one is warned that one will do oneself: regret it; or that something is: an act of war. */
const SUFFERING = new Set(["regret", "amount", "face", "pay", "suffer"]);

/** Acts that no one does to what is their own. */
const HOSTILE: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE", "THREATEN"]);

/** "Manila said a Chinese ship had rammed its vessel": what is attacked is not the attacker's but that of who says so. */
function complaining(
  { frame, head }: Match,
  own: readonly Participant[],
  sources: readonly Participant[],
  { tree, mentions }: SentenceContext,
): Participant[] | null {
  if (own.length === 0 || frame.is !== "event" || !HOSTILE.has(frame.type)) return null;
  let at = head;
  while (relation(tree, at) === "conj") at = token(tree, at).head;
  const { head: saying } = token(tree, at);
  if (saying < 0 || relation(tree, at) !== "ccomp" || !isWord(tree, saying, REPORTING)) return null;
  const speakers = argumentsOf(tree, saying).subjects.flatMap((subject) => [
    ...partiesOf(tree, subject, mentions),
  ]);
  const others = distinct(speakers).filter(
    ({ actor }) => actor !== null && !sources.some((one) => one.actor === actor),
  );
  return others.length > 0 ? others : null;
}

/** "Norway urged the government to return to the table": a state named as a whole speaks to another's government. */
function isItselfAgain({ actor, text, start }: Participant, sources: readonly Participant[]): boolean {
  return (
    /^the /i.test(text) &&
    sources.length > 0 &&
    sources.every((source) => source.actor === actor && source.sector === null && source.start < start)
  );
}

/** Those among the words of an act to whom it may be done: "arrested an activist", "pardoned two hundred prisoners". */
function undergoneIn({ anchor, head, pattern }: Match, tree: Tree): readonly number[] {
  if (isWord(tree, head, SENDING)) return [];
  const open = pattern.slots.some((slot) => slot.is === "anything" && slot.position.at === "object");
  const objects = open ? argumentsOf(tree, head).objects : [];
  return [...new Set([...anchor.filter((at) => at !== head), ...objects])].filter(
    (at) => possessors(tree, at).length === 0,
  );
}

function isOwnObject({ actor, text }: Participant, sources: readonly Participant[]): boolean {
  return OBJECT_PRONOUN.test(text) && sources.some((source) => source.actor === actor);
}

/** Acts between states. */
const AMONG_STATES: ReadonlySet<EventType> = new Set(["AGREE", "CONSULT"]);

/** "Iran invited its foreign minister": a state as a whole invites or meets another's. */
function isOwnMinister(
  { actor, text, sector }: Participant,
  sources: readonly Participant[],
  type: EventType,
): boolean {
  return (
    AMONG_STATES.has(type) &&
    sector === "GOV" &&
    /^(?:its|their) /i.test(text) &&
    sources.length > 0 &&
    sources.every((source) => source.actor === actor && source.sector === null)
  );
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
