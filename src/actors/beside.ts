import { apposed } from "./descriptions.ts";
import { isPersonNamed, type Reading } from "./discourse.ts";
import { genderOf, isRelative } from "./kin.ts";
import type { ActorMention } from "./mention.ts";
import { isUnknownBody } from "./pronouns.ts";
import { asPerson, made, type Phrase, PLACE_NOUNS, STATE_NOUNS } from "./referring-phrase.ts";

/** "the mayor, Jane Doe": the person or body whose name stands in apposition. */
export function besideMeant(phrase: Phrase, here: readonly ActorMention[], reading: Reading): ActorMention[] {
  const { sentence } = reading;
  const { at } = phrase;
  if (phrase.plural) return [];
  const rows = here.filter(
    (row) =>
      (isPersonNamed(row, reading.tables, reading.said) || isUnknownBody(row, reading)) &&
      row.kind === "name" &&
      sentence.tokens[row.token]?.head === at &&
      (apposed(sentence, row.token).includes(at) ||
        (isUnknownBody(row, reading) && sentence.tokens[row.token]?.deprel !== "nmod:poss")) &&
      (isUnknownBody(row, reading) || !isThing(phrase.lemma, reading)),
  );
  const next = rows.length === 0 ? nameRightAfter(phrase, here, reading) : null;
  if (next !== null)
    return isUnknownBody(next, reading)
      ? made([next], phrase, "the name beside it", reading)
      : [asPerson(next, phrase.from, at, "the name beside it", reading)];
  const isPlace = PLACE_NOUNS.has(phrase.lemma) || phrase.lemma === "capital";
  if (rows.length === 0 && isPlace && /^(the|this|its|their)$/.test(phrase.words[0] ?? ""))
    return made(
      here
        .filter(
          (row) =>
            row.kind === "place" &&
            (apposed(sentence, row.token).includes(at) || isRightAfter(row, at, reading)),
        )
        .slice(0, 1),
      phrase,
      "the name beside it",
      reading,
    ).map((row) => ({ ...row, role: "where" as const }));
  return made(rows.slice(0, 1), phrase, "the name beside it", reading);
}

/** "the capital in Kabul", "the capital, Minsk". */
function isRightAfter({ start }: ActorMention, at: number, { sentence, text }: Reading): boolean {
  const end = sentence.tokens[at]?.end ?? 0;
  return start > end && /^,?( in)? $/.test(text.slice(end, start));
}

/**
 * "the president of the port authority, Jane Doe, said", "its elite unit the Sea Lions": a name between commas or right
 * after the noun, whatever the tree hangs it on.
 */
function nameRightAfter(
  { at, lemma, words }: Phrase,
  here: readonly ActorMention[],
  reading: Reading,
): ActorMention | null {
  const { sentence, text, tables, said } = reading;
  // The article is often hung on what follows: "the company Acme's boss".
  const opening = words[0] ?? sentence.tokens[at - 1]?.form.toLowerCase() ?? "";
  if (!/^(the|this|his|her|its|their|our)$/.test(opening)) return null;
  const end = sentence.tokens[at]?.end ?? 0;
  const next = here.find(
    (row) =>
      row.kind === "name" &&
      row.start > end &&
      (isUnknownBody(row, reading) || isPersonNamed(row, tables, said)),
  );
  if (next === undefined) return null;
  const between = text.slice(end, next.start);
  if (isUnknownBody(next, reading)) return isThing(lemma, reading) && CALLED_SO.test(between) ? next : null;
  if (between === " " && (isRelative(lemma) || tables.words.persons.has(lemma))) return next;
  const [, other] = AND_RELATIVE.exec(between) ?? [];
  if (other !== undefined && genderOf(lemma) !== undefined && genderOf(lemma) === genderOf(other))
    return next;
  // ", the minister, Jane Doe, said." is often hung on the word before the comma, which it does not describe.
  const misplaced = sentence.tokens[at]?.deprel === "appos" && (sentence.tokens[at]?.head ?? at) < at;
  const isOffice = !misplaced && tables.words.sectorOf.has(lemma) && !isThing(lemma, reading);
  const closed = /^[,.;:)?!"”]/.test(text.slice(next.end, next.end + 1));
  return isOffice && closed && INSERTED.test(between) ? next : null;
}

/** What may stand between an office and its holder's name: what it is of, something in brackets, a comma. */
const INSERTED = /^( (of|for|in|at|to) [^,;:.!?()]{1,60})?( \([^)]{1,60}\))?, $/;

/** "her ex-husband and Paris's father, John Doe": what may stand between a relative and the name of one who is two. */
const AND_RELATIVE = /^ and (?:\p{L}+ ?['’]s|his|her|their) (\p{L}+), $/u;

/** "the unit", "the unit within the guard called the": what may stand between a noun and a body's name. */
const CALLED_SO =
  /^( (within|of|in) [^,;:.!?()]{1,40}(?= (called|named|dubbed|known)))?( (called|named|dubbed|known as))?( the)? $/;

/** Nouns for places and bodies: no person is one, whatever stands beside it. */
function isThing(lemma: string, { tables }: Reading): boolean {
  return STATE_NOUNS.has(lemma) || PLACE_NOUNS.has(lemma) || tables.words.lists.bodies.has(lemma);
}
