import type { Domain, Event } from "../vocabulary/index.ts";

/** An event with the story it belongs to: reports of one event in several documents share a story. */
export interface StoriedEvent {
  readonly event: Event;
  readonly story: string;
}

/** What one event adds to the relation between two actors. */
export interface Contribution {
  readonly story: string;
  readonly id: string;
  readonly partner: string;
  readonly domain: Domain;
  /** Directions in which it counts: 1 for a directed act, 2 for a symmetric one. */
  readonly directions: 1 | 2;
  /** PLOVER intensity, from -10 to 10. */
  readonly score: number;
  readonly day: string;
}

/**
 * The day an event is counted on: its first day, or its last where the beginning is open.
 * Null where the text gives no date: such events are counted apart, never placed.
 */
export function dayOf({ date }: Event): string | null {
  return date === null ? null : (date.start ?? date.end);
}

/**
 * What events add between a state and its partners: acts of either towards the other, in each domain they have.
 * Acts between third parties and events without a date add nothing.
 */
export function contributions(
  storied: readonly StoriedEvent[],
  state: string,
  partners: readonly string[],
): Contribution[] {
  return storied.flatMap(({ event, story }) => {
    const day = dayOf(event);
    if (day === null) return [];
    return partners.flatMap((partner) => {
      const directions = directionsBetween(event, state, partner);
      if (directions === 0) return [];
      return event.domains.map((domain) => ({
        story,
        id: event.id,
        partner,
        domain,
        directions,
        score: event.score,
        day,
      }));
    });
  });
}

/** In how many directions an event runs between two actors: 0, 1, or 2 for a symmetric act. */
export function directionsBetween({ sources, targets, symmetric }: Event, a: string, b: string): 0 | 1 | 2 {
  const does = (actor: string): boolean => sources.some((source) => source.actor === actor);
  const undergoes = (actor: string): boolean => targets.some((target) => target.actor === actor);
  if (symmetric) return does(a) && does(b) ? 2 : 0;
  const forth = does(a) && undergoes(b);
  const back = does(b) && undergoes(a);
  if (forth && back) return 2;
  return forth || back ? 1 : 0;
}
