import type { Reading } from "./discourse.ts";
import type { ActorMention } from "./mention.ts";
import { nominal } from "./nominals.ts";
import { pronoun } from "./pronouns.ts";

/** Mentions by pronoun and by nominal in one sentence, resolved to what was mentioned before them. */
export function resolveReferences(reading: Reading, named: readonly ActorMention[]): ActorMention[] {
  const found: ActorMention[] = [];
  reading.sentence.tokens.forEach(({ start, end }, at) => {
    if (named.some((row) => row.start <= start && row.end >= end)) return;
    const here = [...named, ...found].sort((a, b) => a.start - b.start);
    found.push(...pronoun(at, here, reading), ...nominal(at, here, reading));
  });
  return found;
}
