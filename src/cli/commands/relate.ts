import { z } from "zod";
import { loadCoder } from "../../coder.ts";
import { loadRelationModel, relate } from "../../events/index.ts";
import type { Effects } from "../effects.ts";
import { filterLines, GivenId } from "../filter.ts";
import type { ActorsOptions } from "./actors.ts";

const PairLine = z.looseObject({
  id: GivenId,
  text: z.string(),
  source_text: z.string(),
  target_text: z.string(),
});

/** `multivector relate`: for each line, what its text says the source does to the target. */
export async function relatePairs(
  paths: readonly string[],
  options: ActorsOptions,
  effects: Effects,
): Promise<number> {
  const coder = loadCoder({ actors: options.actors ?? [] });
  const relationModel = loadRelationModel();
  return filterLines(paths, PairLine, effects, ({ id, text, source_text: source, target_text: target }) => ({
    id: id ?? null,
    ...(relate(text, source, target, coder, relationModel) ?? {
      type: null,
      modality: null,
      confidence: 0,
      rule: "the text has no sentence",
    }),
  }));
}
