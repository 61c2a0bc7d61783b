import { dayOf, directionsBetween, lastDay } from "../measures/index.ts";
import { DOMAINS, type Domain, type Event, type Modality, type Tie } from "../vocabulary/index.ts";
import type { BriefEvent, BriefInput, BriefTie } from "./input.ts";
import { eventReading, tieDates, tieReading } from "./reading.ts";
import { type Library, outletsOf, type Report, reportOf } from "./report.ts";
import { eventDateInWords, MODALITY_NAMES } from "./wording.ts";

/** An event or a tie of the chronology, with all reports of it that share a modality. */
export interface Entry {
  /** The number by which the brief cites it, from 1, in order of date. */
  readonly number: number;
  readonly is: "event" | "tie";
  readonly reading: string;
  readonly when: string;
  /** First and last day, as wide as the words leave it; null where open or not given. */
  readonly start: string | null;
  readonly end: string | null;
  readonly modality: Modality;
  readonly domains: readonly Domain[];
  /** Those of the powers asked about that take part. */
  readonly powers: readonly string[];
  /** PLOVER intensity, from -10 to 10; null for ties. */
  readonly score: number | null;
  /** Whether it enters the measures, and if not, why. */
  readonly counted: boolean;
  readonly leftOut: string | null;
  readonly story: string | null;
  readonly reports: readonly Report[];
  /** How many outlets report it; documents that name none count as one. */
  readonly outlets: number;
  /** Participants that the text names but nobody could resolve. */
  readonly unresolved: readonly string[];
}

type Draft = Omit<Entry, "number">;

/**
 * The chronology: every event in the period that the state takes part in or that shows whether a commitment was
 * kept, and every tie of the state; grouped into stories, undated ones last. Rejected records stay out.
 */
export function entriesOf(input: BriefInput, keptBy: ReadonlySet<string>): readonly Entry[] {
  const { question } = input;
  const events = input.events.filter(
    ({ event, status }) =>
      status !== "rejected" &&
      (takesPart(event, question.state) || keptBy.has(event.id)) &&
      (keptBy.has(event.id) || withinPeriod(event, question)),
  );
  const ties = input.ties.filter(
    ({ tie, status }) => status !== "rejected" && tie.parties.some(({ actor }) => actor === question.state),
  );
  const library: Library = new Map(input.documents.map((document) => [document.id, document]));
  const drafts = [
    ...grouped(events, ({ event, story }) => `${story}|${event.modality}`).map((group) =>
      eventDraft(group, input, library),
    ),
    ...grouped(ties, ({ tie }) => tieKey(tie)).map((group) => tieDraft(group, input, library)),
  ];
  return drafts.sort(byDate).map((draft, at) => ({ number: at + 1, ...draft }));
}

export function takesPart({ sources, targets }: Event, actor: string): boolean {
  return [...sources, ...targets].some((participant) => participant.actor === actor);
}

/** Whether an event is in the period asked for; one without a date may be. */
export function withinPeriod(event: Event, { since, until }: BriefInput["question"]): boolean {
  const day = dayOf(event);
  return day === null || ((since === null || day >= since) && (until === null || day <= lastDay(until)));
}

/** What ties that say the same share. */
export function tieKey({ kind, parties, level, modality }: Tie): string {
  const codes = [...new Set(parties.map(({ actor, text }) => actor ?? text))].sort();
  return [kind, codes.join("+"), level ?? "", modality].join("|");
}

function eventDraft(group: readonly BriefEvent[], { question, names }: BriefInput, library: Library): Draft {
  const sorted = [...group].sort(
    (a, b) => b.event.confidence - a.event.confidence || compare(a.event.id, b.event.id),
  );
  const lead = sorted.find(({ event }) => dayOf(event) !== null) ?? sorted[0]!;
  const { event, story } = lead;
  const reports = sorted.map(({ event, status }) => reportOf(event, status, library, names));
  const powers = question.powers.filter((power) =>
    group.some(({ event }) => directionsBetween(event, question.state, power) > 0),
  );
  const leftOut = whyLeftOut(event, powers, question);
  return {
    is: "event",
    reading: eventReading(event, names),
    when: eventDateInWords(event.date),
    start: event.date?.start ?? null,
    end: event.date?.end ?? null,
    modality: event.modality,
    domains: DOMAINS.filter((domain) => group.some(({ event }) => event.domains.includes(domain))),
    powers,
    score: event.score,
    counted: leftOut === null,
    leftOut,
    story,
    reports,
    outlets: outletsOf(reports),
    unresolved: group.flatMap(({ event }) =>
      [...event.sources, ...event.targets].flatMap(({ actor, text }) => (actor === null ? [text] : [])),
    ),
  };
}

function whyLeftOut(
  event: Event,
  powers: readonly string[],
  question: BriefInput["question"],
): string | null {
  if (!question.modalities.includes(event.modality)) return MODALITY_NAMES[event.modality];
  if (powers.length === 0) return "no power asked about takes part";
  if (dayOf(event) === null) return "no date";
  return withinPeriod(event, question) ? null : "outside the period";
}

function tieDraft(group: readonly BriefTie[], { question, names }: BriefInput, library: Library): Draft {
  const since = earliest(group.flatMap(({ tie }) => tie.since ?? []));
  const sorted = [...group].sort(
    (a, b) =>
      Number(b.tie.since === since) - Number(a.tie.since === since) ||
      b.tie.confidence - a.tie.confidence ||
      compare(a.tie.id, b.tie.id),
  );
  const { tie } = sorted[0]!;
  const reports = sorted.map(({ tie, status }) => reportOf(tie, status, library, names));
  const until = latest(group.flatMap(({ tie }) => tie.until ?? []));
  const powers = question.powers.filter((power) => tie.parties.some(({ actor }) => actor === power));
  const admitted = question.modalities.includes(tie.modality);
  const leftOut = admitted
    ? powers.length > 0
      ? null
      : "no power asked about is a party"
    : MODALITY_NAMES[tie.modality];
  return {
    is: "tie",
    reading: tieReading(tie, names),
    when: tieDates(since, until),
    start: since,
    end: until,
    modality: tie.modality,
    domains: [tie.domain],
    powers,
    score: null,
    counted: leftOut === null,
    leftOut,
    story: null,
    reports,
    outlets: outletsOf(reports),
    unresolved: tie.parties.flatMap(({ actor, text }) => (actor === null ? [text] : [])),
  };
}

/** Of dates as precise as they were given, the earliest; "2024-07-04" rather than "2024-07" where both fit. */
function earliest(dates: readonly string[]): string | null {
  const first = [...dates].sort()[0];
  if (first === undefined) return null;
  return (
    dates.filter((date) => date.startsWith(first)).sort((a, b) => b.length - a.length || compare(a, b))[0] ??
    null
  );
}

function latest(dates: readonly string[]): string | null {
  return [...dates].sort().at(-1) ?? null;
}

function byDate(a: Draft, b: Draft): number {
  const key = (draft: Draft): string => draft.start ?? draft.end ?? "9999";
  return (
    compare(key(a), key(b)) ||
    compare(a.end ?? "9999", b.end ?? "9999") ||
    compare(a.is, b.is) ||
    compare(a.reports[0]?.id ?? "", b.reports[0]?.id ?? "")
  );
}

/** Rows that share a key, in the order in which the keys first come. */
export function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** By code unit, the same in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
