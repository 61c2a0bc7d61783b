import { type ActorMention, type ActorTables, findActors } from "../actors/index.ts";
import type { Model, Sentence } from "../language/index.ts";
import type { Document, Event, Tie } from "../vocabulary/index.ts";
import { parseReport, withoutDatelines } from "./datelines.ts";
import { findDates, resolveSequence } from "./dates/index.ts";
import type { Lexicon } from "./frames/lexicon.ts";
import { type Match, type Miss, missesAt } from "./frames/match.ts";
import { mentionsByToken } from "./participants.ts";
import { findQuantities } from "./quantities/index.ts";
import { datedBySameAct } from "./same-act.ts";
import { type CodedSentence, codeSentence } from "./sentence.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { readOut, type Story, storyAfter, toldSoFar } from "./story.ts";
import { type Tree, treeOf } from "./syntax/tree.ts";
import { coursesIn } from "./ties/courses.ts";
import { leadershipsIn } from "./ties/led.ts";
import { membershipsIn } from "./ties/members.ts";
import { obligationsIn } from "./ties/obligations.ts";

/** What coding needs besides the document: built once, shared by all documents, never changed. */
export interface Coder {
  readonly model: Model;
  readonly tables: ActorTables;
  readonly lexicon: Lexicon;
  /** Keep readings that a careful coder would seldom accept; by default they are left out and counted. */
  readonly doubtful?: boolean;
}

/** A document's records. */
export interface Coded {
  readonly events: readonly Event[];
  readonly ties: readonly Tie[];
  readonly sentences: number;
  /** Readings left out because a careful coder would seldom accept them. */
  readonly doubtful: number;
}

/** How one sentence was coded, for a reader: its tree, the actors found, frames that fired and frames that did not. */
export interface Explanation {
  readonly tree: Tree;
  readonly mentions: readonly ActorMention[];
  readonly coded: CodedSentence;
  readonly fired: readonly Match[];
  readonly missed: readonly Miss[];
}

/**
 * Codes a document: text to trees, trees to actors, trees and actors to events and ties.
 * Offsets in the records are UTF-16 indices into `document.text`. Relative dates stay unresolved where
 * `document.published` is null.
 */
export function codeDocument(document: Document, coder: Coder): Coded {
  const sentences = codeSentences(document, coder);
  return {
    events: sentences.flatMap(({ coded }) => coded.events),
    ties: sentences.flatMap(({ coded }) => coded.ties),
    sentences: sentences.length,
    doubtful: sentences.reduce((sum, { coded }) => sum + coded.doubtful.length, 0),
  };
}

/** Codes a document and keeps, sentence by sentence, how it was done. */
export function explainDocument(document: Document, coder: Coder): readonly Explanation[] {
  const { lexicon } = coder;
  return codeSentences(document, coder).map(({ context, mentions, coded }) => {
    const { tree } = context;
    const sought = { ...context, humans: lexicon.humans };
    const missed = tree.tokens.flatMap((_, at) => missesAt(at, lexicon, sought));
    return { tree, mentions, coded, fired: coded.fired, missed };
  });
}

interface SentenceInDocument {
  readonly context: SentenceContext;
  readonly mentions: readonly ActorMention[];
  readonly coded: CodedSentence;
}

function codeSentences(document: Document, coder: Coder): readonly SentenceInDocument[] {
  const { tables, lexicon, doubtful = false } = coder;
  const { id, text, published, outlet } = document;
  const sentences = parseReport(text, coder.model);
  const mentions = findActors(sentences, { text, published, outlet }, tables);
  const dates = resolveSequence(withoutDatelines(text, findDates(text, published)), published);
  const quantities = findQuantities(text);
  const mentionsBySentence: ActorMention[][] = sentences.map(() => []);
  for (const mention of mentions) mentionsBySentence[mention.sentence]?.push(mention);
  const datesBySentence = bySentence(dates, sentences);
  const quantitiesBySentence = bySentence(quantities, sentences);
  let story: Story | null = null;
  const inDocument = sentences.map((sentence, index) => {
    const tree = treeOf(sentence, index);
    const here = mentionsBySentence[index] ?? [];
    const context: SentenceContext = {
      document: id,
      text,
      published,
      tree,
      mentions: mentionsByToken(here, tree, tables),
      dates: datesBySentence[index] ?? [],
      quantities: quantitiesBySentence[index] ?? [],
      tables,
      lexicon,
      narrative: toldSoFar(story, index),
      readout: readOut(story, index, published),
      doubtful,
    };
    const coded = codeSentence(context);
    story = storyAfter(story, context);
    const standing = [
      ...obligationsIn(context, mentions),
      ...leadershipsIn(context),
      ...membershipsIn(context),
      ...coursesIn(context),
    ];
    return { context, mentions: here, coded: { ...coded, ties: [...coded.ties, ...standing] } };
  });
  const events = datedBySameAct(
    inDocument.map(({ context: { tree }, coded }) => ({ tree, events: coded.events })),
  );
  return inDocument.map((each, index) => ({
    ...each,
    coded: { ...each.coded, events: events[index] ?? [] },
  }));
}

/** Rows by the sentence in which they begin; those between sentences are left out. */
function bySentence<Row extends { readonly start: number }>(
  rows: readonly Row[],
  sentences: readonly Sentence[],
): readonly (readonly Row[])[] {
  const sorted: Row[][] = sentences.map(() => []);
  let index = 0;
  for (const row of rows) {
    while (index > 0 && row.start < (sentences[index]?.start ?? Number.POSITIVE_INFINITY)) index--;
    while (index < sentences.length && row.start >= (sentences[index]?.end ?? 0)) index++;
    if (row.start >= (sentences[index]?.start ?? Number.POSITIVE_INFINITY)) sorted[index]?.push(row);
  }
  return sorted;
}
