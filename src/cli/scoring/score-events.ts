import type { Event } from "../../vocabulary/index.ts";
import { actorIn, type GoldArticle, type GoldEvent } from "./gold.ts";

/** The fields that are compared on an event that was found. */
export const FIELDS = ["type", "source", "target", "modality", "date"] as const;
export type Field = (typeof FIELDS)[number];

/** How events of one article compare with its gold. */
export interface EventScore {
  /** Gold events that have to be found, and those of them that were. */
  readonly core: number;
  readonly coreFound: number;
  /** Events that stand for a gold event, and those that stand for none. */
  readonly matched: number;
  readonly extra: readonly Event[];
  readonly missed: readonly GoldEvent[];
  /** Of the matched, how many have the field right. */
  readonly right: Readonly<Record<Field, number>>;
  /** Matched events that are asserted where the text only plans, denies, asks or supposes. */
  readonly falselyAsserted: number;
}

interface Placed {
  readonly gold: GoldEvent;
  /** UTF-16 offsets of the sentence and of the words in the article's text. */
  readonly sentence: readonly [number, number];
  readonly anchor: readonly [number, number];
}

/** Pairs events with gold by overlapping words, else by type within the sentence, and compares them field by field. */
export function scoreEvents({ text, events: gold }: GoldArticle, coded: readonly Event[]): EventScore {
  const placed = gold.map((event) => place(event, text));
  const free = new Set(coded);
  const pairs = new Map<Placed, Event>();
  const fits: readonly ((event: Event, at: Placed) => boolean)[] = [
    (event, at) => overlaps(event, at) && typeRight(event, at.gold) && sourceRight(event, at.gold),
    (event, at) => overlaps(event, at) && typeRight(event, at.gold),
    overlaps,
    (event, at) => isInSentence(event, at) && typeRight(event, at.gold),
  ];
  for (const fit of fits)
    for (const at of placed) {
      if (pairs.has(at)) continue;
      const event = [...free].find((candidate) => fit(candidate, at));
      if (event === undefined) continue;
      free.delete(event);
      pairs.set(at, event);
    }
  const core = placed.filter((at) => at.gold.core);
  const found = [...pairs];
  const right = Object.fromEntries(
    FIELDS.map((field) => [field, found.filter(([at, event]) => RIGHT[field](event, at.gold)).length]),
  ) as Record<Field, number>;
  return {
    core: core.length,
    coreFound: core.filter((at) => pairs.has(at)).length,
    matched: pairs.size,
    extra: [...free].filter((event) => !placed.some((at) => mentions(event, at))),
    missed: core.filter((at) => !pairs.has(at)).map((at) => at.gold),
    right,
    falselyAsserted: found.filter(
      ([at, { modality }]) => modality === "asserted" && !["asserted", "reported"].includes(at.gold.modality),
    ).length,
  };
}

function place(gold: GoldEvent, text: string): Placed {
  const sentence = text.indexOf(gold.sentence);
  const anchor = sentence + Math.max(0, gold.sentence.indexOf(gold.anchor));
  return {
    gold,
    sentence: [sentence, sentence + gold.sentence.length],
    anchor: [anchor, anchor + gold.anchor.length],
  };
}

function overlaps({ evidence: { anchor } }: Event, { anchor: [start, end] }: Placed): boolean {
  return anchor.start < end && anchor.end > start;
}

function isInSentence({ evidence: { anchor } }: Event, { sentence: [start, end] }: Placed): boolean {
  return anchor.start >= start && anchor.start < end;
}

/** A second event for a gold event that has one already is a repeat, not a mistake. */
function mentions(event: Event, at: Placed): boolean {
  return overlaps(event, at) || (isInSentence(event, at) && typeRight(event, at.gold));
}

const RIGHT: Readonly<Record<Field, (event: Event, gold: GoldEvent) => boolean>> = {
  type: typeRight,
  source: sourceRight,
  target: targetRight,
  modality: ({ modality }, { modality: gold, modality_also: also }) =>
    modality === gold || [also ?? []].flat().includes(modality),
  date: dateRight,
};

function typeRight({ type, act }: Event, { type: gold, alt_types, plover_strict }: GoldEvent): boolean {
  const strict = plover_strict ?? gold;
  const allowed = new Set([gold, strict, ...(alt_types ?? [])]);
  return allowed.has(type) || (act !== null && allowed.has(act) && strict === type);
}

function sourceRight(event: Event, gold: GoldEvent): boolean {
  return same(event.sources, gold.sources) || (gold.symmetric && event.symmetric && jointly(event, gold));
}

function targetRight(event: Event, gold: GoldEvent): boolean {
  return same(event.targets, gold.targets) || (gold.symmetric && jointly(event, gold));
}

function jointly({ sources, targets }: Event, gold: GoldEvent): boolean {
  return same([...sources, ...targets], gold.sources);
}

function same(participants: Event["sources"], codes: readonly string[]): boolean {
  const here = new Set(participants.map(({ actor }) => actor));
  const there = new Set(codes.map(actorIn));
  if (there.size === 1 && there.has(null)) return here.size === 0 || (here.size === 1 && here.has(null));
  return here.size === there.size && [...there].every((actor) => here.has(actor));
}

function dateRight({ date }: Event, { date: gold, date_fuzzy: fuzzy }: GoldEvent): boolean {
  if (gold === null || (gold.start === null && gold.end === null))
    return date === null || date.basis === "publication";
  if (date === null) return false;
  if (fuzzy !== true) return date.start === gold.start && date.end === gold.end;
  return (date.start ?? "0000") <= (gold.end ?? "9999") && (date.end ?? "9999") >= (gold.start ?? "0000");
}
