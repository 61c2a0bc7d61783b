import {
  ADD,
  AT_LEAST,
  type Code,
  constant,
  DOT,
  decrease,
  F_ADD,
  F_FROM_INTEGERS,
  F_MUL,
  get,
  I_ADD,
  increase,
  type Kernel,
  load,
  MUL,
  repeat,
  set,
  splat,
  store,
  when,
  ZERO,
} from "./wasm-code.ts";

// Parameters of both products; the second has the scales of the columns beside.
const A = 0;
const LDA = 1;
const B = 2;
const C = 3;
const LDC = 4;
const M = 5;
const N = 6;
const K = 7;
const SCALES = 8;
// Locals after them: nine integers, eleven vectors.
const J = 9;
const P = 10;
const PA = [11, 12, 13, 14];
const PB = 15;
const JB = 16;
const JC = 17;
const ACC = 18; // eight accumulators, two for each of four rows
const B0 = 26;
const B1 = 27;
const S = 28;

const accumulator = (row: number, half: number): number => ACC + row * 2 + half;
const rowOfC = (row: number): Code => [...get(JC), ...get(LDC), ...constant(row), ...MUL, ...ADD];
const HALVES = [0, 1] as const;

/** How the sums of one block of C begin, how one step along K adds to them, and how they end. */
interface Product {
  readonly begin: (row: number, half: number) => Code;
  readonly step: (row: number, half: number) => Code;
  readonly end: (row: number, half: number) => Code;
}

const FLOATS: Product = {
  begin: (row, half) => [...rowOfC(row), ...load(half * 16)],
  step: (row, half) => [
    ...get(accumulator(row, half)),
    ...get(S),
    ...get(half === 0 ? B0 : B1),
    ...F_MUL,
    ...F_ADD,
  ],
  end: (row, half) => get(accumulator(row, half)),
};

const INTEGERS: Product = {
  begin: () => ZERO,
  step: (row, half) => [
    ...get(accumulator(row, half)),
    ...get(S),
    ...get(half === 0 ? B0 : B1),
    ...DOT,
    ...I_ADD,
  ],
  end: (row, half) => [
    ...rowOfC(row),
    ...load(half * 16),
    ...get(accumulator(row, half)),
    ...F_FROM_INTEGERS,
    ...get(SCALES),
    ...get(JC),
    ...ADD,
    ...get(C),
    ...[0x6b],
    ...load(half * 16),
    ...F_MUL,
    ...F_ADD,
  ],
};

/** The rows of C from `A` on: `rows` of them, eight columns at a time. */
function block(product: Product, rows: number): Code {
  const each = (make: (row: number) => Code): Code =>
    Array.from({ length: rows }, (_, row) => make(row)).flat();
  const inner = repeat(
    [
      ...get(PB),
      ...load(0),
      ...set(B0),
      ...get(PB),
      ...load(16),
      ...set(B1),
      ...each((row) => [
        ...get(PA[row] ?? 0),
        ...splat(0),
        ...set(S),
        ...HALVES.flatMap((half) => [...product.step(row, half), ...set(accumulator(row, half))]),
        ...increase(PA[row] ?? 0, constant(4)),
      ]),
      ...increase(PB, constant(32)),
      ...decrease(P, constant(1)),
    ],
    get(P),
  );
  const columns = repeat(
    [
      ...each((row) => [...get(A), ...get(LDA), ...constant(row), ...MUL, ...ADD, ...set(PA[row] ?? 0)]),
      ...get(JB),
      ...set(PB),
      ...get(K),
      ...set(P),
      ...each((row) =>
        HALVES.flatMap((half) => [...product.begin(row, half), ...set(accumulator(row, half))]),
      ),
      ...inner,
      ...each((row) =>
        HALVES.flatMap((half) => [...rowOfC(row), ...product.end(row, half), ...store(half * 16)]),
      ),
      ...get(PB),
      ...set(JB),
      ...increase(JC, constant(32)),
      ...decrease(J, constant(8)),
    ],
    get(J),
  );
  return [
    ...get(B),
    ...set(JB),
    ...get(C),
    ...set(JC),
    ...get(N),
    ...set(J),
    ...columns,
    ...increase(A, [...get(LDA), ...constant(rows), ...MUL]),
    ...increase(C, [...get(LDC), ...constant(rows), ...MUL]),
    ...decrease(M, constant(rows)),
  ];
}

function kernel(name: string, product: Product): Kernel {
  const atLeast = (rows: number): Code => [...get(M), ...constant(rows), ...AT_LEAST];
  return {
    name,
    parameters: 9,
    integers: 9,
    vectors: 11,
    code: [
      ...when(atLeast(4), repeat(block(product, 4), atLeast(4))),
      ...when(atLeast(2), block(product, 2)),
      ...when(atLeast(1), block(product, 1)),
    ],
  };
}

/**
 * `multiply(a, lda, b, c, ldc, m, n, k, 0)`: C += A · B, all floats. Addresses and leading dimensions are in bytes; B
 * is packed in panels of eight columns; n is a multiple of 8, k at least 1.
 */
export const MULTIPLY: Kernel = kernel("multiply", FLOATS);

/**
 * `multiplyWhole(a, lda, b, c, ldc, m, n, k, scales)`: C += (A · B) scaled by column. A and B are 16-bit integers, B
 * packed in panels of eight columns and two rows; k counts pairs of rows; the sums are exact.
 */
export const MULTIPLY_WHOLE: Kernel = kernel("multiplyWhole", INTEGERS);
