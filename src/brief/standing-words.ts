import type { Value } from "../measures/index.ts";
import type { NumberedValue, Power, Standing } from "./brief.ts";
import { intervalInWords } from "./numbers.ts";
import type { StandingContext } from "./standing-context.ts";
import { cite, joined, type Statement, say } from "./statement.ts";
import { verdictOf } from "./verdict.ts";
import { capital, counted, IN_DOMAIN, listed } from "./wording.ts";

/** A standing before it is put into words. */
export type Measured = Omit<Standing, "headline" | "details">;

/** One sentence on where the state stands in a domain, with tilt, interval and records. */
export function headline({ domain, verdict, toward, tilts }: Measured, context: StandingContext): Statement {
  const { stateName, powers, numbers, entriesBehind } = context;
  const { value } = tilts[0]!;
  const [a = "", b = ""] = value.powers.map((actor) => nameOf(actor, powers));
  const where = capital(IN_DOMAIN[domain]);
  const figures = (): Statement =>
    say`tilt ${numbers.cite(value)}, ${intervalWords(value)}${recordWords(value)}`;
  switch (verdict) {
    case "leans": {
      const first = toward === value.powers[0];
      return say`${where}, ${stateName} leaned to ${first ? a : b} rather than ${first ? b : a} (${figures()}).`;
    }
    case "balanced":
      return say`${where}, ${stateName} kept close to even between ${a} and ${b} (${figures()}).`;
    case "unclear":
      return say`${where}, the record does not settle which way ${stateName} leaned between ${a} and ${b}: the interval runs through zero (${figures()}).`;
    case "too little":
      return say`${where}, there is too little on record to say which way ${stateName} leaned between ${a} and ${b}: ${recordWords(value)}, where an interval needs three stories (tilt so far ${numbers.cite(value)}) ${cite(entriesBehind(value.ids))}.`;
    case "no evidence":
      return say`${where}, no dated and asserted cooperation of ${stateName} with ${listed([a, b], "or")} is on record.`;
  }
}

/** Levels, evenness, further pairs of powers and ties, a sentence each. */
export function details(standing: Measured, context: StandingContext): Statement[] {
  const { levels, evenness, tilts } = standing;
  const { numbers } = context;
  const conflict = levels.filter((level) => (level.conflict.value.value ?? 0) > 0);
  const cooperation = levels.some((level) => level.cooperation.value.value !== null);
  return [
    ...when(cooperation, () => say`Level of cooperation: ${perPower(levels, "cooperation", context)}.`),
    ...when(conflict.length > 0, () => say`Level of conflict: ${perPower(conflict, "conflict", context)}.`),
    ...when(
      evenness.value.value !== null,
      () =>
        say`Evenness ${numbers.cite(evenness.value)}${inBrackets(evenness.value)}, where 0 is all with one power and 1 the same with each.`,
    ),
    ...tilts.slice(1).flatMap((tilt) => pairWords(tilt, context)),
    ...tiesWords(standing, context),
  ];
}

function perPower(
  levels: Standing["levels"],
  side: "cooperation" | "conflict",
  { numbers }: StandingContext,
): Statement {
  return joined(
    levels.map(({ power, [side]: { value } }) =>
      value.value === null
        ? say`none on record with ${power.name}`
        : say`${numbers.cite(value)} with ${power.name}${inBrackets(value)}`,
    ),
  );
}

function pairWords({ value }: NumberedValue, { powers, numbers }: StandingContext): Statement[] {
  if (value.value === null) return [];
  const [a = "", b = ""] = value.powers.map((actor) => nameOf(actor, powers));
  const { verdict, toward } = verdictOf(value);
  const words = {
    leans: `a lean to ${nameOf(toward ?? "", powers)}`,
    balanced: "close to even",
    unclear: "not settled",
    "too little": "too little to say",
    "no evidence": "",
  }[verdict];
  return [
    say`Between ${a} and ${b}: ${words} (tilt ${numbers.cite(value)}, ${intervalWords(value)}${recordWords(value)}).`,
  ];
}

function tiesWords({ levels, tiesTilt }: Measured, { numbers }: StandingContext): Statement[] {
  if (levels.every(({ ties }) => ties.value.value === null)) return [];
  const parts = levels.map(({ power, ties }) =>
    ties.value.value === null
      ? say`none with ${power.name}`
      : say`${numbers.cite(ties.value)} with ${power.name}`,
  );
  const tilt = tiesTilt.value.value === null ? "" : say` (tilt of ties ${numbers.cite(tiesTilt.value)})`;
  return [say`Ties in force at the end of the period: ${joined(parts)}${tilt}.`];
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
      if (a.interval === null || b.interval === null) return [];
      if (a.interval[0] <= b.interval[1] && b.interval[0] <= a.interval[1]) return [];
      return [
        say`${capital(stateName)} stood differently ${IN_DOMAIN[one.domain]} (tilt ${numbers.cite(a)}) and ${IN_DOMAIN[other.domain]} (tilt ${numbers.cite(b)}): the two intervals do not overlap.`,
      ];
    }),
  );
}

/** "95% interval +0.31 to +0.88, ", or nothing where there is none. */
function intervalWords(value: Value): string {
  const interval = intervalInWords(value);
  return interval === null ? "" : `95% interval ${interval}, `;
}

function inBrackets(value: Value): string {
  const interval = intervalInWords(value);
  return interval === null ? "" : ` (95% interval ${interval})`;
}

function recordWords({ n, stories }: Value): string {
  return `${counted(n, "event")} in ${counted(stories, "story", "stories")}`;
}

function nameOf(actor: string, powers: readonly Power[]): string {
  return powers.find((power) => power.actor === actor)?.name ?? actor;
}

function when(holds: boolean, statement: () => Statement): Statement[] {
  return holds ? [statement()] : [];
}
