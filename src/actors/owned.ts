import { isPersonNamed, type Reading } from "./discourse.ts";
import { type ActorMention, mention } from "./mention.ts";
import { isPerson } from "./pronouns.ts";
import { lastNamed, made, type Phrase } from "./referring-phrase.ts";
import { isOffice, sectorOf } from "./sectors.ts";
import { childrenOf, isLocative } from "./syntax.ts";

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
/** What a politician has, and what is their state's: "his government", "her party". */
const OF_A_PERSON =
  /^(government|administration|cabinet|party|ministry|army|regime|junta|coalition|movement)$/;
/** What only someone in office has. */
const OF_A_RULER =
  /^(military|navy|force|troop|soldier|general|minister|spokesman|spokeswoman|spokesperson|ambassador|envoy|diplomat|negotiator|aide|adviser|advisor)$/;

/** "its army", "the country's president": a part of what a pronoun or nominal means. */
export function bodyOf(at: number, here: readonly ActorMention[], reading: Reading): ActorMention[] {
  const { sentence, tables } = reading;
  const owner = childrenOf(sentence, at).find((child) => sentence.tokens[child]?.deprel === "nmod:poss");
  if (owner === undefined || owner > at || at - owner > 4) return [];
  const sector = sectorOf(sentence, at, tables);
  const owners = here.filter(
    (row) =>
      row.token === owner &&
      row.actor !== null &&
      (row.kind === "pronoun" || row.kind === "nominal" || isPersonNamed(row, tables, reading.said)),
  );
  if (sector === null || sector === "CVL" || owners.length === 0) return [];
  const lemma = sentence.tokens[at]?.lemma.toLowerCase() ?? "";
  if (RELATED.has(lemma)) return [];
  const isTheirs = (row: ActorMention): boolean =>
    OF_A_PERSON.test(lemma) || (row.sector === "GOV" && OF_A_RULER.test(lemma));
  if (owners.some((row) => isPerson(row, reading) && !isTheirs(row))) return [];
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
export function ownedMeant(
  phrase: Phrase,
  here: readonly ActorMention[],
  reading: Reading,
): ActorMention[] | null {
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
