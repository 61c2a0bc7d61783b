import { popcount } from "./bits.ts";
import type { PeriodVotes } from "./roll-calls.ts";

/** How two states voted on the roll calls on which both did; yes is 1, abstain 2, no 3. */
export interface VoteCounts {
  /** Roll calls on which both voted. */
  n: number;
  same: number;
  /** One voted yes and the other no. */
  opposed: number;
  /** Yes and no votes of each among the n. */
  yesA: number;
  noA: number;
  yesB: number;
  noB: number;
}

/** Fills `counts` for two rows of a period. */
export function countVotes(period: PeriodVotes, rowA: number, rowB: number, counts: VoteCounts): void {
  const { words } = period.present;
  const yes = period.yes.bits;
  const no = period.no.bits;
  const present = period.present.bits;
  const fromA = rowA * words;
  const fromB = rowB * words;
  let n = 0;
  let sameVote = 0;
  let decided = 0;
  let opposed = 0;
  let yesA = 0;
  let noA = 0;
  let yesB = 0;
  let noB = 0;
  for (let word = 0; word < words; word++) {
    const presentA = present[fromA + word]!;
    const presentB = present[fromB + word]!;
    const both = presentA & presentB;
    if (both === 0) continue;
    const sayYesA = yes[fromA + word]! & both;
    const sayYesB = yes[fromB + word]! & both;
    const sayNoA = no[fromA + word]! & both;
    const sayNoB = no[fromB + word]! & both;
    n += popcount(both);
    yesA += popcount(sayYesA);
    yesB += popcount(sayYesB);
    noA += popcount(sayNoA);
    noB += popcount(sayNoB);
    sameVote += popcount((sayYesA & sayYesB) | (sayNoA & sayNoB));
    decided += popcount(sayYesA | sayNoA | sayYesB | sayNoB);
    opposed += popcount((sayYesA & sayNoB) | (sayNoA & sayYesB));
  }
  counts.n = n;
  // Both abstain where neither says yes or no.
  counts.same = sameVote + n - decided;
  counts.opposed = opposed;
  counts.yesA = yesA;
  counts.noA = noA;
  counts.yesB = yesB;
  counts.noB = noB;
}

/** Sum of |x − y| over the common votes. */
function distance({ n, same, opposed }: VoteCounts): number {
  return n - same - opposed + 2 * opposed;
}

/** Sum of (x − y)² over the common votes. */
function squares({ n, same, opposed }: VoteCounts): number {
  return n - same - opposed + 4 * opposed;
}

const sum = (n: number, yes: number, no: number) => yes + 2 * (n - yes - no) + 3 * no;
const sumOfSquares = (n: number, yes: number, no: number) => yes + 4 * (n - yes - no) + 9 * no;

/**
 * Mean of 1 − |x − y| / 2: an abstention against a vote counts half. In [0, 1]. Over contested roll calls this
 * is the published agreement of Bailey, Strezhnev and Voeten (2017).
 */
export function agreement(counts: VoteCounts): number {
  return 1 - distance(counts) / (2 * counts.n);
}

/** Share of common votes that are the same, in [0, 1]; over contested roll calls, the published USAgree and its like. */
export function strictShare({ n, same }: VoteCounts): number {
  return same / n;
}

/** S with absolute distances, in [−1, 1]: Signorino and Ritter (1999), ISQ 43. */
export function sAbsolute(counts: VoteCounts): number {
  return 1 - distance(counts) / counts.n;
}

/** S with squared distances, in [−1, 1]. */
export function sSquared(counts: VoteCounts): number {
  return 1 - squares(counts) / (2 * counts.n);
}

/** Cohen's kappa with squared weights, in [−1, 1]; 0 where it is undefined, as Häge (2011) has it. */
export function kappaSquared(counts: VoteCounts): number {
  const { n, yesA, noA, yesB, noB } = counts;
  const expected =
    n * (sumOfSquares(n, yesA, noA) + sumOfSquares(n, yesB, noB)) - 2 * sum(n, yesA, noA) * sum(n, yesB, noB);
  return expected === 0 ? 0 : 1 - (n * squares(counts)) / expected;
}

/** Scott's pi with squared weights, in [−1, 1]; 0 where it is undefined, as Häge (2011) has it. */
export function piSquared(counts: VoteCounts): number {
  const { n, yesA, noA, yesB, noB } = counts;
  const both = sum(n, yesA, noA) + sum(n, yesB, noB);
  const expected = 2 * n * (sumOfSquares(n, yesA, noA) + sumOfSquares(n, yesB, noB)) - both * both;
  return expected === 0 ? 0 : 1 - (2 * n * squares(counts)) / expected;
}
