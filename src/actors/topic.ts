import type { Reading } from "./discourse.ts";
import type { ActorMention } from "./mention.ts";

/** The state that the text is about: the only one spoken of, or one spoken of twice as often as any other. */
export function topicState({ said, tables }: Reading): ActorMention[] {
  const ranked = [...said.spoken]
    .filter(([who]) => tables.kindOf(who) === "state")
    .sort(([, a], [, b]) => b.times - a.times);
  const [[, best] = [], [, next] = []] = ranked;
  if (best === undefined || (next !== undefined && best.times < 2 * next.times)) return [];
  return [best.last];
}

/** The city that the text is about: the only one it names, or one named twice as often as any other. */
export function topicPlace({ said }: Reading): ActorMention[] {
  const byName = new Map<string, ActorMention[]>();
  for (const row of said.bySentence.flat())
    if (row.kind === "place") byName.set(row.text, [...(byName.get(row.text) ?? []), row]);
  const [best = [], next = []] = [...byName.values()].sort((a, b) => b.length - a.length);
  return best.length >= 2 * next.length ? best.slice(-1) : [];
}
