import type { Token } from "../language/index.ts";
import type { Sector } from "../vocabulary/index.ts";
import type { Reading } from "./discourse.ts";
import { type ActorMention, mention } from "./mention.ts";
import type { Found, Range } from "./names.ts";
import { plain } from "./names.ts";
import { publisherOfTitles } from "./publisher-parts.ts";
import { headOf, relationOf } from "./syntax.ts";
import type { ActorTables } from "./tables.ts";
import { titlesBefore } from "./titles.ts";

const PARTICLE = /^(al|el|bin|bint|ibn|von|van|de|der|del|della|di|da|dos|du|la|le|ben|ould|-)$/i;

/**
 * Persons whom no table knows: two or more capitalised words that make a person's name, or the surname of one named
 * before. An office before the name says whom they act for ("Russian Deputy Foreign Minister Andrei Rudenko");
 * without one their actor is null.
 */
export function strangersIn(
  found: readonly Found[],
  mentions: readonly ActorMention[],
  reading: Reading,
): ActorMention[] {
  const { sentence, said } = reading;
  const taken = new Set(
    found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  );
  const strangers: ActorMention[] = [];
  for (let at = 0; at < sentence.tokens.length; at++) {
    const run = nameAt(at, taken, reading);
    if (run === null) continue;
    at = run.to - 1;
    const words = sentence.tokens.slice(run.from, run.to);
    const last = words.at(-1)?.form ?? "";
    const known = said.persons.get(last);
    const full = words
      .map(({ form }) => form)
      .join(" ")
      .replace(/ - /g, "-");
    if (known !== undefined && (words.length === 1 || known.name === full)) {
      const affiliated = known.actor === null ? introduced(run, known.name, found, mentions, reading) : null;
      if (affiliated !== null && affiliated.actor !== null) strangers.push(affiliated);
      else
        strangers.push(
          mention(reading, run.from, run.to, headOf(sentence, run.from, run.to), {
            actor: known.actor,
            sector: known.sector,
            name: known.name,
            kind: "name",
            role: "who",
            why: `person: ${known.name}, named before${known.actor === null ? ", of no known actor" : ` with an office of ${known.actor}`}`,
          }),
        );
      continue;
    }
    if (words.length < 2 && !isAddressed(run.from, reading) && !isGivenName(run.from, reading)) continue;
    strangers.push(introduced(run, full, found, mentions, reading));
  }
  return strangers;
}

/** A run of capitalised words that can be a person's name; a single one where it is the surname of someone named before. */
function nameAt(at: number, taken: ReadonlySet<number>, reading: Reading): Range | null {
  const { sentence, said, tables } = reading;
  if (sentence.tokens[at]?.upos !== "PROPN") return null;
  const { not_a_person, institutions, titles } = tables.words.lists;
  const isName = (index: number): boolean => {
    const token = sentence.tokens[index];
    if (token === undefined || taken.has(index) || token.upos !== "PROPN") return false;
    if (!/^\p{Lu}[\p{L}'’.-]*$/u.test(token.form) || /^\p{Lu}{2,}$/u.test(token.form)) return false;
    if (token.xpos === "NNPS" || (isPlaceName(token.form) && !isInName(index))) return false;
    const word = token.form.toLowerCase();
    return !not_a_person.has(word) && !institutions.has(word) && !titles.has(word);
  };
  /** "Peter Lund", "Mary Holm": a place's name after or as a given name. */
  const isInName = (index: number): boolean =>
    index > at
      ? isGiven(index - 1)
      : isGiven(index) &&
        sentence.tokens[index + 1]?.deprel === "flat" &&
        sentence.tokens[index + 1]?.head === index;
  const isGiven = (index: number): boolean => isGivenWord(sentence.tokens[index]?.form ?? "", tables);
  const isPlaceName = (form: string): boolean =>
    tables.names
      .matchesAt([plain(form)], 0)
      .some(({ entries }) => entries.some(({ is }) => is !== "family" && is !== "group"));
  if (!isName(at)) return null;
  let to = at + 1;
  while (to < sentence.tokens.length && to - at < 6) {
    if (isName(to)) to += 1;
    else if (PARTICLE.test(sentence.tokens[to]?.form ?? "") && isName(to + 1)) to += 2;
    else break;
  }
  const beside = (index: number): boolean => {
    const token = sentence.tokens[index];
    return (
      token?.upos === "PROPN" &&
      !taken.has(index) &&
      (not_a_person.has(token.form.toLowerCase()) || /^\p{Lu}{2,}$/u.test(token.form))
    );
  };
  if (beside(to) || beside(at - 1)) return null;
  if (to - at === 1) {
    const alone = said.persons.has(sentence.tokens[at]?.form ?? "");
    return alone || isAddressed(at, reading) || isGivenName(at, reading) ? { from: at, to } : null;
  }
  if (/^the$/i.test(sentence.tokens[at - 1]?.form ?? "")) return null;
  return { from: at, to };
}

/** "Foreign Minister Jane Example of Belarus": the state named after a person's name. */
function homeAfter({ to }: Range, found: readonly Found[], { sentence }: Reading): string | null {
  if (sentence.tokens[to]?.form !== "of") return null;
  return found.find(({ from, entry }) => from === to + 1 && entry.is === "state")?.entry.actor ?? null;
}

function isGivenWord(form: string, { words }: ActorTables): boolean {
  const word = plain(form).toLowerCase();
  return words.lists.feminine.has(word) || words.lists.masculine.has(word);
}

/** "Mr Example", "Judge Example": a surname after a form of address is a person's. */
function isAddressed(at: number, { sentence }: Reading): boolean {
  return ADDRESS.test(sentence.tokens[at - 1]?.form ?? "");
}

const ADDRESS =
  /^(Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Sen|Rep|Gov|Gen|Col|Lt|Capt|Maj|Prof|Rev|Senator|Governor|General|Colonel|Captain|Major|Admiral|Professor|Judge|Justice|Mayor|Minister|Ambassador|Congressman|Congresswoman|Undersecretary|Commissioner|Archbishop|Bishop|Cardinal)\.?$/;

/** "Gloria cried": a given name alone, where no other capitalised word touches it and it stands as a person would. */
function isGivenName(at: number, { sentence, tables }: Reading): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || !isGivenWord(token.form, tables)) return false;
  const isCapital = (index: number): boolean => {
    const other = sentence.tokens[index];
    return other?.upos === "PROPN" && /^\p{Lu}/u.test(other.form);
  };
  return (
    !isCapital(at - 1) &&
    !isCapital(at + 1) &&
    sentence.tokens[at + 1]?.form !== "-" &&
    /^(nsubj|nmod:poss|obj|iobj|appos|conj)/.test(token.deprel)
  );
}

