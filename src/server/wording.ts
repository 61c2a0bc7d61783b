import type { Event, EventDate, Participant, Tie } from "../vocabulary/index.ts";

/** How an actor's code is written: as it is, or as a name. */
export type Naming = (actor: string) => string;

const asCode: Naming = (actor) => actor;

/** A participant with its part: "BLR MIL"; by its own name where no code is known. */
function partyWords({ actor, sector, name }: Participant, naming: Naming): string {
  return `${actor === null ? name : naming(actor)}${sector === null || sector === "IGO" ? "" : ` ${sector}`}`;
}

function all(parties: readonly Participant[], between: string, naming: Naming): string {
  return [...new Set(parties.map((party) => partyWords(party, naming)))].join(between);
}

/** Who did it to whom: "BLR → RUS"; "BLR – CHN" for what both do together; "not said" for a doer nobody names. */
export function whoToWhom({ symmetric, sources, targets }: Event, naming: Naming = asCode): string {
  if (symmetric) return all(sources, " – ", naming);
  const doers = sources.length === 0 ? "not said" : all(sources, ", ", naming);
  return targets.length === 0 ? doers : `${doers} → ${all(targets, ", ", naming)}`;
}

/** Type and mode of an event: "CONSULT visit". */
export function typeWords({ type, mode }: Event): string {
  return mode === null ? type : `${type} ${mode}`;
}

/** The parties of a tie, the bound one first. */
export function tieParties({ parties }: Tie, naming: Naming = asCode): string {
  return all(parties, " – ", naming);
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
