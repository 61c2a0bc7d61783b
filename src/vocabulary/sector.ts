/** PLOVER sectors: which part of a state or society an actor is. */
export const SECTORS = [
  "GOV",
  "MIL",
  "COP",
  "JUD",
  "LEG",
  "OPP",
  "REB",
  "SPY",
  "PTY",
  "BUS",
  "MED",
  "CVL",
  "NGO",
  "IGO",
  "EDU",
  "LAB",
  "REL",
  "REF",
  "CRM",
  "UAF",
] as const;
export type Sector = (typeof SECTORS)[number];
