import type { Modality, Tie } from "../vocabulary/index.ts";

/** A tie that binds a state to a power on a day. */
export interface TieInForce {
  readonly tie: Tie;
  readonly power: string;
  /** Ties that say the same share a key: kind, parties and level. */
  readonly key: string;
}

/** Kinds that set two states against each other: they are no bond and never counted as one. */
const ADVERSE: ReadonlySet<string> = new Set(["sanctions", "dispute"]);

/**
 * The ties in force between a state and powers on a day: begun by then, or with no beginning given, and not
 * ended. Sanctions and disputes are not bonds and are left out. A tie that ends is only ever an end.
 */
export function tiesInForce(
  ties: readonly Tie[],
  state: string,
  powers: readonly string[],
  day: string,
  modalities: readonly Modality[],
): TieInForce[] {
  return ties
    .filter((tie) => modalities.includes(tie.modality) && !ADVERSE.has(tie.kind))
    .filter(({ since, until }) => (since === null || since <= day) && (until === null || until > day))
    .flatMap((tie) =>
      powers
        .filter((power) => binds(tie, state, power))
        .map((power) => ({ tie, power, key: `${tie.kind}|${[state, power].join("|")}|${tie.level ?? ""}` })),
    );
}

function binds({ parties }: Tie, state: string, power: string): boolean {
  const actors = parties.map(({ actor }) => actor);
  return actors.includes(state) && actors.includes(power);
}
