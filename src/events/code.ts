import { type ActorMention, type ActorTables, findActors } from "../actors/index.ts";
import type { Model, Sentence } from "../language/index.ts";
import type { Document, Event, Tie } from "../vocabulary/index.ts";
import { parseReport, withoutDatelines } from "./datelines.ts";
import { findDates, resolveSequence } from "./dates/index.ts";
import type { Lexicon } from "./frames/lexicon.ts";
import type { Match, Miss } from "./frames/match.ts";
import { mentionsByToken } from "./participants.ts";
import { findQuantities } from "./quantities/index.ts";
import { datedBySameAct } from "./same-act.ts";
import { type CodedSentence, codeSentence } from "./sentence.ts";
import { type Story, storyAfter, toldSoFar } from "./story.ts";
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
  const explained = explainDocument(document, coder);
  return {
    events: explained.flatMap(({ coded }) => coded.events),
    ties: explained.flatMap(({ coded }) => coded.ties),
    sentences: explained.length,
    doubtful: explained.reduce((sum, { coded }) => sum + coded.doubtful.length, 0),
  };
}

/** Codes a document and keeps, sentence by sentence, how it was done. */
export function explainDocument(document: Document, coder: Coder): readonly Explanation[] {
  const sentences = parseReport(document.text, coder.model);
  return explainSentences(sentences, document, coder);
}

function explainSentences(
  sentences: readonly Sentence[],
  document: Document,
  { tables, lexicon, doubtful = false }: Coder,
): readonly Explanation[] {
  const { id, text, published, outlet } = document;
  const mentions = findActors(sentences, { text, published, outlet }, tables);
  const dates = resolveSequence(withoutDatelines(text, findDates(text, published)), published);
  const quantities = findQuantities(text);
  const bySentence: ActorMention[][] = sentences.map(() => []);
  for (const mention of mentions) bySentence[mention.sentence]?.push(mention);
  let story: Story | null = null;
  const explained = sentences.map((sentence, index) => {
    const inside = <Row extends { readonly start: number }>(rows: readonly Row[]): Row[] =>
      rows.filter(({ start }) => start >= sentence.start && start < sentence.end);
    const tree = treeOf(sentence, index);
    const here = bySentence[index] ?? [];
    const context = {
      document: id,
      text,
      published,
      tree,
      mentions: mentionsByToken(here, tree),
      dates: inside(dates),
      quantities: inside(quantities),
      tables,
      lexicon,
      narrative: toldSoFar(story, index),
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
    return {
      tree,
      mentions: here,
      coded: { ...coded, ties: [...coded.ties, ...standing] },
      fired: coded.fired,
      missed: coded.missed,
    };
  });
  const events = datedBySameAct(explained.map(({ tree, coded }) => ({ tree, events: coded.events })));
  return explained.map((each, index) => ({
    ...each,
    coded: { ...each.coded, events: events[index] ?? [] },
  }));
}
