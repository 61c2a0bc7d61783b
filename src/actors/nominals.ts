import type { Sentence, Token } from "../language/index.ts";
import { alliesMeant } from "./allies.ts";
import { apposed } from "./descriptions.ts";
import { isPersonNamed, type Reading } from "./discourse.ts";
import { familyMeant, relativesMeant } from "./kin.ts";
import { type ActorMention, mention } from "./mention.ts";
import { isRole, officeOn } from "./persons.ts";
import { isPerson, isUnknownBody } from "./pronouns.ts";
import { publishersPart } from "./publisher-parts.ts";
import { asPerson, made, type Phrase, phraseAt, STATE_NOUNS } from "./referring-phrase.ts";
import { nearest, REACH, salience } from "./salience.ts";
import { isOffice, sectorOf } from "./sectors.ts";
import { byState, severalMeant } from "./several.ts";
import { sideMeant } from "./sides.ts";
import { childrenOf, isLocative, prepositionOf } from "./syntax.ts";
import { topicPlace, topicState } from "./topic.ts";

const PLACE_NOUNS = new Set(["city", "town", "region", "province", "district", "village", "port"]);
const RELATED = new Set([
  "capital",
  "ally",
  "neighbour",
  "neighbor",
  "partner",
  "country",
  "nation",
  "homeland",
  "counterpart",
  "rival",
]);
const OWN_BODIES =
  /^(government|army|military|parliament|authority|authorities|ministry|foreign ministry|navy|police|administration|regime|junta|opposition|presidency|senate|embassy)$/;
/** Nouns that the tagger takes for names: without a capital, or with the capital of a title. */
const COMMON_NOUN = /^(\p{Ll}.*|President|Premier|Government|Chancellor)$/u;
/** What a politician has, and what is their state's: "his government", "her party". */
const OF_A_PERSON =
  /^(government|administration|cabinet|party|ministry|army|regime|junta|coalition|movement)$/;
const HOLDERS = /^(president|premier|prime minister|chancellor|king|monarch|foreign minister)$/;

/** Whom a common noun means by what was said before, with the reason; none where it cannot be told. */
export function nominal(at: number, here: readonly ActorMention[], reading: Reading): ActorMention[] {
  const { sentence, tables } = reading;
  const token = sentence.tokens[at] as Token;
  const ally = alliesMeant(at, here, reading);
  if (ally.length > 0) return ally;
  const published = publishersPart(at, here, reading);
  if (published.length > 0) return publishersHolder(at, published, here, reading) ?? published;
  const family = familyMeant(at, reading);
  if (family.length > 0) return family.map((row) => asPerson(row, at - 1, at, "those of that name", reading));
  if (token.upos !== "NOUN" && !(token.upos === "PROPN" && COMMON_NOUN.test(token.form))) return [];
  const lemma = token.lemma.toLowerCase();
  const { countries, organisations } = tables.words.lists;
  const body = bodyOf(at, here, reading);
  if (body.length > 0) return body;
  const phrase = phraseAt(at, lemma, here, reading);
  const beside = besideMeant(phrase, here, reading);
  if (beside.length > 0) return beside;
  const relatives = relativesMeant(at, here, reading);
  if (relatives.length > 0)
    return relatives.map((row) => asPerson(row, phrase.from, at, "a relative by the text", reading));
  const called = calledMeant(phrase, reading);
  if (called.length > 0) return called;
  const side = sideMeant(at, lemma, phrase.states, here, reading);
  if (side !== null)
    return made([side.row], phrase, side.why, reading).map((row) => ({
      ...row,
      sector: null,
      name: tables.nameOf(row.actor ?? ""),
    }));
  if (!countries.has(lemma) && !organisations.has(lemma)) return [];
  const found =
    severalMeant(phrase, reading) ?? ownedMeant(phrase, here, reading) ?? oneMeant(phrase, here, reading);
  return found ?? [];
}

