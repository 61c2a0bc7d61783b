import { isPersonNamed, type Reading } from "./discourse.ts";
import type { ActorMention } from "./mention.ts";
import { isPerson, isUnknownBody } from "./pronouns.ts";
import { asPerson, made, type Phrase } from "./referring-phrase.ts";
import { REACH, salience } from "./salience.ts";

/** Offices of which the noun alone says too little: the prime minister is not any minister. */
export const RANKED =
  /\b(prime|foreign|defen[cs]e|interior|finance|justice|trade|energy|health|oil|education|vice|deputy) (minister|president|premier|secretary)$/;

/** "the mayor", "his wife", "the foundation": the person or body that the text has called so. */
export function calledMeant(phrase: Phrase, reading: Reading): ActorMention[] {
  const { lemma, words, plural, at } = phrase;
  const { said, index, tables } = reading;
  if (plural || words.length > 3 || !/^(the|this|that|his|her|its|their)$/.test(words[0] ?? "")) return [];
  if (tables.words.lists.countries.has(lemma) && !tables.words.persons.has(lemma)) return [];
  const fitting = [...said.spoken.values()]
    .filter(
      ({ last, called }) => called.has(lemma) && (isPerson(last, reading) || isUnknownBody(last, reading)),
    )
    .sort((a, b) => salience(b.last, at, reading) - salience(a.last, at, reading));
  const [best] = fitting;
  if (best === undefined || isOtherwiseNamed(phrase, best.last, reading)) return [];
  const office = tables.words.persons.has(lemma);
  const ranked = RANKED.exec([...words, lemma].join(" "))?.[0];
  if (ranked !== undefined && !best.last.text.toLowerCase().includes(ranked)) return [];
  if (office && index - best.last.sentence > REACH && fitting.length > 1) return [];
  const why = `who is called "${lemma}" before`;
  return isPersonNamed(best.last, tables, said)
    ? [asPerson(best.last, phrase.from, at, why, reading)]
    : made([best.last], phrase, why, reading);
}

/** "The Brazilian team" is not "the US team": a capitalised word that does not stand beside the name tells them apart. */
function isOtherwiseNamed(
  { from, at }: Phrase,
  row: ActorMention,
  { sentence, index, said }: Reading,
): boolean {
  const home = (row.sentence === index ? sentence : said.sentences[row.sentence])?.tokens ?? [];
  return sentence.tokens
    .slice(from + 1, at)
    .some(({ form }) => /^\p{Lu}/u.test(form) && !home.some((word) => word.form === form));
}
