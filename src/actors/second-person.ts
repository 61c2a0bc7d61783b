import { isPersonNamed, quotationAt, type Reading } from "./discourse.ts";
import { speakersAt, spoken } from "./first-person.ts";
import type { ActorMention } from "./mention.ts";

/**
 * "You" in a transcript of two who talk: the other one, where the text names persons of no more than one side beside the
 * speaker's. Nobody where reporters ask, and nobody in quotations, whose reader is not told of.
 */
export function yours(at: number, named: readonly ActorMention[], reading: Reading): ActorMention[] {
  const { sentence, tables, said, voices } = reading;
  if (quotationAt(sentence.tokens[at]?.start ?? 0, reading) !== null || voices.isAsked()) return [];
  const [speaker] = speakersAt(at, named, [], reading);
  if (speaker === undefined || speaker.actor === null || !isPersonNamed(speaker, tables, said)) return [];
  const persons = [...said.spoken.values()]
    .map(({ last }) => last)
    .filter((row) => isPersonNamed(row, tables, said) && row.sector === "GOV" && row.actor !== speaker.actor);
  const [other] = persons;
  if (other === undefined || persons.some(({ actor }) => actor !== other.actor)) return [];
  const { actor, sector, name, text } = other;
  return [spoken(at, reading, { actor, sector, name, why: `pronoun: whom the speaker talks to, "${text}"` })];
}
