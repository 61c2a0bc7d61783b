import type { Sentence, Token } from "../language/index.ts";
import type { Sector } from "../vocabulary/index.ts";
import type { ActorTables } from "./tables.ts";

/** Nouns for someone who speaks or acts for whatever stands before them: "army chief", "party leader", "police source". */
const OF_THEIR_BODY =
  /^(chief|leader|head|spokesman|spokeswoman|spokesperson|official|source|director|member|representative|commander|negotiator|chairman|secretary|delegation|statement|deputy)$/;

/** The sector of a noun by itself or with the words before it: "minister", "riot police", "army spokesman". */
export function sectorOf(sentence: Sentence, noun: number, tables: ActorTables): Sector | null {
  const token = sentence.tokens[noun] as Token;
  const lemma = token.lemma.toLowerCase();
  const form = token.form.toLowerCase();
  const { sectorOf: sectors } = tables.words;
  const previous = sentence.tokens[noun - 1]?.form.toLowerCase() ?? "";
  const found =
    sectors.get(`${previous}_${lemma}`) ??
    sectors.get(`${previous}_${form}`) ??
    sectors.get(lemma) ??
    sectors.get(form);
  if (found === undefined) return null;
  const before = modifiersOf(sentence, noun);
  if (before.includes("opposition")) return "OPP";
  if (before.includes("rebel") || before.includes("separatist") || before.includes("guerrilla")) return "REB";
  if (found !== "GOV" && found !== "LEG") return found;
  if (/^(minister|ministry)$/.test(lemma)) return "GOV";
  if (before.some((word) => word === "defence" || word === "defense" || word === "military"))
    return OF_THEIR_BODY.test(lemma) ? "MIL" : found;
  if (!OF_THEIR_BODY.test(lemma)) return found;
  const body = before
    .map((word) => sectors.get(word))
    .find((sector) => sector !== undefined && sector !== "GOV");
  return body ?? found;
}

/** Words just before a noun that belong to it, lower case, nearest first. */
function modifiersOf(sentence: Sentence, noun: number): string[] {
  const words: string[] = [];
  for (let at = noun - 1; at >= Math.max(0, noun - 4); at--) {
    const token = sentence.tokens[at] as Token;
    if (!["NOUN", "PROPN", "ADJ"].includes(token.upos)) break;
    words.push(token.form.toLowerCase());
  }
  return words;
}

/** Whether a noun means a single office-holder: "president", "ambassador". */
export function isOffice(sentence: Sentence, noun: number, tables: ActorTables): boolean {
  const lemma = sentence.tokens[noun]?.lemma.toLowerCase();
  if (lemma === undefined) return false;
  const before = sentence.tokens[noun - 1]?.form.toLowerCase() ?? "";
  return tables.words.persons.has(lemma) || tables.words.persons.has(`${before}_${lemma}`);
}
