import type { ActorTables } from "../actors/index.ts";
import { type BalanceQuestion, firstDay, lastDay } from "../measures/index.ts";
import { MODALITIES, type Modality, Problem } from "../vocabulary/index.ts";
import { knownActor, knownState } from "./known-actor.ts";
import { typedPeriod } from "./typed-period.ts";

/** A question as it is typed on a command line or in an address; every part but the first two may be missing. */
export interface TypedQuestion {
  readonly state: string;
  /** Codes or names with commas between: "RUS,CHN". */
  readonly between: string;
  /** A year, a month or a day: "2016", "2016-05", "2016-05-31". */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly by?: string | undefined;
  /** Modalities to let in besides `asserted`, with commas between; `all` lets in every one. */
  readonly include?: string | undefined;
  readonly halfLife?: string | undefined;
}

/** The question that was typed. Throws a `Problem` that says which part does not fit and what would. */
export function readQuestion(typed: TypedQuestion, tables: ActorTables): BalanceQuestion {
  const state = knownState(typed.state, tables);
  const powers = [...new Set(parts(typed.between).map((power) => knownActor(power, tables)))];
  if (powers.length < 2 || powers.includes(state))
    throw new Problem(
      "usage",
      `A balance needs at least two powers besides the state itself, but "${typed.between}" gives ${
        powers.includes(state) ? `${state} again` : powers.length === 0 ? "none" : `only ${powers[0]}`
      }.`,
      "Name them with commas between: --between RUS,CHN",
    );
  const since = typed.since === undefined ? null : typedPeriod(typed.since, "since");
  const until = typed.until === undefined ? null : typedPeriod(typed.until, "until");
  if (since !== null && until !== null && firstDay(since) > lastDay(until))
    throw new Problem(
      "usage",
      `The period would end on ${until}, before it begins on ${since}.`,
      "Exchange --since and --until, or leave one out.",
    );
  return {
    state,
    powers,
    since,
    until,
    by: grain(typed.by ?? "year"),
    halfLifeDays: typed.halfLife === undefined ? null : days(typed.halfLife),
    modalities: modalities(typed.include),
  };
}

function parts(list: string): string[] {
  return list
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function grain(by: string): BalanceQuestion["by"] {
  if (by === "year" || by === "all") return by;
  throw new Problem(
    "usage",
    `"${by}" is no step of time.`,
    "Use --by year, or --by all for the whole period.",
  );
}

function days(typed: string): number {
  const number = Number(typed);
  if (number > 0 && Number.isFinite(number)) return number;
  throw new Problem(
    "usage",
    `A half-life of "${typed}" days makes no sense.`,
    "Give a number of days greater than zero, such as --half-life 365.",
  );
}

function modalities(include: string | undefined): readonly Modality[] {
  const more = parts(include ?? "");
  if (more.includes("all")) return MODALITIES;
  const unknown = more.find((name) => !(MODALITIES as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new Problem(
      "usage",
      `"${unknown}" is no modality.`,
      `Those that can be let in are ${MODALITIES.join(", ")}, or all.`,
    );
  return MODALITIES.filter((name) => name === "asserted" || more.includes(name));
}
