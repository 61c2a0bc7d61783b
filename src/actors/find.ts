import type { Sentence } from "../language/index.ts";
import { withAffiliations } from "./affiliations.ts";
import { withoutApolitical, withoutPrivateAffairs } from "./apolitical.ts";
import type { Reading } from "./discourse.ts";
import { createMemory } from "./memory.ts";
import type { ActorMention } from "./mention.ts";
import { inOrder, namedIn } from "./named.ts";
import { withRelativesNamedLater } from "./named-later.ts";
import { politicsOdds } from "./politics.ts";
import { publisherOf } from "./publisher.ts";
import { quotationsIn } from "./quotes.ts";
import { resolveReferences } from "./reference.ts";
import type { ActorTables } from "./tables.ts";
import { dayOf } from "./time.ts";
import { createVoices } from "./voices.ts";

/** The text the sentences were parsed from, and the day it was published, if known. */
export interface ActorSource {
  readonly text: string;
  readonly published: string | null;
  /** Who publishes it: in a government's own words "we" and "the Ministry" are that government's. */
  readonly outlet?: string | null;
  /** The text is a phrase, not a sentence: a surname alone means its bearer. Told by the words where it is left out. */
  readonly bare?: boolean;
  /** Words from which the state is taken that the text leaves out: "Mexican". */
  readonly context?: string;
}

/**
 * Every mention of a political actor in a document, in the order of the text: names, demonyms, seats of power,
 * office-holders, groups, and what pronouns and nominals refer back to. A mention of several actors ("the two
 * nations") is several rows with one range. What cannot be told is left out.
 */
export function findActors(
  sentences: readonly Sentence[],
  source: ActorSource,
  tables: ActorTables,
): ActorMention[] {
  return findReferents(sentences, source, tables).filter(({ actor }) => actor !== null);
}

/**
 * As `findActors`, with the persons whom no table knows, whose `actor` is null. `heard` is told what each sentence
 * names before it is asked whether it speaks of politics.
 */
export function findReferents(
  sentences: readonly Sentence[],
  source: ActorSource,
  tables: ActorTables,
  heard: (sentence: Sentence, mentions: readonly ActorMention[]) => void = () => {},
): ActorMention[] {
  const { said, remember } = createMemory(sentences, tables);
  const around = actorsAround(source.context ?? "", tables);
  const publisher = publisherOf(source.outlet ?? null, source.published, tables);
  const quotations = quotationsIn(source.text);
  const voices = createVoices(source.text, quotations);
  const bare = source.bare ?? isPhrase(sentences);
  sentences.forEach((sentence, index) => {
    const reading: Reading = {
      sentence,
      index,
      text: source.text,
      day: dayOf(sentence, source.published),
      bare,
      around,
      publisher,
      quotations,
      voices,
      tables,
      said,
    };
    const named = namedIn(reading);
    const all = inOrder([...named, ...resolveReferences(reading, named)]);
    heard(sentence, all);
    const odds = politicsOdds(sentence, all, tables);
    const kept = bare ? all : politicalOnly(all, odds, reading);
    remember(kept, sentence, odds);
    voices.hear(sentence, kept);
  });
  const affiliated = withAffiliations(said.bySentence.flat(), sentences, source.text, tables);
  return withRelativesNamedLater(affiliated, sentences, source.text);
}

/** What the sentences before say of whether this one speaks of politics, beside what it says itself. */
const NEIGHBOURHOOD = 0.5;

function politicalOnly(
  mentions: readonly ActorMention[],
  odds: number,
  { sentence, said, tables }: Reading,
): ActorMention[] {
  const isPrivate = ({ kind, text }: ActorMention): boolean => kind === "name" && tables.isPrivate(text);
  const context = { isPoliticalSoFar: said.political >= 2, odds: odds + NEIGHBOURHOOD * said.politicsOdds };
  return withoutPrivateAffairs(withoutApolitical(mentions, sentence, context, tables), isPrivate);
}

/** Whether sentences are one short phrase: no finite verb and no full stop. */
export function isPhrase(sentences: readonly Sentence[]): boolean {
  const [only, more] = sentences;
  if (only === undefined || more !== undefined || only.tokens.length > 12) return false;
  if (/^[.!?]/.test(only.tokens.at(-1)?.form ?? "")) return false;
  return only.tokens.every(({ upos, xpos, deprel }) => {
    if (deprel.startsWith("nsubj") || upos === "AUX") return false;
    return upos !== "VERB" || !/^(VBD|VBZ|VBP|MD)$/.test(xpos);
  });
}

/** The actors that a few words name, by their tables alone. */
function actorsAround(words: string, tables: ActorTables): ReadonlySet<string> {
  const forms = words.split(/[\s,.;:]+/).filter((form) => form !== "");
  return new Set(
    forms.flatMap((_, at) =>
      tables.names
        .matchesAt(forms, at)
        .slice(0, 1)
        .flatMap(({ entries }) => entries.map(({ actor }) => actor)),
    ),
  );
}
