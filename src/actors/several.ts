import type { Sentence } from "../language/index.ts";
import type { Reading } from "./discourse.ts";
import type { ActorMention } from "./mention.ts";
import { isPerson } from "./pronouns.ts";
import { made, type Phrase } from "./referring-phrase.ts";
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
  duo: 2,
  three: 3,
  trio: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
/** What may stand in a phrase that means those named before, besides a number. */
const DEFINITE = new Set(["the", "these", "those", "all", "both"]);
const FIELD =
  /^(foreign|prime|defen[cs]e|finance|interior|trade|energy|oil|economy|health|justice|transport|agriculture|neighbou?ring|other)$/;
const STATES = /^(country|nation|side|neighbou?r|ally|party|government)$/;
const COUNTED = /^(country|nation|state|republic|side|neighbou?r|ally|party|government|power|partner)$/;
const OFFICES = /^(leader|president|minister|premier|chancellor|diplomat|envoy|ambassador)$/;
const PERSONS = /^(leader|president|minister)$/;

/** Whom "the two countries", "both sides", "the foreign ministers" mean; null where the phrase is not of that kind. */
export function severalMeant(phrase: Phrase, reading: Reading): ActorMention[] | null {
  const { plural, words, states, at, before, lemma } = phrase;
  if (!plural) return null;
  const number = words.map((word) => NUMBERS[word]).find((count) => count !== undefined) ?? null;
  const definite = DEFINITE.has(words[0] ?? "") && words.slice(1).every((word) => FIELD.test(word));
  const office = OFFICES.test(lemma) && words.length <= 3;
  const bare = words.length === 1 && words[0] === "the" && STATES.test(lemma);
  const counted = number === 2 || (number !== null && COUNTED.test(lemma));
  if (!counted && !bare && !(definite && office)) return null;
  if (number === null && isTold(at, reading.sentence)) return null;
  if (number === 2 && PERSONS.test(lemma)) {
    const spoken = [...reading.said.spoken.values()].map(({ last }) => last);
    const persons = distinctReferents(
      [...[...before].reverse(), ...spoken.reverse()].filter(
        (row) => row.actor !== null && isPerson(row, reading),
      ),
      reading,
    );
    const inOffice = persons.filter((row) => holdsOffice(row, lemma, reading));
    const two = (inOffice.length >= 2 ? inOffice : persons).slice(0, 2).reverse();
    if (two.length === 2) return made(two, phrase, "the two persons mentioned last", reading);
  }
  const own = distinctActors(states.filter(({ sentence }) => sentence === reading.index));
  if (own.length === number) return made(own, phrase, `the ${number} states named in the sentence`, reading);
  const sets = together(states, at, reading).filter(({ rows }) => number === null || rows.length === number);
  const best = nearest(office ? [...sets, ...holders(phrase, reading)] : sets);
  if (best !== null) return made(best.rows, phrase, "the states named together last", reading);
  if (number === null) return office ? null : [];
  const ranked = number === 2 ? byState(states, at, reading) : [];
  return ranked.length >= 2
    ? made(
        ranked.slice(0, 2).flatMap(({ rows }) => rows),
        phrase,
        "the two states nearest to mind",
        reading,
      )
    : [];
}

/** Whether the tables know a person as a president, a minister or, for leaders, as the head of a state or government. */
function holdsOffice({ actor, name }: ActorMention, lemma: string, { tables }: Reading): boolean {
  const person = tables.holders(actor ?? "").find((row) => row.name === name);
  return (person?.office ?? []).some(({ role, kind }) =>
    lemma === "leader" ? kind.startsWith("head-of") : role.endsWith(lemma),
  );
}

/** "Kenyan ministers met …. The ministers said": those of one state by the same noun. */
function holders({ lemma, states, at }: Phrase, reading: Reading): Candidate[] {
  return states
    .filter(({ sentence, token }) => {
      const noun = reading.said.sentences[sentence]?.tokens[token] ?? reading.sentence.tokens[token];
      return noun?.lemma.toLowerCase() === lemma && noun.xpos.endsWith("S");
    })
    .map((row) => ({ rows: [row], score: salience(row, at, reading) + 1 }));
}

/** "the countries of the region", "the nations that voted for it": told by what follows. */
function isTold(at: number, sentence: Sentence): boolean {
  return childrenOf(sentence, at).some(
    (child) => child > at && /^(nmod|acl)/.test(sentence.tokens[child]?.deprel ?? ""),
  );
}

/** The states spoken of, each by its mention nearest to mind. */
export function byState(states: readonly ActorMention[], at: number, reading: Reading): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const row of states) {
    const score =
      salience(row, at, reading) - (row.kind === "demonym" ? 0.5 : 0) - (isPerson(row, reading) ? 1 : 0);
    const known = best.get(row.actor ?? "");
    if (known === undefined || score > known.score) best.set(row.actor ?? "", { rows: [row], score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}
