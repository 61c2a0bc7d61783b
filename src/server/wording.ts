import type { Event, EventDate, Participant, Tie } from "../vocabulary/index.ts";

/** A participant as a code with its part: "BLR MIL"; its name where no code is known, "?" where nobody is named. */
export function partyWords({ actor, sector, name }: Participant): string {
  return `${actor ?? name}${sector === null ? "" : ` ${sector}`}`;
}

function side(parties: readonly Participant[]): string {
  return parties.length === 0 ? "not said" : [...new Set(parties.map(partyWords))].join(", ");
}

/** Who did it to whom: "BLR → RUS"; "BLR – CHN" for what both do together. */
export function whoToWhom({ symmetric, sources, targets }: Event): string {
  if (symmetric) return [...new Set(sources.map(partyWords))].join(" – ");
  return targets.length === 0 ? side(sources) : `${side(sources)} → ${side(targets)}`;
}

/** Type and mode of an event: "CONSULT visit". */
export function typeWords({ type, mode }: Event): string {
  return mode === null ? type : `${type} ${mode}`;
}

/** The parties of a tie, the bound one first. */
export function tieParties({ parties }: Tie): string {
  return [...new Set(parties.map(partyWords))].join(" – ");
}

/** A date as wide as its precision: "2024-07", "2024-07-08", "2022 to 2024-03", "since 2016", "until 2024-08-28". */
export function dateWords(date: EventDate | null): string {
  if (date === null) return "undated";
  const { start, end, precision } = date;
  if (start === null) return end === null ? "undated" : `until ${end}`;
  if (end === null) return `since ${start}`;
  if (start === end) return start;
  if (precision === "year" && start.slice(0, 4) === end.slice(0, 4)) return start.slice(0, 4);
  if (precision === "month" && start.slice(0, 7) === end.slice(0, 7)) return start.slice(0, 7);
  return `${start} to ${end}`;
}

/** The time a tie is said to hold: "2016–", "2015–2020", "not said". */
export function termWords({ since, until }: Pick<Tie, "since" | "until">): string {
  if (since === null && until === null) return "not said";
  return `${since ?? ""}–${until ?? ""}`;
}
