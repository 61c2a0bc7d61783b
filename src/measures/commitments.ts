import type { Event, Tie, TieKind } from "../vocabulary/index.ts";
import { type Kept, keeping } from "./keeping.ts";

/** Kinds that bind: what a state has joined, signed or owes. */
const BINDING: ReadonlySet<TieKind> = new Set([
  "membership",
  "alliance",
  "treaty",
  "obligation",
  "partnership",
  "consent-right",
  "basing",
  "debt",
]);
/** Kinds that bind towards anyone, not only the powers asked about. */
const TOWARDS_ANYONE: ReadonlySet<TieKind> = new Set(["membership", "obligation"]);

/** A commitment with every tie that says it, and the events that show whether it was kept. */
export interface Commitment {
  readonly kind: TieKind;
  /** Everyone bound, the state asked about first. */
  readonly parties: readonly string[];
  readonly level: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly ties: readonly Tie[];
  readonly kept: Kept;
  /** The events that say so, by date. */
  readonly evidence: readonly Event[];
}

/**
 * The commitments of a state towards powers and organisations, and whether events honoured them. Only asserted ties
 * bind; what is planned or reported is no commitment yet. The order of the rows does not matter.
 */
export function commitmentsOf(
  ties: readonly Tie[],
  events: readonly Event[],
  state: string,
  powers: readonly string[],
): Commitment[] {
  const binding = ties
    .filter((tie) => BINDING.has(tie.kind) && tie.modality === "asserted" && concerns(tie, state, powers))
    .sort((a, b) => compare(a.since ?? "9999", b.since ?? "9999") || compare(a.id, b.id));
  const groups = new Map<string, Tie[]>();
  for (const tie of binding) {
    const key = keyOf(tie, binding);
    groups.set(key, [...(groups.get(key) ?? []), tie]);
  }
  return [...groups.values()].map((group): Commitment => {
    const { kind } = group[0]!;
    const parties = [state, ...new Set(group.flatMap(codes).filter((code) => code !== state))];
    const level = group.find(({ level }) => level !== null)?.level ?? null;
    const since = group[0]?.since ?? null;
    const until = latestEnd(group);
    return {
      kind,
      parties,
      level,
      since,
      until,
      ties: group,
      ...keeping({ kind, level, parties, since }, events, state),
    };
  });
}

function concerns(tie: Tie, state: string, powers: readonly string[]): boolean {
  const parties = codes(tie);
  return (
    parties.includes(state) &&
    (TOWARDS_ANYONE.has(tie.kind) || powers.some((power) => parties.includes(power)))
  );
}

/**
 * Obligations and treaties are told apart by what they say, partnerships by level; a partnership whose level is not
 * said belongs to the first of the same parties that has one.
 */
function keyOf(tie: Tie, all: readonly Tie[]): string {
  const parties = [...new Set(codes(tie))].sort().join("|");
  if (tie.kind === "obligation") return `${tie.kind}|${tie.claim}`;
  if (tie.kind === "treaty") return `${tie.kind}|${parties}|${tie.level ?? tie.claim}`;
  if (tie.kind !== "partnership") return `${tie.kind}|${parties}`;
  const level =
    tie.level ??
    all.find(
      (other) =>
        other.kind === tie.kind &&
        other.level !== null &&
        [...new Set(codes(other))].sort().join("|") === parties,
    )?.level;
  return `${tie.kind}|${parties}|${level ?? ""}`;
}

/** The last end given, unless the commitment began anew after it. */
function latestEnd(group: readonly Tie[]): string | null {
  const end = group
    .flatMap(({ until }) => until ?? [])
    .sort()
    .at(-1);
  if (end === undefined) return null;
  return group.some(({ since }) => since !== null && since > end) ? null : end;
}

function codes({ parties }: Tie): string[] {
  return parties.flatMap(({ actor }) => actor ?? []);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
