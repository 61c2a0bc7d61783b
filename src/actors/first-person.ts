import { isPersonNamed, quotationAt, type Reading } from "./discourse.ts";
import { type ActorMention, type Meant, mention } from "./mention.ts";
import { speakersOf } from "./quotes.ts";
import { together } from "./salience.ts";
import { labelOf } from "./voices.ts";

/** The heading of a text in which several speak: "Joint Statement by the Leaders of …". */
const JOINT = /\bjoint\b[^.]*\b(statement|declaration|communiqu|announcement|article|vision)/i;
const SPOKESMEN: ReadonlySet<string> = new Set(["GOV", "MIL", "IGO", "REB"]);

/** "I": whoever speaks the quotation or the part of a transcript that it stands in. */
export function mine(
  at: number,
  named: readonly ActorMention[],
  referred: readonly ActorMention[],
  reading: Reading,
): ActorMention[] {
  return speakersAt(at, named, referred, reading)
    .filter((row) => row.actor !== null && isPersonNamed(row, reading.tables, reading.said))
    .slice(0, 1)
    .map(({ actor, sector, name, text }) =>
      spoken(at, reading, { actor, sector, name, why: `pronoun: the speaker, "${text}"` }),
    );
}

/**
 * "We": those for whom a quotation's speaker acts; outside of quotations, whoever publishes the text, or those in whose
 * name a joint statement is made.
 */
export function ours(
  at: number,
  named: readonly ActorMention[],
  referred: readonly ActorMention[],
  reading: Reading,
): ActorMention[] {
  const { sentence, tables, publisher, said } = reading;
  const start = sentence.tokens[at]?.start ?? 0;
  const speakers = speakersAt(at, named, referred, reading);
  if (speakers.length > 0)
    return speakers
      .filter(({ actor, sector }) => actor !== null && SPOKESMEN.has(sector ?? ""))
      .map(({ actor, sector, text }) =>
        spoken(at, reading, {
          actor,
          sector,
          name: tables.nameOf(actor ?? ""),
          why: `pronoun: the side of the speaker, "${text}"`,
        }),
      );
  if (publisher === null || quotationAt(start, reading) !== null) return [];
  if (JOINT.test(reading.text.slice(0, reading.said.sentences[0]?.end ?? 0))) {
    const states = [...said.bySentence.flat(), ...named].filter(
      (row) => row.actor !== null && row.start < start && tables.kindOf(row.actor) === "state",
    );
    return (together(states, at, reading)[0]?.rows ?? []).map(({ actor, sector, text }) =>
      spoken(at, reading, {
        actor,
        sector,
        name: tables.nameOf(actor ?? ""),
        why: `pronoun: those who make the joint statement, "${text}"`,
      }),
    );
  }
  const { actor, sector, outlet } = publisher;
  return [
    spoken(at, reading, {
      actor,
      sector,
      name: tables.nameOf(actor),
      why: `pronoun: the publisher, "${outlet}"`,
    }),
  ];
}

/** A pronoun that means someone who takes part in what is said. */
export function spoken(at: number, reading: Reading, meant: Omit<Meant, "kind" | "role">): ActorMention {
  return mention(reading, at, at + 1, at, { ...meant, kind: "pronoun", role: "who" });
}

/** Who says the words around a token: in the sentence, in the quotation it goes on with, or outside of quotations. */
export function speakersAt(
  at: number,
  named: readonly ActorMention[],
  referred: readonly ActorMention[],
  reading: Reading,
): readonly ActorMention[] {
  const { sentence, text, voices } = reading;
  const tokens = speakersOf(sentence, at);
  const here = [...named, ...referred].filter(({ token }) => tokens.includes(token));
  if (here.length > 0 || tokens.length > 0) return here;
  const quotation = quotationAt(sentence.tokens[at]?.start ?? 0, reading);
  if (quotation !== null) return voices.ofQuotation(quotation);
  return labelOf(sentence, named, text) ?? voices.outside();
}
