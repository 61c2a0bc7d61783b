import { z } from "zod";
import { EVENT_TYPES, MODALITIES } from "../../vocabulary/index.ts";

const type = z.enum(EVENT_TYPES);
const actors = z.array(z.string());

/** An annotated event: its sentence and words are substrings of the article's text. */
export const GoldEvent = z.looseObject({
  id: z.string(),
  sentence: z.string(),
  anchor: z.string(),
  type,
  /** Types that are right as well. */
  alt_types: z.array(type).nullish(),
  /** The type under which PLOVER codes the act while it is not done. */
  plover_strict: type.nullish(),
  sources: actors,
  targets: actors,
  symmetric: z.boolean().default(false),
  date: z.looseObject({ start: z.string().nullable(), end: z.string().nullable() }).nullable(),
  /** The date only bounds the act: it is right where it overlaps. */
  date_fuzzy: z.boolean().nullish(),
  modality: z.enum(MODALITIES),
  modality_also: z.union([z.string(), z.array(z.string())]).nullish(),
  /** False where a careful coder may leave it out: neither finding nor missing it is a mistake. */
  core: z.boolean().default(true),
});
export type GoldEvent = z.infer<typeof GoldEvent>;

/** An annotated standing relation. */
export const GoldRelation = z.looseObject({ sentence: z.string(), kind: z.string(), parties: actors });
export type GoldRelation = z.infer<typeof GoldRelation>;

/** An article with what a person found in it, one per line of a gold file. */
export const GoldArticle = z.looseObject({
  id: z.string(),
  /** Day of publication; a month where the day is not known. */
  date: z.string().nullish(),
  text: z.string(),
  events: z.array(GoldEvent),
  relations: z.array(GoldRelation).default([]),
});
export type GoldArticle = z.infer<typeof GoldArticle>;

/** The actor in a gold code, without its part: `BLR-GOV` is BLR, `IGO-SCO` is SCO; null for one the text does not name. */
export function actorIn(code: string): string | null {
  if (code.startsWith("---")) return null;
  return code.startsWith("IGO-") ? code.slice(4) : (code.split("-")[0] ?? null);
}
