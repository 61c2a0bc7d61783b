export { type Balance, measureBalance } from "./balance.ts";
export type { BalanceQuestion } from "./balance-question.ts";
export { checkClaim } from "./claims/check.ts";
export type { Answer, Claim, ClaimCheck, ClaimGrounds } from "./claims/claim.ts";
export { claimsOfEvent, claimsOfTie } from "./claims/from-text.ts";
export { type Commitment, commitmentsOf } from "./commitments.ts";
export { type Composite, type CompositePart, compositeOfShares } from "./composite.ts";
export { type Contribution, contributions, dayOf, directionsBetween, type StoriedEvent } from "./dyad.ts";
export {
  type CastVote,
  DYAD_COLUMNS,
  type DyadInputs,
  type DyadMeasure,
  type DyadOptions,
  type DyadRow,
  dyadMeasureNamed,
  dyadMeasures,
  dyads,
} from "./dyads/index.ts";
export { estimateIdealPoints, type IdealPoint, type IdealPointOptions } from "./ideal-points/estimate.ts";
export {
  allianceIndex,
  type Influence,
  influence,
  influenceScale,
  tradeAgreementIndex,
} from "./influence.ts";
export { idealPointIntervals } from "./intervals/ideal-point-intervals.ts";
export type { PairIntervals } from "./intervals/pair-intervals.ts";
export { tradeRanges } from "./intervals/trade-ranges.ts";
export { agreementIntervals } from "./intervals/vote-intervals.ts";
export type { Kept } from "./keeping.ts";
export { firstDay, lastDay, type Period } from "./period.ts";
export {
  type AlternativeSensitivity,
  type Percentiles,
  type Sensitivity,
  type SensitivityOptions,
  sensitivityOfComposite,
} from "./sensitivity.ts";
export { evenness, tilt } from "./shares.ts";
export { type Point, type Shift, shiftsIn } from "./shift.ts";
export { type PublishedDates, type TieInForce, tiesInForce } from "./ties-in-force.ts";
export type { Value } from "./value.ts";
