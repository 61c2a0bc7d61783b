import type { PersonRow } from "./schemas.ts";

/** Persons by the states in which they held office. */
export function holdersByState(persons: readonly PersonRow[]): ReadonlyMap<string, readonly PersonRow[]> {
  const byState = new Map<string, PersonRow[]>();
  for (const person of persons) {
    for (const state of new Set(person.office.map((office) => office.state))) {
      const list = byState.get(state);
      if (list) list.push(person);
      else byState.set(state, [person]);
    }
  }
  return byState;
}
