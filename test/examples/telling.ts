import type { Event, Participant, Tie } from "../../src/vocabulary/index.ts";

/** What a reader of a golden wants to see of a record: who did what to whom, when, how certain, in which words. */
export type TellingLine = Readonly<Record<string, string>>;

export function tellingEvent(event: Event): TellingLine {
  const {
    type,
    mode,
    act,
    modality,
    sources,
    targets,
    symmetric,
    domains,
    date,
    attribution,
    place,
    quantities,
  } = event;
  return stated({
    event: mode === null ? type : `${type} ${mode}`,
    act,
    modality,
    who: symmetric ? show(sources, " + ") : `${show(sources, " + ")} → ${show(targets, " + ")}`,
    domain: domains.join(" + "),
    when:
      date === null
        ? null
        : `${range(date.start, date.end)}${date.basis === "text" ? "" : ` (${date.basis})`}`,
    where: place?.name,
    says: attribution === null ? null : (attribution.actor ?? `"${attribution.text}"`),
    amounts: quantities
      .map(({ number, unit }) => (unit === null ? `${number}` : `${number} ${unit}`))
      .join(", "),
    words: event.evidence.anchor.text,
  });
}

export function tellingTie(tie: Tie): TellingLine {
  const { kind, level, modality, parties, domain, since, until, attribution, claim } = tie;
  return stated({
    tie: kind,
    level,
    modality,
    who: show(parties, " – "),
    domain,
    when: since === null && until === null ? null : range(since, until),
    says: attribution === null ? null : (attribution.actor ?? `"${attribution.text}"`),
    words: claim,
  });
}

function show(participants: readonly Participant[], between: string): string {
  const names = participants.map(({ actor, sector, text }) =>
    actor === null ? `"${text}"` : sector === null ? actor : `${actor}/${sector}`,
  );
  return names.join(between) || "–";
}

function range(start: string | null, end: string | null): string {
  return start !== null && start === end ? start : `${start ?? "…"} to ${end ?? "…"}`;
}

function stated(fields: Readonly<Record<string, string | null | undefined>>): TellingLine {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => field[1] != null && field[1] !== ""),
  );
}
