import type { VoteData } from "./data.ts";

/** Of each roll call: how votes rise with position, and the two places where no turns to abstain and abstain to yes. */
export interface Items {
  readonly slope: Float64Array;
  readonly lower: Float64Array;
  /** Distance between the two places, kept above zero. */
  readonly gap: Float64Array;
}

/** Prior standard deviation of slopes, that of positions as in Clinton, Jackman and Rivers (2004), and of the places. */
export const SLOPE_SD = 1;
const PLACE_SD = 5;
const SMALLEST_GAP = 1e-3;
/** No step of Newton's is longer than this, so that a far start cannot run away. */
const LONGEST_STEP = 1.5;

export function startingItems(calls: number): Items {
  return {
    slope: new Float64Array(calls),
    lower: new Float64Array(calls).fill(-0.5),
    gap: new Float64Array(calls).fill(1),
  };
}

const logistic = (value: number) => 1 / (1 + Math.exp(-value));

/** One Newton step on each roll call's three parameters, given positions. Changes `items`. */
export function improveItems(data: VoteData, points: Float64Array, items: Items): void {
  const { callStart, voteNode, voteCategory } = data;
  const { slope, lower, gap } = items;
  const slopePrecision = 1 / SLOPE_SD ** 2;
  const placePrecision = 1 / PLACE_SD ** 2;
  for (let call = 0; call + 1 < callStart.length; call++) {
    const beta = slope[call]!;
    const low = lower[call]!;
    const high = low + gap[call]!;
    // Gradient and information for slope, lower and upper place.
    let gBeta = -beta * slopePrecision;
    let gLow = -low * placePrecision;
    let gHigh = -high * placePrecision;
    let bb = slopePrecision;
    let bl = 0;
    let bh = 0;
    let ll = placePrecision;
    let lh = 0;
    let hh = placePrecision;
    for (let at = callStart[call]!; at < callStart[call + 1]!; at++) {
      const x = points[voteNode[at]!]!;
      const belowLow = logistic(low - beta * x);
      const belowHigh = logistic(high - beta * x);
      const densityLow = belowLow * (1 - belowLow);
      const densityHigh = belowHigh * (1 - belowHigh);
      const category = voteCategory[at]!;
      // d log p / d place; the slope's is −x times their sum.
      let dLow = 0;
      let dHigh = 0;
      if (category === 0) dLow = 1 - belowLow;
      else if (category === 2) dHigh = -belowHigh;
      else {
        const inside = Math.max(belowHigh - belowLow, 1e-12);
        dLow = -densityLow / inside;
        dHigh = densityHigh / inside;
      }
      gLow += dLow;
      gHigh += dHigh;
      gBeta -= x * (dLow + dHigh);
      // Expected information of an ordered logit: positive whatever the vote was.
      const inside = Math.max(belowHigh - belowLow, 1e-6);
      const iLow = densityLow * densityLow * (1 / Math.max(belowLow, 1e-9) + 1 / inside);
      const iHigh = densityHigh * densityHigh * (1 / Math.max(1 - belowHigh, 1e-9) + 1 / inside);
      const iBoth = (-densityLow * densityHigh) / inside;
      ll += iLow;
      hh += iHigh;
      lh += iBoth;
      bl -= x * (iLow + iBoth);
      bh -= x * (iHigh + iBoth);
      bb += x * x * (iLow + iHigh + 2 * iBoth);
    }
    const step = solve3(bb, bl, bh, ll, lh, hh, gBeta, gLow, gHigh);
    slope[call] = beta + clamp(step[0]);
    const newLow = low + clamp(step[1]);
    lower[call] = newLow;
    gap[call] = Math.max(SMALLEST_GAP, high + clamp(step[2]) - newLow);
  }
}

function clamp(step: number): number {
  return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
}

/** Solves a symmetric system of three by Cholesky's method; the diagonal is kept above zero. */
function solve3(
  a11: number,
  a12: number,
  a13: number,
  a22: number,
  a23: number,
  a33: number,
  g1: number,
  g2: number,
  g3: number,
): readonly [number, number, number] {
  const l11 = Math.sqrt(Math.max(a11, 1e-9));
  const l21 = a12 / l11;
  const l31 = a13 / l11;
  const l22 = Math.sqrt(Math.max(a22 - l21 * l21, 1e-9));
  const l32 = (a23 - l31 * l21) / l22;
  const l33 = Math.sqrt(Math.max(a33 - l31 * l31 - l32 * l32, 1e-9));
  const y1 = g1 / l11;
  const y2 = (g2 - l21 * y1) / l22;
  const y3 = (g3 - l31 * y1 - l32 * y2) / l33;
  const x3 = y3 / l33;
  const x2 = (y2 - l32 * x3) / l22;
  return [(y1 - l21 * x2 - l31 * x3) / l11, x2, x3];
}
