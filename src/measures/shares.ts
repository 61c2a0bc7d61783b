/**
 * Which way a state leans between two powers: (a − b) / (a + b), in [−1, 1]; 1 is all with the first.
 * Null where both levels are zero. Levels must be finite and not negative.
 */
export function tilt(a: number, b: number): number | null {
  requireLevels([a, b]);
  return a + b > 0 ? (a - b) / (a + b) : null;
}

/**
 * How evenly levels are spread over k powers: Shannon entropy of the shares over ln k, in [0, 1]; 1 is even.
 * Null where all levels are zero or there are fewer than two powers. Levels must be finite and not negative.
 */
export function evenness(levels: readonly number[]): number | null {
  requireLevels(levels);
  const total = levels.reduce((sum, level) => sum + level, 0);
  if (levels.length < 2 || total <= 0) return null;
  const entropy = levels
    .map((level) => level / total)
    .reduce((sum, share) => (share > 0 ? sum - share * Math.log(share) : sum), 0);
  return Math.min(1, Math.max(0, entropy / Math.log(levels.length)));
}

function requireLevels(levels: readonly number[]): void {
  const wrong = levels.find((level) => !(level >= 0 && level < Number.POSITIVE_INFINITY));
  if (wrong !== undefined)
    throw new RangeError(`A level must be a finite number of zero or more, but one is ${wrong}.`);
}
