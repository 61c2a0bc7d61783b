import type { Sentence } from "../language/index.ts";
import { byState } from "./by-state.ts";
import { RANKED } from "./called.ts";
import type { Reading } from "./discourse.ts";
import type { ActorMention } from "./mention.ts";
import { isSuchOffice, officeInForce, officeOn, personOf } from "./persons.ts";
import { isPerson, isUnknownBody } from "./pronouns.ts";
import { asPerson, lastNamed, made, type Phrase, PLACE_NOUNS, STATE_NOUNS } from "./referring-phrase.ts";
import { type Region, regionOf } from "./regions.ts";
import { nearest } from "./salience.ts";
import { childrenBy, childrenOf, clauseOf, isSubject, prepositionOf, relationOf } from "./syntax.ts";
import { topicPlace, topicState } from "./topic.ts";

const OWN_BODIES =
  /^(government|army|military|parliament|authority|authorities|ministry|foreign ministry|navy|police|administration|regime|junta|opposition|presidency|senate|embassy)$/;
const HOLDERS = /^(president|premier|prime minister|chancellor|king|monarch|foreign minister)$/;

/** "the country", "the former Soviet republic", "the bloc", "the premier", "the government". */
export function oneMeant(phrase: Phrase, here: readonly ActorMention[], reading: Reading): ActorMention[] {
  const { at, lemma, words, plural, states, before } = phrase;
  const { sentence, tables } = reading;
  if (plural || words.length > 4 || !/^(the|this)$/.test(words[0] ?? "")) return [];
  if (isNarrowed(at, sentence)) return [];
  const subjects = new Set(states.filter((row) => isSubjectOfIt(row, at, reading)).map(({ actor }) => actor));
  const others = states.filter(({ actor }) => !subjects.has(actor));
  const region = regionOf([...words, lemma], reading);
  if (
    region !== null &&
    (STATE_NOUNS.has(lemma) || /^(side|team|ally|neighbou?r|power|partner)$/.test(lemma))
  )
    return made(
      stateOf(region, others, at, reading),
      phrase,
      `the ${region.name} state nearest to mind`,
      reading,
    );
  const ranked = byState(others, at, reading);
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
  const persons = OWN_BODIES.test(lemma)
    ? []
    : before.filter((row) => isPerson(row, reading) && holdsOffice(row, title, lemma, reading));
  if (persons.length > 0)
    return made([persons.at(-1) as ActorMention], phrase, "the office-holder mentioned last", reading);
  const holders = holdersSpokenOf(title, reading);
  if (persons.length === 0 && holders.length === 1)
    return holders.map((row) =>
      asPerson(row, phrase.from, at, "the only holder of that office whom the text names", reading),
    );
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

/** The state of a region that is nearest to mind, however far back. */
function stateOf(
  region: Region,
  states: readonly ActorMention[],
  at: number,
  reading: Reading,
): readonly ActorMention[] {
  const isOfIt = ({ actor }: ActorMention): boolean => region.states.has(actor ?? "");
  const [nearest] = byState(states.filter(isOfIt), at, reading);
  return nearest?.rows ?? lastNamed(reading.said.bySentence.flat().filter(isOfIt));
}

/** "The Kremlin sanctioned the country", "France, which had troops in the country": what a clause tells of is not its subject. */
function isSubjectOfIt(row: ActorMention, at: number, { sentence, index }: Reading): boolean {
  if (row.sentence !== index || isSubject(sentence, at)) return false;
  if (/^(of)?$/.test(relationOf(sentence, at) === "nmod" ? prepositionOf(sentence, at) : "to")) return false;
  const clause = clauseOf(sentence, at);
  if (isSubject(sentence, row.token) && clauseOf(sentence, row.token) === clause) return true;
  const { head, deprel } = sentence.tokens[clause] ?? { head: -1, deprel: "" };
  return (
    deprel === "acl:relcl" &&
    head === row.token &&
    childrenBy(sentence, clause, "nsubj").some((child) =>
      /^(which|that|who)$/i.test(sentence.tokens[child]?.form ?? ""),
    )
  );
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

/** What says that someone no longer holds an office. */
const FORMERLY = /^(former|ex|ex-|then|ousted|deposed|one-time|erstwhile) ?/;

/** Whether a person holds, or is said to have held, the office that a noun names, by the text or by the tables. */
function holdsOffice(row: ActorMention, written: string, lemma: string, { tables }: Reading): boolean {
  const title = written.replace(FORMERLY, "");
  if (row.text.toLowerCase().includes(RANKED.exec(title)?.[0] ?? lemma)) return true;
  if (!tables.words.persons.has(lemma)) return false;
  return (
    personOf(row, tables)?.office.some((office) => isSuchOffice(office, title)) ??
    row.why.includes(`"${lemma}"`)
  );
}

/** Those named so far who hold an office on the day, by the tables: "the speaker" after "Nancy Pelosi". */
function holdersSpokenOf(title: string, { tables, said, day }: Reading): ActorMention[] {
  return [...said.spoken.values()].flatMap(({ last }) => {
    if (last.actor === null || !tables.isPerson(last.name)) return [];
    const person = personOf(last, tables);
    const office = person === undefined ? null : officeInForce(person, day);
    return office !== null && isSuchOffice(office, title) ? [last] : [];
  });
}
