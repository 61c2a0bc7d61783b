/**
 * Forms whose input projections are known, so that a word that comes again costs no products. It is working memory: what
 * it holds never changes what is parsed.
 */
export interface FormCache {
  /** The row of `projections` that each form has. */
  readonly rows: Map<string, number>;
  /** For each form the gates' inputs of both directions of the first layer, side by side. */
  projections: Float32Array;
}

/** The root before every sentence, which no form of a text is called. */
export const ROOT = "";
/** Beyond so many forms all are forgotten: 20 MB at 160 units. */
const MOST = 4096;

export function createFormCache(): FormCache {
  return { rows: new Map(), projections: new Float32Array(0) };
}

/** Gives each form, and the root, a row, and returns those that are new in the order of their rows, which are the last. */
export function addForms({ rows }: FormCache, forms: readonly string[]): string[] {
  const missing = (): string[] => [...new Set([ROOT, ...forms])].filter((form) => !rows.has(form));
  let added = missing();
  if (rows.size + added.length > MOST) {
    rows.clear();
    added = missing();
  }
  for (const form of added) rows.set(form, rows.size);
  return added;
}

/** The projections, with room for every row. */
export function projectionsOf(cache: FormCache, width: number): Float32Array {
  const needed = Math.max(MOST, cache.rows.size) * width;
  if (cache.projections.length < needed) {
    const larger = new Float32Array(needed);
    larger.set(cache.projections);
    cache.projections = larger;
  }
  return cache.projections;
}
