import {
  type EventDate,
  lastDay,
  type Participant,
  type Quantity,
  TIE_KINDS,
  type Tie,
} from "../../vocabulary/index.ts";
import { attributionOf } from "../attribution.ts";
import { confidenceFeatures, confidenceOf } from "../confidence.ts";
import { contextsOf } from "../contexts.ts";
import type { FoundDate } from "../dates/index.ts";
import { asEventDate, dateInSentence } from "../dating.ts";
import { evidenceOf, quantitiesOf, recordId } from "../event-record.ts";
import { completedSources, completedTargets } from "../frames/completion.ts";
import type { TieFrame } from "../frames/lexicon.ts";
import { headsOf, type Match } from "../frames/match.ts";
import type { Limit } from "../modality/limit.ts";
import { limitsOf, strongest } from "../modality/modality.ts";
import { byOwnDates } from "../own-dates.ts";
import type { SentenceContext } from "../sentence-context.ts";
import { possessors } from "../syntax/arguments.ts";
import { MEASURING, ORIGIN } from "../syntax/control.ts";
import { childrenBy, extent, isWord, relation, subtree, type Tree, token } from "../syntax/tree.ts";
import { levelIn } from "./levels.ts";

/**
 * The standing relation that a frame names, or none where fewer than two parties are known. One that ends without a
 * date is over by the day of publication; an end that is denied ("has not left") is the relation itself.
 */
export function tieOf(match: Match, context: SentenceContext): Tie[] {
  const { frame } = match;
  if (frame.is !== "tie") return [];
  const whole = completed(match, context);
  const quantities = quantitiesOf(headsOf(match), match, context);
  const shares = shareOut(whole, frame, quantities, context);
  const told: Share[] = shares.length > 0 ? shares : [{ match: whole, quantities }];
  return told.flatMap((share) => oneTie(share, frame, context));
}

/** A part of what a sentence tells of several parties: its own sum, and its own date where the words give one. */
interface Share {
  readonly match: Match;
  readonly quantities: readonly Quantity[];
  readonly date?: FoundDate | null;
}

/** "owes China 20 billion and Russia three", "belongs to NATO and since 2004 to the EU": one tie for each of several. */
function shareOut(
  match: Match,
  frame: TieFrame,
  quantities: readonly Quantity[],
  context: SentenceContext,
): Share[] {
  const { targets } = match;
  if (targets.length < 2) return [];
  const named = targets.map(({ participant }) => participant).sort((a, b) => a.start - b.start);
  const one = (party: Participant): Match => ({
    ...match,
    targets: targets.filter(({ participant }) => participant === party),
  });
  const dated = byOwnDates(match, context);
  if (dated.length > 0) return dated.map((share) => ({ ...share, quantities }));
  if (frame.kind !== "debt" && frame.kind !== "investment") return [];
  const sums = quantities.filter(({ kind }) => kind === "money");
  if (sums.length > 0 && sums.length < targets.length - 1) return [];
  const after = sums.every(({ start }) => start > (named[0]?.start ?? 0));
  return named.map((party, at) => {
    const from = after ? party.end : (named[at - 1]?.end ?? 0);
    const to = after ? (named[at + 1]?.start ?? Number.POSITIVE_INFINITY) : party.start;
    return { match: one(party), quantities: sums.filter(({ start }) => start >= from && start < to) };
  });
}

function oneTie({ match, quantities, date: own }: Share, frame: TieFrame, context: SentenceContext): Tie[] {
  const { tree, text, mentions } = context;
  const parties = partiesOf(match, frame);
  if (new Set(parties.map(({ actor }) => actor)).size < 2) return [];
  const limits = limitsOf(tree, match.head).filter((limit) => bearsOn(limit, match, frame, tree));
  const expression =
    own === undefined
      ? (dateInSentence(tree, match.head, [...match.anchor, ...headsOf(match)], context.dates, true) ??
        dateOfOrigin(match, context))
      : own;
  const date = expression?.resolved ? asEventDate(expression) : null;
  const ahead = date?.start != null && context.published !== null && date.start > lastDay(context.published);
  const said = strongest(limits);
  const modality = said === "asserted" && ahead ? "planned" : said;
  // "rents a base until 2017": the words tell how long it lasts.
  const lasts = expression != null && date?.start === null && UNTIL.test(text.slice(0, expression.start));
  const ended = frame.ends && modality !== "negated";
  const evidence = evidenceOf(match, context);
  const codes = parties.map(({ actor }) => actor).join(">");
  return [
    {
      id: recordId("t", context.document, evidence, `${frame.kind}|${codes}`),
      document: context.document,
      kind: frame.kind,
      parties,
      domain: domainOf(frame, match, context),
      since:
        frame.ends || date === null || lasts || (date.end !== null && isAsOf(match, context))
          ? null
          : sinceOf(date),
      until:
        date === null
          ? ended
            ? context.published
            : null
          : ended || lasts
            ? sinceOf(asPrecise(date, expression))
            : null,
      level: frame.kind === "partnership" ? levelIn(phraseAround(match, context)) : null,
      claim: claimOf(match, context),
      modality: frame.ends && modality === "negated" ? "asserted" : modality,
      attribution: attributionOf(tree, limits, [...match.sources, ...match.targets], mentions, text),
      quantities,
      evidence,
      confidence: confidenceOf(confidenceFeatures(match, parties, modality, tree)),
      rule: `${frame.id}: ${match.pattern.text}`,
    },
  ];
}

