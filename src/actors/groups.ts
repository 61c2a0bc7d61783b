import type { Token } from "../language/index.ts";
import type { Reading } from "./discourse.ts";
import { type ActorMention, mention } from "./mention.ts";
import type { Entry, Found } from "./names.ts";
import { officeOn } from "./persons.ts";
import { isOffice, sectorOf } from "./sectors.ts";
import { areConjuncts, childrenOf, headOf, hyphenedTo, isLocative, prepositionOf } from "./syntax.ts";

/** The longest stretch of words that is read as one group. */
const LONGEST = 14;
/** Kinds of names that can share a noun: "French and German officials". */
const SHARING = new Set(["adjective", "people", "state", "organisation", "seat", "group"]);
/** What a city or region has that acts in politics. */
const LOCAL = new Set(["GOV", "MIL", "COP", "JUD", "LEG", "REB", "OPP", "SPY"]);

/** "authorities in Croatia", "rebels in Darfur": who acts where they are. */
const RESIDENT = new Set(["GOV", "REB", "OPP", "COP", "JUD", "LEG"]);

/** A group and the names that it takes up. */
export interface Group {
  readonly mentions: readonly ActorMention[];
  readonly taken: readonly Found[];
}

/** "Chinese soldiers", "China's foreign minister", "the president of Armenia": the noun, and all before it. */
export function groupOf(name: Found, all: readonly Found[], reading: Reading): Group | null {
  const { sentence, tables, day, bare } = reading;
  const head = headOf(sentence, name.from, name.to);
  const noun = outermost(nearNoun(governedNoun(head, name.entry, reading), name, all, reading), reading);
  if (noun === null || all.some(({ from, to }) => noun >= from && noun < to)) return null;
  const sector = sectorOf(sentence, noun, tables);
  if (sector === null) return null;
  if (sector === "CVL" && sentence.tokens[noun]?.upos === "PROPN" && !bare) return null;
  if (name.entry.is === "place" && !bare && !LOCAL.has(sector)) return null;
  const partners = all.filter(
    (other) =>
      other !== name &&
      SHARING.has(other.entry.is) &&
      (other.from === name.from ||
        areConjuncts(sentence, headOf(sentence, other.from, other.to), head) ||
        areListed(name, other, noun, all, reading)),
  );
  const members = [name, ...partners];
  const from = Math.min(...members.map((member) => member.from), leftEdge(noun, name.from, reading));
  const to = Math.max(noun + 1, ...members.map((member) => member.to));
  if (to - from > LONGEST) return null;
  const office = isOffice(sentence, noun, tables);
  const word = (sentence.tokens[noun] as Token).form;
  const { locative, motion } = tables.words.lists;
  const mentions = members.map(({ entry }) => {
    const organisation = entry.is === "organisation";
    const holder =
      office && !organisation ? officeOn(tables, entry.actor, phraseOf(noun, reading), day) : null;
    return mention(reading, from, to, noun, {
      actor: entry.actor,
      sector: organisation
        ? (entry.sector ?? "IGO")
        : entry.is === "group" && entry.sector !== null
          ? entry.sector
          : sector,
      name: holder ?? (entry.is === "group" ? entry.name : tables.nameOf(entry.actor)),
      kind: office ? "office" : "group",
      role: isLocative(sentence, noun, locative, motion) ? "where" : "who",
      why: `${office ? "office" : "group"}: "${word}" of ${entry.actor} (${entry.is} in ${entry.table})`,
    });
  });
  return { mentions, taken: members };
}

/** "Greek, Cypriot and French counterparts": adjectives in one list before a noun, whatever the tree makes of them. */
function areListed(
  name: Found,
  other: Found,
  noun: number,
  all: readonly Found[],
  { sentence }: Reading,
): boolean {
  const listed = all.filter(({ to, entry }) => to <= noun && /^(adjective|people)$/.test(entry.is));
  if (!listed.includes(name) || !listed.includes(other)) return false;
  const [first, last] = name.from < other.from ? [name, other] : [other, name];
  return sentence.tokens
    .slice(first.to, last.from)
    .every(
      ({ form }, at) =>
        /^(,|and|or|&)$/.test(form) ||
        listed.some(({ from, to }) => from <= first.to + at && first.to + at < to),
    );
}

