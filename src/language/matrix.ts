import { sigmoid32, tanh32 } from "./activation.ts";
import type { Arena, Block } from "./arena.ts";
import { LSTM_CELL, QUANTISE, RECTIFY } from "./cell-kernels.ts";
import { MULTIPLY, MULTIPLY_WHOLE } from "./product-kernels.ts";
import { moduleOf } from "./wasm-code.ts";

/**
 * What the network asks of the machine, over an arena's memory; addresses are in bytes, sizes and leading dimensions
 * in entries. WebAssembly and plain JavaScript give the same numbers, bit for bit.
 */
export interface Matrices {
  /** Whether WebAssembly with SIMD does the work, or plain JavaScript. */
  readonly accelerated: boolean;
  /** C += A · B in 32-bit floats: A is m × k, B k × n and packed by `pack`, n a multiple of 8. */
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
  /** C += (A · B) times the scale of each column: A and B in 16-bit integers, B packed by `packWhole`, k even, C in floats. */
  readonly multiplyWhole: (
    a: number,
    lda: number,
    b: number,
    c: number,
    ldc: number,
    m: number,
    n: number,
    k: number,
    scales: number,
  ) => void;
  /**
   * One step of an LSTM for one sentence. The gates input, forget, output and candidate, `hidden` floats each, are
   * replaced by their activations; `cell` and `out` receive the new state and output. `hidden` is a multiple of 4.
   */
  readonly cell: (gates: number, earlier: number, cell: number, out: number, hidden: number) => void;
  /** Floats in (-2, 2) to 16-bit integers, `UNIT` to the unit, ties to even; `count` is a multiple of 8. */
  readonly quantise: (from: number, to: number, count: number) => void;
  /** Floats below zero become zero; `count` is a multiple of 4. */
  readonly rectify: (at: number, count: number) => void;
}

/** What 1 is as a 16-bit integer. With 8-bit weights, sums over 1,000 products stay exact in 32 bits. */
export const UNIT = 16384;

/** The kernels for an arena; without WebAssembly SIMD, or when `plain` asks for it, in JavaScript. */
export function createMatrices(arena: Arena, options: { readonly plain?: boolean } = {}): Matrices {
  if (!options.plain && typeof WebAssembly !== "undefined") {
    const bytes = moduleOf([MULTIPLY, MULTIPLY_WHOLE, LSTM_CELL, QUANTISE, RECTIFY]) as BufferSource;
    if (WebAssembly.validate(bytes)) return accelerated(arena, new WebAssembly.Module(bytes));
  }
  return plain(arena);
}

function accelerated(arena: Arena, module: WebAssembly.Module): Matrices {
  const { exports } = new WebAssembly.Instance(module, { m: { m: arena.memory } });
  const kernel = (name: string): ((...args: number[]) => void) =>
    exports[name] as (...args: number[]) => void;
  const multiply = kernel("multiply");
  const multiplyWhole = kernel("multiplyWhole");
  const cell = kernel("cell");
  const quantise = kernel("quantise");
  const rectify = kernel("rectify");
  return {
    accelerated: true,
    multiply: (a, lda, b, c, ldc, m, n, k) => {
      if (m > 0) multiply(a, lda * 4, b, c, ldc * 4, m, n, k, 0);
    },
    multiplyWhole: (a, lda, b, c, ldc, m, n, k, scales) => {
      if (m > 0) multiplyWhole(a, lda * 2, b, c, ldc * 4, m, n, k >> 1, scales);
    },
    cell: (gates, earlier, state, out, hidden) => cell(gates, earlier, state, out, hidden * 4),
    quantise: (from, to, count) => {
      if (count > 0) quantise(from, to, count);
    },
    rectify: (at, count) => {
      if (count > 0) rectify(at, count);
    },
  };
}