/** "The Minister" whom a government's own text has named. */
function publishersHolder(
  at: number,
  [part]: readonly ActorMention[],
  here: readonly ActorMention[],
  reading: Reading,
): ActorMention[] | null {
  const lemma = (reading.sentence.tokens[at] as Token).lemma.toLowerCase();
  const phrase = phraseAt(at, lemma, here, reading);
  const persons = [...besideMeant(phrase, here, reading), ...calledMeant(phrase, reading)];
  const [person] = persons.filter(({ actor }) => actor === part?.actor);
  return person === undefined ? null : [person];
}

/** "the mayor, Jane Doe": the person or body whose name stands in apposition. */
function besideMeant(phrase: Phrase, here: readonly ActorMention[], reading: Reading): ActorMention[] {
  const { sentence } = reading;
  const { at } = phrase;
  if (phrase.plural) return [];
  const rows = here.filter(
    (row) =>
      (isPersonNamed(row, reading.tables, reading.said) || isUnknownBody(row, reading)) &&
      row.kind === "name" &&
      sentence.tokens[row.token]?.head === at &&
      (apposed(sentence, row.token).includes(at) || isUnknownBody(row, reading)) &&
      (isUnknownBody(row, reading) || !isThing(phrase.lemma, reading)),
  );
  const next = rows.length === 0 ? nameRightAfter(phrase, here, reading) : null;
  if (next !== null)
    return isUnknownBody(next, reading)
      ? made([next], phrase, "the name beside it", reading)
      : [asPerson(next, phrase.from, at, "the name beside it", reading)];
  if (rows.length === 0 && PLACE_NOUNS.has(phrase.lemma) && /^(the|this)$/.test(phrase.words[0] ?? ""))
    return made(
      here.filter((row) => row.kind === "place" && apposed(sentence, row.token).includes(at)).slice(0, 1),
      phrase,
      "the name beside it",
      reading,
    ).map((row) => ({ ...row, role: "where" as const }));
  return made(rows.slice(0, 1), phrase, "the name beside it", reading);
}

/**
 * "the president of the port authority, Jane Doe, said", "its elite unit the Sea Lions": a name between commas or right
 * after the noun, whatever the tree hangs it on.
 */
function nameRightAfter(
  { at, lemma, words }: Phrase,
  here: readonly ActorMention[],
  reading: Reading,
): ActorMention | null {
  const { sentence, text, tables, said } = reading;
  if (!/^(the|this|his|her|its|their|our)$/.test(words[0] ?? "")) return null;
  const end = sentence.tokens[at]?.end ?? 0;
  const next = here.find(
    (row) =>
      row.kind === "name" &&
      row.start > end &&
      (isUnknownBody(row, reading) || isPersonNamed(row, tables, said)),
  );
  if (next === undefined) return null;
  const between = text.slice(end, next.start);
  if (isUnknownBody(next, reading)) return isThing(lemma, reading) && CALLED_SO.test(between) ? next : null;
  // ", the minister, Jane Doe, said." is often hung on the word before the comma, which it does not describe.
  const misplaced = sentence.tokens[at]?.deprel === "appos" && (sentence.tokens[at]?.head ?? at) < at;
  const isOffice = !misplaced && tables.words.sectorOf.has(lemma) && !isThing(lemma, reading);
  const closed = /^[,.;:)?!"”]/.test(text.slice(next.end, next.end + 1));
  return isOffice && closed && INSERTED.test(between) ? next : null;
}

/** What may stand between an office and its holder's name: what it is of, something in brackets, a comma. */
const INSERTED = /^( (of|for|in|at|to) [^,;:.!?()]{1,60})?( \([^)]{1,60}\))?, $/;

/** "the unit", "the unit within the guard called the": what may stand between a noun and a body's name. */
const CALLED_SO =
  /^( (within|of|in) [^,;:.!?()]{1,40}(?= (called|named|dubbed|known)))?( (called|named|dubbed|known as))?( the)? $/;

