import type { Event, EventDate, Modality, Participant } from "../vocabulary/index.ts";
import { isHeadline, type Tree } from "./syntax/tree.ts";

/** A sentence's events, with its tree. */
export interface TreeAndEvents {
  readonly tree: Tree;
  readonly events: readonly Event[];
}

interface Mention {
  readonly event: Event;
  readonly stems: readonly string[];
  /** A headline, or a noun or gerund: speaks of an act that the text tells elsewhere. */
  readonly refers: boolean;
}

/**
 * The events of a document, sentence by sentence. One that its words do not date takes the date of the same act told
 * elsewhere in the document: of the same type and outcome, named by the same word, between the same parties. A finite
 * verb tells the same act only where it names both parties; a headline or a noun may leave one out. Where two dates
 * would fit and neither lies within the other, it stays undated; a headline is dated by what stands first.
 */
export function datedBySameAct(sentences: readonly TreeAndEvents[]): Event[][] {
  const mentions = sentences.flatMap(({ tree, events }) => events.map((event) => mentionOf(tree, event)));
  const dated = mentions.filter(({ event: { date } }) => isDefinite(date));
  return sentences.map(({ tree, events }) =>
    events.map((event) => {
      const { date } = event;
      if (date !== null && (date.basis !== "publication" || date.start !== null)) return event;
      const mention = mentionOf(tree, event);
      const same = dated
        .filter((other) => isSameAct(mention, other))
        .flatMap(({ event }) => event.date ?? []);
      const found = isHeadline(tree) ? same[0] : narrowest(same);
      return found === undefined ? event : { ...event, date: { ...found, text: null, basis: "context" } };
    }),
  );
}

function mentionOf(tree: Tree, event: Event): Mention {
  const { start, end } = event.evidence.anchor;
  const words = tree.tokens.flatMap((word, at) => (word.start >= start && word.end <= end ? [at] : []));
  const content = words.filter((at) => /^(?:NOUN|VERB)$/.test(tree.tokens[at]?.upos ?? ""));
  const finite = words.some((at) => /^(?:VBD|VBP|VBZ)$/.test(tree.tokens[at]?.xpos ?? ""));
  return {
    event,
    stems: content.map((at) => tree.lemmas[at] ?? "").filter((lemma) => !EMPTY.has(lemma)),
    refers: !finite || isHeadline(tree),
  };
}

/** Words that say nothing of what was done. */
const EMPTY = new Set(
  "be begin carry conduct continue do express give have hold issue keep launch make put show stage start take".split(
    " ",
  ),
);

const LONGEST_DAYS = 366;

function isDefinite(date: EventDate | null): boolean {
  if (date === null || date.start === null || date.end === null) return false;
  return Date.parse(date.end) - Date.parse(date.start) < LONGEST_DAYS * 86_400_000;
}

const OUTCOME: Readonly<Record<Modality, string | null>> = {
  asserted: "done",
  reported: "done",
  planned: "planned",
  conditional: null,
  requested: null,
  negated: null,
};

function isSameAct(mention: Mention, told: Mention): boolean {
  const [a, b] = [mention.event, told.event];
  const outcome = OUTCOME[a.modality];
  if (a.type !== b.type || a.act !== b.act || outcome === null || outcome !== OUTCOME[b.modality])
    return false;
  if (!mention.stems.some((one) => told.stems.some((other) => isKindred(one, other)))) return false;
  const [here, there] = [actorsOf([...a.sources, ...a.targets]), actorsOf([...b.sources, ...b.targets])];
  const all = here.size >= 2 && here.size === there.size && isWithin(here, there);
  if (!mention.refers && !(all && told.refers)) return false;
  if (!isWithin(here, there) && !isWithin(there, here)) return false;
  return a.symmetric === b.symmetric && agree(a.sources, b.sources) && agree(a.targets, b.targets);
}

/** "agree" and "agreement", "invade" and "invasion": alike for four letters and half of the longer word. */
function isKindred(one: string, other: string): boolean {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  return one === other || (shared >= 4 && shared * 2 >= Math.max(one.length, other.length));
}

function agree(one: readonly Participant[], other: readonly Participant[]): boolean {
  const [here, there] = [actorsOf(one), actorsOf(other)];
  return here.size === 0 || there.size === 0 || [...here].some((actor) => there.has(actor));
}

function actorsOf(participants: readonly Participant[]): ReadonlySet<string> {
  return new Set(participants.flatMap(({ actor }) => actor ?? []));
}

function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return inner.size > 0 && [...inner].every((actor) => outer.has(actor));
}

/** The date that lies within all others, if one does. */
function narrowest(dates: readonly EventDate[]): EventDate | undefined {
  return dates.find(({ start, end }) =>
    dates.every((other) => (other.start ?? "") <= (start ?? "") && (other.end ?? "") >= (end ?? "")),
  );
}
