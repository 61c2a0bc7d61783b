import { z } from "zod";
import { readTable } from "./data.ts";
import { EVENT_TYPES, type EventType } from "./plover.ts";

const Codebook = z.strictObject({
  types: z.record(
    z.enum(EVENT_TYPES),
    z.strictObject({
      score: z.number().min(-10).max(10),
      quad: z.enum(["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]),
      planned: z.enum(EVENT_TYPES).optional(),
      gist: z.string(),
      modes: z.record(z.string(), z.number().min(-10).max(10)).optional(),
    }),
  ),
});

/** PLOVER's types with quad class, intensity, meaning and the type of the act while it is only planned. */
export const CODEBOOK = readTable("data/plover.toml", Codebook).types;

/** PLOVER's intensity for a type and mode, from -10 (most hostile) to 10 (most cooperative). */
export function intensity(type: EventType, mode: string | null): number {
  const { score, modes } = CODEBOOK[type];
  return mode === null ? score : (modes?.[mode] ?? score);
}

/** The type under which PLOVER codes an act that has not been done yet: a planned visit is AGREE. */
export function plannedType(type: EventType): EventType {
  return CODEBOOK[type].planned ?? type;
}
