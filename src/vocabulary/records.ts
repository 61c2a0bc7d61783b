import { z } from "zod";
import { DOMAINS } from "./domain.ts";
import { MODALITIES } from "./modality.ts";
import { CONTEXTS, EVENT_TYPES } from "./plover.ts";
import { SECTORS } from "./sector.ts";
import { TIE_KINDS, type TieKind } from "./tie-kind.ts";

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "an ISO day, YYYY-MM-DD");
/** When a document came out: its day, or its month where no more is known. */
const publication = z
  .string()
  .regex(/^\d{4}-\d{2}(?:-\d{2})?$/, "an ISO day or month, YYYY-MM-DD or YYYY-MM");
const offset = z.int().min(0);

/** A half-open range of UTF-16 indices into the document's normalised text, with the words themselves. */
export const Span = z.strictObject({ text: z.string(), start: offset, end: offset }).readonly();
export type Span = z.infer<typeof Span>;

/** A text as it was read: normalised once, hashed, and never changed. `id` is `d_` and the SHA-256 of `text`. */
export const Document = z
  .strictObject({
    id: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    author: z.string().nullable(),
    url: z.string().nullable(),
    published: publication.nullable(),
    language: z.string(),
    text: z.string(),
  })
  .readonly();
export type Document = z.infer<typeof Document>;

/**
 * Someone taking part in an event. `actor` is an ISO 3166-1 alpha-3 code, an organisation's abbreviation,
 * or null where the text names someone who could not be resolved.
 */
export const Participant = z
  .strictObject({
    actor: z.string().nullable(),
    sector: z.enum(SECTORS).nullable(),
    name: z.string(),
    text: z.string(),
    start: offset,
    end: offset,
  })
  .readonly();
export type Participant = z.infer<typeof Participant>;

/** When something happened, as widely as the words leave it open. A null end is an open end. */
export const EventDate = z
  .strictObject({
    start: isoDay.nullable(),
    end: isoDay.nullable(),
    precision: z.enum(["day", "week", "month", "quarter", "year", "range"]),
    text: z.string().nullable(),
    basis: z.enum(["text", "context", "publication"]),
  })
  .readonly();
export type EventDate = z.infer<typeof EventDate>;

/** Where something happened; `state` is an ISO 3166-1 alpha-3 code. */
export const Place = z
  .strictObject({ name: z.string(), state: z.string().nullable(), start: offset, end: offset })
  .readonly();
export type Place = z.infer<typeof Place>;

/** A number the text gives: money, a count, a share, a rank. */
export const Quantity = z
  .strictObject({
    kind: z.enum(["money", "count", "share", "rank"]),
    number: z.number(),
    unit: z.string().nullable(),
    of: z.string().nullable(),
    qualifier: z.enum(["at least", "at most", "about", "exactly", "more than", "less than"]).nullable(),
    text: z.string(),
    start: offset,
    end: offset,
  })
  .readonly();
export type Quantity = z.infer<typeof Quantity>;

/** Who vouches for it: a resolved speaker, or null where the words name no one ("reportedly"). */
export const Attribution = z
  .strictObject({
    actor: z.string().nullable(),
    name: z.string().nullable(),
    text: z.string(),
    start: offset,
    end: offset,
    party: z.boolean(),
  })
  .readonly();
export type Attribution = z.infer<typeof Attribution>;

/** The sentence and, within it, the shortest words that name the act. */
export const Evidence = z
  .strictObject({ sentence: z.string(), start: offset, end: offset, anchor: Span })
  .readonly();
export type Evidence = z.infer<typeof Evidence>;

/** A coded political event: who did what to whom, when, how certain, says who. */
export const Event = z
  .strictObject({
    id: z.string(),
    document: z.string(),
    type: z.enum(EVENT_TYPES),
    mode: z.string().nullable(),
    contexts: z.array(z.enum(CONTEXTS)).readonly(),
    domain: z.enum(DOMAINS),
    domains: z.array(z.enum(DOMAINS)).min(1).readonly(),
    act: z.enum(EVENT_TYPES).nullable(),
    symmetric: z.boolean(),
    sources: z.array(Participant).readonly(),
    targets: z.array(Participant).readonly(),
    date: EventDate.nullable(),
    place: Place.nullable(),
    modality: z.enum(MODALITIES),
    attribution: Attribution.nullable(),
    quantities: z.array(Quantity).readonly(),
    evidence: Evidence,
    score: z.number().min(-10).max(10),
    confidence: z.number().min(0).max(1),
    rule: z.string(),
  })
  .readonly();
export type Event = z.infer<typeof Event>;

/** A standing relation. The first party is the one that depends, belongs or is bound. */
export const Tie = z
  .strictObject({
    id: z.string(),
    document: z.string().nullable(),
    kind: z.enum(Object.keys(TIE_KINDS) as [TieKind, ...TieKind[]]),
    parties: z.array(Participant).min(1).readonly(),
    domain: z.enum(DOMAINS),
    since: z.string().nullable(),
    until: z.string().nullable(),
    level: z.string().nullable(),
    claim: z.string(),
    modality: z.enum(MODALITIES),
    attribution: Attribution.nullable(),
    quantities: z.array(Quantity).readonly(),
    evidence: Evidence.nullable(),
    confidence: z.number().min(0).max(1),
    rule: z.string(),
  })
  .readonly();
export type Tie = z.infer<typeof Tie>;

/** One cell of an open data set. A missing cell has no observation; it is never a zero. */
export const Observation = z
  .strictObject({
    series: z.string(),
    state: z.string(),
    partner: z.string().nullable(),
    period: z.string(),
    value: z.number(),
    unit: z.string(),
    source: z.string(),
    version: z.string(),
    row: z.string(),
  })
  .readonly();
export type Observation = z.infer<typeof Observation>;

/** An analyst's change to a record; append-only, replayed over the coded records. */
export const Correction = z
  .strictObject({
    id: z.string(),
    at: z.iso.datetime(),
    by: z.string(),
    on: z.string(),
    change: z.enum(["accept", "reject", "edit", "add"]),
    before: z.json().nullable(),
    after: z.json().nullable(),
    reason: z.string().nullable(),
  })
  .readonly();
export type Correction = z.infer<typeof Correction>;

/** Every published record by the name `multivector schema` takes. */
export const RECORDS = {
  document: Document,
  event: Event,
  tie: Tie,
  observation: Observation,
  correction: Correction,
} as const;
export type RecordName = keyof typeof RECORDS;
