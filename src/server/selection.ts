import type { ActorTables } from "../actors/index.ts";
import type { StoredEvent, StoredTie } from "../ledger/index.ts";
import { dayOf, lastDay } from "../measures/index.ts";
import { DOMAINS, EVENT_TYPES, MODALITIES, Problem } from "../vocabulary/index.ts";
import { knownActor } from "./known-actor.ts";
import { typedPeriod } from "./typed-period.ts";

/** Which records are wanted; the names are those of the command line's options. An empty filter wants all. */
export interface Selection {
  /** A state or organisation that takes part, on any side. */
  readonly state: string | null;
  /** Of these, at least one takes part as well. */
  readonly between: readonly string[];
  readonly since: string | null;
  readonly until: string | null;
  readonly domain: string | null;
  readonly type: string | null;
  readonly modality: string | null;
  /** A document's id or the beginning of it. */
  readonly document: string | null;
}

/** Reads a filter from the parts of an address. Throws a `Problem` that says which part does not fit. */
export function readSelection(query: Readonly<Record<string, string>>, tables: ActorTables): Selection {
  const known = ["state", "between", "since", "until", "domain", "type", "modality", "document"];
  const strange = Object.keys(query).find((name) => !known.includes(name));
  if (strange !== undefined)
    throw new Problem("usage", `There is no filter named "${strange}".`, `Filters are ${known.join(", ")}.`);
  const one = (name: string, choices: readonly string[]): string | null => {
    const value = query[name] ?? "";
    if (value === "") return null;
    const found = choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
    if (found !== undefined) return found;
    throw new Problem("usage", `"${value}" is no ${name}.`, `It has to be one of ${choices.join(", ")}.`);
  };
  const day = (name: "since" | "until"): string | null => {
    const value = query[name] ?? "";
    if (value === "") return null;
    return name === "since" ? typedPeriod(value, name) : lastDay(typedPeriod(value, name));
  };
  return {
    state: query.state ? knownActor(query.state, tables) : null,
    between: (query.between ?? "")
      .split(",")
      .filter((power) => power.trim() !== "")
      .map((power) => knownActor(power, tables)),
    since: day("since"),
    until: day("until"),
    domain: one("domain", DOMAINS),
    type: one("type", EVENT_TYPES),
    modality: one("modality", MODALITIES),
    document: query.document || null,
  };
}

export function selectsEvent({ event }: StoredEvent, selection: Selection): boolean {
  const actors = [...event.sources, ...event.targets].map(({ actor }) => actor);
  const day = dayOf(event);
  return (
    takesPart(actors, selection) &&
    (selection.since === null || (day !== null && day >= selection.since)) &&
    (selection.until === null || (day !== null && day <= selection.until)) &&
    (selection.domain === null || event.domains.some((domain) => domain === selection.domain)) &&
    (selection.type === null || event.type === selection.type) &&
    (selection.modality === null || event.modality === selection.modality) &&
    (selection.document === null || event.document.startsWith(selection.document))
  );
}

/** Ties have no type of event and stand in time: one that may have held in the period is wanted. */
export function selectsTie({ tie }: StoredTie, selection: Selection): boolean {
  return (
    selection.type === null &&
    takesPart(
      tie.parties.map(({ actor }) => actor),
      selection,
    ) &&
    (selection.since === null || tie.until === null || lastDay(tie.until) >= selection.since) &&
    (selection.until === null || tie.since === null || tie.since <= selection.until) &&
    (selection.domain === null || tie.domain === selection.domain) &&
    (selection.modality === null || tie.modality === selection.modality) &&
    (selection.document === null || (tie.document?.startsWith(selection.document) ?? false))
  );
}

function takesPart(actors: readonly (string | null)[], { state, between }: Selection): boolean {
  return (
    (state === null || actors.includes(state)) &&
    (between.length === 0 || between.some((power) => actors.includes(power)))
  );
}
