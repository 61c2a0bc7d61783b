import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import type { z } from "zod";

const ROOT = new URL("../../", import.meta.url);

/** The address of a file shipped with the package, such as `data/actors/states.toml`. */
export function packageFile(path: string): URL {
  return new URL(path, ROOT);
}

/** Reads and checks one of the package's own TOML tables. Throws with the path and the rows that do not fit. */
export function readTable<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(parse(readFileSync(packageFile(path), "utf8")));
  if (result.success) return result.data;
  const rows = result.error.issues.slice(0, 5).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`${path} does not fit its schema. ${rows.join("; ")}`);
}
