import type { Sentence, Token } from "../language/index.ts";
import { type ActorMention, mention } from "./mention.ts";
import { endOfOffice } from "./offices.ts";
import type { ActorTables } from "./tables.ts";

/**
 * What a document says anywhere of whom a person acts for holds all through it: earlier mentions of the person take it,
 * and so does an office told in full ("Minister for Central Asia") where the text has said who holds it.
 */
export function withAffiliations(
  mentions: readonly ActorMention[],
  sentences: readonly Sentence[],
  text: string,
  tables: ActorTables,
): ActorMention[] {
  const affiliated = affiliatedIn(mentions, tables);
  if (affiliated.size === 0) return [...mentions];
  const settled = mentions.map((row) => {
    const person = row.actor === null ? affiliated.get(row.name) : undefined;
    return person === undefined ? row : actingFor(row, person);
  });
  const offices = officesOf(settled, affiliated, sentences, text);
  return [...settled, ...repeatedOffices(offices, settled, sentences, text)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

function actingFor(row: ActorMention, { actor, sector, text, name }: ActorMention): ActorMention {
  return { ...row, actor, sector, name, why: `${row.why}; of ${actor} by "${text}" in the text` };
}

/** Persons whom the text itself gives an actor, by their names, and by surnames that only one of them has. */
function affiliatedIn(
  mentions: readonly ActorMention[],
  tables: ActorTables,
): ReadonlyMap<string, ActorMention> {
  const persons = new Map<string, ActorMention>();
  for (const row of mentions)
    if (row.kind === "name" && row.actor !== null && row.why.startsWith("person: "))
      if (!tables.isPerson(row.name) && !persons.has(row.name)) persons.set(row.name, row);
  const bySurname = new Map<string, ActorMention[]>();
  for (const [name, row] of persons) {
    const surname = name.split(" ").at(-1) ?? name;
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), row]);
  }
  for (const [surname, [only, other]] of bySurname)
    if (only !== undefined && other === undefined && !persons.has(surname)) persons.set(surname, only);
  return persons;
}

/** Offices that stand before the names of these persons, as written, with what they are of: "minister for central asia". */
function officesOf(
  mentions: readonly ActorMention[],
  affiliated: ReadonlyMap<string, ActorMention>,
  sentences: readonly Sentence[],
  text: string,
): ReadonlyMap<string, ActorMention> {
  const offices = new Map<string, ActorMention>();
  for (const row of mentions) {
    const sentence = sentences[row.sentence];
    if (sentence === undefined || row.kind !== "name" || !affiliated.has(row.name)) continue;
    sentence.tokens.forEach(({ start }, at) => {
      const office = start < row.start ? officeAt(at, sentence, text) : null;
      if (office !== null && /^,? $/.test(text.slice(office.end, row.start)))
        offices.set(office.written, row);
    });
  }
  return offices;
}

/** An office with what it is for or of, lower case. */
function officeAt(
  noun: number,
  sentence: Sentence,
  text: string,
): { readonly written: string; readonly to: number; readonly end: number } | null {
  const { upos } = sentence.tokens[noun] as Token;
  if (upos !== "NOUN" && upos !== "PROPN") return null;
  const to = endOfOffice(noun, sentence);
  if (to === noun + 1) return null;
  const { start } = sentence.tokens[noun] as Token;
  const { end } = sentence.tokens[to - 1] as Token;
  return { written: text.slice(start, end).toLowerCase().replace(/\s+/g, " "), to, end };
}

function repeatedOffices(
  offices: ReadonlyMap<string, ActorMention>,
  mentions: readonly ActorMention[],
  sentences: readonly Sentence[],
  text: string,
): ActorMention[] {
  if (offices.size === 0) return [];
  return sentences.flatMap((sentence, index) =>
    sentence.tokens.flatMap(({ start, end }, at) => {
      const office = officeAt(at, sentence, text);
      const person = office === null ? undefined : offices.get(office.written);
      if (office === null || person === undefined) return [];
      if (mentions.some((row) => row.sentence === index && row.start <= start && end <= row.end)) return [];
      const { actor, sector, name } = person;
      return [
        mention({ sentence, index, text }, at, office.to, at, {
          actor,
          sector,
          name,
          kind: "office",
          role: "who",
          why: `person: ${name}, who is "${office.written}" in the text`,
        }),
      ];
    }),
  );
}
