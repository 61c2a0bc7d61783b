/** What a larger value says of two states, and whether zero is none of it, so that a ratio says something. */
export type Scale = "more is nearer" | "less is nearer" | "amount";

export interface Shown {
  readonly measure: string;
  readonly label: string;
  readonly scale: Scale;
  /** The sets that give it; any of them will do. */
  readonly sets: readonly string[];
  readonly sure: Sureness;
}

/** How sure a measure is, in words. */
interface Sureness {
  /** What its interval is; left out where none is computed. */
  readonly interval?: string;
  /** Why it has none. */
  readonly without: string;
}

const AN_INDEX = "an index of reported and estimated figures; its makers publish no error";
const AN_ESTIMATE =
  "estimated from the terms of known loans as if drawn and repaid on schedule; its makers publish no error";
const TRADE: Sureness = {
  interval: "range between this release and the partner's own report (Comtrade); no sampling error",
  without:
    "as reported, without sampling error; no report by the partner (Comtrade) of that year is imported to hold it against",
};
const VOTES: Sureness = {
  interval: "95% interval from resampling the session's roll calls",
  without: "too few common roll calls for an interval",
};
const POINTS: Sureness = {
  interval: "95% interval from the percentiles published with the points",
  without: "published without percentiles, so that no interval can be computed",
};

/** Computed in this order for every brief. Those of the same label stand in for one another, the first that has values. */
export const SHOWN: readonly Shown[] = [
  {
    measure: "atop_obligation_level",
    label:
      "Treaty obligation towards the power (0 none, 1 non-aggression, 2 neutrality or consultation, 3 defence)",
    scale: "more is nearer",
    sets: ["atop"],
    sure: {
      without: "a register of treaties, without sampling error; a treaty that it does not know is missing",
    },
  },
  {
    measure: "sipri_tiv_share_from_b",
    label: "Share of major arms delivered that came from the power",
    scale: "amount",
    sets: ["sipri-arms"],
    sure: {
      without:
        "a register of known deliveries of major arms, without sampling error; small arms are left out, and where numbers and years are not published SIPRI estimates them without an error",
    },
  },
  {
    measure: "fbic_secd_of_b_on_a",
    label: "Dependence on the power in security (FBIC)",
    scale: "amount",
    sets: ["fbic"],
    sure: { without: AN_INDEX },
  },
  {
    measure: "trade_share_total",
    label: "Share of all trade that is with the power",
    scale: "amount",
    sets: ["cow-trade", "comtrade"],
    sure: TRADE,
  },
  {
    measure: "trade_share_imports",
    label: "Share of imports that come from the power",
    scale: "amount",
    sets: ["cow-trade", "comtrade"],
    sure: TRADE,
  },
  {
    measure: "trade_share_exports",
    label: "Share of exports that go to the power",
    scale: "amount",
    sets: ["cow-trade", "comtrade"],
    sure: TRADE,
  },
  {
    measure: "hrt_debt",
    label: "Debt owed to the power, estimated, in current USD",
    scale: "amount",
    sets: ["hrt-debt"],
    sure: { without: AN_ESTIMATE },
  },
  {
    measure: "hrt_debt_to_gdp",
    label: "Debt owed to the power in percent of GDP",
    scale: "amount",
    sets: ["hrt-debt"],
    sure: { without: AN_ESTIMATE },
  },
  {
    measure: "fbic_econd_of_b_on_a",
    label: "Economic dependence on the power (FBIC)",
    scale: "amount",
    sets: ["fbic"],
    sure: { without: AN_INDEX },
  },
  {
    measure: "un_agreement_voeten",
    label: "Agreement in UN votes, unanimous ones left out, an abstention counting half",
    scale: "more is nearer",
    sets: ["un-votes"],
    sure: VOTES,
  },
  {
    measure: "un_agreement_published",
    label: "Agreement in UN votes as published, an abstention counting half",
    scale: "more is nearer",
    sets: ["un-agreement"],
    sure: {
      without:
        "as published, without the votes behind it, so that no interval can be computed (un-votes gives one)",
    },
  },
  {
    measure: "un_idealpoint_distance",
    label: "Distance of ideal points in UN votes; near is alike",
    scale: "less is nearer",
    sets: ["un-ideal-points"],
    sure: POINTS,
  },
  {
    measure: "igo_shared_full",
    label: "Organisations of which both are full members",
    scale: "amount",
    sets: ["cow-igo"],
    sure: {
      without: "a register of memberships, without sampling error; organisations of three members and more",
    },
  },
  {
    measure: "fbic_fbic_of_b_on_a",
    label: "Influence capacity of the power, all domains (FBIC)",
    scale: "amount",
    sets: ["fbic"],
    sure: { without: AN_INDEX },
  },
];
