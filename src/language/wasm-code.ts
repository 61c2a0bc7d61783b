/** The few WebAssembly instructions that the kernels need, as bytes. Source: WebAssembly core specification 2.0, binary format. */
export type Code = readonly number[];

export const I32 = 0x7f;
export const V128 = 0x7b;

export function unsigned(value: number): number[] {
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

const simd = (opcode: number): Code => [0xfd, ...unsigned(opcode)];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number): Code => [0x21, ...unsigned(local)];
export const constant = (value: number): Code => [0x41, ...signed(value)];
export const ADD: Code = [0x6a];
export const SUB: Code = [0x6b];
export const MUL: Code = [0x6c];
export const AT_LEAST: Code = [0x4e];

/** Four floats, or eight 16-bit integers, at an address and an offset. */
export const load = (offset: number): Code => [...simd(0x00), 2, ...unsigned(offset)];
/** One 32-bit number, four times. */
export const splat = (offset: number): Code => [...simd(0x09), 2, ...unsigned(offset)];
export const store = (offset: number): Code => [...simd(0x0b), 2, ...unsigned(offset)];
export const ZERO: Code = [...simd(0x0c), ...new Array<number>(16).fill(0)];
/** Four times the same float. */
export const floats = (value: number): Code => [
  0x43,
  ...new Uint8Array(new Float32Array([value]).buffer),
  ...simd(0x13),
];

export const F_ADD = simd(0xe4);
export const F_SUB = simd(0xe5);
export const F_MUL = simd(0xe6);
export const F_DIV = simd(0xe7);
export const F_MIN = simd(0xe8);
export const F_MAX = simd(0xe9);
export const F_NEAREST = simd(0x6a);
export const F_FROM_INTEGERS = simd(0xfa);
export const INTEGERS_FROM_F = simd(0xf8);
export const NARROW = simd(0x85);
export const I_ADD = simd(0xae);
/** Eight products of 16-bit integers, neighbours added: four 32-bit sums. */
export const DOT = simd(0xba);

export const increase = (local: number, by: Code): Code => [...get(local), ...by, ...ADD, ...set(local)];
export const decrease = (local: number, by: Code): Code => [...get(local), ...by, ...SUB, ...set(local)];
/** Repeats the body while `again` leaves something other than zero. */
export const repeat = (body: Code, again: Code): Code => [0x03, 0x40, ...body, ...again, 0x0d, 0, 0x0b];
export const when = (condition: Code, body: Code): Code => [...condition, 0x04, 0x40, ...body, 0x0b];

/** A function of so many 32-bit integers, with locals of its own after them, that returns nothing. */
export interface Kernel {
  readonly name: string;
  readonly parameters: number;
  readonly integers: number;
  readonly vectors: number;
  readonly code: Code;
}

/** A module of kernels over one memory, imported as `m.m`. */
export function moduleOf(kernels: readonly Kernel[]): Uint8Array {
  const bodies = kernels.map(({ integers, vectors, code }) => {
    const body = [2, ...unsigned(integers), I32, ...unsigned(vectors), V128, ...code, 0x0b];
    return [...unsigned(body.length), ...body];
  });
  const types = kernels.map(({ parameters }) => [0x60, parameters, ...new Array(parameters).fill(I32), 0]);
  const exported = kernels.map(({ name }, at) => [...text(name), 0x00, at]);
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [kernels.length, ...types.flat()]),
    ...section(2, [1, ...text("m"), ...text("m"), 0x02, 0x00, ...unsigned(1)]),
    ...section(3, [kernels.length, ...kernels.map((_, at) => at)]),
    ...section(7, [kernels.length, ...exported.flat()]),
    ...section(10, [kernels.length, ...bodies.flat()]),
  ]);
}

function section(id: number, content: readonly number[]): Code {
  return [id, ...unsigned(content.length), ...content];
}

function text(name: string): Code {
  return [...unsigned(name.length), ...[...name].map((letter) => letter.charCodeAt(0))];
}
