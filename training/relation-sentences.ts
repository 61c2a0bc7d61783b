import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";
import type { Coder } from "../src/events/index.ts";
import { pairIn } from "../src/events/relation/relate.ts";
import type { Labelled } from "./relation-classifier.ts";

/** What one party does to another in a sentence, before it is read. */
export interface RelationSentence {
  readonly text: string;
  readonly source: string;
  readonly target: string;
  /** A PLOVER type; CONCEDE and RETREAT are one class, YIELD. */
  readonly label: string;
  /** Near-identical sentences share a cluster, so that they are never on both sides of a split. */
  readonly cluster: string;
}

/** The classes of the model: PLOVER's types with CONCEDE and RETREAT as YIELD. */
export const CLASSES = [
  "ACCUSE",
  "AGREE",
  "AID",
  "ASSAULT",
  "COERCE",
  "CONSULT",
  "COOPERATE",
  "MOBILIZE",
  "PROTEST",
  "REJECT",
  "REQUEST",
  "SANCTION",
  "SUPPORT",
  "THREATEN",
  "YIELD",
] as const;

const Own = z.strictObject({
  type: z.string(),
  sentence: z.array(z.tuple([z.string(), z.string(), z.string()])),
});
/** Our sentences are written to the codebook; beside them the gold sets' own conventions keep the upper hand. */
const OWN_WEIGHT = 0.2;
const OWN = join(import.meta.dirname, "relations");

/** Sentences of our own, in `training/relations`: one file a type, each row a sentence, its source and its target. */
export function ownSentences(): RelationSentence[] {
  if (!existsSync(OWN)) return [];
  return readdirSync(OWN)
    .filter((file) => file.endsWith(".toml"))
    .sort()
    .flatMap((file) => {
      const { type, sentence } = Own.parse(parse(readFileSync(join(OWN, file), "utf8")));
      return sentence.map(([text, source, target]) => {
        if (!text.includes(source) || !text.includes(target))
          throw new Error(
            `${file}: "${text}" does not hold "${source}" and "${target}" as they are written.`,
          );
        return { text, source, target, label: classOf(type), cluster: text };
      });
    });
}

interface GoldActor {
  readonly actorText?: string;
}
interface GoldRow {
  readonly text: string;
  readonly cluster: string;
  readonly events: readonly {
    readonly source_text?: string;
    readonly target_text?: string;
    readonly source?: readonly GoldActor[];
    readonly target?: readonly GoldActor[];
    readonly plover_type: string;
  }[];
}

/** Labelled pairs of a gold set beside the checkout. */
export function goldSentences(shared: string, file: string): RelationSentence[] {
  return readFileSync(join(shared, "gold", file), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as GoldRow)
    .flatMap(({ text, cluster, events }) =>
      events.map((event) => ({
        text,
        source: event.source_text ?? event.source?.[0]?.actorText ?? "",
        target: event.target_text ?? (event.target?.[0] ?? event.source?.[1])?.actorText ?? "",
        label: classOf(event.plover_type),
        cluster,
      })),
    );
}

export function classOf(type: string): string {
  return type === "CONCEDE" || type === "RETREAT" ? "YIELD" : type;
}

/** Reads a sentence into what the model sees of it; null where it holds no words. */
export function labelled({ text, source, target, label }: RelationSentence, coder: Coder): Labelled | null {
  const pair = pairIn(text, source, target, coder);
  return pair === null ? null : { features: pair.features, label, weight: 1 };
}

/**
 * All rows to learn from. We wrote about as many sentences of each class; they are weighed to the shares of the classes
 * in the gold sets, or else the model would expect the rare ones too often.
 */
export function weighed(gold: readonly Labelled[], own: readonly Labelled[]): Labelled[] {
  if (gold.length === 0) return [...own];
  const share = (rows: readonly Labelled[], of: string): number =>
    rows.filter(({ label }) => label === of).length / rows.length;
  const weights = new Map<string, number>(
    CLASSES.map((label) => [label, (OWN_WEIGHT * share(gold, label)) / (share(own, label) || 1)]),
  );
  return [...gold, ...own.map((row) => ({ ...row, weight: weights.get(row.label) ?? 0 }))];
}
