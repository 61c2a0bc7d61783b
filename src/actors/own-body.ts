import type { Sentence } from "../language/index.ts";
import { type Reading, referentOf } from "./discourse.ts";
import type { ActorMention } from "./mention.ts";
import { isUnknownBody } from "./pronouns.ts";
import { made, type Phrase } from "./referring-phrase.ts";
import { childrenOf, prepositionOf } from "./syntax.ts";

/**
 * "His party", "her company": the body with which the text has named the person, "Jane Doe of the Acme Party" or
 * "the Acme Party's Jane Doe".
 */
export function ownBodyMeant(
  phrase: Phrase,
  here: readonly ActorMention[],
  reading: Reading,
): ActorMention[] {
  const { at, lemma, plural } = phrase;
  const { sentence, index, said, tables } = reading;
  if (plural || !tables.words.lists.bodies.has(lemma)) return [];
  const possessive = childrenOf(sentence, at).find(
    (child) => sentence.tokens[child]?.deprel === "nmod:poss" && child < at,
  );
  const owner = here.find((row) => row.token === possessive && row.kind === "pronoun");
  if (owner === undefined || !/^(his|her)$/i.test(owner.text)) return [];
  const person = referentOf(owner, tables, said);
  const all = [...said.bySentence.flat(), ...here];
  for (const row of all.filter((other) => referentOf(other, tables, said) === person).reverse()) {
    const home = row.sentence === index ? sentence : (said.sentences[row.sentence] as Sentence);
    const rows = row.sentence === index ? here : (said.bySentence[row.sentence] ?? []);
    const body = rows.find((other) => isBody(other) && belongs(row, other, home));
    if (body !== undefined) return made([body], phrase, "whose the text has named", reading);
  }
  return [];

  function isBody(row: ActorMention): boolean {
    if (isUnknownBody(row, reading)) return true;
    if (row.kind !== "name" || row.sector === null) return false;
    return /^(party|movement|front|union|alliance|coalition)$/.test(lemma)
      ? /^(PTY|OPP|REB)$/.test(row.sector)
      : row.sector === "BUS" && /^(company|corporation|group|bank)$/.test(lemma);
  }
}

/** Whether a body stands beside a person as theirs. */
function belongs(person: ActorMention, body: ActorMention, home: Sentence): boolean {
  const token = home.tokens[body.token];
  if (token === undefined || token.head !== person.token) return false;
  return token.deprel === "nmod:poss" || /^(of|from)$/.test(prepositionOf(home, body.token));
}
