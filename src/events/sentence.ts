import type { Event, Tie } from "../vocabulary/index.ts";
import { actFeatures, isDoubtful } from "./act-likelihood.ts";
import { eventOf } from "./event-record.ts";
import { type Match, matchesAt } from "./frames/match.ts";
import type { Party } from "./participants.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { relation, type Tree, token } from "./syntax/tree.ts";
import { tieOf } from "./ties/tie-record.ts";

/** A sentence's records, with the frames that fired. */
export interface CodedSentence {
  readonly events: readonly Event[];
  /** The frame that each event comes from, and those of readings too doubtful to be events. */
  readonly acts: readonly CodedAct[];
  readonly doubtful: readonly CodedAct[];
  readonly ties: readonly Tie[];
  readonly fired: readonly Match[];
  /** Frames that matched but gave way to a more specific one on the same words. */
  readonly outdone: readonly Match[];
}

/** Codes one sentence: tries every frame at every word, keeps the most specific, and makes records of them. */
export function codeSentence(context: SentenceContext): CodedSentence {
  const { tree, mentions, tables, lexicon } = context;
  const { humans } = lexicon;
  const matches = tree.tokens.flatMap((_, at) => matchesAt(at, lexicon, { tree, mentions, tables, humans }));
  const ties = tiesAmong(matches);
  const { acts, coded } = codeActs(
    matches.filter(({ frame }) => frame.is === "event"),
    context,
  );
  const fired = [...acts.map(({ match }) => match), ...ties];
  const doubtful = context.doubtful
    ? []
    : coded.filter(({ event, match }) => isDoubtful(event.modality, actFeatures(event, match, tree)));
  const sound = coded.filter((act) => !doubtful.includes(act));
  return {
    events: unique(
      sound.map(({ event }) => event),
      ({ id }) => id,
    ),
    acts: sound,
    doubtful,
    ties: unique(
      ties.flatMap((match) => tieOf(match, context)),
      relationOf,
    ),
    fired,
    outdone: matches.filter((match) => !fired.includes(match)),
  };
}

/** A record with the frame that it comes from. */
export interface CodedAct {
  readonly match: Match;
  readonly event: Event;
}

/**
 * Makes records of the most specific frames. One that finds too few parties gives way to the next most specific on the
 * same words, if that one names both sides.
 */
function codeActs(
  matches: readonly Match[],
  context: SentenceContext,
  instead: ReadonlySet<Match> = new Set(),
): { readonly acts: readonly Act[]; readonly coded: readonly CodedAct[] } {
  const acts = withoutInner(context.tree, mostSpecific(matches));
  const coded = acts.map(({ match, inner }) => ({
    match,
    events: eventOf(match, inner, context).filter((event) => !instead.has(match) || namesBothSides(event)),
  }));
  const empty = new Set(coded.filter(({ events }) => events.length === 0).map(({ match }) => match));
  if (empty.size > 0) {
    const fired = new Set(acts.map(({ match }) => match));
    const left = matches.filter((match) => !empty.has(match));
    return codeActs(left, context, new Set([...instead, ...left.filter((match) => !fired.has(match))]));
  }
  return { acts, coded: coded.flatMap(({ events, match }) => events.map((event) => ({ event, match }))) };
}

function namesBothSides({ sources, targets }: Event): boolean {
  return sources.length > 0 && sources.length + targets.length >= 2;
}

/** Of frames that lay claim to the same words, the most specific. */
function mostSpecific(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  const ranked = [...matches].sort((a, b) => b.pieces - a.pieces || rank(b) - rank(a) || a.head - b.head);
  for (const match of ranked) {
    const claimed = kept.some(
      (other) =>
        other.anchor.includes(match.head) ||
        match.anchor.includes(other.head) ||
        (other.light !== null && other.light === match.head) ||
        (match.light !== null && match.light === other.head && sharesParties(match, other)),
    );
    if (!claimed) kept.push(match);
  }
  return kept.sort((a, b) => a.head - b.head);
}

/** The most specific frame of each kind of tie: "Kyrgyzstan is Armenia's ally in the CSTO" tells of two. */
function tiesAmong(matches: readonly Match[]): Match[] {
  const kinds = new Set(matches.flatMap(({ frame }) => (frame.is === "tie" ? [frame.kind] : [])));
  const ties = [...kinds].flatMap((kind) =>
    mostSpecific(matches.filter(({ frame }) => frame.is === "tie" && frame.kind === kind)),
  );
  const best = mostSpecific(ties);
  return ties.filter(
    (match) =>
      best.includes(match) ||
      best.every((other) => !sharesWords(match, other) || !sharesTargets(match, other)),
  );
}

function sharesWords(a: Match, b: Match): boolean {
  return a.anchor.includes(b.head) || b.anchor.includes(a.head);
}

function sharesTargets(a: Match, b: Match): boolean {
  const side = ({ sources, targets }: Match): Party[] => (targets.length > 0 ? [...targets] : [...sources]);
  const names = new Set(side(a).map(({ participant }) => participant.start));
  return side(b).some(({ participant }) => names.has(participant.start));
}

function rank({ sources, targets }: Match): number {
  return sources.length + targets.length;
}

function sharesParties(a: Match, b: Match): boolean {
  const names = new Set([...a.sources, ...a.targets].map(({ participant }) => participant.start));
  return [...b.sources, ...b.targets].some(({ participant }) => names.has(participant.start));
}

/** Types whose content is said by their own record: "agreed to help" is one AGREE, not an AGREE and a planned AID. */
const ABSORBING = new Set(["AGREE", "REJECT", "THREATEN", "CONCEDE"]);

interface Act {
  readonly match: Match;
  /** The act that this one promises, threatens or refuses. */
  readonly inner: Match | null;
}

function withoutInner(tree: Tree, matches: readonly Match[]): Act[] {
  const absorbed = new Set<Match>();
  const acts = matches.map((match): Act => {
    const { frame, inner } = match;
    if (inner === null || frame.is !== "event" || !ABSORBING.has(frame.type)) return { match, inner: null };
    const content = matches.find(
      (other) =>
        other !== match &&
        (other.head === inner ||
          (other.light === inner && other.light !== null) ||
          reaches(tree, other.head, inner)),
    );
    if (content) absorbed.add(content);
    return { match, inner: content ?? null };
  });
  return acts.filter(({ match }) => !absorbed.has(match));
}

/** Whether a word stands in what another takes: its object, complement or infinitive. */
function reaches(tree: Tree, at: number, above: number): boolean {
  for (let current = at; current >= 0; current = token(tree, current).head) {
    if (current === above) return true;
    if (!["xcomp", "obj", "nmod", "obl", "conj"].includes(relation(tree, current))) return false;
  }
  return false;
}

/** What a tie says: a sentence that says it twice ("deepen and elevate the partnership") tells of one. */
function relationOf({ kind, parties, level, modality, since, until }: Tie): string {
  return [kind, ...parties.map(({ actor }) => actor), level, modality, since, until].join("|");
}

function unique<Row>(rows: readonly Row[], what: (row: Row) => string): Row[] {
  return [...new Map(rows.map((row) => [what(row), row])).values()];
}
