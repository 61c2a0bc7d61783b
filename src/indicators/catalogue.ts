import { readdirSync } from "node:fs";
import { z } from "zod";
import { DOMAINS, packageFile, readTable } from "../vocabulary/index.ts";

const Series = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9_]+$/),
    unit: z.string(),
    domain: z.enum(DOMAINS),
    meaning: z.string(),
    /** The file has a pair once, and its value holds both ways. */
    symmetric: z.boolean().default(false),
  })
  .readonly();
export type Series = z.infer<typeof Series>;

const CatalogueFile = z
  .strictObject({
    name: z.string().regex(/^[a-z-]+$/),
    title: z.string(),
    gist: z.string(),
    publisher: z.string(),
    where: z.string(),
    licence: z.string(),
    may_redistribute: z.boolean(),
    cite: z.string(),
    coverage: z.string(),
    version_in_name: z.string(),
    version_of_layout: z.record(z.string(), z.string()).default({}),
    series: z.array(Series).default([]),
  })
  .readonly();
/** What a set is, where people get it, on what terms, and which series its files give. */
export type CatalogueEntry = z.infer<typeof CatalogueFile>;

const FOLDER = "data/indicators/sets/";
let entries: readonly CatalogueEntry[] | null = null;

/** Every set that can be imported, by name. Read on first use. */
export function catalogue(): readonly CatalogueEntry[] {
  entries ??= readdirSync(packageFile(FOLDER))
    .filter((file) => file.endsWith(".toml"))
    .sort()
    .map((file) => readTable(`${FOLDER}${file}`, CatalogueFile));
  return entries;
}

/** A series with the set that it comes from; null where no set has it. */
export function seriesNamed(name: string): (Series & { readonly set: string }) | null {
  for (const { name: set, series } of catalogue()) {
    const found = series.find((one) => one.name === name);
    if (found !== undefined) return { ...found, set };
  }
  return null;
}
