import type { Sentence } from "../language/index.ts";
import type { ActorMention } from "./mention.ts";
import { APOLITICAL_BELOW, POLITICAL_ABOVE } from "./politics.ts";
import type { ActorTables } from "./tables.ts";

/**
 * Leaves out or sets back to places what sports, culture and companies name states for, by the words of the lists and by
 * the log odds that the sentence, or the text around it, is about politics. A nationality alone ("a Cuban
 * cigar") counts only where the sentence, or the document so far, speaks of politics.
 */
export function withoutApolitical(
  mentions: readonly ActorMention[],
  sentence: Sentence,
  { isPoliticalSoFar, odds }: { readonly isPoliticalSoFar: boolean; readonly odds: number },
  tables: ActorTables,
): ActorMention[] {
  const listed = subjectOf(sentence, statesIn(mentions, tables), tables);
  const subject = listed === "apolitical" && odds > POLITICAL_ABOVE ? "open" : listed;
  const isActing = (row: ActorMention): boolean =>
    row.role === "who" &&
    row.actor !== null &&
    !isModifier(row, sentence) &&
    row.sector !== "CVL" &&
    row.sector !== "BUS";
  const political = subject === "political" || isPoliticalSoFar || mentions.some(isActing);
  const kept = mentions.filter(
    (row) =>
      !isModifier(row, sentence) || (political && !isOfOwned(row, sentence, subject === "political", tables)),
  );
  if (subject !== "apolitical") {
    if (odds < APOLITICAL_BELOW) return kept.map((row) => setAside(row, tables));
    const amongThemselves = odds < POLITICAL_ABOVE && !mentions.some(isActing);
    return amongThemselves ? kept.map((row) => (row.sector === "BUS" ? setAside(row, tables) : row)) : kept;
  }
  return kept.flatMap((row) => {
    if (row.actor === null || tables.kindOf(row.actor) !== "state") return [row];
    if (tables.isPerson(row.name)) return row.sector !== null && IN_OFFICE.has(row.sector) ? [row] : [];
    if (row.kind === "place" || (row.sector === null && /^(name|nominal|pronoun)$/.test(row.kind)))
      return [{ ...row, ...ASIDE }];
    if (row.kind === "nominal") return [{ ...row, ...ASIDE, sector: null }];
    return row.kind === "name" ? [row] : [];
  });
}

const ASIDE = { role: "where", apolitical: true } as const;

/** What the model takes for apolitical stays known, for what refers back to it, but acts in nothing. */
function setAside(row: ActorMention, tables: ActorTables): ActorMention {
  const isState = row.actor !== null && tables.kindOf(row.actor) === "state";
  if (!isState || tables.isPerson(row.name) || isOfSector(row)) return row;
  return { ...row, ...ASIDE };
}

/** Governments, armies, courts act wherever they are named; citizens may be players, and companies mind their own affairs. */
function isOfSector({ sector, kind }: ActorMention): boolean {
  return sector !== null && sector !== "CVL" && sector !== "BUS" && kind !== "place";
}

function statesIn(mentions: readonly ActorMention[], tables: ActorTables): number {
  const actors = mentions.map(({ actor }) => actor).filter((actor) => actor !== null);
  return new Set(actors.filter((actor) => tables.kindOf(actor) === "state")).size;
}

const IN_OFFICE: ReadonlySet<string> = new Set(["GOV", "MIL", "LEG", "JUD", "IGO"]);

/** A nationality or a place before a noun that is no group: "Cuban cigar", "Panama hat", "the Hong Kong hotel". */
function isModifier({ kind, sector, token, actor }: ActorMention, { tokens }: Sentence): boolean {
  if (actor === null || (kind !== "demonym" && !(kind === "name" && sector === null) && kind !== "place"))
    return false;
  const own = tokens[token];
  return own !== undefined && own.head > token && /^(amod|compound)/.test(own.deprel);
}

/**
 * "a French film", "Brazil's striker": the noun is nothing that acts for a state. Villages and markets may be what a
 * political sentence is about; films and strikers are not.
 */
function isOfOwned(
  { kind, sector, token, actor }: ActorMention,
  sentence: Sentence,
  political: boolean,
  tables: ActorTables,
): boolean {
  if (actor === null || (kind !== "demonym" && !(kind === "name" && sector === null) && kind !== "place"))
    return false;
  const own = sentence.tokens[token];
  const governor = sentence.tokens[own?.head ?? -1];
  if (own === undefined || governor === undefined) return false;
  if (!/^(amod|compound|nmod:poss)/.test(own.deprel)) return false;
  const { owned, sports, culture, weak } = tables.words.apolitical;
  const nouns = [governor.lemma.toLowerCase(), governor.form.toLowerCase()];
  if (!nouns.some((noun) => owned.has(noun))) return false;
  return !political || nouns.some((noun) => sports.has(noun) || culture.has(noun) || weak.has(noun));
}

/**
 * Whether a sentence has words of politics, or only such of sports, of culture or of a company's own affairs. A weak
 * word alone says nothing where two states stand beside it.
 */
function subjectOf(
  { tokens }: Sentence,
  states: number,
  tables: ActorTables,
): "political" | "apolitical" | "open" {
  const { political, sports, culture, weak } = tables.words.apolitical;
  let cues = 0;
  for (let at = 0; at < tokens.length; at++) {
    const lemma = tokens[at]?.lemma.toLowerCase() ?? "";
    const form = tokens[at]?.form.toLowerCase() ?? "";
    const pair = `${form}_${tokens[at + 1]?.lemma.toLowerCase() ?? ""}`;
    const compound =
      tokens[at + 1]?.form === "-" ? `${form}-${tokens[at + 2]?.form.toLowerCase() ?? ""}` : "";
    const words = [lemma, form, pair, compound];
    if (words.some((word) => political.has(word))) return "political";
    if (words.some((word) => sports.has(word) || culture.has(word))) cues += 2;
    else if (words.some((word) => weak.has(word))) cues += 1;
    if (/^\d+[-–]\d+$/.test(form)) cues += 2;
    if (/^\d+(?:st|nd|rd|th)$/.test(form) && tokens[at + 1]?.form === "minute") cues += 2;
    if (
      /^\d+$/.test(form) &&
      /^[-–]$/.test(tokens[at + 1]?.form ?? "") &&
      /^\d+$/.test(tokens[at + 2]?.form ?? "")
    )
      cues += 2;
  }
  return cues > 1 || (cues === 1 && states < 2) ? "apolitical" : "open";
}

/** Private companies and media act in politics only where they deal with someone who does. */
export function withoutPrivateAffairs(
  mentions: readonly ActorMention[],
  isPrivate: (row: ActorMention) => boolean,
): ActorMention[] {
  const political = mentions.some(
    (row) =>
      row.role === "who" &&
      row.actor !== null &&
      row.kind !== "demonym" &&
      row.sector !== "BUS" &&
      row.sector !== "CVL" &&
      !isPrivate(row),
  );
  return political ? [...mentions] : mentions.filter((row) => !isPrivate(row));
}
