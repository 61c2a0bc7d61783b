/** A word as part of a regular expression that matches it to the letter. */
export function literal(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Alternatives of a regular expression, the longest first so that none hides another. */
export function oneOf(words: readonly string[]): string {
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map(literal).join("|")})`;
}
