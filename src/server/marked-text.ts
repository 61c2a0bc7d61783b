import type { Event, Modality, Tie } from "../vocabulary/index.ts";

/** A record's words in a document. */
export interface Mark {
  readonly id: string;
  readonly modality: Modality;
  readonly start: number;
  readonly end: number;
}

/** A stretch of text with every record whose words it belongs to; none where it is plain. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

/** A stretch of text that is the evidence sentence of records, or that lies between such sentences. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly isEvidence: boolean;
  readonly segments: readonly Segment[];
}

/**
 * A text cut into passages and these into segments, so that every record's sentence and words can be shown and linked
 * to. Sentences and words may overlap; the pieces in order are the whole text, once.
 */
export function markedText(length: number, records: readonly (Event | Tie)[]): Passage[] {
  const evidence = records.flatMap(({ id, modality, evidence: own }) =>
    own === null ? [] : [{ id, modality, sentence: own, anchor: own.anchor }],
  );
  const sentences = joined(evidence.map(({ sentence: { start, end } }) => ({ start, end })));
  const marks = evidence
    .map(({ id, modality, anchor: { start, end } }): Mark => ({ id, modality, start, end }))
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  const passages: Passage[] = [];
  let at = 0;
  const push = (start: number, end: number, isEvidence: boolean): void => {
    if (end > start) passages.push({ start, end, isEvidence, segments: segmentsOf(start, end, marks) });
  };
  for (const { start, end } of sentences) {
    push(at, start, false);
    push(start, end, true);
    at = end;
  }
  push(at, length, false);
  return passages;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Ranges in order, those that overlap as one. */
function joined(ranges: readonly Range[]): Range[] {
  const whole: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last !== undefined && range.start < last.end)
      whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else whole.push(range);
  }
  return whole;
}

function segmentsOf(start: number, end: number, marks: readonly Mark[]): Segment[] {
  const here = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = [
    ...new Set(
      [start, end, ...here.flatMap((mark) => [mark.start, mark.end])].filter(
        (cut) => cut >= start && cut <= end,
      ),
    ),
  ].sort((a, b) => a - b);
  return cuts.slice(1).map((to, at) => {
    const from = cuts[at] ?? start;
    return { start: from, end: to, marks: here.filter((mark) => mark.start < to && mark.end > from) };
  });
}
