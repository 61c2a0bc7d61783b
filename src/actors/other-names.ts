import type { Sentence, Token } from "../language/index.ts";
import type { Entry } from "./names.ts";
import type { Words } from "./tables.ts";

/**
 * Whether a state's or city's name is only a part of another name here: Michael Jordan, Bank of China, Georgia Tech,
 * Air France, Paris Saint-Germain. Names of persons and organisations stand for themselves.
 */
export function partOfOtherName(
  sentence: Sentence,
  { from, to }: { readonly from: number; readonly to: number },
  entries: readonly Entry[],
  lists: Words["lists"],
): boolean {
  const geographic = entries.every(
    ({ is }) => is === "state" || is === "adjective" || is === "seat" || is === "people",
  );
  if (!geographic) return false;
  return (
    afterName(sentence, from, lists) ||
    beforeName(sentence, to, lists) ||
    ofInstitution(sentence, from, lists)
  );
}

/** "Michael Jordan", "Air France": a capitalised name just before that belongs to the same name. */
function afterName(sentence: Sentence, from: number, { institutions, titles }: Words["lists"]): boolean {
  const previous = sentence.tokens[from - 1];
  const own = sentence.tokens[from] as Token;
  if (
    previous === undefined ||
    previous.upos !== "PROPN" ||
    !/^\p{Lu}\p{Ll}/u.test(previous.form) ||
    previous.end + 1 !== own.start
  )
    return false;
  const word = previous.form.toLowerCase();
  if (
    institutions.has(word) ||
    titles.has(word) ||
    /^(north|south|east|west|central|northern|southern|eastern|western|greater|mr\.?|mrs\.?)$/.test(word)
  )
    return false;
  const joined = own.head === from - 1 || previous.head === from || own.head === previous.head;
  const relations = ["flat", "compound", "appos", "nmod"];
  return (
    joined &&
    (own.deprel.startsWith("flat") ||
      (relations.includes(previous.deprel.split(":")[0] ?? "") && previous.deprel !== "nmod:poss"))
  );
}

/** "Jordan Peterson", "China Daily", "Georgia Tech": a capitalised name just after that is no institution of a state. */
function beforeName(sentence: Sentence, to: number, { institutions }: Words["lists"]): boolean {
  const next = sentence.tokens[to];
  const own = sentence.tokens[to - 1] as Token;
  if (
    next === undefined ||
    next.upos !== "PROPN" ||
    !/^\p{Lu}\p{Ll}/u.test(next.form) ||
    own.end + 1 !== next.start
  )
    return false;
  if (institutions.has(next.form.toLowerCase()) || institutions.has(next.lemma.toLowerCase())) return false;
  if (own.upos === "ADJ") return false;
  const joined = own.head === to || next.head === to - 1;
  return (
    joined &&
    ["compound", "flat", "nmod"].includes((own.head === to ? own.deprel : next.deprel).split(":")[0] ?? "") &&
    own.deprel !== "nmod:poss"
  );
}

/** "Bank of China", "University of Jordan": a capitalised noun before "of" that does not head a state. */
function ofInstitution(sentence: Sentence, from: number, { heads_of }: Words["lists"]): boolean {
  const article = sentence.tokens[from - 1]?.form.toLowerCase() === "the" ? 1 : 0;
  const of = sentence.tokens[from - 1 - article];
  const noun = sentence.tokens[from - 2 - article];
  if (of?.form !== "of" || noun === undefined || noun.upos !== "PROPN" || !/^\p{Lu}\p{Ll}/u.test(noun.form))
    return false;
  return !heads_of.has(noun.form.toLowerCase());
}
