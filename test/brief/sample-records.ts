import {
  type Context,
  domainsOf,
  type Event,
  type EventDate,
  type EventType,
  intensity,
  type Modality,
  type Participant,
  TIE_KINDS,
  type Tie,
  type TieKind,
} from "../../src/vocabulary/index.ts";

interface Said {
  readonly document?: string;
  readonly sentence?: string;
  readonly modality?: Modality;
  readonly confidence?: number;
  readonly speaker?: string;
}

export interface EventParts extends Said {
  readonly type?: EventType;
  readonly mode?: string;
  /** Codes separated by spaces; "?name" is someone who could not be resolved. */
  readonly from: string;
  readonly to?: string;
  readonly about?: readonly Context[];
  readonly on?: string | null;
  readonly until?: string;
}

/** An event of our own making. Without `to` it is something that all of `from` do together. */
export function sampleEvent(id: string, parts: EventParts): Event {
  const { type = "COOPERATE", mode = null, from, to, about = ["military"], on = "2020-01-01", until } = parts;
  const domains = domainsOf(about);
  return {
    id: `e_${id}`,
    type,
    mode,
    contexts: about,
    domain: domains[0]!,
    domains,
    act: null,
    symmetric: to === undefined,
    sources: people(from),
    targets: to === undefined ? [] : people(to),
    date: on === null ? null : dateOf(on, until),
    place: null,
    quantities: [],
    score: intensity(type, mode),
    rule: `${type.toLowerCase()}/sample`,
    ...saying(id, parts),
  };
}

export interface TieParts extends Said {
  readonly kind: TieKind;
  readonly parties: string;
  readonly since?: string;
  readonly until?: string;
  readonly level?: string;
  readonly claim?: string;
}

/** A tie of our own making. */
export function sampleTie(id: string, parts: TieParts): Tie {
  const { kind, parties, since = null, until = null, level = null, claim = kind } = parts;
  const { attribution, document, modality, evidence, confidence } = saying(id, parts);
  return {
    id: `t_${id}`,
    document,
    kind,
    parties: people(parties),
    domain: TIE_KINDS[kind],
    since,
    until,
    level,
    claim,
    modality,
    attribution,
    quantities: [],
    evidence,
    confidence,
    rule: `${kind}/sample`,
  };
}

function saying(
  id: string,
  {
    document = "d_one",
    sentence = `This is the sentence of ${id}.`,
    modality = "asserted",
    confidence = 0.9,
    speaker,
  }: Said,
): Pick<Event, "document" | "modality" | "evidence" | "confidence" | "attribution"> {
  const anchor = sentence.split(" ")[1] ?? sentence;
  const start = sentence.indexOf(anchor);
  return {
    document,
    modality,
    confidence,
    evidence: {
      sentence,
      start: 100,
      end: 100 + sentence.length,
      anchor: { text: anchor, start: 100 + start, end: 100 + start + anchor.length },
    },
    attribution:
      speaker === undefined
        ? null
        : { actor: null, name: speaker, text: speaker, start: 100, end: 100 + speaker.length, party: false },
  };
}

function people(codes: string): Participant[] {
  return codes.split(" ").map((code) => {
    const actor = code.startsWith("?") ? null : code;
    const name = code.replace("?", "");
    return { actor, sector: null, name, text: name, start: 100, end: 100 + name.length };
  });
}

function dateOf(on: string, until?: string): EventDate {
  const precision =
    until !== undefined ? "range" : on.length === 4 ? "year" : on.length === 7 ? "month" : "day";
  const [start, end] =
    precision === "year"
      ? [`${on}-01-01`, `${on}-12-31`]
      : precision === "month"
        ? [`${on}-01`, `${on}-28`]
        : [on, until ?? on];
  return { start, end, precision, text: on, basis: "text" };
}
