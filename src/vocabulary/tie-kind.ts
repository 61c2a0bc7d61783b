import type { Domain } from "./domain.ts";

/** The kinds of standing relation, each with the domain it counts in. */
export const TIE_KINDS = {
  membership: "political",
  leadership: "political",
  alliance: "security",
  treaty: "political",
  obligation: "security",
  partnership: "political",
  "military-cooperation": "security",
  dependence: "economic",
  trade: "economic",
  debt: "economic",
  investment: "economic",
  "joint-project": "economic",
  "consent-right": "security",
  basing: "security",
  corridor: "economic",
  sanctions: "economic",
  dispute: "security",
  position: "political",
} as const satisfies Record<string, Domain>;
export type TieKind = keyof typeof TIE_KINDS;
