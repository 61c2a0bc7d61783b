import { isOfKind, type Party, partiesOf, partiesWithin } from "../participants.ts";
import { possessors, prepositionOf } from "../syntax/arguments.ts";
import { countedIn } from "../syntax/predication.ts";
import { thingMeant } from "../syntax/things-meant.ts";
import { childrenBy, conjuncts, isVerbal, type Tree, token } from "../syntax/tree.ts";
import { clauseFor, infinitive } from "./clause-match.ts";
import type { Frame } from "./lexicon.ts";
import type { MatchContext } from "./match-context.ts";
import type { Position, Slot } from "./pattern.ts";
import { candidatesFor, obliqueHeads, type Surroundings, withInfinitive } from "./surroundings.ts";
import { withWords } from "./word-match.ts";

/** What the slots of a pattern have found so far; each slot filled adds to it. */
export interface Filling {
  readonly frame: Frame;
  readonly head: number;
  readonly sources: Party[];
  readonly targets: Party[];
  readonly unknownSources: number[];
  readonly unknownTargets: number[];
  readonly besides: number[];
  readonly anchor: Set<number>;
  /** Heads of phrases that a slot has taken: no other slot may. */
  readonly used: Set<number>;
  around: Surroundings;
  inner: number | null;
  pieces: number;
  /** What is done is done to "each other". */
  mutual: boolean;
  /** The word matched last: what follows may hang on it. */
  lastWords: number | null;
}

/** Fills one slot; false where nothing fits and it may not stay empty. */
export function fillSlot(slot: Slot, filling: Filling, context: MatchContext): boolean {
  switch (slot.is) {
    case "clause":
      return fillClause(slot, filling, context);
    case "infinitive":
      return fillInfinitive(slot, filling, context);
    case "party":
      return fillParty(slot, filling, context);
    case "words":
      return fillWords(slot, filling, context);
    case "anything":
      return fillAnything(slot, filling, context);
  }
}

type SlotOf<Kind extends Slot["is"]> = Extract<Slot, { is: Kind }>;

function fillClause(slot: SlotOf<"clause">, filling: Filling, context: MatchContext): boolean {
  const found = clauseFor(slot, filling.around.clauses, context);
  if (found === null) return slot.optional;
  filling.inner = found.at;
  if (slot.subject !== null) sideOf(filling, slot.subject.role).push(...found.parties);
  filling.pieces += 1 + Number(slot.subject !== null) + Number(slot.obliged) + Number(slot.words !== null);
  return true;
}

function fillInfinitive(slot: SlotOf<"infinitive">, filling: Filling, { tree }: MatchContext): boolean {
  const found = infinitive(tree, filling.around, slot.words);
  if (found !== undefined) {
    filling.inner = found;
    filling.pieces += slot.words !== null ? 2 : 1;
    if (slot.words !== null && !asksFor(filling.frame)) filling.anchor.add(found);
    filling.around = withInfinitive(tree, filling.around, found);
    return true;
  }
  const complement =
    slot.words === null
      ? null
      : withWords(tree, obliqueHeads(filling.around, new Set(["to"]), tree, filling.used), slot.words);
  if (complement === null) return slot.optional;
  for (const at of complement) filling.anchor.add(at);
  filling.pieces += 2;
  return true;
}

function fillParty(slot: SlotOf<"party">, filling: Filling, context: MatchContext): boolean {
  const { tree } = context;
  const candidates = candidatesOf(slot, filling, tree);
  const accepted = acceptParty(slot, candidates, context);
  if (accepted !== null) {
    takeParty(slot, accepted, filling, context);
    return true;
  }
  const mutual = slot.role === "target" ? candidates.find((at) => isReciprocal(tree, at)) : undefined;
  if (mutual !== undefined) {
    filling.mutual = true;
    filling.used.add(mutual);
    filling.pieces += 1;
    return true;
  }
  const placing = isPlacing(slot.position);
  const unknown = candidates.find(
    (at) => mayAct(tree, at, context) && !(placing && token(tree, at).upos === "PROPN"),
  );
  const mayBeUnknown = slot.kind === "known" || slot.kind === "who";
  if (slot.role === "target" && mayBeUnknown && unknown !== undefined) {
    filling.unknownTargets.push(unknown);
    filling.used.add(unknown);
    return true;
  }
  if (slot.optional) return true;
  if (slot.role === "source" && slot.position.at === "subject") {
    if (slot.kind === "known" && candidates.length > 0 && filling.sources.length === 0) {
      if (isPersonal(filling.frame) && !mayAct(tree, candidates[0] as number, context)) return false;
      filling.unknownSources.push(...candidates.slice(0, 1));
      return true;
    }
    if (candidates.length === 0 && filling.around.agentless) return true;
  }
  if (slot.kind === "any" && candidates.length > 0) {
    const inside = candidates.slice(0, 1).flatMap((at) => partiesWithin(tree, at, context.mentions));
    sideOf(filling, slot.role).push(...inside);
    filling.pieces += 1;
    return true;
  }
  return false;
}

/** Acts that no thing does: crates go to Russia, and visit no one. */
const PERSONAL: ReadonlySet<string> = new Set(["CONSULT", "AGREE", "COOPERATE"]);

function isPersonal(frame: Frame): boolean {
  return frame.is === "event" && PERSONAL.has(frame.type);
}

/** "each other", "one another". */
function isReciprocal(tree: Tree, at: number): boolean {
  const [first, second] = [tree.forms[at], tree.forms[at + 1]];
  return (first === "each" && second === "other") || (first === "one" && second === "another");
}

