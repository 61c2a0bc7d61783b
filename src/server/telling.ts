import type { StoriedEvent } from "../measures/index.ts";
import type { Event } from "../vocabulary/index.ts";

/** An event that stands for its story, with how many reports of it there are. */
export interface TellingEvent {
  readonly event: Event;
  readonly story: string;
  readonly reports: number;
}

/** What is left of an event's weight where the text does not date it and only the day of publication bounds it. */
const UNDATED = 0.6;

/**
 * The stories that say most, best first, each by its surest report: intensity times confidence, more for several
 * reports, less where only the day of publication bounds its date. Only asserted events with a date and with known
 * parties on both sides tell anything.
 */
export function tellingEvents(events: readonly StoriedEvent[], count: number): TellingEvent[] {
  const stories = new Map<string, StoriedEvent[]>();
  for (const storied of events) {
    if (!isTelling(storied.event)) continue;
    stories.set(storied.story, [...(stories.get(storied.story) ?? []), storied]);
  }
  return [...stories]
    .flatMap(([story, reports]) => {
      const [best] = [...reports].sort(
        (a, b) => force(b.event) - force(a.event) || (a.event.id < b.event.id ? -1 : 1),
      );
      return best === undefined ? [] : [{ event: best.event, story, reports: reports.length }];
    })
    .sort((a, b) => weight(b) - weight(a) || (a.event.id < b.event.id ? -1 : 1))
    .slice(0, count);
}

function isTelling({ modality, date, sources, targets, symmetric }: Event): boolean {
  const known = (parties: Event["sources"]): boolean => parties.some(({ actor }) => actor !== null);
  return modality === "asserted" && date !== null && known(sources) && (symmetric || known(targets));
}

function force({ score, confidence, date }: Event): number {
  return Math.abs(score) * confidence * (date?.basis === "publication" ? UNDATED : 1);
}

function weight({ event, reports }: TellingEvent): number {
  return force(event) * (1 + Math.log(reports));
}
