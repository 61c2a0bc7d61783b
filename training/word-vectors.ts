import { seeded } from "../src/vocabulary/random.ts";
import { orthonormal, singularVectors } from "./linear-algebra.ts";

/** Words with fewer occurrences have no vector. */
const FEWEST = 8;
/** The neighbours that are counted, by their place; near ones tell the syntax of a word. */
const PLACES = [-2, -1, 1, 2] as const;
/** Neighbours are told apart by word where they are among the commonest words. */
const CONTEXT_WORDS = 4000;
/** Context distribution smoothing. Levy, Goldberg & Dagan 2015. */
const SMOOTHING = 0.75;

export interface WordVectors {
  /** Words as `wordKey` writes them, commonest first. */
  readonly words: readonly string[];
  readonly width: number;
  /** One row a word; the mean square of each row is 1/4. */
  readonly rows: Float32Array;
}

/**
 * Vectors of the commonest words from their neighbours: positive pointwise mutual information with the words two
 * before to two after, each place by itself, brought down to `width` dimensions by a randomised singular value
 * decomposition. Levy & Goldberg 2014; Halko, Martinsson & Tropp 2011.
 */
export function wordVectors(
  sentences: readonly (readonly string[])[],
  options: { readonly most: number; readonly width: number; readonly seed: number },
): WordVectors {
  const counts = new Map<string, number>();
  for (const words of sentences) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts]
    .filter(([, count]) => count >= FEWEST)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, options.most)
    .map(([word]) => word);
  const matrix = mutualInformation(count(sentences, words));
  return {
    words,
    width: options.width,
    rows: decompose(matrix, words.length, options.width, seeded(options.seed)),
  };
}

/** A sparse matrix, row by row. */
interface Sparse {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Int32Array;
  readonly column: Int32Array;
  readonly value: Float32Array;
}

function count(sentences: readonly (readonly string[])[], words: readonly string[]): Sparse {
  const numbers = new Map(words.map((word, at) => [word, at]));
  const contexts = Math.min(CONTEXT_WORDS, words.length) + 2;
  const columns = PLACES.length * contexts;
  const cells = words.map(() => new Map<number, number>());
  for (const sentence of sentences) {
    const ids = sentence.map((word) => numbers.get(word) ?? -1);
    ids.forEach((id, at) => {
      const row = cells[id];
      if (row === undefined) return;
      PLACES.forEach((place, block) => {
        const other = at + place;
        const outside = other < 0 || other >= ids.length;
        const neighbour = outside ? -1 : (ids[other] as number);
        const context = neighbour >= 0 && neighbour < contexts - 2 ? neighbour + 2 : outside ? 0 : 1;
        const column = block * contexts + context;
        row.set(column, (row.get(column) ?? 0) + 1);
      });
    });
  }
  const size = cells.reduce((sum, row) => sum + row.size, 0);
  const starts = new Int32Array(words.length + 1);
  const column = new Int32Array(size);
  const value = new Float32Array(size);
  let at = 0;
  cells.forEach((row, index) => {
    for (const [to, times] of row) {
      column[at] = to;
      value[at++] = times;
    }
    starts[index + 1] = at;
  });
  return { rows: words.length, columns, starts, column, value };
}

/** Counts to positive pointwise mutual information, in place. */
function mutualInformation(matrix: Sparse): Sparse {
  const { rows, columns, starts, column, value } = matrix;
  const ofRow = new Float64Array(rows);
  const ofColumn = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      ofRow[row] = (ofRow[row] as number) + (value[at] as number);
      ofColumn[column[at] as number] = (ofColumn[column[at] as number] as number) + (value[at] as number);
    }
  }
  const smoothed = ofColumn.map((sum) => sum ** SMOOTHING);
  const all = smoothed.reduce((sum, share) => sum + share, 0);
  for (let row = 0; row < rows; row++) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const expected = ((ofRow[row] as number) * (smoothed[column[at] as number] as number)) / all;
      value[at] = Math.max(0, Math.log((value[at] as number) / expected));
    }
  }
  return matrix;
}

/** U · √S of the leading dimensions, every row brought to one length. */
function decompose(matrix: Sparse, words: number, width: number, random: () => number): Float32Array {
  const wide = width + 16;
  const start = new Float64Array(matrix.columns * wide);
  for (let at = 0; at < start.length; at++) start[at] = random() + random() + random() - 1.5;
  let range = orthonormal(times(matrix, start, wide), words, wide);
  for (let power = 0; power < 4; power++) {
    const back = orthonormal(timesTransposed(matrix, range, wide), matrix.columns, wide);
    range = orthonormal(times(matrix, back, wide), words, wide);
  }
  const small = timesTransposed(matrix, range, wide);
  const { vectors, values } = singularVectors(small, matrix.columns, wide);
  const rows = new Float32Array(words * width);
  for (let word = 0; word < words; word++) {
    let square = 0;
    for (let to = 0; to < width; to++) {
      let sum = 0;
      for (let from = 0; from < wide; from++)
        sum += (range[word * wide + from] as number) * (vectors[from * wide + to] as number);
      const entry = sum * Math.sqrt(values[to] as number);
      rows[word * width + to] = entry;
      square += entry * entry;
    }
    const scale = square > 0 ? 0.5 / Math.sqrt(square / width) : 0;
    for (let to = 0; to < width; to++) rows[word * width + to] = (rows[word * width + to] as number) * scale;
  }
  return rows;
}

function times({ rows, starts, column, value }: Sparse, by: Float64Array, wide: number): Float64Array {
  const result = new Float64Array(rows * wide);
  for (let row = 0; row < rows; row++) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const from = (column[at] as number) * wide;
      const factor = value[at] as number;
      for (let to = 0; to < wide; to++)
        result[row * wide + to] = (result[row * wide + to] as number) + factor * (by[from + to] as number);
    }
  }
  return result;
}

function timesTransposed(
  { rows, columns, starts, column, value }: Sparse,
  by: Float64Array,
  wide: number,
): Float64Array {
  const result = new Float64Array(columns * wide);
  for (let row = 0; row < rows; row++) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const into = (column[at] as number) * wide;
      const factor = value[at] as number;
      for (let to = 0; to < wide; to++)
        result[into + to] = (result[into + to] as number) + factor * (by[row * wide + to] as number);
    }
  }
  return result;
}
