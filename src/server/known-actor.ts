import type { ActorTables } from "../actors/index.ts";
import { Problem } from "../vocabulary/index.ts";

/** The code of the state or organisation that was typed, as a code (BLR, EU) or a name (Belarus, European Union). */
export function knownActor(typed: string, tables: ActorTables): string {
  const wanted = typed.trim();
  if (tables.kindOf(wanted) !== null) return wanted;
  if (tables.kindOf(wanted.toUpperCase()) !== null) return wanted.toUpperCase();
  const named = byName(wanted.toLowerCase(), tables);
  if (named !== undefined) return named;
  const near = tables.suggestStates(wanted).map((code) => `${code} (${tables.nameOf(code)})`);
  throw new Problem(
    "unknown-actor",
    `"${typed}" is not the code or the name of a state or organisation that is known here.`,
    near.length > 0
      ? `Did you mean ${near.join(", ")}?`
      : "Use an ISO 3166-1 alpha-3 code such as BLR, an abbreviation such as NATO, or an English name.",
  );
}

/** The code of the state that was typed; a balance is measured for states only. */
export function knownState(typed: string, tables: ActorTables): string {
  const code = knownActor(typed, tables);
  if (tables.kindOf(code) === "state") return code;
  throw new Problem(
    "unknown-actor",
    `${tables.nameOf(code)} (${code}) is not a state, and a balance is measured for a state.`,
    "Name a state, such as BLR; organisations may stand among the powers.",
  );
}

function byName(wanted: string, { states, organisations }: ActorTables): string | undefined {
  for (const { iso3, name, names } of states.values())
    if ([name, ...(names ?? [])].some((own) => own.toLowerCase() === wanted)) return iso3;
  for (const { code, name, aliases } of organisations.values())
    if ([name, ...(aliases ?? [])].some((own) => own.toLowerCase() === wanted)) return code;
  return undefined;
}
