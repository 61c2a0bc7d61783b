import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { z } from "zod";
import {
  CONTEXTS,
  DOMAINS,
  EVENT_TYPES,
  MODALITIES,
  TIE_KINDS,
  type TieKind,
} from "../../src/vocabulary/index.ts";

/** One value, or several any of which a careful reader could defend. */
const anyOf = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([schema.transform((value) => [value]), z.array(schema).min(1)]);

const ExpectedEvent = z.strictObject({
  type: anyOf(z.enum(EVENT_TYPES)),
  act: anyOf(z.enum(EVENT_TYPES)).optional(),
  mode: z.string().optional(),
  sources: z.array(z.string()).optional(),
  targets: z.array(z.string()).optional(),
  /** Of a joint act: all who take part, on whichever side. */
  parties: z.array(z.string()).optional(),
  modality: anyOf(z.enum(MODALITIES)).optional(),
  /** The speaker's code, `unnamed` for hearsay that names none, `none` where the text itself vouches. */
  attribution: anyOf(z.string()).optional(),
  start: z.string().optional(),
  end: z.string().optional(),
  precision: z.string().optional(),
  /** False where the words give no date. */
  dated: z.boolean().optional(),
  anchor: z.string().optional(),
  place: z.string().optional(),
  contexts: z.array(z.enum(CONTEXTS)).optional(),
  domains: z.array(z.enum(DOMAINS)).optional(),
  quantity: z.number().optional(),
});

const ExpectedTie = z.strictObject({
  kind: anyOf(z.enum(Object.keys(TIE_KINDS) as [TieKind, ...TieKind[]])),
  /** The party that depends, belongs or is bound, first. */
  parties: z.array(z.string()).optional(),
  /** Parties that must be among those of the relation, where a third may stand beside them. */
  among: z.array(z.string()).optional(),
  ordered: z.boolean().default(false),
  since: z.string().optional(),
  until: z.string().optional(),
  level: z.string().optional(),
  modality: anyOf(z.enum(MODALITIES)).optional(),
  attribution: anyOf(z.string()).optional(),
  quantity: z.number().optional(),
});

const Probe = z.strictObject({
  text: z.string(),
  date: z.iso.date().optional(),
  /** The row of the system's description that the sentence is a case of. */
  row: z.string().optional(),
  events: z.array(ExpectedEvent).default([]),
  ties: z.array(ExpectedTie).default([]),
  /** Records that must not come out. */
  absent: z.array(ExpectedEvent.partial()).default([]),
  absentTies: z.array(ExpectedTie.partial()).default([]),
  /** True where nothing codable is said: neither events nor ties. */
  none: z.boolean().default(false),
});
/** A sentence of our own with what a careful reader codes in it. */
export type Probe = z.infer<typeof Probe>;

const Probes = z.strictObject({ probe: z.array(Probe) });

/** The classes of probes, one file each. */
export const PROBE_CLASSES = [
  "negation",
  "modality",
  "attribution",
  "date",
  "nominal",
  "syntax",
  "actor",
  "tie",
  "seed-rows",
] as const;
export type ProbeClass = (typeof PROBE_CLASSES)[number];

/** The probes of a class that stand in a folder: those of this one, unless another is given. */
export function readProbes(name: ProbeClass, folder: URL | string = import.meta.url): readonly Probe[] {
  return Probes.parse(parse(readFileSync(new URL(`${name}.toml`, folder), "utf8"))).probe;
}
