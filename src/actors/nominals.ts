import type { Token } from "../language/index.ts";
import type { Reading } from "./discourse.ts";
import { type ActorMention, mention } from "./mention.ts";
import { isRole } from "./persons.ts";
import { isPerson } from "./pronouns.ts";
import { type Candidate, distinctActors, mentionsBefore, nearest, salience, together } from "./salience.ts";
import { isOffice, sectorOf } from "./sectors.ts";
import { childrenOf, isLocative } from "./syntax.ts";

/** A noun phrase that may refer back: "the two countries", "its CSTO ally". */
interface Phrase {
  readonly at: number;
  readonly from: number;
  readonly lemma: string;
  /** The words before the noun, lower case. */
  readonly words: readonly string[];
  readonly plural: boolean;
  readonly before: readonly ActorMention[];
  readonly states: readonly ActorMention[];
}

const STATE_NOUNS = new Set(["country", "nation", "republic", "state", "kingdom", "island", "monarchy"]);
const PLACE_NOUNS = new Set(["city", "town", "region", "province", "district", "village", "port"]);
const RELATED = new Set(["ally", "neighbour", "neighbor", "partner", "country", "counterpart", "rival"]);
const OWN_BODIES =
  /^(government|army|military|parliament|authority|authorities|ministry|foreign ministry|navy|police|administration|regime|junta|opposition|presidency|senate|embassy)$/;
/** Nouns that the tagger takes for names: without a capital, or with the capital of a title. */
const COMMON_NOUN = /^(\p{Ll}.*|President|Premier|Government|Chancellor)$/u;
const HOLDERS = /^(president|premier|prime minister|chancellor|king|monarch|foreign minister)$/;

/** Whom a common noun means by what was said before, with the reason; none where it cannot be told. */
export function nominal(at: number, here: readonly ActorMention[], reading: Reading): ActorMention[] {
  const { sentence, tables } = reading;
  const token = sentence.tokens[at] as Token;
  if (token.upos !== "NOUN" && !(token.upos === "PROPN" && COMMON_NOUN.test(token.form))) return [];
  const lemma = token.lemma.toLowerCase();
  const { countries, organisations } = tables.words.lists;
  const body = bodyOf(at, here, reading);
  if (body.length > 0) return body;
  if (!countries.has(lemma) && !organisations.has(lemma)) return [];
  const phrase = phraseAt(at, lemma, here, reading);
  const found =
    severalMeant(phrase, reading) ?? ownedMeant(phrase, here, reading) ?? oneMeant(phrase, reading);
  return found ?? [];
}

function phraseAt(at: number, lemma: string, here: readonly ActorMention[], reading: Reading): Phrase {
  const { sentence, tables } = reading;
  const modifiers = childrenOf(sentence, at).filter(
    (child) =>
      child < at &&
      at - child <= 5 &&
      /^(det|nummod|amod|compound|nmod)/.test(sentence.tokens[child]?.deprel ?? "") &&
      sentence.tokens[child]?.upos !== "PUNCT",
  );
  const from = Math.min(at, ...modifiers);
  const before = mentionsBefore(from, here, reading);
  return {
    at,
    from,
    lemma,
    words: sentence.tokens.slice(from, at).map(({ form }) => form.toLowerCase()),
    plural: /S$/.test(sentence.tokens[at]?.xpos ?? ""),
    before,
    states: before.filter(({ actor }) => actor !== null && tables.kindOf(actor) === "state"),
  };
}

function made(
  rows: readonly ActorMention[],
  { at, from }: Phrase,
  why: string,
  reading: Reading,
): ActorMention[] {
  const { sentence, tables } = reading;
  const { locative, motion } = tables.words.lists;
  return rows.map((row) =>
    mention(reading, from, at + 1, at, {
      actor: row.actor,
      sector:
        sectorOf(sentence, at, tables) ??
        (STATE_NOUNS.has(sentence.tokens[at]?.lemma ?? "") ? null : row.sector),
      name: row.actor === null || keepsName(row, at, reading) ? row.name : tables.nameOf(row.actor),
      kind: "nominal",
      role: isLocative(sentence, at, locative, motion) ? "where" : "who",
      why: `nominal: ${why}, "${row.text}"`,
    }),
  );
}

