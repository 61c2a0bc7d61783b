import type { ActorTables } from "../actors/index.ts";
import { directionsBetween, type StoriedEvent } from "../measures/index.ts";
import type { Tie } from "../vocabulary/index.ts";

/** A state that the ledger shows between powers, with the records that say so. */
export interface Balancing {
  readonly state: string;
  /** Powers it has records with, the most of them first. */
  readonly powers: readonly string[];
  /** Stories and ties with each power, in the same order. */
  readonly records: readonly number[];
}

/** The powers between which states are looked for where nobody names any, in the order that tilts are signed by. */
export const GREAT_POWERS = ["RUS", "CHN", "USA", "EU"] as const;

/**
 * The states that have asserted events or ties with at least two great powers, those with most records with their
 * second power first. A member of a union is not between that union and others.
 */
export function balancingStates(
  events: readonly StoriedEvent[],
  ties: readonly Tie[],
  tables: ActorTables,
): Balancing[] {
  const found = new Map<string, Map<string, Set<string>>>();
  const note = (state: string, power: string, record: string): void => {
    const powers = found.get(state) ?? new Map<string, Set<string>>();
    found.set(state, powers.set(power, (powers.get(power) ?? new Set()).add(record)));
  };
  for (const { event, story } of events) {
    if (event.modality !== "asserted") continue;
    const actors = [...event.sources, ...event.targets].flatMap(({ actor }) => actor ?? []);
    for (const [state, power] of pairs(actors, tables))
      if (directionsBetween(event, state, power) > 0) note(state, power, story);
  }
  for (const { modality, parties, id } of ties) {
    if (modality !== "asserted") continue;
    const actors = parties.flatMap(({ actor }) => actor ?? []);
    for (const [state, power] of pairs(actors, tables)) note(state, power, id);
  }
  return [...found]
    .map(([state, powers]) => balancing(state, powers))
    .filter(({ powers }) => powers.length >= 2)
    .sort((a, b) => weight(b) - weight(a) || (a.state < b.state ? -1 : 1));
}

/** The two powers with most records, in the order of `GREAT_POWERS`, so that tilts of several states compare. */
export function mainPowers({ powers }: Balancing): string[] {
  const [first, second] = powers;
  return GREAT_POWERS.filter((power) => power === first || power === second);
}

/** Fewer stories and ties than these with the two main powers show no balance. */
const RECORDS_WANTED = 3;

/** Those with enough records to say something of; all of them where none has. */
export function worthAsking(found: readonly Balancing[]): readonly Balancing[] {
  const enough = found.filter(({ records: [first = 0, second = 0] }) => first + second >= RECORDS_WANTED);
  return enough.length > 0 ? enough : found;
}

function pairs(actors: readonly string[], tables: ActorTables): [string, string][] {
  const powers = GREAT_POWERS.filter((power) => actors.includes(power));
  const states = [...new Set(actors)].filter(
    (actor) => tables.kindOf(actor) === "state" && !(GREAT_POWERS as readonly string[]).includes(actor),
  );
  return states.flatMap((state) =>
    powers
      .filter((power) => !tables.isMember(state, power, null))
      .map((power): [string, string] => [state, power]),
  );
}

function balancing(state: string, powers: ReadonlyMap<string, ReadonlySet<string>>): Balancing {
  const ranked = [...powers].sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1));
  return {
    state,
    powers: ranked.map(([power]) => power),
    records: ranked.map(([, records]) => records.size),
  };
}

/** How much there is to balance: the records with the second power decide, then all of them. */
function weight({ records }: Balancing): number {
  return (records[1] ?? 0) * 1e6 + records.reduce((sum, count) => sum + count, 0);
}
