import type { StoredEvent, StoredTie } from "../../ledger/index.ts";
import type { Attribution, Event, Participant, Quantity, Tie } from "../../vocabulary/index.ts";
import type { Cell } from "./csv.ts";

/** The columns in which events and ties stand together in one table; several values in a cell are parted by "; ". */
export const RECORD_COLUMNS = [
  "record",
  "id",
  "document",
  "type",
  "mode",
  "domain",
  "contexts",
  "act",
  "sources",
  "targets",
  "symmetric",
  "start",
  "end",
  "precision",
  "basis",
  "place",
  "modality",
  "attributed_to",
  "score",
  "confidence",
  "quantities",
  "words",
  "words_start",
  "words_end",
  "sentence",
  "rule",
] as const;

/** What the ledger knows of a record besides; these columns stand after the others. */
export const STANDING_COLUMNS = ["story", "status", "coder", "word_lists"] as const;

/** Events and ties of a ledger as rows of `RECORD_COLUMNS` and `STANDING_COLUMNS`. */
export function storedRows(events: readonly StoredEvent[], ties: readonly StoredTie[]): Cell[][] {
  return [
    ...events.map(({ event, story, status, stamp }) => [
      ...eventRow(event),
      story,
      status,
      stamp.coder,
      stamp.lexicon,
    ]),
    ...ties.map(({ tie, status, stamp }) => [...tieRow(tie), null, status, stamp.coder, stamp.lexicon]),
  ];
}

/** An event as a row. */
export function eventRow(event: Event): Cell[] {
  const { evidence, date } = event;
  return [
    "event",
    event.id,
    event.document,
    event.type,
    event.mode,
    event.domains.join("; "),
    event.contexts.join("; "),
    event.act,
    parties(event.sources),
    parties(event.targets),
    event.symmetric,
    date?.start ?? null,
    date?.end ?? null,
    date?.precision ?? null,
    date?.basis ?? null,
    event.place?.name ?? null,
    event.modality,
    speaker(event.attribution),
    event.score,
    event.confidence,
    quantities(event.quantities),
    evidence.anchor.text,
    evidence.anchor.start,
    evidence.anchor.end,
    evidence.sentence,
    event.rule,
  ];
}

/** A tie as a row: its kind as type, its level as mode, the bound party as source and the others as targets. */
export function tieRow(tie: Tie): Cell[] {
  const [first, ...others] = tie.parties;
  return [
    "tie",
    tie.id,
    tie.document,
    tie.kind,
    tie.level,
    tie.domain,
    null,
    null,
    parties(first === undefined ? [] : [first]),
    parties(others),
    null,
    tie.since,
    tie.until,
    null,
    null,
    null,
    tie.modality,
    speaker(tie.attribution),
    null,
    tie.confidence,
    quantities(tie.quantities),
    tie.evidence?.anchor.text ?? null,
    tie.evidence?.anchor.start ?? null,
    tie.evidence?.anchor.end ?? null,
    tie.evidence?.sentence ?? tie.claim,
    tie.rule,
  ];
}

function parties(all: readonly Participant[]): string {
  return all
    .map(({ actor, sector, name }) => `${actor ?? `(${name})`}${sector === null ? "" : `/${sector}`}`)
    .join("; ");
}

function speaker(attribution: Attribution | null): string | null {
  return attribution === null ? null : (attribution.name ?? attribution.text);
}

function quantities(all: readonly Quantity[]): string | null {
  return all.length === 0 ? null : all.map(({ text }) => text).join("; ");
}
