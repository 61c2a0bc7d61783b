import {
  ADD,
  type Code,
  constant,
  decrease,
  F_ADD,
  F_DIV,
  F_MAX,
  F_MIN,
  F_MUL,
  F_NEAREST,
  floats,
  get,
  INTEGERS_FROM_F,
  increase,
  type Kernel,
  load,
  NARROW,
  repeat,
  set,
  store,
  ZERO,
} from "./wasm-code.ts";

const GATES = 0;
const EARLIER = 1;
const CELL = 2;
const OUT = 3;
const LEFT = 4;
const HIDDEN = 5;
const [INPUT, FORGET, EMIT, CANDIDATE, STATE, X, SQUARE] = [6, 7, 8, 9, 10, 11, 12] as const;

/** tanh of what stands in X, as `tanh` in activation.ts has it. */
const TANH: Code = [
  ...get(X),
  ...floats(4.97),
  ...F_MIN,
  ...floats(-4.97),
  ...F_MAX,
  ...set(X),
  ...get(X),
  ...get(X),
  ...F_MUL,
  ...set(SQUARE),
  ...get(X),
  ...polynomial(1, [378, 17325, 135135]),
  ...F_MUL,
  ...polynomial(28, [3150, 62370, 135135]),
  ...F_DIV,
];

/** Horner's scheme in SQUARE, the highest term first. */
function polynomial(first: number, rest: readonly number[]): Code {
  return [...floats(first), ...rest.flatMap((term) => [...get(SQUARE), ...F_MUL, ...floats(term), ...F_ADD])];
}

const tanh = (of: Code): Code => [...of, ...set(X), ...TANH];
const sigmoid = (of: Code): Code => [
  ...tanh([...of, ...floats(0.5), ...F_MUL]),
  ...floats(0.5),
  ...F_MUL,
  ...floats(0.5),
  ...F_ADD,
];

const gate = (at: number): Code => [...get(GATES), ...get(HIDDEN), ...constant(at), 0x6c, ...ADD];

/**
 * `cell(gates, earlier, cell, out, hidden)`: one step of an LSTM for one sentence. Gates are input, forget, output and
 * candidate, `hidden` bytes each, and are replaced by their activations; the new state and output are written.
 */
export const LSTM_CELL: Kernel = {
  name: "cell",
  parameters: 5,
  integers: 1,
  vectors: 7,
  code: [
    ...get(LEFT),
    ...set(HIDDEN),
    ...repeat(
      [
        ...sigmoid([...gate(0), ...load(0)]),
        ...set(INPUT),
        ...sigmoid([...gate(1), ...load(0)]),
        ...set(FORGET),
        ...sigmoid([...gate(2), ...load(0)]),
        ...set(EMIT),
        ...tanh([...gate(3), ...load(0)]),
        ...set(CANDIDATE),
        ...get(INPUT),
        ...get(CANDIDATE),
        ...F_MUL,
        ...get(FORGET),
        ...get(EARLIER),
        ...load(0),
        ...F_MUL,
        ...F_ADD,
        ...set(STATE),
        ...[INPUT, FORGET, EMIT, CANDIDATE].flatMap((value, at) => [...gate(at), ...get(value), ...store(0)]),
        ...get(CELL),
        ...get(STATE),
        ...store(0),
        ...get(OUT),
        ...get(EMIT),
        ...tanh(get(STATE)),
        ...F_MUL,
        ...store(0),
        ...[GATES, EARLIER, CELL, OUT].flatMap((address) => increase(address, constant(16))),
        ...decrease(LEFT, constant(16)),
      ],
      get(LEFT),
    ),
  ],
};

/** `quantise(from, to, count)`: floats in (-2, 2) as 16-bit integers, 2^14 to the unit; count is a multiple of 8. */
export const QUANTISE: Kernel = {
  name: "quantise",
  parameters: 3,
  integers: 0,
  vectors: 0,
  code: repeat(
    [
      ...get(1),
      ...[0, 16].flatMap((offset) => [
        ...get(0),
        ...load(offset),
        ...floats(16384),
        ...F_MUL,
        ...F_NEAREST,
        ...INTEGERS_FROM_F,
      ]),
      ...NARROW,
      ...store(0),
      ...increase(0, constant(32)),
      ...increase(1, constant(16)),
      ...decrease(2, constant(8)),
    ],
    get(2),
  ),
};

/** `rectify(at, count)`: what is below zero becomes zero; count is a multiple of 4. */
export const RECTIFY: Kernel = {
  name: "rectify",
  parameters: 2,
  integers: 0,
  vectors: 0,
  code: repeat(
    [
      ...get(0),
      ...get(0),
      ...load(0),
      ...ZERO,
      ...F_MAX,
      ...store(0),
      ...increase(0, constant(16)),
      ...decrease(1, constant(4)),
    ],
    get(1),
  ),
};
