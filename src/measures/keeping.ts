import type { Event, TieKind } from "../vocabulary/index.ts";
import { dayOf } from "./dyad.ts";
import { firstDay } from "./period.ts";

/**
 * `not honoured`: a text denies the help that is owed, or a party attacked the one it had promised not to;
 * `honoured`: help was given after an attack; `disputed`: texts say both; `unknown`: no event speaks to it;
 * `not applicable`: nothing is owed that an event could show.
 */
export type Kept = "honoured" | "not honoured" | "disputed" | "unknown" | "not applicable";

interface Owed {
  readonly kind: TieKind;
  /** Of an obligation: "defence", "non-aggression", "consultation" …; null where the text does not say. */
  readonly level: string | null;
  readonly parties: readonly string[];
  readonly since: string | null;
}

interface Keeping {
  readonly kept: Kept;
  readonly evidence: readonly Event[];
}

const NOT_APPLICABLE: Keeping = { kept: "not applicable", evidence: [] };

/**
 * Whether events kept what is owed between a state and the other parties, in either direction. Under an alliance or
 * a defence obligation help is owed once a party is attacked from outside: help that a text denies was not given is
 * a breach, and help given counts only after such an attack. Under non-aggression an attack is a breach.
 */
export function keeping(owed: Owed, events: readonly Event[], state: string): Keeping {
  const { kind, level, parties, since } = owed;
  if (kind !== "alliance" && kind !== "obligation") return NOT_APPLICABLE;
  const begun = since === null ? "" : firstDay(since);
  const relevant = events.filter((event) => (dayOf(event) ?? "9999") >= begun);
  const between = (event: Event): boolean => linksToState(event, state, parties);
  if (level === "non-aggression")
    return verdict(
      relevant.filter((event) => isAttack(event) && between(event)),
      [],
      [],
    );
  if (level !== "defence" && level !== null) return NOT_APPLICABLE;
  const attacks = relevant.filter(
    (event) =>
      isAttack(event) &&
      hits(event, parties) &&
      !event.sources.some(({ actor }) => actor !== null && parties.includes(actor)),
  );
  const refused = relevant.filter((event) => between(event) && isRefusal(event));
  const given = relevant.filter(
    (event) =>
      between(event) &&
      isHelp(event) &&
      attacks.some((attack) => sameVictim(attack, event) && notBefore(event, attack)),
  );
  return verdict(refused, given, attacks);
}

function verdict(refused: readonly Event[], given: readonly Event[], attacks: readonly Event[]): Keeping {
  const shown = [...refused, ...given];
  const behind = attacks.filter((attack) => shown.some((event) => sameVictim(attack, event)));
  return {
    kept: keptBy(refused.length > 0, given.length > 0),
    evidence: [...shown, ...(shown.length > 0 && behind.length === 0 ? attacks : behind)].sort(byDay),
  };
}

function keptBy(isRefused: boolean, isGiven: boolean): Kept {
  if (isRefused) return isGiven ? "disputed" : "not honoured";
  return isGiven ? "honoured" : "unknown";
}

/** From the state to another party, or from another party to the state. */
function linksToState({ sources, targets }: Event, state: string, parties: readonly string[]): boolean {
  const others = (people: Event["sources"]): boolean =>
    people.some(({ actor }) => actor !== null && actor !== state && parties.includes(actor));
  const has = (people: Event["sources"]): boolean => people.some(({ actor }) => actor === state);
  return (has(sources) && others(targets)) || (others(sources) && has(targets));
}

function isAttack({ type, modality }: Event): boolean {
  return type === "ASSAULT" && modality === "asserted";
}

/** Help denied, or a request for help turned down; money and trade aside. */
function isRefusal({ type, act, mode, modality, domains }: Event): boolean {
  if (domains.every((domain) => domain === "economic")) return false;
  const denied = (type === "AID" || act === "AID") && modality === "negated";
  return denied || (type === "REJECT" && mode === "assist" && modality === "asserted");
}

function isHelp({ type, modality, domains }: Event): boolean {
  return type === "AID" && modality === "asserted" && domains.includes("security");
}

function hits(attack: Event, parties: readonly string[]): boolean {
  return victimsOf(attack).some((victim) => parties.includes(victim));
}

/** Whom an attack is on: its targets or, where the text names none, the state in which it happens. */
function victimsOf({ targets, place, sources }: Event): readonly string[] {
  const named = targets.flatMap(({ actor }) => actor ?? []);
  if (named.length > 0) return named;
  const where = place?.state ?? null;
  return where === null || sources.some(({ actor }) => actor === where) ? [] : [where];
}

function sameVictim(attack: Event, help: Event): boolean {
  const victims = victimsOf(attack);
  return help.targets.some(({ actor }) => actor !== null && victims.includes(actor));
}

function notBefore(event: Event, attack: Event): boolean {
  const day = event.date?.end ?? dayOf(event);
  const attacked = dayOf(attack);
  return day !== null && attacked !== null && day >= attacked;
}

function byDay(a: Event, b: Event): number {
  const [dayA, dayB] = [dayOf(a) ?? "9999", dayOf(b) ?? "9999"];
  return dayA < dayB ? -1 : dayA > dayB ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
