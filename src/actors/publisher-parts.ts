import type { Token } from "../language/index.ts";
import type { Reading } from "./discourse.ts";
import { phraseOf } from "./groups.ts";
import { type ActorMention, mention } from "./mention.ts";
import { endOfOffice } from "./offices.ts";
import { isRole, officeOn } from "./persons.ts";
import type { Publisher } from "./publisher.ts";
import { isOffice, sectorOf } from "./sectors.ts";
import { childrenOf, isLocative, prepositionOf } from "./syntax.ts";
import type { ActorTables } from "./tables.ts";

/** What a state has one of, and its own publications write with a capital and without its name. */
const PARTS =
  /^(government|administration|ministry|department|minister|secretary|president|premier|chancellor|king|queen|emir|sultan|cabinet|parliament|congress|senate|treasury|presidency|vice-president|prime minister|army|navy|military|force|ambassador|embassy|spokesperson|spokesman|spokeswoman|undersecretary|authorities|chancellery|council)$/;
/** Offices that not every state has: one that the tables know no holder of is another's. */
const HEADS = /^(president|premier|prime minister|chancellor|king|queen|emir|sultan)$/;

/** "The Ministry", "the Secretary of Commerce" in a text that a government publishes, where no one else's are named. */
export function publishersPart(at: number, here: readonly ActorMention[], reading: Reading): ActorMention[] {
  const { sentence, tables, publisher, day } = reading;
  const token = sentence.tokens[at] as Token;
  if (publisher === null || tables.kindOf(publisher.actor) !== "state") return [];
  if (!/^\p{Lu}\p{Ll}/u.test(token.form) || !/^(NOUN|PROPN)$/.test(token.upos) || token.deprel === "flat")
    return [];
  if (!PARTS.test(token.lemma.toLowerCase()) || /S$/.test(token.xpos)) return [];
  const title = phraseOf(at, reading);
  if (HEADS.test(title) && !hasOffice(publisher, title, tables)) return [];
  const children = childrenOf(sentence, at);
  const article = children.find((child) => /^(the|this)$/i.test(sentence.tokens[child]?.form ?? ""));
  if (article === undefined || article > at || at - article > 4) return [];
  if (children.some((child) => isAnothers(child, here, reading))) return [];
  const end = endOfOffice(at, sentence);
  const sector = sectorOf(sentence, at, tables) ?? "GOV";
  const { locative, motion } = tables.words.lists;
  const office = isOffice(sentence, at, tables);
  return [
    mention(reading, article, end, at, {
      actor: publisher.actor,
      sector,
      name: (office ? officeOn(tables, publisher.actor, title, day) : null) ?? tables.nameOf(publisher.actor),
      kind: office ? "office" : "group",
      role: isLocative(sentence, at, locative, motion) ? "where" : "who",
      why: `${office ? "office" : "group"}: "${token.form}" of ${publisher.actor}, the publisher, "${publisher.outlet}"`,
    }),
  ];
}

/** Whether a state has had such an office, as far as the tables know. */
function hasOffice({ actor }: Publisher, title: string, tables: ActorTables): boolean {
  return tables.holders(actor).some(({ office }) => office.some((row) => isRole(row, title)));
}

/** "Press Secretary Jane Doe": the publisher, where the titles before a person's name are of its offices. */
export function publisherOfTitles(
  words: readonly string[],
  { publisher, tables }: Reading,
): Publisher | null {
  if (publisher === null || tables.kindOf(publisher.actor) !== "state") return null;
  if (!words.some((word) => PARTS.test(word))) return null;
  const title = words.join(" ").replace(/^.*\b(vice|deputy) /, "");
  return HEADS.test(title) && !hasOffice(publisher, title, tables) ? null : publisher;
}

/** "the President of the Commission": a name or a possessive says whose. */
function isAnothers(child: number, here: readonly ActorMention[], { sentence }: Reading): boolean {
  const token = sentence.tokens[child] as Token;
  if (token.deprel === "nmod:poss") return true;
  if (prepositionOf(sentence, child) === "for") return false;
  if (!/^(nmod|compound|amod|appos|flat)/.test(token.deprel)) return false;
  return here.some((row) => row.token === child && row.actor !== null);
}
