import type { Event, Participant, Tie } from "../vocabulary/index.ts";
import { dateInWords, TIE_NAMES } from "./wording.ts";

type Names = (actor: string) => string;

/** How an event was coded: "COOPERATE (military): Belarus + China", "AID (territory): Belarus → Russia". */
export function eventReading(event: Event, names: Names): string {
  const { type, mode, act, contexts, symmetric, sources, targets } = event;
  const about = [...(mode === null ? [] : [mode]), ...contexts].map((word) => word.replaceAll("_", " "));
  const heading = `${act === null ? type : `${type} to ${act}`}${about.length > 0 ? ` (${about.join(", ")})` : ""}`;
  const doers = parties(sources, names);
  if (symmetric)
    return `${heading}: ${[doers, ...(targets.length > 0 ? [parties(targets, names)] : [])].join(" + ")}`;
  return `${heading}: ${doers || "not said"} → ${parties(targets, names) || "not said"}`;
}

/** How a tie was coded: "Membership: Belarus, SCO", with its level and its beginning and end. */
export function tieReading({ kind, level, parties: of }: Tie, names: Names): string {
  const heading = level === null || level === kind ? TIE_NAMES[kind] : `${TIE_NAMES[kind]}, ${level}`;
  return `${heading.toUpperCase().slice(0, 1)}${heading.slice(1)}: ${parties(of, names)}`;
}

/** When a tie holds: "since July 2024", "until 2020", "2016 to 2020", or that no date is given. */
export function tieDates(since: string | null, until: string | null): string {
  if (since !== null && until !== null) return `${dateInWords(since)} to ${dateInWords(until)}`;
  if (since !== null) return `since ${dateInWords(since)}`;
  return until === null ? "no date given" : `until ${dateInWords(until)}`;
}

function parties(people: readonly Participant[], names: Names): string {
  const each = people.map(({ actor, text }) => (actor === null ? `“${text}” (unresolved)` : names(actor)));
  return [...new Set(each)].join(" + ");
}
