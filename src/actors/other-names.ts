import type { Sentence, Token } from "../language/index.ts";
import type { Reading } from "./discourse.ts";
import type { Entry, Range } from "./names.ts";

const GEOGRAPHIC = new Set(["state", "adjective", "seat", "people", "place"]);
const DIRECTIONS =
  /^(north|south|east|west|central|northern|southern|eastern|western|greater|mr\.?|mrs\.?|upper|lower|inner|outer|occupied|mainland)$/;

/**
 * Whether a state's or city's name is only a part of another name here: Michael Jordan, Bank of China, Georgia Tech,
 * Air France, American Airlines, Paris Saint-Germain. Names of persons and organisations stand for themselves.
 */
export function partOfOtherName(range: Range, entries: readonly Entry[], reading: Reading): boolean {
  const { from, to } = range;
  const shared = reading.tables.words.lists.shared_bodies;
  if (
    to - from === 1 &&
    entries.length > 0 &&
    entries.every(({ is, name }) => is === "group" && shared.has(name))
  )
    return afterName(from, reading);
  if (entries.length === 0 || !entries.every(({ is }) => GEOGRAPHIC.has(is))) return false;
  return (
    afterName(range.from, reading) || beforeName(range.to, reading) || ofInstitution(range.from, reading)
  );
}

function isCapitalised(token: Token | undefined): token is Token {
  return token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.form);
}

/** "Israel Friday reimposed": when, not what. */
export function isDayOrMonth(form: string): boolean {
  return /^((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)$/.test(
    form,
  );
}

/** A word that names a part of a state: "Ministry", "Army", "President". */
function isInstitution({ form, lemma }: Token, { tables }: Reading): boolean {
  const { institutions, headline_nouns } = tables.words.lists;
  const { sectorOf } = tables.words;
  return [form.toLowerCase(), lemma.toLowerCase()].some(
    (word) =>
      institutions.has(word) ||
      headline_nouns.has(word) ||
      (sectorOf.has(word) && !/^(bank|union|university|church)$/.test(word)),
  );
}

/** "Michael Jordan", "Air France": a capitalised name just before that belongs to the same name. */
function afterName(from: number, reading: Reading): boolean {
  const { sentence, tables } = reading;
  const previous = sentence.tokens[from - 1];
  const own = sentence.tokens[from] as Token;
  if (!isCapitalised(previous) || previous.upos !== "PROPN" || previous.end + 1 !== own.start) return false;
  if (isDayOrMonth(previous.form)) return false;
  const word = previous.form.toLowerCase();
  if (isInstitution(previous, reading) || tables.words.lists.titles.has(word) || DIRECTIONS.test(word))
    return false;
  if (
    tables.names
      .matchesAt([previous.form], 0)
      .some(({ entries }) => entries.some(({ is }) => is !== "family"))
  )
    return false;
  const joined = own.head === from - 1 || previous.head === from || own.head === previous.head;
  const relation = previous.deprel.split(":")[0] ?? "";
  return (
    joined &&
    (own.deprel.startsWith("flat") ||
      (["flat", "compound", "appos", "nmod", "amod"].includes(relation) && previous.deprel !== "nmod:poss"))
  );
}

/** "Jordan Peterson", "China Daily", "American Airlines": capitalised names just after, none of them a part of a state. */
function beforeName(to: number, reading: Reading): boolean {
  const { sentence, tables } = reading;
  const own = sentence.tokens[to - 1] as Token;
  const run: Token[] = [];
  for (let at = to; at < to + 5; at++) {
    const next = sentence.tokens[at];
    const last = run.at(-1) ?? own;
    if (
      !isCapitalised(next) ||
      last.end + 1 !== next.start ||
      next.upos === "VERB" ||
      isDayOrMonth(next.form)
    )
      break;
    run.push(next);
  }
  const [next] = run;
  if (isModel(to, sentence)) return false;
  if (next === undefined || (next.upos !== "PROPN" && next.upos !== "NOUN")) return false;
  if (run.some((word) => isInstitution(word, reading))) return false;
  if (
    tables.names
      .matchesAt(
        run.map(({ form }) => form),
        0,
      )
      .some(({ entries }) => entries.some(({ is }) => is === "person"))
  )
    return false;
  const joined = own.head >= to || next.head === to - 1;
  if (own.upos === "ADJ" || own.deprel === "amod") return joined && next.upos === "PROPN" && own.head >= to;
  const relation = (own.head === to ? own.deprel : next.deprel).split(":")[0] ?? "";
  return joined && ["compound", "flat", "nmod"].includes(relation) && own.deprel !== "nmod:poss";
}

/** "a Russian Su-24", "an American RQ-170": the model of a thing is no name that the state's belongs to. */
function isModel(at: number, { tokens }: Sentence): boolean {
  const [name, hyphen, number] = tokens.slice(at, at + 3);
  if (name === undefined || name.form.length > 4) return false;
  return /\d/.test(name.form) || (hyphen?.form === "-" && /^\d/.test(number?.form ?? ""));
}

/** "Foreign Minister Jane Example of": a run of names that begins with a title or a given name. */
function isPersonsName(last: number, { sentence, tables }: Reading): boolean {
  const { titles, feminine, masculine } = tables.words.lists;
  for (let at = last - 1; isCapitalised(sentence.tokens[at]); at--) {
    const word = sentence.tokens[at]?.form.toLowerCase() ?? "";
    if (titles.has(word) || feminine.has(word) || masculine.has(word)) return true;
  }
  return false;
}

/** "Bank of China", "University of Jordan": a capitalised noun before "of" that is no part of a state. */
function ofInstitution(from: number, reading: Reading): boolean {
  const { sentence, tables } = reading;
  const article = sentence.tokens[from - 1]?.form.toLowerCase() === "the" ? 1 : 0;
  const of = sentence.tokens[from - 1 - article];
  const noun = sentence.tokens[from - 2 - article];
  if (of?.form !== "of" || noun?.upos !== "PROPN" || !isCapitalised(noun)) return false;
  if (isPersonsName(from - 2 - article, reading)) return false;
  return !tables.words.lists.heads_of.has(noun.form.toLowerCase()) && !isInstitution(noun, reading);
}
