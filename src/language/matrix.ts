import type { Arena, Block } from "./arena.ts";
import { matrixModule } from "./wasm.ts";

/** C += A · B over an arena's memory, all numbers 32-bit floats. */
export interface Matrices {
  /** Whether WebAssembly with SIMD does the work, or plain JavaScript. Both give the same numbers, bit for bit. */
  readonly accelerated: boolean;
  /**
   * @param a Byte address of A, m × k, rows `lda` floats apart.
   * @param b Byte address of B, k × n, packed by `pack`; n is a multiple of 8.
   * @param c Byte address of C, m × n, rows `ldc` floats apart.
   */
  readonly multiply: (
    a: number,
    lda: number,
    b: number,
    c: number,
    ldc: number,
    m: number,
    n: number,
    k: number,
  ) => void;
}

/** The matrix product for an arena; without WebAssembly SIMD, or when `plain` asks for it, in JavaScript. */
export function createMatrices(arena: Arena, options: { readonly plain?: boolean } = {}): Matrices {
  if (!options.plain && typeof WebAssembly !== "undefined") {
    const bytes = matrixModule();
    if (WebAssembly.validate(bytes as BufferSource)) {
      const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes as BufferSource), {
        m: { m: arena.memory },
      });
      const multiply = instance.exports["multiply"] as (...args: number[]) => void;
      return {
        accelerated: true,
        multiply: (a, lda, b, c, ldc, m, n, k) => {
          if (m > 0) multiply(a, lda * 4, b, c, ldc * 4, m, n, k);
        },
      };
    }
  }
  return { accelerated: false, multiply: plainMultiply(arena) };
}

function plainMultiply(arena: Arena): Matrices["multiply"] {
  return (a, lda, b, c, ldc, m, n, k) => {
    const floats = new Float32Array(arena.memory.buffer);
    const sum = new Float32Array(8);
    for (let row = 0; row < m; row++) {
      for (let column = 0; column < n; column += 8) {
        const to = (c >> 2) + row * ldc + column;
        for (let lane = 0; lane < 8; lane++) sum[lane] = floats[to + lane] as number;
        let from = (b >> 2) + column * k;
        for (let inner = 0; inner < k; inner++, from += 8) {
          const factor = floats[(a >> 2) + row * lda + inner] as number;
          for (let lane = 0; lane < 8; lane++)
            sum[lane] = (sum[lane] as number) + Math.fround(factor * (floats[from + lane] as number));
        }
        for (let lane = 0; lane < 8; lane++) floats[to + lane] = sum[lane] as number;
      }
    }
  };
}

/** Packs a k × n matrix, rows `ld` apart, into panels of eight columns; `to` holds k × n floats. */
export function pack(from: Float32Array, ld: number, k: number, n: number, to: Float32Array): void {
  let at = 0;
  for (let column = 0; column < n; column += 8) {
    for (let row = 0; row < k; row++) {
      const start = row * ld + column;
      for (let lane = 0; lane < 8; lane++) to[at++] = from[start + lane] as number;
    }
  }
}

/** Packs the transpose of an n × k matrix: B = fromᵀ, k × n. */
export function packTransposed(from: Float32Array, ld: number, k: number, n: number, to: Float32Array): void {
  let at = 0;
  for (let column = 0; column < n; column += 8) {
    for (let row = 0; row < k; row++) {
      for (let lane = 0; lane < 8; lane++) to[at++] = from[(column + lane) * ld + row] as number;
    }
  }
}

/** The smallest multiple of 8 that holds `n`. */
export function padded(n: number): number {
  return (n + 7) & ~7;
}

/** A matrix in an arena, row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly block: Block;
}

export function takeMatrix(arena: Arena, rows: number, columns: number): Matrix {
  return { rows, columns, block: arena.take(rows * columns) };
}
