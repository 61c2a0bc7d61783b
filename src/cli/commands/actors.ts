import { z } from "zod";
import { actorsOfLine, loadActorTables } from "../../actors/index.ts";
import { loadModel } from "../../language/index.ts";
import type { Effects } from "../effects.ts";
import { dateOfLine, filterLines, TextLine } from "../filter.ts";

export interface ActorsOptions {
  /** TOML files with the user's own actors. */
  readonly actors?: readonly string[];
}

const ActorsLine = TextLine.extend({ context: z.string().nullish(), outlet: z.string().nullish() });

/** `multivector actors`: for each line of text, the actors meant in it. */
export async function actors(
  paths: readonly string[],
  options: ActorsOptions,
  effects: Effects,
): Promise<number> {
  const model = loadModel();
  const tables = loadActorTables({ extra: options.actors ?? [] });
  return filterLines(paths, ActorsLine, effects, ({ id, text, date, context, outlet }) => ({
    ...actorsOfLine(
      { id: null, text, date: dateOfLine(date), context: context ?? "", outlet: outlet ?? null },
      tables,
      model,
    ),
    id: id ?? null,
  }));
}