function plain(arena: Arena): Matrices {
  let views = { floats: new Float32Array(0), whole: new Int16Array(0) };
  const fresh = (): typeof views => {
    const { buffer } = arena.memory;
    if (views.floats.buffer !== buffer)
      views = { floats: new Float32Array(buffer), whole: new Int16Array(buffer) };
    return views;
  };
  return {
    accelerated: false,
    multiply: (a, lda, b, c, ldc, m, n, k) => {
      const { floats } = fresh();
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
    },
    multiplyWhole: (a, lda, b, c, ldc, m, n, k, scales) => {
      const { floats, whole } = fresh();
      const sum = new Int32Array(8);
      for (let row = 0; row < m; row++) {
        for (let column = 0; column < n; column += 8) {
          sum.fill(0);
          let from = (b >> 1) + column * k;
          for (let inner = 0; inner < k; inner += 2, from += 16) {
            const first = whole[(a >> 1) + row * lda + inner] as number;
            const second = whole[(a >> 1) + row * lda + inner + 1] as number;
            for (let lane = 0; lane < 8; lane++)
              sum[lane] =
                (sum[lane] as number) +
                first * (whole[from + 2 * lane] as number) +
                second * (whole[from + 2 * lane + 1] as number);
          }
          const to = (c >> 2) + row * ldc + column;
          for (let lane = 0; lane < 8; lane++) {
            const scale = floats[(scales >> 2) + column + lane] as number;
            floats[to + lane] =
              (floats[to + lane] as number) + Math.fround(Math.fround(sum[lane] as number) * scale);
          }
        }
      }
    },
    cell: (gates, earlier, cell, out, hidden) => {
      const { floats } = fresh();
      const [g, e, c, o] = [gates >> 2, earlier >> 2, cell >> 2, out >> 2];
      for (let unit = 0; unit < hidden; unit++) {
        const input = sigmoid32(floats[g + unit] as number);
        const forget = sigmoid32(floats[g + hidden + unit] as number);
        const emit = sigmoid32(floats[g + 2 * hidden + unit] as number);
        const candidate = tanh32(floats[g + 3 * hidden + unit] as number);
        const kept = Math.fround(forget * (floats[e + unit] as number));
        const state = Math.fround(Math.fround(input * candidate) + kept);
        floats[g + unit] = input;
        floats[g + hidden + unit] = forget;
        floats[g + 2 * hidden + unit] = emit;
        floats[g + 3 * hidden + unit] = candidate;
        floats[c + unit] = state;
        floats[o + unit] = emit * tanh32(state);
      }
    },
    quantise: (from, to, count) => {
      const { floats, whole } = fresh();
      for (let at = 0; at < count; at++)
        whole[(to >> 1) + at] = toEven((floats[(from >> 2) + at] as number) * UNIT);
    },
    rectify: (from, count) => {
      const { floats } = fresh();
      for (let at = from >> 2; at < (from >> 2) + count; at++) if ((floats[at] as number) < 0) floats[at] = 0;
    },
  };
}

/** Adding it to a float of less than 2^22 leaves no room for a fraction, so that the sum is rounded, ties to even. */
const ROUNDER = 1.5 * 2 ** 23;

function toEven(value: number): number {
  return Math.fround(value + ROUNDER) - ROUNDER;
}

/** Packs a k × n matrix, rows `ld` apart, into panels of eight columns; `to` holds k × n floats. */
export function pack(from: Float32Array, ld: number, k: number, n: number, to: Float32Array): void {
  let at = 0;
  for (let column = 0; column < n; column += 8) {
    for (let row = 0; row < k; row++) {
      const start = row * ld + column;
      to[at] = from[start] as number;
      to[at + 1] = from[start + 1] as number;
      to[at + 2] = from[start + 2] as number;
      to[at + 3] = from[start + 3] as number;
      to[at + 4] = from[start + 4] as number;
      to[at + 5] = from[start + 5] as number;
      to[at + 6] = from[start + 6] as number;
      to[at + 7] = from[start + 7] as number;
      at += 8;
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

/**
 * Packs a k × n matrix of whole numbers into panels of eight columns, two rows together; k is even, `to` holds k × n
 * 16-bit integers.
 */
export function packWhole(from: Int8Array, k: number, n: number, to: Int16Array): void {
  let at = 0;
  for (let column = 0; column < n; column += 8) {
    for (let row = 0; row < k; row += 2) {
      for (let lane = 0; lane < 8; lane++) {
        to[at++] = from[row * n + column + lane] as number;
        to[at++] = from[(row + 1) * n + column + lane] as number;
      }
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

/** As `takeMatrix`, for a matrix that is written before it is read. */
export function takeUnsetMatrix(arena: Arena, rows: number, columns: number): Matrix {
  return { rows, columns, block: arena.takeUnset(rows * columns) };
}

export function takeMatrix(arena: Arena, rows: number, columns: number): Matrix {
  return { rows, columns, block: arena.take(rows * columns) };
}
