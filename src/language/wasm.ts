/** The few WebAssembly instructions that the matrix kernel needs, as bytes. Source: WebAssembly core specification 2.0, binary format. */
const I32 = 0x7f;
const V128 = 0x7b;

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const last = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(last ? low : low | 0x80);
    if (last) return bytes;
  }
}

const get = (local: number): number[] => [0x20, ...unsigned(local)];
const set = (local: number): number[] => [0x21, ...unsigned(local)];
const constant = (value: number): number[] => [0x41, ...signed(value)];
const ADD = [0x6a];
const SUB = [0x6b];
const MUL = [0x6c];
const GE = [0x4e];
const simd = (opcode: number): number[] => [0xfd, ...unsigned(opcode)];
const load = (offset: number): number[] => [...simd(0x00), 2, ...unsigned(offset)];
const splat = (offset: number): number[] => [...simd(0x09), 2, ...unsigned(offset)];
const store = (offset: number): number[] => [...simd(0x0b), 2, ...unsigned(offset)];
const FADD = simd(0xe4);
const FMUL = simd(0xe6);
const increase = (local: number, by: number[]): number[] => [...get(local), ...by, ...ADD, ...set(local)];
/** Repeats the body while `again` leaves something other than zero. */
const repeat = (body: number[], again: number[]): number[] => [0x03, 0x40, ...body, ...again, 0x0d, 0, 0x0b];
const when = (condition: number[], body: number[]): number[] => [...condition, 0x04, 0x40, ...body, 0x0b];
const section = (id: number, content: number[]): number[] => [id, ...unsigned(content.length), ...content];
const name = (text: string): number[] => [
  ...unsigned(text.length),
  ...[...text].map((letter) => letter.charCodeAt(0)),
];

const A = 0;
const LDA = 1;
const B = 2;
const C = 3;
const LDC = 4;
const M = 5;
const N = 6;
const K = 7;
const J = 8;
const P = 9;
const PA = [10, 11, 12, 13];
const PB = 14;
const JB = 15;
const JC = 16;
const ACC = 17; // eight accumulators, two for each of four rows
const B0 = 25;
const B1 = 26;
const S = 27;

/** The rows of C from `A` on: `rows` of them, eight columns at a time. */
function block(rows: number): number[] {
  const accumulator = (row: number, half: number): number => ACC + row * 2 + half;
  const rowOfC = (row: number): number[] => [...get(JC), ...get(LDC), ...constant(row), ...MUL, ...ADD];
  const each = (make: (row: number) => number[]): number[] =>
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
        ...get(accumulator(row, 0)),
        ...get(S),
        ...get(B0),
        ...FMUL,
        ...FADD,
        ...set(accumulator(row, 0)),
        ...get(accumulator(row, 1)),
        ...get(S),
        ...get(B1),
        ...FMUL,
        ...FADD,
        ...set(accumulator(row, 1)),
        ...increase(PA[row] ?? 0, constant(4)),
      ]),
      ...increase(PB, constant(32)),
      ...get(P),
      ...constant(1),
      ...SUB,
      ...set(P),
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
      ...each((row) => [
        ...rowOfC(row),
        ...load(0),
        ...set(accumulator(row, 0)),
        ...rowOfC(row),
        ...load(16),
        ...set(accumulator(row, 1)),
      ]),
      ...inner,
      ...each((row) => [
        ...rowOfC(row),
        ...get(accumulator(row, 0)),
        ...store(0),
        ...rowOfC(row),
        ...get(accumulator(row, 1)),
        ...store(16),
      ]),
      ...get(PB),
      ...set(JB),
      ...increase(JC, constant(32)),
      ...get(J),
      ...constant(8),
      ...SUB,
      ...set(J),
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
    ...get(M),
    ...constant(rows),
    ...SUB,
    ...set(M),
  ];
}

/**
 * A module with one function, `multiply(a, lda, b, c, ldc, m, n, k)`: C += A · B. Addresses and leading
 * dimensions are in bytes; B is packed in panels of eight columns; n is a multiple of 8, k at least 1.
 */
export function matrixModule(): Uint8Array {
  const atLeast = (rows: number): number[] => [...get(M), ...constant(rows), ...GE];
  const code = [
    ...when(atLeast(4), repeat(block(4), atLeast(4))),
    ...when(atLeast(1), repeat(block(1), atLeast(1))),
    0x0b,
  ];
  const locals = [2, ...unsigned(9), I32, ...unsigned(11), V128];
  const body = [...locals, ...code];
  return new Uint8Array([
    0x00,
    0x61,
    0x73,
    0x6d,
    0x01,
    0x00,
    0x00,
    0x00,
    ...section(1, [1, 0x60, 8, I32, I32, I32, I32, I32, I32, I32, I32, 0]),
    ...section(2, [1, ...name("m"), ...name("m"), 0x02, 0x00, ...unsigned(1)]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name("multiply"), 0x00, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ]);
}