/** Nouns for places and bodies: no person is one, whatever stands beside it. */
function isThing(lemma: string, { tables }: Reading): boolean {
  return STATE_NOUNS.has(lemma) || PLACE_NOUNS.has(lemma) || tables.words.lists.bodies.has(lemma);
}

/** "the mayor", "his wife", "the foundation": the person or body that the text has called so. */
function calledMeant(phrase: Phrase, reading: Reading): ActorMention[] {
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
  if (best === undefined) return [];
  const office = tables.words.persons.has(lemma);
  const ranked = RANKED.exec([...words, lemma].join(" "))?.[0];
  if (ranked !== undefined && !best.last.text.toLowerCase().includes(ranked)) return [];
  if (office && index - best.last.sentence > REACH && fitting.length > 1) return [];
  const why = `who is called "${lemma}" before`;
  return isPersonNamed(best.last, tables, said)
    ? [asPerson(best.last, phrase.from, at, why, reading)]
    : made([best.last], phrase, why, reading);
}

/** "its army", "the country's president": a part of what a pronoun or nominal means. */
function bodyOf(at: number, here: readonly ActorMention[], reading: Reading): ActorMention[] {
  const { sentence, tables } = reading;
  const owner = childrenOf(sentence, at).find((child) => sentence.tokens[child]?.deprel === "nmod:poss");
  if (owner === undefined || owner > at || at - owner > 4) return [];
  const sector = sectorOf(sentence, at, tables);
  const owners = here.filter(
    (row) => row.token === owner && row.actor !== null && (row.kind === "pronoun" || row.kind === "nominal"),
  );
  if (sector === null || sector === "CVL" || owners.length === 0) return [];
  const lemma = sentence.tokens[at]?.lemma.toLowerCase() ?? "";
  if (RELATED.has(lemma)) return [];
  if (owners.some((row) => isPerson(row, reading)) && !OF_A_PERSON.test(lemma)) return [];
  const first = here.find((row) => row.token === owner)?.start ?? 0;
  const from = sentence.tokens.findIndex(({ start }) => start === first);
  const { locative, motion } = tables.words.lists;
  return owners.map((row) =>
    mention(reading, from < 0 ? owner : from, at + 1, at, {
      actor: row.actor,
      sector: tables.kindOf(row.actor ?? "") === "organisation" ? "IGO" : sector,
      name: row.sector === "REB" ? row.name : tables.nameOf(row.actor ?? ""),
      kind: isOffice(sentence, at, tables) ? "office" : "group",
      role: isLocative(sentence, at, locative, motion) ? "where" : "who",
      why: `group: "${lemma}" of ${row.actor}, which is "${row.text}": ${row.why}`,
    }),
  );
}

/** "his giant neighbour", "his country": by whose it is. */
function ownedMeant(phrase: Phrase, here: readonly ActorMention[], reading: Reading): ActorMention[] | null {
  const { at, lemma, plural, states } = phrase;
  const { sentence } = reading;
  const owner = childrenOf(sentence, at).find((child) => sentence.tokens[child]?.deprel === "nmod:poss");
  if (owner === undefined) return null;
  if (!RELATED.has(lemma)) return [];
  const possessor = here.find((row) => row.token === owner);
  if (possessor === undefined || plural) return [];
  if (/^(country|nation|homeland)$/.test(lemma)) return made([possessor], phrase, "its owner's", reading);
  if (lemma === "capital")
    return made([possessor], phrase, "of its owner", reading).map((row) => ({
      ...row,
      role: "where" as const,
    }));
  const last = lastNamed(states.filter(({ actor }) => actor !== possessor.actor));
  return made(last, phrase, "the other state mentioned last", reading);
}

function lastNamed(rows: readonly ActorMention[]): ActorMention[] {
  const found = rows.at(-1);
  return found === undefined ? [] : [found];
}

