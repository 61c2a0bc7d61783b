import type { Sentence } from "../language/index.ts";
import { byState } from "./by-state.ts";
import type { Reading } from "./discourse.ts";
import type { ActorMention } from "./mention.ts";
import { personOf } from "./persons.ts";
import { isPerson } from "./pronouns.ts";
import { asPerson, made, type Phrase } from "./referring-phrase.ts";
import { regionOf } from "./regions.ts";
import {
  type Candidate,
  distinctActors,
  distinctReferents,
  nearest,
  salience,
  together,
} from "./salience.ts";
import { childrenOf } from "./syntax.ts";

const NUMBERS: Readonly<Record<string, number>> = {
  both: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
/** Nouns that count by themselves. */
const COUNTING: Readonly<Record<string, number>> = { pair: 2, duo: 2, trio: 3 };
/** What may stand in a phrase that means those named before, besides a number. */
const DEFINITE = new Set(["the", "these", "those", "all", "both"]);
const FIELD =
  /^(foreign|prime|defen[cs]e|finance|interior|trade|energy|oil|economy|health|justice|transport|agriculture|neighbou?ring|other)$/;
const STATES = /^(country|nation|side|neighbou?r|ally|party|government)$/;
/** Nouns for states, or for what stands for one, where they are counted. */
const COUNTED =
  /^(country|nation|state|republic|side|neighbou?r|ally|party|government|power|partner|capital|signatory|kingdom|monarchy|island|rival|foe|enemy|adversary|superpower|giant|army|military|force|navy|troop|soldier|delegation|parliament|authority|official|negotiator|lawmaker)$/;
/** Nouns for states as they stand to one another, which need no number: "the former foes". */
const TO_EACH_OTHER = /^(foe|rival|enemy|adversary|ally|neighbou?r|signatory)$/;
const HOW_LONG =
  /^(former|erstwhile|one-time|old|long-?time|long-?standing|sworn|bitter|warring|arch|cold|war)$/;
const OFFICES = /^(leader|president|minister|premier|chancellor|diplomat|envoy|ambassador)$/;
const PERSONS = /^(leader|president|minister|man|woman|politician|statesman)$/;

/** Whom "the two countries", "both sides", "the trio", "the foreign ministers" mean; null where the phrase is not of that kind. */
export function severalMeant(phrase: Phrase, reading: Reading): ActorMention[] | null {
  const { plural, words, at, lemma } = phrase;
  const alone = words.length === 1 && words[0] === "the";
  const number = plural
    ? (words.map((word) => NUMBERS[word]).find((count) => count !== undefined) ?? null)
    : alone
      ? (COUNTING[lemma] ?? null)
      : null;
  if (!plural && number === null) return null;
  const isThose = DEFINITE.has(words[0] ?? "");
  const definite = isThose && words.slice(1).every((word) => FIELD.test(word));
  const office = OFFICES.test(lemma) && words.length <= 3;
  const bare =
    (alone && STATES.test(lemma)) ||
    (isThose &&
      TO_EACH_OTHER.test(lemma) &&
      words.length > 1 &&
      words.slice(1).every((word) => HOW_LONG.test(word)));
  const isCounted = COUNTED.test(lemma) || OFFICES.test(lemma) || PERSONS.test(lemma) || !plural;
  const counted = number !== null && isThose && isCounted;
  if (!counted && !bare && !(definite && office)) return null;
  if (number === null && isTold(at, reading.sentence)) return null;
  const region = regionOf([...words, lemma], reading);
  const states = phrase.states.filter(({ actor }) => region === null || region.states.has(actor ?? ""));
  if (number !== null && (PERSONS.test(lemma) || !plural)) {
    const persons = lastPersons(number, phrase, reading);
    if (persons.length > 0)
      return OFFICES.test(lemma)
        ? made(persons, phrase, "the persons mentioned last", reading)
        : persons.map((row) => asPerson(row, phrase.from, at, "the persons mentioned last", reading));
    if (plural && !OFFICES.test(lemma)) return [];
  }
  const own = distinctActors(states.filter(({ sentence }) => sentence === reading.index));
  if (own.length === number) return made(own, phrase, `the ${number} states named in the sentence`, reading);
  const sets = together(states, at, reading).filter(({ rows }) => number === null || rows.length === number);
  const best = nearest(office ? [...sets, ...holders(states, phrase, reading)] : sets);
  if (best !== null) return made(best.rows, phrase, "the states named together last", reading);
  if (number === null) return office ? null : [];
  const ranked = number === 2 || region !== null ? byState(states, at, reading) : [];
  return ranked.length >= number
    ? made(
        ranked.slice(0, number).flatMap(({ rows }) => rows),
        phrase,
        "the states nearest to mind",
        reading,
      )
    : [];
}

/** The persons named together last; of two, also the last two named one by one, holders of the office before others. */
function lastPersons(
  number: number,
  { lemma, before, at }: Phrase,
  reading: Reading,
): readonly ActorMention[] {
  const distinct = (rows: readonly ActorMention[]): ActorMention[] => distinctReferents(rows, reading);
  const isOne = (row: ActorMention): boolean =>
    isPerson(row, reading) && (row.actor !== null || !OFFICES.test(lemma));
  if (number !== 2) {
    const sets = together(before.filter(isOne), at, reading, distinct);
    return nearest(sets.filter(({ rows }) => rows.length === number))?.rows ?? [];
  }
  const spoken = OFFICES.test(lemma) ? [...reading.said.spoken.values()].map(({ last }) => last) : [];
  const persons = distinct([...[...before].reverse(), ...spoken.reverse()].filter(isOne));
  const inOffice = persons.filter((row) => holdsOffice(row, lemma, reading));
  const two = (inOffice.length >= 2 ? inOffice : persons).slice(0, 2).reverse();
  return two.length === 2 ? two : [];
}

/** Whether the tables know a person as a president, a minister or, for leaders, as the head of a state or government. */
function holdsOffice(row: ActorMention, lemma: string, { tables }: Reading): boolean {
  return (personOf(row, tables)?.office ?? []).some(({ role, kind }) =>
    lemma === "leader" ? kind.startsWith("head-of") : role.endsWith(lemma),
  );
}

/** "Kenyan ministers met …. The ministers said": those of one state by the same noun. */
function holders(states: readonly ActorMention[], { lemma, at }: Phrase, reading: Reading): Candidate[] {
  return states
    .filter(({ sentence, token }) => {
      const noun = reading.said.sentences[sentence]?.tokens[token] ?? reading.sentence.tokens[token];
      return noun?.lemma.toLowerCase() === lemma && noun.xpos.endsWith("S");
    })
    .map((row) => ({ rows: [row], score: salience(row, at, reading) + 1 }));
}

/** What "the heads of" it are leaders, of no country in particular. */
export const HEADED = /^(state|government|delegation)$/;

/** "the countries of the region", "the nations that voted for it": told by what follows. */
function isTold(at: number, sentence: Sentence): boolean {
  return childrenOf(sentence, at).some(
    (child) =>
      child > at &&
      /^(nmod|acl)/.test(sentence.tokens[child]?.deprel ?? "") &&
      !HEADED.test(sentence.tokens[child]?.lemma ?? ""),
  );
}
