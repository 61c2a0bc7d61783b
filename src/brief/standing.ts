import { type Balance, type BalanceQuestion, measureBalance, type Value } from "../measures/index.ts";
import type { Domain, Event, Tie } from "../vocabulary/index.ts";
import type { NumberedValue, Power, Standing, Verdict } from "./brief.ts";
import type { NumberRegister } from "./numbers.ts";
import { cite, type Piece, type Statement, say } from "./statement.ts";
import { capital, counted, IN_DOMAIN, listed, signed } from "./wording.ts";

/** How near to zero both ends of an interval must be for a stance to count as balanced. */
const BALANCED_WITHIN = 0.25;

/** What standings are written from. */
export interface StandingContext {
  readonly stateName: string;
  readonly powers: readonly Power[];
  readonly numbers: NumberRegister;
  readonly entriesBehind: (ids: readonly string[]) => readonly number[];
}

/** Balances over the whole period: the one asked for, and one for each further pair of powers. */
export function balancesByPair(
  storied: readonly { readonly event: Event; readonly story: string }[],
  ties: readonly Tie[],
  question: BalanceQuestion,
): { readonly whole: Balance; readonly pairs: readonly Balance[] } {
  const measure = (powers: readonly string[]): Balance =>
    measureBalance(storied, ties, { ...question, powers, by: "all" });
  const pairs = question.powers.flatMap((a, at) => question.powers.slice(at + 1).map((b) => [a, b]));
  return { whole: measure(question.powers), pairs: pairs.slice(1).map(measure) };
}

/** Where the state stands in one domain, in words that claim no more than the interval allows. */
export function standingIn(
  domain: Domain,
  { whole, pairs }: { readonly whole: Balance; readonly pairs: readonly Balance[] },
  context: StandingContext,
): Standing {
  const find = (balance: Balance, measure: string, power?: string): Value => {
    const found = balance.values.find(
      (value) =>
        value.domain === domain &&
        value.measure === measure &&
        (power === undefined || value.powers[0] === power),
    );
    return found ?? noValue(domain, measure, balance.question, power);
  };
  const numbered = (value: Value): NumberedValue => ({ value, number: context.numbers.idOf(value) });
  const tilts = [whole, ...pairs].map((balance) => numbered(find(balance, "event_tilt")));
  const levels = context.powers.map((power) => ({
    power,
    cooperation: numbered(find(whole, "cooperation_level", power.actor)),
    conflict: numbered(find(whole, "conflict_level", power.actor)),
    ties: numbered(find(whole, "ties_level", power.actor)),
  }));
  const evenness = numbered(find(whole, "event_evenness"));
  const tiesTilt = numbered(find(whole, "ties_tilt"));
  const main = tilts[0]!.value;
  const { verdict, toward } = verdictOf(main);
  const standing = { domain, verdict, toward, tilts, levels, evenness, tiesTilt };
  return { ...standing, headline: headline(standing, context), details: details(standing, context) };
}

function noValue(domain: Domain, measure: string, { state, powers }: BalanceQuestion, power?: string): Value {
  return {
    measure,
    version: "",
    domain,
    state,
    powers: power === undefined ? powers.slice(0, measure.endsWith("_tilt") ? 2 : powers.length) : [power],
    period: "",
    value: null,
    interval: null,
    n: 0,
    stories: 0,
    ids: [],
  };
}

/** A lean needs an interval on one side of zero; balance one that stays near zero. */
export function verdictOf({ value, interval, powers }: Value): {
  readonly verdict: Verdict;
  readonly toward: string | null;
} {
  if (value === null) return { verdict: "no evidence", toward: null };
  if (interval === null) return { verdict: "too little", toward: null };
  const [low, high] = interval;
  if (low > 0) return { verdict: "leans", toward: powers[0] ?? null };
  if (high < 0) return { verdict: "leans", toward: powers[1] ?? null };
  if (Math.max(-low, high) <= BALANCED_WITHIN) return { verdict: "balanced", toward: null };
  return { verdict: "unclear", toward: null };
}

type Measured = Omit<Standing, "headline" | "details">;

function headline({ domain, verdict, toward, tilts }: Measured, context: StandingContext): Statement {
  const { stateName, powers, numbers, entriesBehind } = context;
  const { value } = tilts[0]!;
  const [a, b] = value.powers.map((actor) => nameOf(actor, powers));
  const where = capital(IN_DOMAIN[domain]);
  const figures = say`tilt ${numbers.cite(value)}${intervalWords(value)}, ${recordWords(value)}`;
  const sources = cite(entriesBehind(value.ids).slice(0, 3));
  switch (verdict) {
    case "leans":
      return say`${where}, ${stateName} leaned to ${nameOf(toward ?? "", powers)} rather than ${toward === value.powers[0] ? (b ?? "") : (a ?? "")} (${figures}).`;
    case "balanced":
      return say`${where}, ${stateName} kept close to even between ${a ?? ""} and ${b ?? ""} (${figures}).`;
    case "unclear":
      return say`${where}, the record does not settle which way ${stateName} leaned between ${a ?? ""} and ${b ?? ""}: the interval runs through zero (${figures}).`;
    case "too little":
      return say`${where}, there is too little to say which way ${stateName} leaned: ${recordWords(value)}, where at least three stories are needed for an interval (tilt so far ${numbers.cite(value)})${sources.length > 0 ? say` ${sources}` : ""}.`;
    case "no evidence":
      return say`${where}, no dated and asserted cooperation between ${stateName} and ${listed([a ?? "", b ?? ""], "or")} is on record.`;
  }
}

