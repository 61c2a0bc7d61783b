import type {
  AlternativeSensitivity,
  BalanceQuestion,
  ClaimCheck,
  Commitment,
  Shift,
  Value,
} from "../measures/index.ts";
import type { Domain, Modality } from "../vocabulary/index.ts";
import type { Entry } from "./entries.ts";
import type { CitedDocument, Stamp } from "./input.ts";
import type { CitedNumber } from "./numbers.ts";
import type { Statement } from "./statement.ts";

/** A state between powers, written out: plain values that any renderer can set. No field depends on a clock. */
export interface Brief {
  readonly title: string;
  readonly question: BalanceQuestion;
  readonly state: string;
  readonly stateName: string;
  readonly powers: readonly Power[];
  /** The period in words, such as "January 2016 to August 2024". */
  readonly period: string;
  /** First and last day that the figures draw; null where there is nothing to draw. */
  readonly span: readonly [string, string] | null;
  readonly stamp: Stamp;
  readonly ledgerHash: string;
  readonly counts: Counts;
  /** The answer in two or three sentences. */
  readonly summary: readonly Statement[];
  readonly standings: readonly Standing[];
  /** What holds across domains, such as a lean in one that another does not share. */
  readonly comparisons: readonly Statement[];
  readonly series: readonly Series[];
  readonly changes: readonly Change[];
  readonly commitments: readonly CommitmentNote[];
  readonly notEstablished: readonly NotEstablished[];
  readonly conflicts: readonly Statement[];
  readonly unknowns: readonly Unknown[];
  readonly openData: OpenData;
  /** Which power would come first in one number, and how far that hangs on its weights. */
  readonly composites: readonly CompositeNote[];
  /** Claims of the texts with what open data say of them. */
  readonly checkedClaims: readonly CheckedClaim[];
  readonly chronology: readonly Entry[];
  readonly numbers: readonly CitedNumber[];
  readonly documents: readonly NumberedDocument[];
}

export interface Power {
  readonly actor: string;
  readonly name: string;
}

export interface Counts {
  readonly documents: number;
  readonly outlets: number;
  readonly undatedDocuments: number;
  /** Events and ties of the state, and the stories that the measures count. */
  readonly events: number;
  readonly stories: number;
  readonly ties: number;
}

/** What the interval allows to say about a domain. */
export type Verdict = "leans" | "balanced" | "unclear" | "too little" | "no evidence";

/** Where the state stands in one domain. */
export interface Standing {
  readonly domain: Domain;
  readonly verdict: Verdict;
  /** The power it leans to, where it leans. */
  readonly toward: string | null;
  readonly headline: Statement;
  readonly details: readonly Statement[];
  /** Tilts of every pair of powers, the first two powers first. */
  readonly tilts: readonly NumberedValue[];
  readonly evenness: NumberedValue;
  readonly tiesTilt: NumberedValue;
  readonly levels: readonly PowerLevels[];
}

export interface PowerLevels {
  readonly power: Power;
  readonly cooperation: NumberedValue;
  readonly conflict: NumberedValue;
  readonly ties: NumberedValue;
}

/** A measured value with the id of its row among the brief's numbers. */
export interface NumberedValue {
  readonly value: Value;
  readonly number: string;
}

/** The tilt of one domain year by year; years without evidence keep a null value. */
export interface Series {
  readonly domain: Domain;
  readonly points: readonly NumberedValue[];
  /** Years in which the level changed. */
  readonly shifts: readonly string[];
}

/** Something that changed, with the entries that explain it. */
export interface Change {
  readonly is: "shift" | "no shift" | "tie";
  readonly domain: Domain;
  readonly when: string;
  readonly statement: Statement;
  readonly because: readonly Statement[];
}

export interface CommitmentNote {
  readonly kind: Commitment["kind"];
  readonly title: string;
  readonly kept: Commitment["kept"];
  /** "The obligation was not honoured"; null where nothing is owed that an event could show. */
  readonly verdict: string | null;
  /** The entries of its ties and of the events that speak to it. */
  readonly entries: readonly number[];
  readonly statements: readonly Statement[];
}

