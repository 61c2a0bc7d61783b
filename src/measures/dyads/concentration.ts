/** Sum of squared shares, in (0, 1]; 1 is all with one. Null where the amounts sum to zero. Amounts must not be negative. */
export function herfindahl(amounts: readonly number[]): number | null {
  const whole = sumOf(amounts);
  if (whole === 0) return null;
  return amounts.reduce((sum, amount) => sum + (amount / whole) ** 2, 0);
}

/** Herfindahl index set to [0, 1] whatever the number of partners: 0 is even, 1 is all with one. */
export function normalisedHerfindahl(amounts: readonly number[]): number | null {
  const index = herfindahl(amounts);
  if (index === null || amounts.length < 2) return null;
  return (index - 1 / amounts.length) / (1 - 1 / amounts.length);
}

/** Shannon entropy of the shares with natural logarithms; 0 is all with one. Null where the amounts sum to zero. */
export function entropy(amounts: readonly number[]): number | null {
  const whole = sumOf(amounts);
  if (whole === 0) return null;
  return amounts.reduce((sum, amount) => {
    const share = amount / whole;
    return share > 0 ? sum - share * Math.log(share) : sum;
  }, 0);
}

function sumOf(amounts: readonly number[]): number {
  const wrong = amounts.find((amount) => !(amount >= 0));
  if (wrong !== undefined) throw new RangeError(`An amount must be zero or more, but one is ${wrong}.`);
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