function details({ tilts, levels, evenness, tiesTilt }: Measured, context: StandingContext): Statement[] {
  const { numbers, powers } = context;
  const statements: Statement[] = [];
  const present = levels.filter(
    ({ cooperation, conflict }) => cooperation.value.value !== null || conflict.value.value !== null,
  );
  if (present.length > 0) {
    const parts = levels.map(({ power, cooperation, conflict }) =>
      cooperation.value.value === null
        ? say`with ${power.name} none is on record`
        : say`with ${power.name} ${numbers.cite(cooperation.value)}${intervalWords(cooperation.value)}${(conflict.value.value ?? 0) > 0 ? say`, against conflict of ${numbers.cite(conflict.value)}` : ""}`,
    );
    statements.push(say`Level of cooperation: ${joined(parts)}.`);
  }
  if (evenness.value.value !== null)
    statements.push(
      say`Evenness ${numbers.cite(evenness.value)}${intervalWords(evenness.value)}, where 0 is all with one power and 1 the same with each.`,
    );
  for (const { value } of tilts.slice(1)) {
    if (value.value === null) continue;
    const [a, b] = value.powers.map((actor) => nameOf(actor, powers));
    const { verdict, toward } = verdictOf(value);
    const words =
      verdict === "leans"
        ? `a lean to ${nameOf(toward ?? "", powers)}`
        : verdict === "balanced"
          ? "close to even"
          : verdict === "unclear"
            ? "not settled"
            : "too little to say";
    statements.push(
      say`Between ${a ?? ""} and ${b ?? ""}: ${words} (tilt ${numbers.cite(value)}${intervalWords(value)}, ${recordWords(value)}).`,
    );
  }
  if (levels.some(({ ties }) => ties.value.value !== null)) {
    const parts = levels.map(({ power, ties }) =>
      ties.value.value === null
        ? say`none with ${power.name}`
        : say`${numbers.cite(ties.value)} with ${power.name}`,
    );
    const tilt = tiesTilt.value.value === null ? "" : say` (tilt of ties ${numbers.cite(tiesTilt.value)})`;
    statements.push(say`Ties in force at the end of the period: ${joined(parts)}${tilt}.`);
  }
  return statements;
}

/** The answer in a few sentences: what is clear, then what is not. */
export function summaryOf(
  standings: readonly Standing[],
  { stateName, powers }: StandingContext,
): Statement[] {
  const domains = (chosen: readonly Standing[]): string =>
    listed(chosen.map(({ domain }) => IN_DOMAIN[domain]));
  const statements: Statement[] = powers.flatMap(({ actor, name }) => {
    const leaning = standings.filter(({ toward }) => toward === actor);
    return leaning.length > 0 ? [say`${stateName} leaned to ${name} ${domains(leaning)}.`] : [];
  });
  const having = (verdict: Verdict): Standing[] =>
    standings.filter((standing) => standing.verdict === verdict);
  const balanced = having("balanced");
  const unclear = having("unclear");
  const thin = having("too little");
  const none = having("no evidence");
  if (balanced.length > 0) statements.push(say`It kept close to even ${domains(balanced)}.`);
  if (unclear.length > 0)
    statements.push(
      say`Which way it leaned ${domains(unclear)} is not settled: the interval runs through zero.`,
    );
  if (thin.length > 0) statements.push(say`There is too little on record to say ${domains(thin)}.`);
  if (none.length > 0) statements.push(say`Nothing is on record ${domains(none)}.`);
  return statements;
}

/** Domains whose tilts differ by more than their intervals. */
export function comparisonsOf(
  standings: readonly Standing[],
  { numbers, stateName }: StandingContext,
): Statement[] {
  return standings.flatMap((one, at) =>
    standings.slice(at + 1).flatMap((other) => {
      const a = one.tilts[0]!.value;
      const b = other.tilts[0]!.value;
      if (a.interval === null || b.interval === null || a.value === null || b.value === null) return [];
      if (a.interval[0] <= b.interval[1] && b.interval[0] <= a.interval[1]) return [];
      return [
        say`${stateName} stood differently ${IN_DOMAIN[one.domain]} (tilt ${numbers.cite(a)}) and ${IN_DOMAIN[other.domain]} (${numbers.cite(b)}): the two intervals do not overlap.`,
      ];
    }),
  );
}

function intervalWords({ interval, measure }: Value): string {
  if (interval === null) return "";
  const write = measure.endsWith("_tilt")
    ? signed
    : (value: number) => value.toFixed(measure.endsWith("_level") ? 1 : 2);
  return `, 95% interval ${write(interval[0])} to ${write(interval[1])}`;
}

function recordWords({ n, stories }: Value): string {
  return `${counted(n, "event")} in ${counted(stories, "story", "stories")}`;
}

function joined(parts: readonly Statement[]): Statement {
  return parts.flatMap((part, at): Piece[] =>
    at === 0 ? [...part] : [{ is: "text", text: at === parts.length - 1 ? " and " : ", " }, ...part],
  );
}

function nameOf(actor: string, powers: readonly Power[]): string {
  return powers.find((power) => power.actor === actor)?.name ?? actor;
}
