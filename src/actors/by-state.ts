import type { Reading } from "./discourse.ts";
import type { ActorMention } from "./mention.ts";
import { isPerson } from "./pronouns.ts";
import { type Candidate, salience } from "./salience.ts";

/** States by their most salient mention, best first. */
export function byState(states: readonly ActorMention[], at: number, reading: Reading): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const row of states) {
    const score =
      salience(row, at, reading) - (row.kind === "demonym" ? 0.5 : 0) - (isPerson(row, reading) ? 1 : 0);
    const known = best.get(row.actor ?? "");
    if (known === undefined || score > known.score) best.set(row.actor ?? "", { rows: [row], score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}
