/** Columns of a rows × wide matrix made orthonormal, in place, by modified Gram–Schmidt, twice over for accuracy. */
export function orthonormal(matrix: Float64Array, rows: number, wide: number): Float64Array {
  for (let pass = 0; pass < 2; pass++) {
    for (let column = 0; column < wide; column++) {
      for (let earlier = 0; earlier < column; earlier++) {
        let dot = 0;
        for (let at = 0; at < rows * wide; at += wide)
          dot += (matrix[at + column] as number) * (matrix[at + earlier] as number);
        for (let at = 0; at < rows * wide; at += wide)
          matrix[at + column] = (matrix[at + column] as number) - dot * (matrix[at + earlier] as number);
      }
      let square = 0;
      for (let at = column; at < rows * wide; at += wide) square += (matrix[at] as number) ** 2;
      const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
      for (let at = column; at < rows * wide; at += wide) matrix[at] = (matrix[at] as number) * scale;
    }
  }
  return matrix;
}

/**
 * Right singular vectors (wide × wide, one a column) and singular values, largest first, of a tall rows × wide
 * matrix, from the eigenvectors of its Gram matrix by Jacobi's rotations.
 */
export function singularVectors(
  matrix: Float64Array,
  rows: number,
  wide: number,
): { readonly vectors: Float64Array; readonly values: Float64Array } {
  const gram = new Float64Array(wide * wide);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < wide; i++) {
      const factor = matrix[row * wide + i] as number;
      if (factor === 0) continue;
      for (let j = 0; j < wide; j++)
        gram[i * wide + j] = (gram[i * wide + j] as number) + factor * (matrix[row * wide + j] as number);
    }
  }
  const vectors = new Float64Array(wide * wide);
  for (let at = 0; at < wide; at++) vectors[at * wide + at] = 1;
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0;
    for (let p = 0; p < wide; p++) {
      for (let q = p + 1; q < wide; q++) {
        off += Math.abs(gram[p * wide + q] as number);
        rotate(gram, vectors, wide, p, q);
      }
    }
    if (off < 1e-9 * Math.abs(gram[0] as number)) break;
  }
  const order = Array.from({ length: wide }, (_, at) => at).sort(
    (a, b) => (gram[b * wide + b] as number) - (gram[a * wide + a] as number),
  );
  const sorted = new Float64Array(wide * wide);
  order.forEach((from, to) => {
    for (let row = 0; row < wide; row++) sorted[row * wide + to] = vectors[row * wide + from] as number;
  });
  return {
    vectors: sorted,
    values: Float64Array.from(order, (at) => Math.sqrt(Math.max(0, gram[at * wide + at] as number))),
  };
}

/** One Jacobi rotation, which brings the entry (p, q) of a symmetric matrix to zero. */
function rotate(gram: Float64Array, vectors: Float64Array, wide: number, p: number, q: number): void {
  const between = gram[p * wide + q] as number;
  if (between === 0) return;
  const theta = ((gram[q * wide + q] as number) - (gram[p * wide + p] as number)) / (2 * between);
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  const turn = (matrix: Float64Array, a: number, b: number): void => {
    const [left, right] = [matrix[a] as number, matrix[b] as number];
    matrix[a] = cosine * left - sine * right;
    matrix[b] = sine * left + cosine * right;
  };
  for (let at = 0; at < wide; at++) turn(gram, at * wide + p, at * wide + q);
  for (let at = 0; at < wide; at++) turn(gram, p * wide + at, q * wide + at);
  for (let at = 0; at < wide; at++) turn(vectors, at * wide + p, at * wide + q);
}

/** x for matrix · x = right, by Gauss's elimination with the largest pivot. */
export function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] as number]);
  const n = rows.length;
  for (let at = 0; at < n; at++) {
    const pivot = rows.reduce(
      (best, row, place) =>
        place >= at && Math.abs(row[at] as number) > Math.abs(rows[best]?.[at] as number) ? place : best,
      at,
    );
    [rows[at], rows[pivot]] = [rows[pivot] as number[], rows[at] as number[]];
    const line = rows[at] as number[];
    for (let below = at + 1; below < n; below++) {
      const row = rows[below] as number[];
      const factor = (row[at] as number) / (line[at] as number);
      if (factor === 0) continue;
      for (let j = at; j <= n; j++) row[j] = (row[j] as number) - factor * (line[j] as number);
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let at = n - 1; at >= 0; at--) {
    const line = rows[at] as number[];
    let sum = line[n] as number;
    for (let j = at + 1; j < n; j++) sum -= (line[j] as number) * (x[j] as number);
    x[at] = sum / (line[at] as number);
  }
  return x;
}
