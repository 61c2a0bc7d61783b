import { findActors, loadActorTables } from "../../actors/index.ts";
import { loadModel, parse } from "../../language/index.ts";
import type { Effects } from "../effects.ts";
import { dayOfLine, filterLines, TextLine } from "../filter.ts";

export interface ActorsOptions {
  /** TOML files with the user's own actors. */
  readonly actors?: readonly string[];
}

/** `multivector actors`: for each line of text, the actors meant in it. */
export async function actors(
  paths: readonly string[],
  options: ActorsOptions,
  effects: Effects,
): Promise<number> {
  const model = loadModel();
  const tables = loadActorTables({ extra: options.actors ?? [] });
  return filterLines(paths, TextLine, effects, ({ id, text, date }) => ({
    id: id ?? null,
    actors: findActors(parse(text, model), { text, published: dayOfLine(date) }, tables).map(
      ({ actor, sector, name, text: words, start, end, kind, role, why }) => ({
        actor,
        sector,
        name,
        text: words,
        start,
        end,
        kind,
        role,
        why,
      }),
    ),
  }));
}
