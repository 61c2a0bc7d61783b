import { type EventDate, lastDay } from "../vocabulary/index.ts";
import { asEventDate, dateInSentence } from "./dating.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { isVerbal, relation, type Tree, token } from "./syntax/tree.ts";
import { isNarrated } from "./tense.ts";

/** The days on which what is being told took place, the sentence that said so, and the last one that went on with it. */
export interface Story {
  readonly date: EventDate;
  readonly sentence: number;
  readonly last: number;
}

/** How many sentences a date carries on the story it began. */
const STORY_SENTENCES = 5;
const LONGEST_STORY_DAYS = 7;

/** The date of the story that a sentence may go on with, or null. */
export function toldSoFar(story: Story | null, sentence: number): EventDate | null {
  return story !== null && sentence - story.sentence <= STORY_SENTENCES ? story.date : null;
}

/**
 * The day of the talks that a readout goes on telling of, or null: what is published at once is told to its end, with no
 * other date in it.
 */
export function readOut(story: Story | null, sentence: number, published: string | null): EventDate | null {
  const goesOn = story !== null && sentence - story.last <= STORY_SENTENCES;
  return goesOn && isNews(story.date, published) ? story.date : null;
}

/**
 * The story after a sentence: begun anew where its main verbs say when, and over where they turn to some longer time.
 * Where they say nothing, a verb in a clause below begins it if it tells of the last days before publication.
 */
export function storyAfter(
  story: Story | null,
  { tree, dates, published }: Pick<SentenceContext, "tree" | "dates" | "published">,
): Story | null {
  if (dates.length === 0 && (story === null || readOut(story, tree.index, published) === null)) return story;
  const verbs = tree.tokens.map((_, at) => at).filter((at) => isTold(tree, at) && isNarrated(tree, at));
  if (dates.length === 0)
    return story !== null && verbs.some((at) => isMain(tree, at)) ? { ...story, last: tree.index } : story;
  const daysOf = (verb: number): EventDate[] => {
    const found = dateInSentence(tree, verb, [], dates, true);
    return found === null ? [] : [asEventDate(found)];
  };
  const [main] = verbs.filter((at) => isMain(tree, at)).flatMap(daysOf);
  if (main !== undefined) return isShort(main) ? told(main, tree.index) : null;
  const below = verbs.flatMap(daysOf).find((date) => isShort(date) && isRecent(date, published));
  return below === undefined ? story : told(below, tree.index);
}

function isShort({ start, end }: EventDate): boolean {
  return start !== null && end !== null && daysBetween(start, end) <= LONGEST_STORY_DAYS;
}

function isRecent({ start, end }: EventDate, published: string | null): boolean {
  const days =
    published === null || start === null || end === null ? -1 : daysBetween(end, lastDay(published));
  return days >= 0 && days <= LONGEST_STORY_DAYS;
}

function told(date: EventDate, sentence: number): Story {
  return { date, sentence, last: sentence };
}

function isNews({ end }: EventDate, published: string | null): boolean {
  return published !== null && end !== null && daysBetween(end, lastDay(published)) <= 1;
}

function daysBetween(start: string, end: string): number {
  return (Date.parse(end) - Date.parse(start)) / 86_400_000;
}

function isTold(tree: Tree, at: number): boolean {
  return isVerbal(tree, at) || tree.relations[at] === "root";
}

const TOLD = new Set(["conj", "ccomp", "parataxis"]);

/** A verb that the sentence tells: its root, one beside it, or what someone says. */
function isMain(tree: Tree, verb: number): boolean {
  for (let at = verb; ; ) {
    const { head } = token(tree, at);
    if (head < 0) return true;
    if (!TOLD.has(relation(tree, at))) return false;
    at = head;
  }
}
