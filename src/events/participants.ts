import { type ActorMention, type ActorTables, isBehindOthers } from "../actors/index.ts";
import type { Participant } from "../vocabulary/index.ts";
import type { PartyKind } from "./frames/pattern.ts";
import { possessors, prepositionOf } from "./syntax/arguments.ts";
import { DONE_TO, GROUPINGS, WRITINGS } from "./syntax/control.ts";
import {
  childrenBy,
  conjuncts,
  extent,
  isNominal,
  isWord,
  relation,
  subtree,
  type Tree,
  token,
} from "./syntax/tree.ts";

/** The actor mentions of one sentence that may be parties, by the token that heads them. */
export type MentionsByToken = ReadonlyMap<number, readonly ActorMention[]>;

export function mentionsByToken(
  mentions: readonly ActorMention[],
  tree: Tree,
  tables: ActorTables,
): MentionsByToken {
  const byToken = new Map<number, ActorMention[]>();
  for (const mention of mentions) {
    if (mention.sentence !== tree.index || isBehindOthers(mention.token, tree, tables)) continue;
    const at = headIn(tree, mention);
    const list = byToken.get(at);
    if (list) list.push(mention);
    else byToken.set(at, [mention]);
  }
  return byToken;
}

/** The token that heads a mention in the tree as mended, where the one given hangs on another of its tokens. */
function headIn(tree: Tree, { start, end, token: given }: ActorMention): number {
  let at = given;
  for (let { head } = token(tree, at); head >= 0; { head } = token(tree, at)) {
    const above = token(tree, head);
    if (above.start < start || above.end > end) return at;
    at = head;
  }
  return at;
}

/** One side of an act: who is named in a phrase, where each name stands, and whether it is a place only. */
export interface Party {
  readonly participant: Participant;
  readonly role: "who" | "where";
  /** `head`: the phrase names the actor; `owner`: it names something of the actor's. */
  readonly by: "head" | "owner";
}

/** People who may be anywhere: "officials in Geneva" need not be Swiss, "villages in Syria" are Syrian. */
const TRAVELLERS = new Set([
  "leader",
  "official",
  "minister",
  "diplomat",
  "envoy",
  "ambassador",
  "president",
  "negotiator",
  "delegate",
  "talk",
  "reporter",
  "journalist",
  "soldier",
  "troop",
  "force",
  "peacekeeper",
]);
/** "a newspaper based in Beirut", "workers affiliated with the union": what they are part of. */
const BELONGING = new Set([
  "base",
  "based",
  "headquarter",
  "headquartered",
  "affiliate",
  "affiliated",
  "belong",
]);

const PARTITIVE_PREPOSITIONS = new Set(["of", "from", "between", "among"]);

/** The actors a noun phrase names: its head and what is coordinated with it, or else whose thing it is. */
export function partiesOf(tree: Tree, at: number, mentions: MentionsByToken): readonly Party[] {
  const heads = withNamesBeside(tree, at);
  const named = heads.flatMap((head) => {
    const own = mentions.get(head);
    if (own) return own.map((mention) => party(mention, "head"));
    const owned = ownersOf(tree, head, mentions);
    if (owned.length > 0) return owned;
    const part = partOf(tree, head, mentions);
    return part.length > 0 ? part : sharedOwner(tree, head, mentions);
  });
  return distinct(named);
}

/** A phrase and those joined to it, also where they hang on its name: "leader Muammar Gaddafi and President Zhivkov". */
function withNamesBeside(tree: Tree, at: number): number[] {
  const joined = childrenBy(tree, at, "appos", "flat").flatMap((name) => conjuncts(tree, name).slice(1));
  return [...conjuncts(tree, at), ...joined];
}

/**
 * Every actor named anywhere in a phrase but in its clauses ("a resolution that condemns Iran", "a bill targeting China"),
 * in the order of the text: "its transfer from Belarus to Russia".
 */
export function partiesWithin(tree: Tree, at: number, mentions: MentionsByToken): readonly Party[] {
  const seen = new Set<string | null>();
  const phrase = subtree(tree, at);
  const clauses = phrase.filter((part) => part !== at && isClauseOfNoun(tree, part));
  const outside = new Set(clauses.flatMap((part) => subtree(tree, part)));
  return phrase
    .filter((part) => !outside.has(part))
    .flatMap((part) => (mentions.get(part) ?? []).map((mention) => party(mention, "owner")))
    .filter(({ participant: { actor } }) => actor !== null && !seen.has(actor) && seen.add(actor));
}

function isClauseOfNoun(tree: Tree, at: number): boolean {
  const { deprel, xpos, head } = token(tree, at);
  return deprel === "acl:relcl" || (deprel === "acl" && xpos === "VBG" && isWord(tree, head, WRITINGS));
}

/** A name inside a longer mention: "Montenegro" in "Montenegro's second-largest creditor". */
function partOf(tree: Tree, at: number, mentions: MentionsByToken): Party[] {
  const word = token(tree, at);
  const above = word.head < 0 ? [] : (mentions.get(word.head) ?? []);
  const around = above.filter(
    ({ start, end, kind }) => start <= word.start && end >= word.end && kind !== "pronoun",
  );
  return around
    .filter(({ start, end }) => start === around[0]?.start && end === around[0]?.end)
    .map((mention) => party(mention, "owner"));
}

/** "the BRICS group": the noun only says what the name before it is. */
function isNameOf(tree: Tree, at: number): boolean {
  return relation(tree, at) === "compound" || relation(tree, at) === "amod";
}