/** "hosts a base that opened in 2017", "a treaty signed in 1951": when what the relation rests on came to be. */
function dateOfOrigin({ anchor }: Match, { tree, dates }: SentenceContext): FoundDate | null {
  const origins = anchor
    .flatMap((noun) => childrenBy(tree, noun, "acl"))
    .filter((verb) => isWord(tree, verb, ORIGIN));
  for (const verb of origins) {
    const found = dateInSentence(tree, verb, [verb], dates, true);
    if (found !== null) return found;
  }
  return null;
}

/** "until 2017" ends within the year, though what it leaves open has no unit. */
function asPrecise(date: EventDate, expression: FoundDate | null): EventDate {
  return date.start === null && expression !== null ? { ...date, precision: expression.precision } : date;
}

const UNTIL = /\b(?:until|till|through) (?:the )?$/i;

/** Whether the date is that of a measure of the relation, and no beginning of it. */
function isAsOf({ head, pattern }: Match, { tree }: SentenceContext): boolean {
  if (pattern.category !== "noun") return isWord(tree, head, MEASURING);
  const verb = token(tree, head).head;
  return verb >= 0 && relation(tree, head) === "nsubj" && isWord(tree, verb, MEASURING);
}

/** Kinds of relation that a definite noun takes for granted: "their partnership will grow" says that there is one. */
const TAKEN_FOR_GRANTED: ReadonlySet<string> = new Set([
  "partnership",
  "military-cooperation",
  "dependence",
  "debt",
]);

/** Whether a limit on what the sentence tells bears on the relation too; hearsay always does. */
function bearsOn({ modality, at }: Limit, match: Match, { kind, standing }: TieFrame, tree: Tree): boolean {
  if (modality === "reported" || !TAKEN_FOR_GRANTED.has(kind)) return true;
  const nouns = standing ? match.anchor : match.pattern.category === "noun" ? [match.head] : [];
  const granted = nouns.filter((noun) => isDefinite(tree, noun));
  return granted.length === 0 || granted.some((noun) => subtree(tree, noun).includes(at));
}

function isDefinite(tree: Tree, noun: number): boolean {
  return (
    possessors(tree, noun).length > 0 || childrenBy(tree, noun, "det").some((at) => tree.forms[at] === "the")
  );
}

/** The words of the clause or phrase that the frame heads. */
function phraseAround(match: Match, { tree, text }: SentenceContext): string {
  const { start, end } = extent(tree, [...match.anchor, ...subtree(tree, match.head)]);
  return text.slice(start, end);
}

/** A frame that names one side only, with the other from what stands around it. */
function completed(match: Match, { tree, mentions }: SentenceContext): Match {
  const sources = match.sources.length > 0 ? match.sources : completedSources(match, tree, mentions);
  const several = new Set(sources.map(({ participant }) => participant.actor)).size > 1;
  if (match.targets.length > 0 || several) return { ...match, sources };
  return { ...match, sources, targets: completedTargets({ ...match, sources }, tree, mentions) };
}

/** The side that depends, belongs or is bound comes first. */
function partiesOf({ sources, targets }: Match, { first }: TieFrame): Participant[] {
  const sides = first === "source" ? [...sources, ...targets] : [...targets, ...sources];
  const seen = new Set<string>();
  return sides
    .map(({ participant }) => participant)
    .filter((participant) => {
      const key = participant.actor ?? participant.text;
      if (participant.actor === null || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** Kinds whose domain the words around them may change: "relies on Moscow for gas", "military partnership". */
const BY_CONTEXT = new Set([
  "dependence",
  "partnership",
  "treaty",
  "position",
  "leadership",
  "joint-project",
]);

function domainOf(frame: TieFrame, match: Match, { tree }: SentenceContext): Tie["domain"] {
  if (!BY_CONTEXT.has(frame.kind)) return TIE_KINDS[frame.kind];
  const contexts = contextsOf(tree, [match.head], []);
  if (
    contexts.some(
      (context) => context === "economic" || context === "natural_resource" || context === "technology",
    )
  )
    return "economic";
  if (contexts.includes("military") || contexts.includes("intelligence")) return "security";
  return frame.kind === "dependence" ? "political" : TIE_KINDS[frame.kind];
}

/** As precise as the words: a year, a month or a day. */
export function sinceOf({ start, end, precision }: EventDate): string | null {
  const day = start ?? end;
  if (day === null) return null;
  if (precision === "year") return day.slice(0, 4);
  return precision === "month" ? day.slice(0, 7) : day;
}

/** The words of the relation, from its first to its last word. */
function claimOf(match: Match, { tree, text }: SentenceContext): string {
  const parties = [...match.sources, ...match.targets].map(({ participant }) => participant);
  const words = extent(
    tree,
    match.pattern.category === "verb"
      ? match.anchor
      : [
          ...match.anchor,
          ...subtree(tree, match.head).filter((at) => at < match.head && token(tree, at).head === match.head),
        ],
  );
  const start = Math.min(words.start, ...parties.map((party) => party.start));
  const end = Math.max(words.end, ...parties.map((party) => party.end));
  return text.slice(start, end);
}
