import type { Change, CommitmentNote, Power, Standing, Verdict } from "./brief.ts";
import type { NumberRegister } from "./numbers.ts";
import { cite, joined, type Statement, say } from "./statement.ts";
import { capital, IN_DOMAIN, listed } from "./wording.ts";

interface Found {
  readonly stateName: string;
  readonly powers: readonly Power[];
  readonly standings: readonly Standing[];
  readonly changes: readonly Change[];
  readonly commitments: readonly CommitmentNote[];
  readonly numbers: NumberRegister;
}

/** The answer in a few sentences: where the state leaned, what is not settled, what changed, which promises broke. */
export function summaryOf(found: Found): Statement[] {
  return [...leans(found), ...open(found), ...ties(found), ...shifts(found), ...broken(found)];
}

function leans({ standings, powers, stateName }: Found): Statement[] {
  const between = betweenFirstTwo(powers);
  const balanced = standings.filter(({ verdict }) => verdict === "balanced");
  return [
    ...powers.flatMap(({ actor, name }) => {
      const other = powers.find((power) => power.actor !== actor)?.name ?? "";
      const leaning = standings.filter(({ toward }) => toward === actor);
      return leaning.length > 0
        ? [say`${capital(stateName)} leaned to ${name} rather than ${other} ${places(leaning)}.`]
        : [];
    }),
    ...(balanced.length > 0
      ? [say`${capital(stateName)} kept close to even ${between} ${places(balanced)}.`]
      : []),
  ];
}

/** What cannot be said; in one sentence where it holds for every domain. */
function open({ standings, stateName, powers }: Found): Statement[] {
  const between = betweenFirstTwo(powers);
  const having = (verdict: Verdict): readonly Standing[] =>
    standings.filter((standing) => standing.verdict === verdict);
  const everywhere = (some: readonly Standing[]): boolean => some.length === standings.length;
  const unclear = having("unclear");
  const thin = having("too little");
  const none = having("no evidence");
  return [
    ...(unclear.length > 0
      ? [
          say`Which way ${stateName} leaned ${between} is not settled ${everywhere(unclear) ? "in any domain" : places(unclear)}: ${unclear.length > 1 ? "the intervals run" : "the interval runs"} through zero.`,
        ]
      : []),
    ...(thin.length > 0
      ? [
          say`There is too little on record to say where ${stateName} stood ${everywhere(thin) ? "in any domain" : places(thin)}.`,
        ]
      : []),
    ...(none.length > 0
      ? [
          say`No dated cooperation with either is on record ${everywhere(none) ? "in any domain" : places(none, "or")}.`,
        ]
      : []),
  ];
}

/** Which way the number of ties in force points, domain by domain. */
function ties({ standings, powers, stateName, numbers }: Found): Statement[] {
  const [a, b] = powers;
  const clauses = standings.flatMap(({ domain, tiesTilt: { value }, levels }): Statement[] => {
    if (value.value === null) return [];
    const [first, second] = levels.map(({ ties }) =>
      ties.value.value === null ? say`none` : say`${numbers.cite(ties.value)}`,
    );
    const where = IN_DOMAIN[domain];
    if (value.value === 0) return [say`${where} as much to the one as to the other (${first ?? []} each)`];
    const more = value.value > 0 ? a : b;
    return [
      say`${where} more to ${more?.name ?? ""} (${numbers.cite(value)}; ${first ?? []} against ${second ?? []})`,
    ];
  });
  if (clauses.length === 0) return [];
  return [say`By the number of ties in force, ${stateName} was bound ${joined(clauses)}.`];
}

function shifts({ changes }: Found): Statement[] {
  const found = changes
    .filter(({ is }) => is === "shift")
    .map(({ domain, when }) => `${IN_DOMAIN[domain]} in ${when}`);
  return found.length > 0 ? [say`The lean changed ${listed(found)}.`] : [];
}

function broken({ commitments }: Found): Statement[] {
  return commitments
    .filter(({ kept }) => kept === "not honoured" || kept === "disputed")
    .map(({ title, verdict, entries }) => say`${verdict ?? ""}: ${title} ${cite(entries)}.`);
}

/** Tilts and leans are between the first two powers. */
function betweenFirstTwo([a, b]: readonly Power[]): string {
  return `between ${a?.name ?? ""} and ${b?.name ?? ""}`;
}

function places(standings: readonly Standing[], word = "and"): string {
  return listed(
    standings.map(({ domain }) => IN_DOMAIN[domain]),
    word,
  );
}