/** "Belize's proximity to Guatemala and its dependence": an owner left open is that of the noun joined to. */
function sharedOwner(tree: Tree, at: number, mentions: MentionsByToken): readonly Party[] {
  const { upos, deprel, head } = token(tree, at);
  if (upos !== "PRON" || deprel !== "nmod:poss" || head < 0 || token(tree, head).deprel !== "conj") return [];
  return possessors(tree, token(tree, head).head)
    .filter((owner) => mentions.has(owner))
    .flatMap((owner) => [...partiesOf(tree, owner, mentions)]);
}

function ownersOf(tree: Tree, at: number, mentions: MentionsByToken): Party[] {
  const apposed = childrenBy(tree, at, "appos", "flat")
    .flatMap((child) => conjuncts(tree, child))
    .flatMap((child) => (mentions.get(child) ?? []).map((mention) => party(mention, "head")));
  if (apposed.length > 0) return apposed;
  const modifiers = [
    ...possessors(tree, at),
    ...childrenBy(tree, at, "amod", "compound", "det", "nmod").filter(
      (child) => prepositionOf(tree, child) === "",
    ),
  ];
  const by = isWord(tree, at, GROUPINGS) ? "head" : "owner";
  const owned = modifiers
    .flatMap((child) => conjuncts(tree, child))
    .flatMap((child) =>
      (mentions.get(child) ?? []).map((mention) => party(mention, isNameOf(tree, child) ? by : "owner")),
    );
  if (owned.length > 0) return owned;
  const home = childrenBy(tree, at, "acl", "amod")
    .filter((child) => isWord(tree, child, BELONGING))
    .flatMap((child) => childrenBy(tree, child, "obl"))
    .flatMap((child) => [...partiesOf(tree, child, mentions)]);
  if (home.length > 0) return home.map(ownerOnly);
  const complements = childrenBy(tree, at, "nmod");
  const undergone = isWord(tree, at, DONE_TO);
  const of = complements.filter((child) => {
    const preposition = prepositionOf(tree, child);
    if (preposition === "by") return undergone || isWord(tree, at, WRITINGS);
    return !undergone && PARTITIVE_PREPOSITIONS.has(preposition);
  });
  const inside = complements.filter((child) => prepositionOf(tree, child) === "in");
  if (undergone) return of.flatMap((child) => [...partiesOf(tree, child, mentions)]);
  const stayHere = token(tree, at).xpos === "NNS" && !TRAVELLERS.has(token(tree, at).lemma.toLowerCase());
  return (of.length > 0 || !stayHere ? of : inside)
    .flatMap((child) => [...partiesOf(tree, child, mentions)])
    .map(ownerOnly);
}

/** Someone of a place is not its government: "students in Athens" are no part of "Athens" that decides. */
function ownerOnly({ participant, role }: Party): Party {
  const named = role === "where" ? { ...participant, sector: null } : participant;
  return { participant: named, role, by: "owner" };
}

function party(mention: ActorMention, by: Party["by"]): Party {
  return { participant: participantOf(mention), role: mention.role, by };
}

/** Who a mention means, as a record names it. */
export function participantOf({ actor, sector, name, text, start, end }: ActorMention): Participant {
  return { actor, sector, name, text, start, end };
}

function distinct(parties: readonly Party[]): Party[] {
  const seen = new Set<string>();
  return parties.filter(({ participant }) => {
    const key = `${participant.actor}|${participant.sector}|${participant.start}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Whether a party is of the kind a pattern asks for. */
export function isOfKind(found: Party, kind: PartyKind, tables: ActorTables): boolean {
  const { actor, name } = found.participant;
  if (kind === "any") return true;
  if (actor === null) return false;
  if (kind === "who") return found.by === "head";
  if (kind === "state") return tables.kindOf(actor) === "state" && found.participant.sector !== "REB";
  if (kind === "government")
    return tables.kindOf(actor) === "state" && [null, "GOV"].includes(found.participant.sector);
  if (kind === "org")
    return (
      found.by === "head" && tables.kindOf(actor) === "organisation" && isWholeOrganisation(found.participant)
    );
  if (kind === "person") return found.by === "head" && tables.isPerson(name);
  return true;
}

/** Neither a region ("Europe") nor something of an organisation's ("the African Union's bank", "an EU mission"). */
function isWholeOrganisation({ sector, text }: Participant): boolean {
  const noun = /\s(\p{Ll}+)$/u.exec(text)?.[1];
  return sector !== null && !/['’]s /.test(text) && (noun === undefined || CALLED.test(noun));
}

/** What an organisation may be called after its name: "the BRICS group". */
const CALLED =
  /^(?:group|grouping|bloc|alliance|club|organi[sz]ation|pact|community|family|forum|body|member|membership)$/;

/** A party that the text names but no table knows: "protesters", "the gunmen". Null for pronouns and things without a name. */
export function unresolvedParty(tree: Tree, at: number, text: string): Participant | null {
  if (!isNominal(tree, at) || token(tree, at).upos === "PRON" || token(tree, at).upos === "NUM") return null;
  const parts = childrenBy(tree, at, "det", "amod", "compound", "nummod", "flat");
  const hyphened = parts.flatMap((part) => childrenBy(tree, part, "compound", "amod", "obl"));
  const { start, end } = extent(tree, [at, ...parts, ...hyphened]);
  const words = text.slice(start, end);
  return { actor: null, sector: null, name: words, text: words, start, end };
}
