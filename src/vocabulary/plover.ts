/**
 * The PLOVER event ontology (draft 0.8): 16 types, their modes and 37 contexts.
 *
 * Source: openeventdata/PLOVER manual 0.8. Scores and one-line meanings stand in `data/plover.toml`.
 */
export const EventType = {
  AGREE: "AGREE",
  CONSULT: "CONSULT",
  SUPPORT: "SUPPORT",
  CONCEDE: "CONCEDE",
  COOPERATE: "COOPERATE",
  AID: "AID",
  RETREAT: "RETREAT",
  REQUEST: "REQUEST",
  ACCUSE: "ACCUSE",
  REJECT: "REJECT",
  THREATEN: "THREATEN",
  PROTEST: "PROTEST",
  SANCTION: "SANCTION",
  MOBILIZE: "MOBILIZE",
  COERCE: "COERCE",
  ASSAULT: "ASSAULT",
} as const;
export type EventType = (typeof EventType)[keyof typeof EventType];

/** Every event type, cooperation first, in the manual's order. */
export const EVENT_TYPES = Object.values(EventType);

/** The modes each type may take. A type without modes has an empty list. */
export const MODES: Readonly<Record<EventType, readonly string[]>> = {
  AGREE: [],
  CONSULT: ["visit", "third-party", "multilateral", "phone"],
  SUPPORT: [],
  CONCEDE: [],
  COOPERATE: [],
  AID: [],
  RETREAT: ["withdraw", "release", "disarm", "ceasefire", "access", "resign"],
  REQUEST: ["assist", "change", "yield", "meet"],
  ACCUSE: ["disapprove", "investigate", "allege"],
  REJECT: ["assist", "change", "yield", "meet"],
  THREATEN: ["restrict", "arrest", "relations", "expel", "territory", "violence"],
  PROTEST: ["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"],
  SANCTION: ["convict", "expel", "withdraw", "discontinue"],
  MOBILIZE: ["troops", "weapons", "police", "militia"],
  COERCE: [
    "seize",
    "restrict",
    "censor",
    "curfew",
    "martial-law",
    "arrest",
    "deport",
    "withhold",
    "misinformation",
    "cyber",
  ],
  ASSAULT: [
    "abduct",
    "beat",
    "torture",
    "sexual",
    "targeted",
    "destroy",
    "primitive",
    "firearms",
    "explosives",
    "suicide-attack",
    "aerial",
    "drone",
    "heavy-weapons",
    "crowd-control",
    "unconventional",
  ],
};

/** The 37 contexts: what an event is about. An event may have several, or none. */
export const CONTEXTS = [
  "military",
  "intelligence",
  "executive",
  "legislative",
  "election",
  "political_institutions",
  "pro_democracy",
  "pro_autocracy",
  "economic",
  "legal",
  "reparations",
  "human_rights",
  "rights_freedoms",
  "repression",
  "human_security",
  "gender",
  "lgbt",
  "religion_ethnicity",
  "inequality",
  "diplomatic",
  "territory",
  "peacekeeping",
  "health",
  "asylum",
  "migration",
  "disasters",
  "natural_resource",
  "environment",
  "technology",
  "terrorism",
  "cbrn",
  "cyber",
  "misinformation",
  "crime",
  "corruption",
  "illegal_drugs",
  "trafficking",
] as const;
export type Context = (typeof CONTEXTS)[number];

/** Types that express cooperation; the rest express conflict. */
export const COOPERATION: ReadonlySet<EventType> = new Set([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
]);