/** What may stand between an office and its holder's name: an abbreviation explained, a comma. */
export const BEFORE_HOLDER = /^( \([^()]{1,60}\) ?,)?,? ?$/;

/** A person named for the first time, with the office before the name, in apposition or as the noun just before. */
function introduced(
  run: Range,
  name: string,
  found: readonly Found[],
  mentions: readonly ActorMention[],
  reading: Reading,
): ActorMention {
  const { sentence, tables } = reading;
  const start = (sentence.tokens[run.from] as Token).start;
  const office = mentions.find(
    (row) =>
      row.end <= start &&
      ((row.kind === "office" && BEFORE_HOLDER.test(reading.text.slice(row.end, start))) ||
        (row.kind === "group" && row.end + 1 === start && isOnePerson(row, reading))),
  );
  const titles = titlesBefore(run.from, found, reading);
  const head = headOf(sentence, titles.from, run.to);
  const homeland = homeAfter(run, found, reading);
  if (titles.titled && titles.state === null && homeland !== null)
    return mention(reading, titles.from, run.to, head, {
      actor: homeland,
      sector: sectorOfTitles(titles.words, tables),
      name,
      kind: "name",
      role: "who",
      why: `person: ${name}, "${titles.words.join(" ")}" of ${homeland} in the text`,
    });
  if (office !== undefined && titles.state === null) {
    const from = sentence.tokens.findIndex((token) => token.start === office.start);
    return mention(reading, from, run.to, head, {
      actor: office.actor,
      sector: office.sector,
      name,
      kind: "name",
      role: "who",
      why: `person: ${name}, ${office.why}`,
    });
  }
  if (titles.titled && titles.state !== null) {
    const sector = sectorOfTitles(titles.words, tables);
    const organisation = tables.kindOf(titles.state) === "organisation";
    return mention(reading, titles.from, run.to, head, {
      actor: titles.state,
      sector: organisation ? "IGO" : titles.words.includes("opposition") ? "OPP" : sector,
      name,
      kind: "name",
      role: "who",
      why: `person: ${name}, "${titles.words.join(" ")}" of ${titles.state} in the text`,
    });
  }
  const publisher = publisherOfTitles(titles.words, reading);
  if (publisher !== null)
    return mention(reading, titles.from, run.to, head, {
      actor: publisher.actor,
      sector: sectorOfTitles(titles.words, tables),
      name,
      kind: "name",
      role: "who",
      why: `person: ${name}, "${titles.words.join(" ")}" of ${publisher.actor}, the publisher, "${publisher.outlet}"`,
    });
  return mention(reading, titles.from, run.to, head, {
    actor: null,
    sector: null,
    name,
    kind: "name",
    role: "who",
    why: `person: ${name}, whom no table knows`,
  });
}

/** "Texan student Jane Doe": the noun before a name is of that person. */
function isOnePerson({ token, sector }: ActorMention, { sentence }: Reading): boolean {
  const noun = sentence.tokens[token];
  return (
    noun?.xpos === "NN" &&
    sector !== "GOV" &&
    (noun.head > token || relationOf(sentence, token + 1) === "appos")
  );
}

/** The sector of the titles before a name; a press secretary is of the body whose secretary they are. */
function sectorOfTitles(titles: readonly string[], { words }: ActorTables): Sector {
  const sectors = titles.filter((word) => word !== "press").map((word) => words.sectorOf.get(word));
  return sectors.find((sector) => sector !== undefined) ?? "GOV";
}