function takeParty(
  slot: SlotOf<"party">,
  { at, parties }: AcceptedParty,
  filling: Filling,
  context: MatchContext,
): void {
  const { tree, mentions } = context;
  sideOf(filling, slot.role).push(...parties);
  filling.besides.push(
    ...conjuncts(tree, at).filter(
      (beside) => mayAct(tree, beside, context) && partiesOf(tree, beside, mentions).length === 0,
    ),
  );
  const whole = parties.some(({ by }) => by === "head") || possessors(tree, at).length > 0;
  if (whole && slot.position.at !== "possessor") filling.used.add(at);
  filling.pieces += isNear(tree, at, filling.head, slot.position) ? 1 : 0.5;
}

function fillWords(slot: SlotOf<"words">, filling: Filling, { tree }: MatchContext): boolean {
  const candidates = candidatesOf(slot, filling, tree);
  const found =
    withWords(tree, candidates, slot.words) ??
    (slot.position.at === "object" ? withWords(tree, saidOfObject(tree, filling.head), slot.words) : null);
  if (found === null) return slot.optional;
  const takenUp = candidates.find((at) => thingMeant(tree, at) === found.at(-1));
  for (const at of takenUp === undefined ? found : [takenUp]) filling.anchor.add(at);
  filling.lastWords = found.at(-1) ?? null;
  if (filling.lastWords !== null) filling.used.add(filling.lastWords);
  filling.pieces += 1 + found.length;
  return true;
}

/** "called the step illegal", "described it as a sham": what is said of the object. */
function saidOfObject(tree: Tree, head: number): number[] {
  if (childrenBy(tree, head, "obj").length === 0) return [];
  return [
    ...childrenBy(tree, head, "xcomp").filter((at) => !isVerbal(tree, at)),
    ...childrenBy(tree, head, "obl").filter((at) => prepositionOf(tree, at) === "as"),
  ];
}

function fillAnything(slot: SlotOf<"anything">, filling: Filling, context: MatchContext): boolean {
  const { tree } = context;
  const candidates = candidatesOf(slot, filling, tree);
  if (candidates.length === 0) return slot.optional;
  filling.lastWords = candidates[0] ?? null;
  const isPlace = (at: number): boolean =>
    (context.mentions.get(at) ?? []).some(({ role }) => role === "where");
  const named = candidates.find(
    (at) => token(tree, at).upos === "PROPN" && !isPlace(at) && mayAct(tree, at, context),
  );
  if (named !== undefined && !isPlacing(slot.position)) filling.unknownTargets.push(named);
  filling.pieces += slot.optional ? 0.5 : 1;
  return true;
}

function candidatesOf(
  slot: SlotOf<"party" | "words" | "anything">,
  filling: Filling,
  tree: Tree,
): readonly number[] {
  return candidatesFor(slot.position, filling.around, tree, filling.used, filling.lastWords, slot);
}

function sideOf({ sources, targets }: Filling, role: "source" | "target"): Party[] {
  return role === "source" ? sources : targets;
}

const PLACING = new Set([
  "in",
  "at",
  "near",
  "off",
  "around",
  "along",
  "inside",
  "outside",
  "through",
  "across",
]);

/** Whether a slot stands where a place does: a name that no table knows is no party there. */
function isPlacing(position: Position): boolean {
  return position.at === "preposition" && [...position.prepositions].some((word) => PLACING.has(word));
}

/** Whether a complement hangs on the head itself: one found further down may belong to something else. */
function isNear(tree: Tree, at: number, head: number, position: Position): boolean {
  return position.at !== "preposition" || token(tree, at).head === head;
}

/** Whether a phrase that no table knows names someone: a proper noun, or a noun for people. */
export function mayAct(tree: Tree, phrase: number, { tables, humans }: MatchContext): boolean {
  const { upos, lemma } = token(tree, countedIn(tree, phrase));
  if (upos === "PROPN") return true;
  const word = lemma.toLowerCase();
  return (
    upos === "NOUN" && (humans.has(word) || tables.words.persons.has(word) || tables.words.sectorOf.has(word))
  );
}

/** What is asked for is an act of its own beside the asking. */
function asksFor(frame: Frame): boolean {
  return frame.is === "event" && frame.type === "REQUEST";
}

interface AcceptedParty {
  readonly at: number;
  readonly parties: readonly Party[];
}

function acceptParty(
  slot: Extract<Slot, { is: "party" }>,
  candidates: readonly number[],
  context: MatchContext,
): AcceptedParty | null {
  for (const at of candidates) {
    const people = mayAct(context.tree, at, context);
    const parties = partiesOf(context.tree, at, context.mentions)
      .filter((found) => isOfKind(found, slot.kind, context.tables))
      .filter(({ role, by }) => slot.role === "target" || people || role === "who" || by === "head");
    if (parties.length > 0) return { at, parties };
  }
  return null;
}

/** What was missing where a slot could not be filled, for a reader. */
export function unfilled(slot: Slot): string {
  switch (slot.is) {
    case "clause":
      return "no such clause follows";
    case "infinitive":
      return "no such infinitive follows";
    case "party":
      return `no ${slot.role}${slot.kind === "known" ? "" : ` (${slot.kind})`} ${describe(slot.position)}`;
    case "words":
      return `none of its words ${describe(slot.position)}`;
    case "anything":
      return `nothing ${describe(slot.position)}`;
  }
}

function describe(position: Position): string {
  switch (position.at) {
    case "subject":
      return "before it";
    case "subject-owner":
      return "as owner of its subject";
    case "object":
      return "as its object";
    case "possessor":
      return "as owner of its object";
    case "preposition":
      return `after ${[...position.prepositions].join("/")}`;
  }
}
