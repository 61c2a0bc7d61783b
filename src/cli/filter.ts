import { z } from "zod";
import { counted } from "../brief/wording.ts";
import { complain } from "./complain.ts";
import { type Effects, INTERRUPTED } from "./effects.ts";
import { readJsonLines } from "./json-lines.ts";
import { sourcesOf } from "./sources.ts";

/** An id as a stream gives it; it is handed back as it came. */
export const GivenId = z.union([z.string(), z.number()]).nullish();

/** A line of text with its day: what `actors` and `dates` read. Further fields are let through and ignored. */
export const TextLine = z.looseObject({
  id: GivenId,
  text: z.string(),
  date: z.string().nullish(),
});
export type TextLine = z.infer<typeof TextLine>;

/**
 * Runs a JSONL stream through a function, a line out for every line in. Lines that cannot be read are reported with
 * their number, and the rest goes on: the exit code is then 1.
 */
export async function filterLines<Row>(
  paths: readonly string[],
  schema: z.ZodType<Row>,
  effects: Effects,
  transform: (row: Row) => unknown,
): Promise<number> {
  let bad = 0;
  let good = 0;
  for (const { name, bytes } of sourcesOf(paths, effects)) {
    for await (const read of readJsonLines(bytes, schema)) {
      if (effects.interruption.aborted) return INTERRUPTED;
      if (read.is === "problem") {
        bad += 1;
        await complain(effects.err, read.problem, `${name}, line ${read.line}`);
        continue;
      }
      good += 1;
      await effects.out.write(`${JSON.stringify(transform(read.row))}\n`);
    }
  }
  if (effects.interruption.aborted) return INTERRUPTED;
  if (bad === 0) return 0;
  await effects.err.write(
    `multivector: ${counted(bad, "line")} left out; ${counted(good, "line")} answered.\n`,
  );
  return 1;
}

/** The ISO day or month a line is dated, or null where it gives none or one less precise than a month. */
export function dateOfLine(date: string | null | undefined): string | null {
  const day = /^\d{4}-\d{2}(?:-\d{2}|$)/.exec(date ?? "")?.[0];
  return day === undefined || Number.isNaN(Date.parse(day)) ? null : day;
}