/** "the country", "the former Soviet republic", "the bloc", "the premier", "the government". */
function oneMeant(phrase: Phrase, here: readonly ActorMention[], reading: Reading): ActorMention[] {
  const { at, lemma, words, plural, states, before } = phrase;
  const { sentence, tables } = reading;
  if (plural || words.length > 4 || !/^(the|this)$/.test(words[0] ?? "")) return [];
  if (isNarrowed(at, sentence)) return [];
  const region = regionOf(words, reading);
  if (
    region !== null &&
    (STATE_NOUNS.has(lemma) || /^(side|team|ally|neighbou?r|power|partner)$/.test(lemma))
  )
    return made(
      lastNamed(states.filter(({ actor }) => region.states.has(actor ?? ""))),
      phrase,
      `the ${region.word.replace("_", " ")} state mentioned last`,
      reading,
    );
  const ranked = byState(states, at, reading);
  const clear = nearest(ranked, 0.5)?.rows ?? [];
  if (STATE_NOUNS.has(lemma) && words.length < 3)
    return made(
      ranked[0]?.rows ?? topicState(reading),
      phrase,
      ranked.length > 0 ? "the state nearest to mind" : "the state that the text is about",
      reading,
    );
  if (lemma === "capital")
    return made(
      clear.length > 0 ? clear : topicState(reading),
      phrase,
      "of the state nearest to mind",
      reading,
    ).map((row) => ({ ...row, role: "where" as const }));
  const title = [...words.slice(1), lemma].join(" ");
  const persons = before.filter((row) => isPerson(row, reading) && holdsOffice(row, title, lemma, reading));
  if (persons.length > 0)
    return made([persons.at(-1) as ActorMention], phrase, "the office-holder mentioned last", reading);
  if (PLACE_NOUNS.has(lemma)) {
    const places = before.filter(({ kind }) => kind === "place");
    return made(
      places.length > 0 ? lastNamed(places) : topicPlace(reading),
      phrase,
      "the place mentioned last",
      reading,
    ).map((row) => ({ ...row, role: "where" as const }));
  }
  const repeated = [...reading.said.bySentence.flat(), ...before].filter(
    (row) =>
      (row.actor !== null || isUnknownBody(row, reading)) &&
      (row.kind === "group" || row.kind === "name") &&
      row.text.toLowerCase().split(/\W+/).includes(lemma),
  );
  if (repeated.length > 0 && words.length < 3)
    return made(lastNamed(repeated), phrase, "the body of that name mentioned last", reading);
  if (OWN_BODIES.test(title) || OWN_BODIES.test(lemma))
    return words.length > 2
      ? []
      : made(rulers(phrase, reading), phrase, "of the state nearest to mind", reading);
  if (HOLDERS.test(title))
    return made(rulers(phrase, reading), phrase, "of the state nearest to mind", reading).map((row) => ({
      ...row,
      name: officeOn(tables, row.actor ?? "", title, reading.day) ?? row.name,
    }));
  if (/^(company|firm|maker|manufacturer|developer|giant)$/.test(lemma))
    return made(
      lastNamed(before.filter((row) => row.sector === "BUS" || isUnknownBody(row, reading))),
      phrase,
      "the company mentioned last",
      reading,
    );
  if (/^(group|movement|militia|rebel|militant|insurgent|separatist)$/.test(lemma)) {
    const armed = before.filter(({ sector }) => sector === "REB");
    if (armed.length > 0) return made(lastNamed(armed), phrase, "the armed group mentioned last", reading);
  }
  if (/^(team|side)$/.test(lemma))
    return made(
      clear.filter(({ kind }) => kind === "name" || kind === "pronoun" || kind === "nominal"),
      phrase,
      "the state nearest to mind",
      reading,
    );
  if (!tables.words.lists.organisations.has(lemma)) return [];
  const bodies = before.filter(
    (row) =>
      (row.actor !== null &&
        tables.kindOf(row.actor) === "organisation" &&
        isCalled(row.actor, lemma, reading)) ||
      (GENERAL_BODY.test(lemma) && isUnknownBody(row, reading)),
  );
  if (bodies.length > 0) return made(lastNamed(bodies), phrase, "the organisation mentioned last", reading);
  const later = here.filter(
    (row) =>
      row.start > (sentence.tokens[at]?.end ?? 0) &&
      row.actor !== null &&
      tables.kindOf(row.actor) === "organisation" &&
      isCalled(row.actor, lemma, reading),
  );
  return made(later.slice(0, 1), phrase, "the organisation that the sentence names next", reading);
}

