import type { Claim, ClaimCheck, ClaimGrounds, Finding } from "./claim.ts";
import { checkInvestment, checkLender, checkProjects } from "./finance-claims.ts";
import { checkTrade } from "./trade-claims.ts";
import { checkMembership, checkObligation, checkPartnership } from "./treaty-claims.ts";

/**
 * What open data say of a claim: supported, contradicted, or not decidable with the data at hand, with the cells that
 * decide. A claim about a time after the data end is not decidable; `before` then says what the last data held.
 *
 * @example
 * checkClaim(
 *   { is: "trade standing", state: "BLR", partner: "CHN", role: "export market", rank: 5, share: 0.1, on: null },
 *   { observations },
 * ).answer // "contradicted"
 */
export function checkClaim(claim: Claim, grounds: ClaimGrounds): ClaimCheck {
  return { claim, ...findingOf(claim, grounds) };
}

function findingOf(claim: Claim, grounds: ClaimGrounds): Finding {
  switch (claim.is) {
    case "trade standing":
      return checkTrade(claim, grounds);
    case "lender rank":
      return checkLender(claim, grounds);
    case "membership":
      return checkMembership(claim, grounds);
    case "obligation":
      return checkObligation(claim, grounds);
    case "project count":
      return checkProjects(claim, grounds);
    case "investment size":
      return checkInvestment(claim, grounds);
    case "partnership":
      return checkPartnership(claim, grounds);
  }
}
