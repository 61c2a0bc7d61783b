/**
 * Hyperbolic tangent by Lambert's continued fraction, to 1e-6 or better; only the four basic operations, so that
 * every machine gives the same bits.
 */
export function tanh(x: number): number {
  if (x > 4.97) return 1;
  if (x < -4.97) return -1;
  const square = x * x;
  const above = x * (135135 + square * (17325 + square * (378 + square)));
  const below = 135135 + square * (62370 + square * (3150 + square * 28));
  return above / below;
}

/** 1 / (1 + e^−x), by way of `tanh`. */
export function sigmoid(x: number): number {
  return 0.5 + 0.5 * tanh(0.5 * x);
}

/** As `tanh`, each operation rounded to 32 bits as the WebAssembly kernel rounds it; to 1e-6 or better. */
export function tanh32(value: number): number {
  const round = Math.fround;
  const x = round(Math.max(Math.min(value, EDGE), -EDGE));
  const square = round(x * x);
  const horner = (sum: number, term: number): number => round(round(sum * square) + term);
  const above = horner(horner(round(square + 378), 17325), 135135);
  const below = horner(horner(horner(28, 3150), 62370), 135135);
  return round(round(x * above) / below);
}

/** 1 / (1 + e^−x) in 32-bit steps, by way of `tanh32`. */
export function sigmoid32(value: number): number {
  return Math.fround(Math.fround(tanh32(Math.fround(value * 0.5)) * 0.5) + 0.5);
}

/** Where Lambert's fraction reaches 1, as a 32-bit float. */
const EDGE = Math.fround(4.97);

/** e^x by halving the argument into a small range, a Taylor polynomial there and repeated squaring; deterministic as `tanh` is. */
export function exp(x: number): number {
  if (x < -80) return 0;
  const scaled = x / 256;
  let value = 1 + scaled * (1 + scaled * (0.5 + scaled * (1 / 6 + scaled * (1 / 24))));
  for (let step = 0; step < 8; step++) value *= value;
  return value;
}

/** Turns scores into probabilities in place, over `length` entries from `start`. */
export function softmax(scores: Float32Array, start: number, length: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = start; at < start + length; at++) highest = Math.max(highest, scores[at] as number);
  let sum = 0;
  for (let at = start; at < start + length; at++) {
    const value = exp((scores[at] as number) - highest);
    scores[at] = value;
    sum += value;
  }
  for (let at = start; at < start + length; at++) scores[at] = (scores[at] as number) / sum;
}
