export { type Balance, type BalanceQuestion, measureBalance, type Period } from "./balance.ts";
export { type Commitment, commitmentsOf } from "./commitments.ts";
export { type Contribution, contributions, dayOf, directionsBetween, type StoriedEvent } from "./dyad.ts";
export { evenness, tilt } from "./shares.ts";
export { type Shift, shiftsIn } from "./shift.ts";
export { type TieInForce, tiesInForce } from "./ties-in-force.ts";
export type { Value } from "./value.ts";