/** Whether a noun means the very person, company or armed group, and not the state they belong to. */
function keepsName(row: ActorMention, at: number, reading: Reading): boolean {
  if (isPerson(row, reading)) return isOffice(reading.sentence, at, reading.tables);
  return (row.sector === "REB" || row.sector === "BUS") && row.kind !== "demonym";
}

/** "the two countries", "both sides", "the allies". */
function severalMeant(phrase: Phrase, reading: Reading): ActorMention[] | null {
  const { plural, words, states, at, before, lemma } = phrase;
  if (!plural) return null;
  const counted = words.includes("two") || words.includes("both") || words.includes("duo");
  const definite =
    words.length === 1 &&
    words[0] === "the" &&
    /^(country|nation|side|neighbour|neighbor|ally|party|government)$/.test(lemma);
  if (!counted && !definite) return null;
  if (counted && (lemma === "leader" || lemma === "president" || lemma === "minister")) {
    const persons = distinctActors(
      [...before].reverse().filter((row) => row.actor !== null && isPerson(row, reading)),
    );
    if (persons.length >= 2)
      return made(persons.slice(0, 2).reverse(), phrase, "the two persons mentioned last", reading);
  }
  const own = distinctActors(states.filter(({ sentence }) => sentence === reading.index));
  if (own.length === 2 && counted) return made(own, phrase, "the two states named in the sentence", reading);
  const sets = together(states, at, reading).filter(({ rows }) => rows.length === 2 || !counted);
  const best = nearest(sets);
  if (best !== null) return made(best.rows, phrase, "the states named together last", reading);
  if (!counted) return [];
  const ranked = byState(states, at, reading);
  return ranked.length >= 2
    ? made(
        ranked.slice(0, 2).flatMap(({ rows }) => rows),
        phrase,
        "the two states nearest to mind",
        reading,
      )
    : [];
}

