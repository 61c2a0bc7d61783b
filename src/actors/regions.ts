import type { ActorTables } from "./tables.ts";

/** The states that a phrase leaves, and the words that say so. */
export interface Region {
  readonly name: string;
  readonly states: ReadonlySet<string>;
}

/** "the Gulf kingdom", "the former Soviet republic", "the island": the states that all its words together leave. */
export function regionOf(
  words: readonly string[],
  { tables }: { readonly tables: ActorTables },
): Region | null {
  const { regions } = tables.words;
  const found: string[] = [];
  words.forEach((word, at) => {
    const pair = `${word}_${words[at + 1] ?? ""}`;
    if (regions.has(pair)) found.push(pair);
    else if (regions.has(word) && !found.at(-1)?.endsWith(`_${word}`)) found.push(word);
  });
  const [first, ...rest] = found.map((word) => regions.get(word) ?? new Set<string>());
  if (first === undefined) return null;
  const states = [...first].filter((state) => rest.every((other) => other.has(state)));
  return { name: found.join(" ").replaceAll("_", " "), states: new Set(states) };
}
