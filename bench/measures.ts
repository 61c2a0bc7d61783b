/**
 * Measures of votes for all dyads and years, against the same formulas dyad by dyad; and the estimate of ideal points.
 * Votes are drawn with a fixed seed in the numbers of the General Assembly: 190 states, 77 years, 80 roll calls a year.
 * Run `npx tsx bench/measures.ts`.
 */
import { type CastVote, dyads, estimateIdealPoints } from "../src/measures/index.ts";
import { seeded } from "../src/vocabulary/index.ts";

const STATES = 190;
const YEARS = 77;
const CALLS = 80;
/** Years that the slow way is timed on; its time grows with their number. */
const SLOW_YEARS = 1;
const CODE: Readonly<Record<string, number>> = { yes: 1, abstain: 2, no: 3 };

function drawnVotes(): CastVote[] {
  const random = seeded(3);
  const votes: CastVote[] = [];
  for (let year = 0; year < YEARS; year++)
    for (let call = 0; call < CALLS; call++) {
      const slope = 4 * (random() - 0.5);
      const middle = random() - 0.5;
      for (let state = 0; state < STATES; state++) {
        if (random() < 0.2) continue;
        const leaning = slope * (state / STATES - 0.5 - middle) + random() - 0.5;
        votes.push({
          state: stateName(state),
          rollCall: `${year}-${call}`,
          session: year + 1,
          date: `${1946 + year}-11-01`,
          vote: leaning > 0.2 ? "yes" : leaning < -0.4 ? "no" : "abstain",
        });
      }
    }
  return votes;
}

function stateName(state: number): string {
  return `${String.fromCharCode(65 + (state % 26))}${String.fromCharCode(65 + Math.floor(state / 26))}_`;
}

function cpuSeconds(run: () => number): { seconds: number; count: number } {
  const before = process.cpuUsage();
  const count = run();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, count };
}

/** Kappa dyad by dyad: the votes of each pair joined on the roll call. */
function slowly(votes: readonly CastVote[]): number {
  const byState = new Map<string, Map<string, number>>();
  for (const { state, rollCall, vote, session } of votes) {
    if (session > SLOW_YEARS) continue;
    const of = byState.get(state) ?? new Map<string, number>();
    of.set(rollCall, CODE[vote]!);
    byState.set(state, of);
  }
  const states = [...byState];
  let count = 0;
  let check = 0;
  for (const [at, [, one]] of states.entries())
    for (const [, other] of states.slice(at + 1)) {
      const pairs = [...one].flatMap(([call, x]) => {
        const y = other.get(call);
        return y === undefined ? [] : [[x, y] as const];
      });
      const sum = (of: (x: number, y: number) => number) =>
        pairs.reduce((total, [x, y]) => total + of(x, y), 0);
      const expected =
        sum((x) => x * x) + sum((_, y) => y * y) - (2 / pairs.length) * sum((x) => x) * sum((_, y) => y);
      check += expected === 0 ? 0 : 1 - sum((x, y) => (x - y) ** 2) / expected;
      count++;
    }
  if (Number.isNaN(check)) throw new Error("A pair has no common vote.");
  return count;
}

const votes = drawnVotes();
console.log(`${votes.length} votes of ${STATES} states in ${YEARS} years`);
const names = ["un_agreement_voeten", "un_s_abs_unweighted", "un_s_sq_unweighted", "un_kappa_sq", "un_pi_sq"];
let all = 0;
for (const name of names) {
  const { seconds, count } = cpuSeconds(() => {
    let rows = 0;
    for (const _ of dyads(name, { votes }, { once: true })) rows++;
    return rows;
  });
  all += seconds;
  console.log(`${name}: ${count} dyad-years in ${seconds.toFixed(2)} s of CPU`);
}
const slow = cpuSeconds(() => slowly(votes));
const slowAll = (slow.seconds / SLOW_YEARS) * YEARS;
console.log(`dyad by dyad, one measure, ${slow.count} dyad-years: ${slow.seconds.toFixed(2)} s of CPU`);
console.log(`ratio per measure: ${(slowAll / (all / names.length)).toFixed(0)} times faster`);
const points = cpuSeconds(() => estimateIdealPoints(votes)[0]?.length ?? 0);
console.log(`ideal points of ${points.count} state-sessions: ${points.seconds.toFixed(1)} s of CPU`);