/** The noun that an adjective or possessive belongs to, also through coordination with another one. */
function governedNoun(head: number, entry: Entry, reading: Reading): number | null {
  const { sentence, tables, bare } = reading;
  const token = sentence.tokens[head] as Token;
  const governor = sentence.tokens[token.head];
  if (governor === undefined) return null;
  const joined = hyphenedTo(sentence, head);
  if (joined !== null && tables.words.lists.of_leaders.has(joined.word)) {
    const { head: led } = sentence.tokens[joined.at] as Token;
    if (led > joined.at) return led;
  }
  if (token.deprel === "conj") return governedNoun(token.head, entry, reading);
  if (governor.upos !== "NOUN" && governor.upos !== "PROPN" && governor.upos !== "ADJ") return null;
  const relation = token.deprel.split(":")[0];
  if (
    relation === "amod" ||
    relation === "compound" ||
    token.deprel === "nmod:poss" ||
    token.deprel === "nmod:desc"
  )
    return token.head > head ? token.head : null;
  if (relation !== "nmod") return null;
  const preposition = prepositionOf(sentence, head);
  if (preposition === "" && token.head > head && token.head - head <= 4) return token.head;
  if (preposition === "of" && entry.is !== "seat" && entry.is !== "place") return token.head;
  if (preposition !== "in" || !["state", "seat", "place"].includes(entry.is)) return null;
  const sector = tables.words.sectorOf.get(governor.lemma.toLowerCase());
  return sector !== undefined && (bare || RESIDENT.has(sector)) ? token.head : null;
}

/** The noun a name governs; the one just after the name where another name stands between the two. */
function nearNoun(
  noun: number | null,
  name: Found,
  all: readonly Found[],
  { sentence, tables }: Reading,
): number | null {
  if (noun === null || noun < name.to) return noun;
  const head = headOf(sentence, name.from, name.to);
  const between = all.some(
    (other) =>
      other.from >= name.to &&
      other.to <= noun &&
      !areConjuncts(sentence, headOf(sentence, other.from, other.to), head),
  );
  if (!between) return noun;
  return sectorOf(sentence, name.to, tables) === null ? null : name.to;
}

/** "army spokesman" from "army": the noun at the head of a compound, as long as it has a sector. */
function outermost(noun: number | null, { sentence, tables }: Reading): number | null {
  if (noun === null) return null;
  const token = sentence.tokens[noun] as Token;
  const head = token.head;
  if (token.deprel !== "compound" || head <= noun || head - noun > 3) return noun;
  return sectorOf(sentence, head, tables) === null ? noun : outermost(head, { sentence, tables } as Reading);
}

/** The first token of a noun's phrase that is still an article or adjective before the name. */
function leftEdge(noun: number, from: number, { sentence }: Reading): number {
  let left = Math.min(from, noun);
  while (left > 0) {
    const token = sentence.tokens[left - 1] as Token;
    const belongs = token.head === noun || (token.head >= left && token.head <= noun);
    if (belongs && /^(det|amod|nummod|compound|advmod)/.test(token.deprel) && token.upos !== "PUNCT") left--;
    else break;
  }
  return left;
}

/** An office in words: "foreign minister", "president". */
export function phraseOf(noun: number, { sentence }: Reading): string {
  const words = [(sentence.tokens[noun] as Token).lemma.toLowerCase()];
  for (let at = noun - 1; at >= Math.max(0, noun - 3); at--) {
    const token = sentence.tokens[at] as Token;
    if (!["NOUN", "ADJ", "PROPN"].includes(token.upos) || /^\p{Lu}.*(ian|ish|ese|an|i)$/u.test(token.form))
      break;
    if (!/^(prime|foreign|defen[cs]e|finance|interior|opposition|treasury|home|vice|top)$/i.test(token.form))
      continue;
    words.unshift(token.form.toLowerCase());
  }
  const of = childrenOf(sentence, noun).find(
    (child) => prepositionOf(sentence, child) === "of" && sentence.tokens[child]?.form === "State",
  );
  return of === undefined ? words.join(" ") : `${words.join(" ")} of state`;
}
