import { isPersonNamed, quotationAt, type Reading } from "./discourse.ts";
import { speakersAt } from "./first-person.ts";
import { type ActorMention, mention } from "./mention.ts";

/** Paragraphs of a transcript in which others than the two sides speak. */
const ASKED = /^(Question|Q|Reporter|Journalist|Moderator)\s*:/im;

/**
 * "You" in a transcript of two who talk: the other one, where the text names persons of no more than one side beside the
 * speaker's. Nobody where reporters ask, and nobody in quotations, whose reader is not told of.
 */
export function yours(at: number, named: readonly ActorMention[], reading: Reading): ActorMention[] {
  const { sentence, tables, said, text } = reading;
  if (quotationAt(sentence.tokens[at]?.start ?? 0, reading) !== null || ASKED.test(text)) return [];
  const [speaker] = speakersAt(at, named, [], reading);
  if (speaker === undefined || speaker.actor === null || !isPersonNamed(speaker, tables, said)) return [];
  const persons = [...said.spoken.values()]
    .map(({ last }) => last)
    .filter((row) => isPersonNamed(row, tables, said) && row.sector === "GOV" && row.actor !== speaker.actor);
  const [other] = persons;
  if (other === undefined || persons.some(({ actor }) => actor !== other.actor)) return [];
  return [
    mention(reading, at, at + 1, at, {
      actor: other.actor,
      sector: other.sector,
      name: other.name,
      kind: "pronoun",
      role: "who",
      why: `pronoun: whom the speaker talks to, "${other.text}"`,
    }),
  ];
}
