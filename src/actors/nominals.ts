import type { Token } from "../language/index.ts";
import { alliesMeant } from "./allies.ts";
import { besideMeant } from "./beside.ts";
import { calledMeant } from "./called.ts";
import { oneMeant } from "./definite.ts";
import type { Reading } from "./discourse.ts";
import { familyMeant, relativesMeant } from "./kin.ts";
import type { ActorMention } from "./mention.ts";
import { ownBodyMeant } from "./own-body.ts";
import { bodyOf, ownedMeant } from "./owned.ts";
import { publishersPart } from "./publisher-parts.ts";
import { asPerson, made, phraseAt } from "./referring-phrase.ts";
import { HEADED, severalMeant } from "./several.ts";
import { sideMeant } from "./sides.ts";
import { childrenOf } from "./syntax.ts";

/** Nouns that the tagger takes for names: without a capital, or with the capital of a title. */
const COMMON_NOUN = /^(\p{Ll}.*|President|Premier|Government|Chancellor|North|South)$/u;
/** Whom a common noun means by what was said before, with the reason; none where it cannot be told. */
export function nominal(at: number, here: readonly ActorMention[], reading: Reading): ActorMention[] {
  const { sentence, tables } = reading;
  const token = sentence.tokens[at] as Token;
  const ally = alliesMeant(at, here, reading);
  if (ally.length > 0) return ally;
  const published = publishersPart(at, here, reading);
  if (published.length > 0) return publishersHolder(at, published, here, reading) ?? published;
  const family = familyMeant(at, reading);
  if (family.length > 0) return family.map((row) => asPerson(row, at - 1, at, "those of that name", reading));
  if (token.upos !== "NOUN" && !(token.upos === "PROPN" && COMMON_NOUN.test(token.form))) return [];
  const lemma = isHeadOfState(at, reading) ? "leader" : token.lemma.toLowerCase();
  const { countries, organisations } = tables.words.lists;
  const phrase = phraseAt(at, lemma, here, reading);
  const own = ownBodyMeant(phrase, here, reading);
  if (own.length > 0) return own;
  const body = bodyOf(at, here, reading);
  if (body.length > 0) return body;
  const beside = besideMeant(phrase, here, reading);
  if (beside.length > 0) return beside;
  const relatives = relativesMeant(at, here, reading);
  if (relatives.length > 0)
    return relatives.map((row) => asPerson(row, phrase.from, at, "a relative by the text", reading));
  const called = calledMeant(phrase, reading);
  if (called.length > 0) return called;
  const side = sideMeant(at, lemma, phrase.states, here, reading);
  if (side !== null)
    return made([side.row], phrase, side.why, reading).map((row) => ({
      ...row,
      sector: null,
      name: tables.nameOf(row.actor ?? ""),
    }));
  const several = severalMeant(phrase, reading);
  if (several !== null) return several;
  if (!countries.has(lemma) && !organisations.has(lemma) && !tables.words.persons.has(lemma)) return [];
  if (organisations.has(lemma) && isNamed(token, here, reading)) return [];
  return ownedMeant(phrase, here, reading) ?? oneMeant(phrase, here, reading);
}

/** "the BRICS group": the noun only says what the name before it is. */
function isNamed({ start }: Token, here: readonly ActorMention[], { text, tables }: Reading): boolean {
  return here.some(
    ({ end, kind, actor }) =>
      kind === "name" &&
      end < start &&
      tables.kindOf(actor ?? "") === "organisation" &&
      text.slice(end, start).trim() === "",
  );
}

/** "the heads of state", "the heads of delegation", of no country in particular. */
function isHeadOfState(at: number, { sentence }: Reading): boolean {
  if (sentence.tokens[at]?.lemma.toLowerCase() !== "head") return false;
  return childrenOf(sentence, at).some((child) =>
    HEADED.test(sentence.tokens[child]?.lemma.toLowerCase() ?? ""),
  );
}

/** "The Minister" whom a government's own text has named. */
function publishersHolder(
  at: number,
  [part]: readonly ActorMention[],
  here: readonly ActorMention[],
  reading: Reading,
): ActorMention[] | null {
  const lemma = (reading.sentence.tokens[at] as Token).lemma.toLowerCase();
  const phrase = phraseAt(at, lemma, here, reading);
  const persons = [...besideMeant(phrase, here, reading), ...calledMeant(phrase, reading)];
  const [person] = persons.filter(({ actor }) => actor === part?.actor);
  return person === undefined ? null : [person];
}
