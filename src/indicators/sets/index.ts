import type { Layout } from "../table.ts";
import { atop, cowAlliances } from "./alliances.ts";
import { chineseFinance, hrtDebt } from "./chinese-finance.ts";
import { cinc } from "./cinc.ts";
import { cowIgo } from "./cow-igo.ts";
import { fbic } from "./fbic.ts";
import { imfInvestment } from "./imf-investment.ts";
import { leaders } from "./leaders.ts";
import { chinaLeaders, usVisits } from "./meetings.ts";
import { gsdbSanctions } from "./sanctions.ts";
import { sipriArms } from "./sipri.ts";
import { comtrade, cowTrade } from "./trade.ts";
import { unAgreement, unIdealPoints } from "./un-ideal-points.ts";
import { unVotes } from "./un-votes.ts";

/** The layouts of every set, by the name that `multivector import` takes. */
export const LAYOUTS = {
  "un-votes": unVotes,
  "un-ideal-points": unIdealPoints,
  "un-agreement": unAgreement,
  atop,
  "cow-alliances": cowAlliances,
  "cow-igo": cowIgo,
  "cow-trade": cowTrade,
  comtrade,
  "sipri-arms": sipriArms,
  fbic,
  "gsdb-sanctions": gsdbSanctions,
  "chinese-finance": chineseFinance,
  "hrt-debt": hrtDebt,
  "imf-investment": imfInvestment,
  cinc,
  "china-leaders": chinaLeaders,
  "us-visits": usVisits,
  leaders,
} as const satisfies Record<string, readonly Layout[]>;
export type SetName = keyof typeof LAYOUTS;

/** Names of the sets, in the order of the catalogue of the documentation. */
export const SETS = Object.keys(LAYOUTS) as readonly SetName[];
