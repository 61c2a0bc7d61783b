import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** The folder of measuring material beside the checkout; null where there is none. */
export const SHARED: string | null = [join(import.meta.dirname, "../../../shared")].find(existsSync) ?? null;

/** Rows of a gold file, one JSON object per line, plain or gzipped. */
export function goldRows<Row>(path: string): Row[] {
  if (SHARED === null) throw new Error("There is no folder ../shared beside the checkout.");
  const bytes = readFileSync(join(SHARED, path));
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  if (path.endsWith(".json")) return [JSON.parse(text) as Row];
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Row);
}

/** Named figures, each a share between 0 and 1 unless its name says otherwise. */
export type Figures = Readonly<Record<string, number>>;

export interface Counts {
  found: number;
  predicted: number;
  gold: number;
}

/** Precision, recall and their harmonic mean from counts. */
export function f1({ found, predicted, gold }: Counts): number {
  return predicted + gold === 0 ? 0 : (2 * found) / (predicted + gold);
}

/** Adds to counts what one sentence's two sets share. */
export function addSets<Item>(counts: Counts, predicted: ReadonlySet<Item>, gold: ReadonlySet<Item>): void {
  counts.predicted += predicted.size;
  counts.gold += gold.size;
  for (const item of predicted) if (gold.has(item)) counts.found += 1;
}

export function noCounts(): Counts {
  return { found: 0, predicted: 0, gold: 0 };
}

/** A bare text as a document, with the outlet it came out in where the set tells it. */
export function bareDocument(
  id: string,
  text: string,
  published: string | null,
  outlet: string | null = null,
) {
  return { id, title: null, outlet, author: null, url: null, published, language: "en", text };
}
