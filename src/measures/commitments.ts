import type { Event, Tie, TieKind } from "../vocabulary/index.ts";
import { dayOf } from "./dyad.ts";

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
/** Kinds under which help in need is owed. */
const MUTUAL_HELP: ReadonlySet<TieKind> = new Set(["alliance", "obligation"]);

/** A commitment with every tie that says it, and the events that show whether it was kept. */
export interface Commitment {
  readonly kind: TieKind;
  /** Everyone bound, the state asked about first. */
  readonly parties: readonly string[];
  readonly level: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly ties: readonly Tie[];
  /** `not honoured`: a text denies the help that is owed; `honoured`: it was given; `unknown`: no event speaks to it. */
  readonly kept: "honoured" | "not honoured" | "unknown" | "not applicable";
  /** The events that say so. */
  readonly evidence: readonly Event[];
}

/**
 * The commitments of a state towards powers and organisations, and whether events honoured them.
 * Help is owed under alliances and obligations: material aid to the ally counts as kept; aid that a text says was
 * not given, while someone attacked the ally, counts as not kept.
 */
export function commitmentsOf(
  ties: readonly Tie[],
  events: readonly Event[],
  state: string,
  powers: readonly string[],
): Commitment[] {
  const groups = new Map<string, Tie[]>();
  for (const tie of ties) {
    if (!BINDING.has(tie.kind) || tie.modality === "negated" || !concerns(tie, state, powers)) continue;
    const key = `${tie.kind}|${codes(tie).sort().join("|")}|${tie.kind === "obligation" || tie.kind === "partnership" ? (tie.level ?? tie.claim) : ""}`;
    groups.set(key, [...(groups.get(key) ?? []), tie]);
  }
  return [...groups.values()].flatMap((group): Commitment[] => {
    const [first] = group;
    if (first === undefined) return [];
    const parties = [state, ...new Set(group.flatMap(codes).filter((code) => code !== state))];
    const { kept, evidence } = keeping(first.kind, parties, events, state);
    return [
      {
        kind: first.kind,
        parties,
        level: group.find(({ level }) => level !== null)?.level ?? null,
        since: group.flatMap(({ since }) => since ?? []).sort()[0] ?? null,
        until:
          group
            .flatMap(({ until }) => until ?? [])
            .sort()
            .at(-1) ?? null,
        ties: group,
        kept,
        evidence,
      },
    ];
  });
}

function concerns(tie: Tie, state: string, powers: readonly string[]): boolean {
  const parties = codes(tie);
  if (!parties.includes(state)) return false;
  return (
    tie.kind === "membership" || tie.kind === "obligation" || powers.some((power) => parties.includes(power))
  );
}

function codes({ parties }: Tie): string[] {
  return parties.flatMap(({ actor }) => actor ?? []);
}

function keeping(
  kind: TieKind,
  parties: readonly string[],
  events: readonly Event[],
  state: string,
): Pick<Commitment, "kept" | "evidence"> {
  if (!MUTUAL_HELP.has(kind)) return { kept: "not applicable", evidence: [] };
  const allies = new Set(parties.filter((party) => party !== state));
  const help = events.filter(
    (event) =>
      (event.type === "AID" || event.act === "AID") &&
      event.sources.some(({ actor }) => actor === state) &&
      event.targets.some(({ actor }) => actor !== null && allies.has(actor)),
  );
  const refused = help.filter(({ modality }) => modality === "negated");
  const attacks = events.filter(
    (event) =>
      event.type === "ASSAULT" &&
      event.modality === "asserted" &&
      event.targets.some(({ actor }) => actor !== null && allies.has(actor)) &&
      !event.sources.some(({ actor }) => actor === state),
  );
  if (refused.length > 0) return { kept: "not honoured", evidence: [...refused, ...attacks].sort(byDay) };
  const given = help.filter(({ modality }) => modality === "asserted");
  return given.length > 0
    ? { kept: "honoured", evidence: given.sort(byDay) }
    : { kept: "unknown", evidence: [] };
}

function byDay(a: Event, b: Event): number {
  return (dayOf(a) ?? "").localeCompare(dayOf(b) ?? "");
}