/** States by their most salient mention, best first. */
function byState(states: readonly ActorMention[], at: number, reading: Reading): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const row of states) {
    const score =
      salience(row, at, reading) - (row.kind === "demonym" ? 0.5 : 0) - (isPerson(row, reading) ? 1 : 0);
    const known = best.get(row.actor ?? "");
    if (known === undefined || score > known.score) best.set(row.actor ?? "", { rows: [row], score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
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
  if (RELATED.has(lemma) || owners.some((row) => isPerson(row, reading))) return [];
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

/** "its CSTO ally", "his giant neighbour", "his country": by whose it is. */
function ownedMeant(phrase: Phrase, here: readonly ActorMention[], reading: Reading): ActorMention[] | null {
  const { at, from, lemma, plural, states } = phrase;
  const { sentence, tables, day } = reading;
  const owner = childrenOf(sentence, at).find((child) => sentence.tokens[child]?.deprel === "nmod:poss");
  if (owner === undefined) return null;
  if (!RELATED.has(lemma)) return [];
  const possessor = here.find((row) => row.token === owner);
  if (possessor === undefined || plural) return [];
  if (lemma === "country") return made([possessor], phrase, "its owner's", reading);
  const start = sentence.tokens[from]?.start ?? 0;
  const end = sentence.tokens[at]?.start ?? 0;
  const organisation = here.find(
    (row) =>
      row.start >= start &&
      row.end <= end &&
      row.actor !== null &&
      tables.kindOf(row.actor) === "organisation",
  )?.actor;
  const others = byState(
    states.filter(({ actor }) => actor !== possessor.actor),
    at,
    reading,
  );
  if (organisation === undefined || organisation === null) {
    const last = lastNamed(states.filter(({ actor }) => actor !== possessor.actor));
    return made(last, phrase, "the other state mentioned last", reading);
  }
  const members = others.filter(({ rows }) => tables.isMember(rows[0]?.actor ?? "", organisation, day));
  return made(members[0]?.rows ?? [], phrase, `the other member of ${organisation} nearest to mind`, reading);
}

function lastNamed(rows: readonly ActorMention[]): ActorMention[] {
  const found = rows.at(-1);
  return found === undefined ? [] : [found];
}

/** "the country", "the former Soviet republic", "the bloc", "the premier", "the government". */
function oneMeant(phrase: Phrase, reading: Reading): ActorMention[] {
  const { at, lemma, words, plural, states, before } = phrase;
  const { sentence, tables } = reading;
  if (plural || words.length > 3 || !/^(the|this)$/.test(words[0] ?? "")) return [];
  if (
    childrenOf(sentence, at).some(
      (child) => child > at && /^(nmod|acl|appos)/.test(sentence.tokens[child]?.deprel ?? ""),
    )
  )
    return [];
  const { former_soviet, former_yugoslav, organisations } = tables.words.lists;
  if (words.includes("former") && words.includes("soviet"))
    return made(
      lastNamed(states.filter(({ actor }) => former_soviet.has(actor ?? ""))),
      phrase,
      "the former Soviet state mentioned last",
      reading,
    );
  if (words.includes("former") && words.includes("yugoslav"))
    return made(
      lastNamed(states.filter(({ actor }) => former_yugoslav.has(actor ?? ""))),
      phrase,
      "the former Yugoslav state mentioned last",
      reading,
    );
  const ranked = byState(states, at, reading);
  const clear = nearest(ranked, 0.5)?.rows ?? [];
  if (STATE_NOUNS.has(lemma))
    return words.length > 2 ? [] : made(ranked[0]?.rows ?? [], phrase, "the state nearest to mind", reading);
  if (lemma === "capital")
    return made(clear, phrase, "of the state nearest to mind", reading).map((row) => ({
      ...row,
      role: "where" as const,
    }));
  const title = [...words.slice(1), lemma].join(" ");
  const persons = before.filter((row) => isPerson(row, reading) && holdsOffice(row, title, lemma, reading));
  if (persons.length > 0)
    return made([persons.at(-1) as ActorMention], phrase, "the office-holder mentioned last", reading);
  if (PLACE_NOUNS.has(lemma)) {
    const places = before.filter(({ kind }) => kind === "place");
    return made(lastNamed(places), phrase, "the place mentioned last", reading).map((row) => ({
      ...row,
      role: "where" as const,
    }));
  }
  const repeated = before.filter(
    ({ kind, actor, text }) =>
      actor !== null &&
      (kind === "group" || kind === "name") &&
      text.toLowerCase().split(/\W+/).includes(lemma),
  );
  if (repeated.length > 0 && words.length < 3)
    return made(lastNamed(repeated), phrase, "the body of that name mentioned last", reading);
  if (OWN_BODIES.test(title) || OWN_BODIES.test(lemma))
    return words.length > 2 ? [] : made(clear, phrase, "of the state nearest to mind", reading);
  if (HOLDERS.test(title)) return made(clear, phrase, "of the state nearest to mind", reading);
  if (/^(company|firm)$/.test(lemma))
    return made(
      lastNamed(before.filter(({ sector }) => sector === "BUS")),
      phrase,
      "the company mentioned last",
      reading,
    );
  if (/^(group|movement|militia|rebel|militant|insurgent|separatist)$/.test(lemma)) {
    const armed = before.filter(({ sector }) => sector === "REB");
    if (armed.length > 0) return made(lastNamed(armed), phrase, "the armed group mentioned last", reading);
  }
  if (!organisations.has(lemma)) return [];
  const bodies = before.filter(
    ({ actor }) =>
      actor !== null && tables.kindOf(actor) === "organisation" && isCalled(actor, lemma, reading),
  );
  return made(lastNamed(bodies), phrase, "the organisation mentioned last", reading);
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

/** Whether a person holds the office that a noun names, by the text or by the tables. */
function holdsOffice(row: ActorMention, title: string, lemma: string, { tables }: Reading): boolean {
  if (row.text.toLowerCase().includes(lemma)) return true;
  if (!tables.words.persons.has(lemma)) return false;
  const person = tables.holders(row.actor ?? "").find(({ name }) => name === row.name);
  return (
    person?.office.some((office) => isRole(office, title) || office.role.endsWith(title)) ??
    row.why.includes(`"${lemma}"`)
  );
}
