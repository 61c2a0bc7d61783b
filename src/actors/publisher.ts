import { tokenize } from "../language/index.ts";
import type { Sector } from "../vocabulary/index.ts";
import { type Entry, plain } from "./names.ts";
import type { ActorTables } from "./tables.ts";
import { holds } from "./time.ts";

/** Whoever publishes a document, where that is a government, a part of one or an organisation: its "we". */
export interface Publisher {
  readonly actor: string;
  readonly sector: Sector;
  /** The outlet as it was given: "UK Government". */
  readonly outlet: string;
}

/** Media and schools tell what others do; their "we" is no party. */
const TELLING: ReadonlySet<string> = new Set(["MED", "EDU", "CVL"]);
const NAMES_STATE: ReadonlySet<string> = new Set(["state", "adjective", "organisation"]);

/**
 * The actor that an outlet is, by its whole name ("White House", "European Commission", "Kremlin (President of Russia)")
 * or by a state and a noun for a part of it ("Ministry of Foreign Affairs of Japan"). Null for newspapers, agencies of
 * news and whatever no table knows.
 */
export function publisherOf(
  outlet: string | null,
  day: string | null,
  tables: ActorTables,
): Publisher | null {
  if (outlet === null) return null;
  const bracketed = /^(.*?)\s*\((.*)\)\s*$/.exec(outlet);
  const parts = bracketed === null ? [outlet] : [bracketed[1] ?? "", bracketed[2] ?? ""];
  for (const part of parts) {
    const words = wordsOf(part);
    const found = byWholeName(words, day, tables) ?? byPart(words, day, tables);
    if (found !== null) return { ...found, outlet };
  }
  return null;
}

type Meant = Omit<Publisher, "outlet">;

function wordsOf(name: string): string[] {
  const forms = tokenize(name).map(({ start, end }) => plain(name.slice(start, end)));
  return /^the$/i.test(forms[0] ?? "") ? forms.slice(1) : forms;
}

function byWholeName(words: readonly string[], day: string | null, tables: ActorTables): Meant | null {
  const whole = tables.names.matchesAt(words, 0).find(({ length }) => length === words.length);
  const entries = (whole?.entries ?? []).filter(
    (entry) =>
      entry.person === null &&
      !entry.private &&
      holds(entry, day) &&
      entry.sector !== null &&
      !TELLING.has(entry.sector) &&
      !tables.words.lists.shared_bodies.has(entry.name),
  );
  const [first] = entries;
  if (first?.sector === undefined || first.sector === null) return null;
  if (entries.some(({ actor }) => actor !== first.actor)) return null;
  return { actor: first.actor, sector: first.sector };
}

/** A state or organisation with a noun for a part of it, and no word of the press: "Embassy of India in Belgrade". */
function byPart(words: readonly string[], day: string | null, tables: ActorTables): Meant | null {
  const { publishing, press } = tables.words.lists;
  const lower = words.map((word) => word.toLowerCase());
  if (lower.some((word) => press.has(word))) return null;
  const noun = lower.find((word) => publishing.has(word));
  if (noun === undefined) return null;
  const owner = firstOwner(words, day, tables);
  if (owner === null) return null;
  const organisation = tables.kindOf(owner) === "organisation";
  return { actor: owner, sector: organisation ? "IGO" : (tables.words.sectorOf.get(noun) ?? "GOV") };
}

/** The first state or organisation named, but not where someone is sent: "Mission of Japan to the EU". */
function firstOwner(words: readonly string[], day: string | null, tables: ActorTables): string | null {
  for (let at = 0; at < words.length; at++) {
    if (/^(in|to|at)$/i.test(words[at] ?? "")) return null;
    for (const { entries } of tables.names.matchesAt(words, at)) {
      const named = entries.filter((entry) => NAMES_STATE.has(entry.is) && holds(entry, day));
      const found = named.find(isState) ?? named[0];
      if (found !== undefined) return found.actor;
    }
  }
  return null;
}

function isState({ is }: Entry): boolean {
  return is !== "organisation";
}
