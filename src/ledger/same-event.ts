import { type Event, lastDay } from "../vocabulary/index.ts";
import { likeness, type WordReader, whatIsSaid } from "./report-words.ts";

/** How long after an event's day another report may place it and still mean it. */
export const REACH_DAYS = 3;

/** When an event was, as far as that can tell two events apart. Days are counted from 1970-01-01. */
type Time =
  | { readonly is: "day"; readonly day: number }
  /** A stretch of at most a month. */
  | { readonly is: "span"; readonly from: number; readonly to: number }
  /** Longer or open stretches: the same only as themselves. */
  | { readonly is: "stretch"; readonly name: string }
  /** The text gives no date; the report came out on this day. */
  | { readonly is: "published"; readonly day: number }
  | { readonly is: "unknown" };

/** An event as far as it matters to whether two reports are of one event. */
export interface Report {
  readonly id: string;
  readonly document: string;
  /** Its type, and that of the act it promises: a planned visit is a report of the visit. */
  readonly types: readonly string[];
  readonly actors: readonly string[];
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly symmetric: boolean;
  readonly domain: string;
  readonly negated: boolean;
  readonly mode: string | null;
  readonly place: string | null;
  readonly time: Time;
  /** Where its sentence begins in the document. */
  readonly sentence: number;
  readonly words: Uint32Array;
  /** The words that name the act. */
  readonly anchor: Uint32Array;
}

export function reportOf(event: Event, published: string | null, wordsOf: WordReader): Report {
  const codes = (parties: Event["sources"]): string[] => [
    ...new Set(parties.flatMap(({ actor }) => actor ?? [])),
  ];
  const sources = codes(event.sources);
  const targets = codes(event.targets);
  return {
    id: event.id,
    document: event.document,
    types: event.act === null ? [event.type] : [event.type, event.act],
    actors: [...new Set([...sources, ...targets])].sort(),
    sources,
    targets,
    symmetric: event.symmetric,
    domain: event.domain,
    negated: event.modality === "negated",
    mode: event.mode,
    place: event.place?.name.toLowerCase() ?? null,
    time: timeOf(event, published),
    sentence: event.evidence.start,
    words: wordsOf(whatIsSaid(event)),
    anchor: wordsOf(event.evidence.anchor.text),
  };
}

const LONGEST_SPAN_DAYS = 31;

function timeOf({ date }: Event, published: string | null): Time {
  if (date === null || date.basis === "publication")
    return published === null ? { is: "unknown" } : { is: "published", day: dayNumber(lastDay(published)) };
  const { start, end } = date;
  if (start === null || end === null) return { is: "stretch", name: `${start ?? ""}/${end ?? ""}` };
  const [from, to] = [dayNumber(start), dayNumber(end)];
  if (from === to) return { is: "day", day: from };
  return to - from <= LONGEST_SPAN_DAYS
    ? { is: "span", from, to }
    : { is: "stretch", name: `${start}/${end}` };
}

function dayNumber(day: string): number {
  return Math.floor(Date.parse(day) / 86_400_000);
}

/**
 * How much two reports are of one event: the likeness of their words beyond what must be asked of them, or null
 * where they cannot be. The vaguer the time and the parties, the more the words must say.
 */
export function strengthOf(a: Report, b: Report): number | null {
  if (!a.types.some((type) => b.types.includes(type))) return null;
  const parties = askedByParties(a, b);
  if (parties === null) return null;
  const time = askedByTime(a, b);
  if (time === null) return null;
  if (a.document === b.document && a.sentence === b.sentence) return strengthInSentence(a, b, time + parties);
  const asked = Math.max(LEAST_ASKED, time + parties + askedByManner(a, b));
  const alike = likeness(a.words, b.words);
  return alike >= asked ? alike - asked : null;
}

/** Even on the same day and between the same parties, something must be said in like words. */
const LEAST_ASKED = 0.05;
/** What is asked of reports that give a day, by how many days these are apart. */
const ASKED_BY_DAYS_APART = [0.08, 0.25, 0.4];
const ASKED_IN_ONE_SENTENCE = 0.5;

/**
 * Two acts named in one sentence share its words whatever they are: only what names them can tell, or that both
 * are of one mode, on one day and between the same ("flew to Minsk, his first visit").
 */
function strengthInSentence(a: Report, b: Report, asked: number): number | null {
  const alike = likeness(a.anchor, b.anchor);
  if (alike >= ASKED_IN_ONE_SENTENCE) return alike - ASKED_IN_ONE_SENTENCE;
  return a.mode !== null && a.mode === b.mode && asked === ASKED_BY_DAYS_APART[0] ? 0 : null;
}

/** Tuned on the ECB+ and MEANTIME coreference gold (`test/gold/stories.ts`), kept strict: a dyad has many events. */
function askedByTime(a: Report, b: Report): number | null {
  const inOneText = a.document === b.document;
  const [s, t] = [a.time, b.time];
  if (inOneText && (isVague(s) || isVague(t))) return 0.3;
  if (s.is === "unknown" || t.is === "unknown") return s.is === t.is ? 0.5 : null;
  if (s.is === "stretch" || t.is === "stretch")
    return s.is === "stretch" && t.is === "stretch" && s.name === t.name ? 0.35 : null;
  if (s.is === "day" && t.is === "day") return ASKED_BY_DAYS_APART[Math.abs(s.day - t.day)] ?? null;
  if (s.is === "span" || t.is === "span") {
    const [from, to] = bounds(s);
    const [since, until] = bounds(t);
    if (from > until || since > to) return null;
    return from === since && to === until ? 0.3 : 0.4;
  }
  if (s.is === "published" && t.is === "published") return Math.abs(s.day - t.day) <= 2 ? 0.25 : null;
  const [day, published] = s.is === "day" ? [s.day, t] : [bounds(t)[0], s];
  const after = bounds(published)[0] - day;
  return after >= 0 && after <= REACH_DAYS ? 0.25 : null;
}

/** Whether the words give no date: in one text that may well mean the event dated elsewhere in it. */
function isVague(time: Time): boolean {
  return time.is === "unknown" || time.is === "published";
}

function bounds(time: Exclude<Time, { is: "unknown" } | { is: "stretch" }>): readonly [number, number] {
  return time.is === "span" ? [time.from, time.to] : [time.day, time.day];
}

/** Null where the parties rule it out. A party that could not be resolved neither helps nor hinders. */
function askedByParties(a: Report, b: Report): number | null {
  const shared = a.actors.filter((actor) => b.actors.includes(actor)).length;
  if (shared === 0) return null;
  if (shared < 2 && a.actors.length > 1 && b.actors.length > 1) return null;
  if (!a.symmetric && !b.symmetric && (opposed(a.sources, b.sources) || opposed(a.targets, b.targets)))
    return null;
  if (a.actors.length === b.actors.length && shared === a.actors.length) return shared > 1 ? 0 : 0.1;
  return shared > 1 ? 0.05 : 0.2;
}

function opposed(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && !one.some((actor) => other.includes(actor));
}

function askedByManner(a: Report, b: Report): number {
  const place = a.place === null || b.place === null ? 0 : a.place === b.place ? -0.15 : 0.2;
  const mode = a.mode === null || b.mode === null ? 0 : a.mode === b.mode ? -0.05 : 0.15;
  const subject = a.domain === b.domain ? 0 : 0.15;
  const denied = a.negated === b.negated ? 0 : 0.15;
  const repeated = a.document === b.document ? -0.3 * likeness(a.anchor, b.anchor) : 0;
  return place + mode + subject + denied + repeated;
}
