import type { Reading } from "./discourse.ts";
import type { ActorMention } from "./mention.ts";
import { nominal } from "./nominals.ts";
import { pronoun } from "./pronouns.ts";

/** Mentions by pronoun and by nominal in one sentence, resolved to what was mentioned before them. */
export function resolveReferences(reading: Reading, named: readonly ActorMention[]): ActorMention[] {
  const found: ActorMention[] = [];
  let here = byStart(named);
  reading.sentence.tokens.forEach(({ start, end }, at) => {
    if (named.some((row) => row.start <= start && row.end >= end)) return;
    const more = [...pronoun(at, here, named, reading), ...nominal(at, here, reading)];
    if (more.length === 0) return;
    found.push(...more);
    here = byStart([...named, ...found]);
  });
  return found;
}

function byStart(mentions: readonly ActorMention[]): ActorMention[] {
  return [...mentions].sort((a, b) => a.start - b.start);
}