/** Records of one modality that the measures leave out. */
export interface NotEstablished {
  readonly modality: Modality;
  readonly title: string;
  readonly explanation: string;
  readonly items: readonly { readonly entries: readonly number[]; readonly statement: Statement }[];
}

export interface Unknown {
  readonly about: "documents" | "dates" | "evidence" | "sources" | "actors" | "coding" | "open data";
  readonly statement: Statement;
}

/** Open data beside the events: measures computed from it, and one row per series as imported. */
export interface OpenData {
  readonly measured: readonly MeasuredRow[];
  /** Measures without a value, which is not zero. */
  readonly missing: readonly MissingMeasure[];
  readonly sources: readonly SourceNote[];
  /** Which way the measures of each domain lean, which of them disagree, and how far they reach. */
  readonly leanings: readonly Statement[];
  /** When the lean of a measure changed, within the period. */
  readonly shifts: readonly Statement[];
  readonly rows: readonly OpenDataRow[];
  readonly disagreements: readonly Statement[];
}

export interface OpenDataRow {
  readonly series: string;
  /** Null for a series that no known set has. */
  readonly domain: Domain | null;
  readonly meaning: string | null;
  readonly unit: string;
  readonly cells: readonly (OpenDataCell | null)[];
  /** Tilt between the first two powers where both have a non-negative value for the same period. */
  readonly tilt: number | null;
  readonly tiltPeriod: string | null;
  readonly source: string;
}

export interface OpenDataCell {
  readonly value: number;
  readonly period: string;
  readonly first: { readonly value: number; readonly period: string } | null;
  readonly row: string;
}

/** A measure of the state with each power in its newest year. */
export interface MeasuredRow {
  readonly measure: string;
  readonly label: string;
  readonly domain: Domain;
  readonly definition: string;
  readonly cells: readonly (MeasuredCell | null)[];
  /** Between the first two powers in their newest common year; null for scales without a true zero. */
  readonly tilt: number | null;
  /** Which of the first two powers it has nearer in that year; null where the interval of the difference holds zero. */
  readonly toward: string | null;
  readonly comparedIn: string | null;
  /** Interval of the first power's value less the second's in that year; null where none can be defended. */
  readonly difference: readonly [number, number] | null;
  /** How its intervals are had, or why it has none. */
  readonly sure: string;
  /** Years in which the lean to the first power over the second changed: its tilt, or the difference of the two. */
  readonly shifts: readonly Shift[];
  /** The set and its release, as in "cow-trade 4.0". */
  readonly release: string;
}

export interface MeasuredCell {
  readonly value: number;
  /** How sure the value is, as the row says in `sure`. */
  readonly interval: readonly [number, number] | null;
  readonly period: string;
  /** How many votes, states, deals or cells are behind the value. */
  readonly n: number;
  readonly first: { readonly value: number; readonly period: string } | null;
}

export interface MissingMeasure {
  readonly domain: Domain;
  readonly label: string;
  /** True where data of the kind are imported, but none for the state and these powers. */
  readonly imported: boolean;
  readonly sets: readonly string[];
}

/** Where measures come from, on what terms, and what they cover. */
export interface SourceNote {
  readonly release: string;
  readonly title: string;
  readonly licence: string | null;
  readonly cite: string | null;
  readonly coverage: string | null;
}

/** Several parts put into one number per power: the mean of its shares in them. */
export interface CompositeNote {
  readonly of: string;
  readonly components: readonly string[];
  /** By power, in their order: under equal weights, and under a thousand random weightings. */
  readonly alternatives: readonly AlternativeSensitivity[];
  readonly statement: Statement;
}

/** A claim of a text with what open data say of it. */
export interface CheckedClaim {
  readonly claim: string;
  readonly sentence: string | null;
  readonly entries: readonly number[];
  readonly answer: ClaimCheck["answer"];
  readonly because: string;
  /** The answer for the last time that the data cover, where the claim is about a later one. */
  readonly before: string | null;
  readonly caveats: readonly string[];
  /** The cells that decide, the first of them. */
  readonly rows: readonly string[];
  readonly moreRows: number;
}

export interface NumberedDocument extends CitedDocument {
  readonly number: number;
  readonly entries: readonly number[];
}
