import type { Attribution, Event, Tie } from "../vocabulary/index.ts";
import type { CitedDocument, RecordStatus } from "./input.ts";

/** One record's words: the sentence, where it stands, who says it, and how surely it was coded. */
export interface Report {
  readonly id: string;
  /** The document's id; null for a record that comes from a data set. */
  readonly document: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly sentence: string;
  /** The words that name the act, as a half-open range within `sentence`; null for a record without a sentence. */
  readonly anchor: readonly [number, number] | null;
  /** The sentence as a half-open range of the document's text. */
  readonly span: readonly [number, number] | null;
  /** Who says it, such as "Li Qiang" or "Russia"; the words of hearsay ("reportedly") where no one is named. */
  readonly speaker: string | null;
  readonly isHearsay: boolean;
  readonly confidence: number;
  readonly rule: string;
  readonly status: RecordStatus;
}

/** Documents by their id. */
export type Library = ReadonlyMap<string, CitedDocument>;

/** What a record's report is, with the outlet and date of the document that it stands in. */
export function reportOf(
  record: Event | Tie,
  status: RecordStatus,
  library: Library,
  names: (actor: string) => string,
): Report {
  const { id, document, attribution, evidence, confidence, rule } = record;
  const source = document === null ? undefined : library.get(document);
  return {
    id,
    document,
    title: source?.title ?? null,
    outlet: source?.outlet ?? null,
    published: source?.published ?? null,
    sentence: evidence?.sentence ?? ("claim" in record ? record.claim : ""),
    anchor:
      evidence === null
        ? null
        : [evidence.anchor.start - evidence.start, evidence.anchor.end - evidence.start],
    span: evidence === null ? null : [evidence.start, evidence.end],
    speaker: attribution === null ? null : speakerOf(attribution, names),
    isHearsay: attribution !== null && attribution.name === null && attribution.actor === null,
    confidence,
    rule,
    status,
  };
}

function speakerOf({ name, actor, text }: Attribution, names: (actor: string) => string): string {
  return name ?? (actor === null ? text : names(actor));
}

/** How many outlets the reports come from; documents that name none count as one. */
export function outletsOf(reports: readonly Report[]): number {
  return new Set(reports.filter(({ document }) => document !== null).map(({ outlet }) => outlet)).size;
}
