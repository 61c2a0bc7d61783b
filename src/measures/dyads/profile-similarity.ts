import { type AllianceYear, HIGHEST_LEVEL } from "./alliance-table.ts";
import { popcount } from "./bits.ts";

const CATEGORIES = HIGHEST_LEVEL + 1;

/** Towards how many states two states stand at each pair of levels: `table[4 * levelOfA + levelOfB]`. */
export type LevelTable = Int32Array;

export function levelTable(): LevelTable {
  return new Int32Array(CATEGORIES * CATEGORIES);
}

/** Fills `table` for two rows of a year. */
export function countLevels(
  { states, at }: AllianceYear,
  rowA: number,
  rowB: number,
  table: LevelTable,
): void {
  const { words } = at[0];
  const fromA = rowA * words;
  const fromB = rowB * words;
  table.fill(0);
  for (let a = 1; a < CATEGORIES; a++) {
    const planeA = at[a - 1]!.bits;
    for (let word = 0; word < words; word++) {
      const bitsA = planeA[fromA + word]!;
      if (bitsA === 0) continue;
      let left = bitsA;
      for (let b = 1; b < CATEGORIES; b++) {
        const both = bitsA & at[b - 1]!.bits[fromB + word]!;
        if (both === 0) continue;
        table[CATEGORIES * a + b]! += popcount(both);
        left &= ~both;
      }
      table[CATEGORIES * a]! += popcount(left);
    }
  }
  for (let b = 1; b < CATEGORIES; b++) {
    const planeB = at[b - 1]!.bits;
    let ofB = 0;
    for (let word = 0; word < words; word++) ofB += popcount(planeB[fromB + word]!);
    for (let a = 1; a < CATEGORIES; a++) ofB -= table[CATEGORIES * a + b]!;
    table[b] = ofB;
  }
  let counted = 0;
  for (let cell = 1; cell < table.length; cell++) counted += table[cell]!;
  table[0] = states.length - counted;
}

/** Allied or not: levels 1 to 3 as one. Row and column 0 and 1 of the result hold it. */
export function binaryTable(table: LevelTable): LevelTable {
  const binary = levelTable();
  for (let a = 0; a < CATEGORIES; a++)
    for (let b = 0; b < CATEGORIES; b++)
      binary[CATEGORIES * Math.min(a, 1) + Math.min(b, 1)]! += table[CATEGORIES * a + b]!;
  return binary;
}

/** Sum over the table of what two levels count. */
function over(table: LevelTable, of: (a: number, b: number) => number): number {
  let sum = 0;
  for (let a = 0; a < CATEGORIES; a++)
    for (let b = 0; b < CATEGORIES; b++) {
      const count = table[CATEGORIES * a + b]!;
      if (count > 0) sum += count * of(a, b);
    }
  return sum;
}

const square = (number: number) => number * number;

/** S with absolute distances over a scale from 0 to `span`, in [−1, 1]: Signorino and Ritter (1999). */
export function profileSAbsolute(table: LevelTable, n: number, span: number): number {
  return 1 - over(table, (a, b) => Math.abs(a - b)) / ((n * span) / 2);
}

/** S with squared distances over a scale from 0 to `span`, in [−1, 1]. */
export function profileSSquared(table: LevelTable, n: number, span: number): number {
  return 1 - over(table, (a, b) => square(a - b)) / ((n * square(span)) / 2);
}

/** Cohen's kappa with squared weights, in [−1, 1]; null where both profiles are the same throughout. */
export function profileKappa(table: LevelTable, n: number): number | null {
  const apart = over(table, (a, b) => square(a - b));
  const expected =
    n * over(table, (a, b) => square(a) + square(b)) - 2 * over(table, (a) => a) * over(table, (_, b) => b);
  return expected === 0 ? null : 1 - (n * apart) / expected;
}

/**
 * The table with its levels numbered by rank among those that occur, so that of 0, 2 and 3 the second is one step
 * from both. R's psych::cohen.kappa measures distance so, and with it the published kappas of fpsim.
 */
export function rankedTable(table: LevelTable): LevelTable {
  const occurs = (level: number) => over(table, (a, b) => (a === level || b === level ? 1 : 0)) > 0;
  const ranks = new Int32Array(CATEGORIES);
  let rank = 0;
  for (let level = 0; level < CATEGORIES; level++) if (occurs(level)) ranks[level] = rank++;
  const ranked = levelTable();
  for (let a = 0; a < CATEGORIES; a++)
    for (let b = 0; b < CATEGORIES; b++)
      ranked[CATEGORIES * ranks[a]! + ranks[b]!]! += table[CATEGORIES * a + b]!;
  return ranked;
}

/** Scott's pi without weights, in [−1, 1]: any two levels are as different as any others. Null as for kappa. */
export function profilePiNominal(table: LevelTable, n: number): number | null {
  const same = over(table, (a, b) => (a === b ? 1 : 0)) / n;
  let chance = 0;
  for (let level = 0; level < CATEGORIES; level++)
    chance += square(over(table, (a, b) => (a === level ? 1 : 0) + (b === level ? 1 : 0)) / (2 * n));
  return chance === 1 ? null : (same - chance) / (1 - chance);
}

/** Scott's pi with squared weights, in [−1, 1]. Null as for kappa. */
export function profilePiSquared(table: LevelTable, n: number): number | null {
  const apart = over(table, (a, b) => square(a - b));
  const both = over(table, (a, b) => a + b);
  const expected = 2 * n * over(table, (a, b) => square(a) + square(b)) - square(both);
  return expected === 0 ? null : 1 - (2 * n * apart) / expected;
}

/**
 * S where each state of the profile counts by its weight. Null where no weight is known.
 *
 * @param weights One per state of the year; NaN where unknown, which leaves the state out.
 */
export function profileSWeighted(
  { levels, states }: AllianceYear,
  rowA: number,
  rowB: number,
  weights: Float64Array,
  power: 1 | 2,
): number | null {
  const n = states.length;
  let apart = 0;
  let whole = 0;
  for (let column = 0; column < n; column++) {
    const weight = weights[column]!;
    if (Number.isNaN(weight)) continue;
    const difference = Math.abs(levels[rowA * n + column]! - levels[rowB * n + column]!);
    apart += weight * (power === 1 ? difference : difference * difference);
    whole += weight;
  }
  return whole === 0 ? null : 1 - apart / ((whole * HIGHEST_LEVEL ** power) / 2);
}