/** Citizens, firms and reporters of a state, wherever they are: "the police" spoken of next need not be that state's. */
const NO_RULERS: ReadonlySet<string> = new Set(["CVL", "REF", "BUS", "MED"]);

/** The state nearest to mind, named by more than its people. */
function rulers({ at, states }: Phrase, reading: Reading): readonly ActorMention[] {
  const ruling = states.filter(({ sector }) => sector === null || !NO_RULERS.has(sector));
  return nearest(byState(ruling, at, reading), 0.5)?.rows ?? [];
}

/** "the president of the club", "the group that broke away": told apart by what follows; where it is tells nothing. */
function isNarrowed(at: number, sentence: Sentence): boolean {
  return childrenOf(sentence, at).some(
    (child) =>
      child > at &&
      /^(nmod|acl|appos)/.test(sentence.tokens[child]?.deprel ?? "") &&
      !/^(in|at|on)$/.test(prepositionOf(sentence, child)),
  );
}

/** Nouns for organisations of any kind. */
const GENERAL_BODY = /^(organi[sz]ation|group|institution|body|grouping)$/;

/** "the Gulf kingdom", "the former Soviet republic": the states that the words before the noun leave. */
function regionOf(
  words: readonly string[],
  { tables }: Reading,
): { readonly word: string; readonly states: ReadonlySet<string> } | null {
  const joined = words.flatMap((word, at) => [`${word}_${words[at + 1] ?? ""}`, word]);
  const word = joined.find((candidate) => tables.words.regions.has(candidate));
  return word === undefined ? null : { word, states: tables.words.regions.get(word) ?? new Set() };
}

const CALLED: Readonly<Record<string, RegExp>> = {
  bloc: /union|alliance/,
  alliance: /alliance|union/,
  union: /union/,
  lender: /bank/,
  bank: /bank/,
  fund: /bank|fund/,
  court: /court/,
  tribunal: /court/,
  agency: /agency/,
  watchdog: /agency|ngo/,
};

/** Whether an organisation is of the kind that a noun names. */
function isCalled(actor: string, lemma: string, { tables }: Reading): boolean {
  const kind = tables.organisations.get(actor)?.kind ?? "";
  const wanted = CALLED[lemma];
  return wanted === undefined || wanted.test(kind);
}

/** Offices of which the noun alone says too little: the prime minister is not any minister. */
const RANKED =
  /\b(prime|foreign|defen[cs]e|interior|finance|justice|trade|energy|health|oil|education|vice|deputy) (minister|president|premier|secretary)$/;

/** Whether a person holds the office that a noun names, by the text or by the tables. */
function holdsOffice(row: ActorMention, title: string, lemma: string, { tables }: Reading): boolean {
  if (row.text.toLowerCase().includes(RANKED.exec(title)?.[0] ?? lemma)) return true;
  if (!tables.words.persons.has(lemma)) return false;
  const person = tables.holders(row.actor ?? "").find(({ name }) => name === row.name);
  return (
    person?.office.some((office) => isRole(office, title) || office.role.endsWith(title)) ??
    row.why.includes(`"${lemma}"`)
  );
}
