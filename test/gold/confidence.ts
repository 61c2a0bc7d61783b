import {
  CONFIDENCE_FEATURES,
  type ConfidenceFeatures,
  type ConfidenceWeights,
  confidenceFeatures,
  confidenceOf,
} from "../../src/events/confidence.ts";
import { explainDocument } from "../../src/events/index.ts";
import type { Event } from "../../src/vocabulary/index.ts";
import { fitLogistic } from "../../training/logistic-regression.ts";
import { goldArticles, isAccepted, pairedWithGold } from "./articles.ts";
import { shippedCoder } from "./coder.ts";
import { bareDocument, type Figures, goldRows } from "./material.ts";
import { type GsrRow, isInGsr } from "./sentences.ts";

/** An event with its features, and whether the gold accepts it. */
export interface JudgedEvent {
  readonly features: ConfidenceFeatures;
  readonly accepted: boolean;
  /** All events of a document fall into one fold. */
  readonly document: number;
}

const FOLDS = 5;
const BINS = 5;

/** How well the confidence of an event foretells that a careful coder accepts it, on folds the weights have not seen. */
export function confidenceFigures(show?: (line: string) => void): Figures {
  const rows = judgedEvents();
  const foretold = rows.map(({ features, document }) =>
    confidenceOf(features, weightsWithout(rows, document % FOLDS)),
  );
  const share = rows.filter(({ accepted }) => accepted).length / rows.length;
  const mean = (of: (row: JudgedEvent, at: number) => number): number =>
    rows.reduce((sum, row, at) => sum + of(row, at), 0) / rows.length;
  const ranked = foretold
    .map((p, at) => ({ p, accepted: rows[at]?.accepted ?? false }))
    .sort((a, b) => a.p - b.p);
  let error = 0;
  console.log("confidence: from–to, events, mean foretold, share accepted");
  for (let bin = 0; bin < BINS; bin++) {
    const part = ranked.slice(
      Math.floor((bin * ranked.length) / BINS),
      Math.floor(((bin + 1) * ranked.length) / BINS),
    );
    const predicted = part.reduce((sum, { p }) => sum + p, 0) / part.length;
    const observed = part.filter(({ accepted }) => accepted).length / part.length;
    error += (part.length / ranked.length) * Math.abs(predicted - observed);
    console.log(
      `  ${part[0]?.p.toFixed(2)}–${part.at(-1)?.p.toFixed(2)}  ${part.length}  ${predicted.toFixed(3)}  ${observed.toFixed(3)}`,
    );
  }
  show?.(JSON.stringify(fitConfidence(rows)));
  return {
    "confidence calibration error, cross-validated": error,
    "confidence Brier score, cross-validated": mean(
      ({ accepted }, at) => ((foretold[at] ?? 0) - (accepted ? 1 : 0)) ** 2,
    ),
    "confidence Brier score of the plain share (for comparison)": share * (1 - share),
  };
}

const byFold = new Map<number, ConfidenceWeights>();

function weightsWithout(rows: readonly JudgedEvent[], fold: number): ConfidenceWeights {
  const known = byFold.get(fold);
  if (known) return known;
  const fitted = fitConfidence(rows.filter(({ document }) => document % FOLDS !== fold));
  byFold.set(fold, fitted);
  return fitted;
}

/** Every event coded in the article and sentence sets, judged by their gold. */
export function judgedEvents(): readonly JudgedEvent[] {
  const inArticles = goldArticles().flatMap((article, document) => {
    const coded = featured(article.id, article.text, article.date, article.outlet);
    const { pairs, extra } = pairedWithGold(article, [...coded.keys()]);
    return [
      ...pairs.map(({ event, row }) => ({ event, accepted: isAccepted(event, row) })),
      ...extra.map((event) => ({ event, accepted: false })),
    ].flatMap(({ event, accepted }) => {
      const features = coded.get(event);
      return features ? [{ features, accepted, document }] : [];
    });
  });
  const inSentences = goldRows<GsrRow>("gold/plover_gsr_cameo.jsonl").flatMap((row, document) =>
    [...featured(row.id, row.text, null)].map(([event, features]) => ({
      features,
      accepted: isInGsr(event, row),
      document,
    })),
  );
  return [...inArticles, ...inSentences];
}

function featured(
  id: string,
  text: string,
  published: string | null,
  outlet: string | null = null,
): Map<Event, ConfidenceFeatures> {
  const found = new Map<Event, ConfidenceFeatures>();
  for (const { tree, coded } of explainDocument(bareDocument(id, text, published, outlet), shippedCoder()))
    for (const { event, match } of coded.acts)
      found.set(event, confidenceFeatures(match, [...event.sources, ...event.targets], event.modality, tree));
  return found;
}

/** Pulls every weight but the intercept to zero. */
const PENALTY = 2;

export function fitConfidence(rows: readonly JudgedEvent[]): ConfidenceWeights {
  const { intercept, weights } = fitLogistic(
    rows.map(({ features, accepted }) => ({ features, share: accepted ? 1 : 0, weight: 1 })),
    PENALTY,
  );
  const fitted = Object.fromEntries(CONFIDENCE_FEATURES.map((name) => [name, weights[name] ?? 0]));
  return { ...(fitted as ConfidenceFeatures), intercept };
}
