import type { Event, Participant, Tie } from "../vocabulary/index.ts";
import { capital, dateInWords, TIE_NAMES } from "./wording.ts";

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
  return `${capital(tieHeading(kind, level))}: ${parties(of, names)}`;
}

/** "membership", "obligation, defence", "comprehensive strategic partnership". */
export function tieHeading(kind: Tie["kind"], level: string | null): string {
  if (level === null) return TIE_NAMES[kind];
  return level.includes(TIE_NAMES[kind]) ? level : `${TIE_NAMES[kind]}, ${level}`;
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
