/**
 * How well reports of one event are grouped, against the coreference gold in ../shared: `npx tsx test/gold/stories.ts`.
 *
 * The gold marks mentions of sports, crime and disasters, so it can judge the rule that joins reports, not the
 * coder: each mention becomes an event whose parties are the names in its sentence and whose type is the mention's
 * own word, and documents of one topic come out on one day. Mentions in other words for one act cannot be joined
 * here, which bounds recall: `stories/within-reach` gives that bound.
 */
import { pathToFileURL } from "node:url";
import { storiesOf } from "../../src/ledger/index.ts";
import type { Event, Participant } from "../../src/vocabulary/index.ts";
import { type Figures, goldRows, SHARED } from "./material.ts";

interface Mention {
  readonly id: string;
  readonly topic: string;
  readonly doc: string;
  readonly sent_id: number;
  readonly sentence: string;
  readonly mention: string;
  readonly tokens: readonly number[];
  readonly chain: string;
}

/** Pairwise and B-cubed precision, recall and F1 of the groups. Empty without ../shared. */
export function storyFigures(tell: (line: string) => void = () => {}): Figures {
  if (SHARED === null) {
    console.log("skipped: there is no folder ../shared beside the checkout, so stories are not measured");
    return {};
  }
  const mentions = goldRows<Mention>("gold/event-coref-dev.jsonl");
  const events = mentions.map(eventOf);
  const published = new Map(events.map(({ document }) => [document, "2020-01-01"]));
  const stories = storiesOf(events, published);
  const guess = mentions.map(({ id }) => stories.get(`e_${id}`) ?? id);
  const gold = mentions.map(({ chain }) => chain);
  const word = events.map(({ type, sources }) => `${type} ${sources.length > 0}`);
  report(mentions, guess, gold, tell);
  return {
    ...scores("stories", guess, gold),
    "stories/within-reach":
      scores(
        "",
        gold.map((chain, at) => `${chain} ${word[at]}`),
        gold,
      )["/pairwise-recall"] ?? 0,
    ...scores("stories/word-only", word, gold),
  };
}

function eventOf({ id, doc, sentence, tokens, mention }: Mention): Event {
  const words = sentence.split(" ");
  const starts = words.map((_, at) => words.slice(0, at).join(" ").length + (at > 0 ? 1 : 0));
  const names = words.flatMap((word, at): Participant[] =>
    at > 0 &&
    /^[A-Z][a-z]+/.test(word) &&
    !/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
      word,
    )
      ? [
          {
            actor: word,
            sector: null,
            name: word,
            text: word,
            start: starts[at] ?? 0,
            end: (starts[at] ?? 0) + word.length,
          },
        ]
      : [],
  );
  const start = starts[tokens[0] ?? 0] ?? 0;
  return {
    id: `e_${id}`,
    document: doc,
    // Not a PLOVER type: the mention's own word stands in for it.
    type: stem(mention) as Event["type"],
    mode: null,
    contexts: [],
    domain: "political",
    domains: ["political"],
    act: null,
    symmetric: true,
    sources: names,
    targets: [],
    date: null,
    place: null,
    modality: "asserted",
    attribution: null,
    quantities: [],
    evidence: {
      sentence,
      start: 0,
      end: sentence.length,
      anchor: { text: mention, start, end: start + mention.length },
    },
    score: 0,
    confidence: 1,
    rule: "gold",
  };
}

function stem(mention: string): string {
  const [first = ""] = mention.toLowerCase().split(" ");
  return first.replace(/(?:ings?|ed|es|s|e)$/, "").slice(0, 6);
}

function scores(name: string, guess: readonly string[], gold: readonly string[]): Figures {
  const counts = {
    guess: sizes(guess),
    gold: sizes(gold),
    both: sizes(gold.map((chain, at) => `${chain}\t${guess[at]}`)),
  };
  const pairs = (of: ReadonlyMap<string, number>): number =>
    [...of.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const shared = gold.map((chain, at) => counts.both.get(`${chain}\t${guess[at]}`) ?? 0);
  const mean = (of: ReadonlyMap<string, number>, names: readonly string[]): number =>
    shared.reduce((sum, size, at) => sum + size / (of.get(names[at] ?? "") ?? 1), 0) / gold.length;
  return {
    ...harmonic(
      `${name}/pairwise`,
      pairs(counts.both) / pairs(counts.guess),
      pairs(counts.both) / pairs(counts.gold),
    ),
    ...harmonic(`${name}/b-cubed`, mean(counts.guess, guess), mean(counts.gold, gold)),
  };
}

function harmonic(name: string, precision: number, recall: number): Figures {
  return {
    [`${name}-precision`]: precision,
    [`${name}-recall`]: recall,
    [`${name}-f1`]: (2 * precision * recall) / (precision + recall),
  };
}

function sizes(labels: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function report(
  mentions: readonly Mention[],
  guess: readonly string[],
  gold: readonly string[],
  tell: (line: string) => void,
): void {
  const first = new Map<string, number>();
  for (const [at, story] of guess.entries()) {
    const other = first.get(story);
    if (other === undefined) first.set(story, at);
    else if (gold[other] !== gold[at])
      tell(
        `joined wrongly:\n  ${mentions[other]?.mention} | ${mentions[other]?.sentence}\n  ${mentions[at]?.mention} | ${mentions[at]?.sentence}`,
      );
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const shown = process.argv.includes("--misses");
  for (const [figure, value] of Object.entries(storyFigures(shown ? console.log : undefined)))
    console.log(`${figure} ${value.toFixed(4)}`);
}
