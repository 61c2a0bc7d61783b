import { type Balance, type BalanceQuestion, measureBalance, type Value } from "../measures/index.ts";
import type { Domain } from "../vocabulary/index.ts";
import type { NumberedValue, Standing } from "./brief.ts";
import type { Evidence, StandingContext } from "./standing-context.ts";
import { details, headline } from "./standing-words.ts";
import { verdictOf } from "./verdict.ts";

/** Balances over the whole period: the one asked for, and one for each further pair of powers. */
export function balancesByPair({ storied, ties, published, question }: Evidence): {
  readonly whole: Balance;
  readonly pairs: readonly Balance[];
} {
  const measure = (powers: readonly string[]): Balance =>
    measureBalance(storied, ties, { ...question, powers, by: "all" }, published);
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
