import type { Modality, Tie, TieKind } from "../vocabulary/index.ts";
import { firstDay, lastDay } from "./period.ts";

/** A tie that binds a state to a power on a day. */
export interface TieInForce {
  readonly tie: Tie;
  readonly power: string;
  /** Ties that say the same share a key: the kind and the pair, and what tells treaties and obligations apart. */
  readonly key: string;
}

/** The day or month each document was published, by its id; null where that is not known. A month counts as its last day. */
export type PublishedDates = ReadonlyMap<string, string | null>;

/** Kinds that set two states against each other: they are no bond and never counted as one. */
const ADVERSE: ReadonlySet<TieKind> = new Set(["sanctions", "dispute"]);
/** Kinds of which several may stand side by side between the same two states. */
const SEVERAL: ReadonlySet<TieKind> = new Set(["treaty", "obligation"]);

/**
 * The ties in force between a state and powers on a day: begun by then, and not ended. Sanctions and disputes are
 * not bonds and are left out. A tie whose beginning is not given stands from the day its document was published
 * or, where `published` does not tell, from always. A tie that only gives an end closes what began before it.
 */
export function tiesInForce(
  ties: readonly Tie[],
  state: string,
  powers: readonly string[],
  day: string,
  modalities: readonly Modality[],
  published?: PublishedDates,
): TieInForce[] {
  const bonds = ties
    .filter((tie) => modalities.includes(tie.modality) && !ADVERSE.has(tie.kind))
    .flatMap((tie) =>
      powers
        .filter((power) => binds(tie, state, power))
        .map((power) => ({ tie, power, key: keyOf(tie, state, power) })),
    );
  const ended = new Map<string, string>();
  for (const { tie, key } of bonds) {
    if (tie.until === null || lastDay(tie.until) > day) continue;
    if (tie.until > (ended.get(key) ?? "")) ended.set(key, tie.until);
  }
  return bonds.filter(({ tie, key }) => {
    const { since, until } = tie;
    const source = until === null && tie.document !== null ? published?.get(tie.document) : null;
    const told = source == null ? null : lastDay(source);
    if (since === null ? told !== null && told > day : firstDay(since) > day) return false;
    if (until !== null) return lastDay(until) > day;
    const end = ended.get(key);
    return end === undefined || (since ?? told ?? "") > end;
  });
}

function keyOf({ kind, level, claim }: Tie, state: string, power: string): string {
  return [kind, state, power, ...(SEVERAL.has(kind) ? [level ?? "", claim] : [])].join("|");
}

function binds({ parties }: Tie, state: string, power: string): boolean {
  const actors = parties.map(({ actor }) => actor);
  return actors.includes(state) && actors.includes(power);
}
