import { stateCodes } from "../../indicators/index.ts";
import type { Observation } from "../../vocabulary/index.ts";
import { tradeTables } from "../dyads/trade-measures.ts";
import {
  type ClaimGrounds,
  type ClaimOf,
  type Finding,
  type TradeRole,
  undecidable,
  yearOn,
} from "./claim.ts";

type TradeClaim = ClaimOf<"trade standing">;
type TradeTable = ReturnType<typeof tradeTables>[number];

/** Shares are of the sum of dyadic flows where there is no total, and of the total where there is. */
interface Standing {
  readonly year: number;
  readonly version: string;
  readonly rank: number;
  readonly of: number;
  readonly amount: number;
  readonly share: number;
}

/** Whether a state is, by rank or share, the partner in trade that a text says it is. */
export function checkTrade(
  claim: TradeClaim,
  { observations, nameOf = (code) => code }: ClaimGrounds,
): Finding {
  const wanted = yearOn(claim.on);
  const standings = tradeTables(observations)
    .flatMap((table) => {
      const last = lastYearWith(table, claim, wanted);
      const standing = last === null ? null : standingIn(table, claim, last);
      return standing === null ? [] : [standing];
    })
    .sort((a, b) => b.year - a.year);
  const standing = standings[0];
  const [state, partner] = [nameOf(claim.state), nameOf(claim.partner)];
  const caveats = [
    "Exports to a partner are what the partner reports as imports; a union such as the EU is counted by its members.",
    ...mirrorCaveat(claim, observations, state, partner),
  ];
  const rows = rowsOf(claim, observations, standing?.year ?? null);
  if (standing === undefined)
    return undecidable(`No imported series gives the trade of ${state} with all its partners.`, {
      rows,
      caveats,
    });
  const holds =
    (claim.rank !== null && standing.rank <= claim.rank) ||
    (claim.share !== null && standing.share >= claim.share);
  const answer = holds ? "supported" : "contradicted";
  const because = sentence(claim, standing, state, partner);
  const asOf = String(standing.year);
  if (wanted !== null && wanted > standing.year)
    return undecidable(`The data end in ${asOf}; the claim is about ${claim.on}.`, {
      before: { answer, because, asOf },
      rows,
      caveats,
    });
  return { answer, because, asOf, before: null, rows, caveats };
}

function flow(table: TradeTable, role: TradeRole, year: number, state: string, partner: string | null) {
  const bought = table.imports(year, state, partner);
  const sold = table.exports(year, state, partner);
  if (role === "import source") return bought;
  if (role === "export market") return sold;
  return bought === undefined || sold === undefined ? undefined : bought + sold;
}

/** The wanted year, or the last one before it, in which the partner's flow is known. */
function lastYearWith(table: TradeTable, { state, partner, role }: TradeClaim, wanted: number | null) {
  const codes = stateCodes();
  const [a, b] = [codes.continuous(state), codes.continuous(partner)];
  const years = table.years.filter((year) => wanted === null || year <= wanted);
  return years.reverse().find((year) => flow(table, role, year, a, b) !== undefined) ?? null;
}

function standingIn(table: TradeTable, { state, partner, role }: TradeClaim, year: number): Standing | null {
  const codes = stateCodes();
  const [a, b] = [codes.continuous(state), codes.continuous(partner)];
  const amounts = table
    .partners(year, a)
    .flatMap((code) => {
      const amount = flow(table, role, year, a, code);
      return amount === undefined ? [] : [{ code, amount }];
    })
    .sort((one, other) => other.amount - one.amount);
  // A table with one or two partners says nothing of ranks.
  if (amounts.length < 10) return null;
  const own = amounts.findIndex(({ code }) => code === b);
  const amount = amounts[own]?.amount;
  if (amount === undefined) return null;
  const whole = flow(table, role, year, a, null) ?? amounts.reduce((sum, one) => sum + one.amount, 0);
  if (whole === 0) return null;
  return { year, version: table.version, rank: own + 1, of: amounts.length, amount, share: amount / whole };
}

function sentence(claim: TradeClaim, standing: Standing, state: string, partner: string): string {
  const role = {
    "export market": "as an export market",
    "import source": "as a source of imports",
    partner: "as a partner in all trade",
  }[claim.role];
  const { rank, of, year, share, version } = standing;
  return `In ${year} ${partner} was number ${rank} of ${of} ${role} of ${state}, with ${(100 * share).toFixed(1)} percent (${version}).`;
}

/** The cells of the pair in the year and the four before it, and the totals of the state. */
function rowsOf(claim: TradeClaim, observations: readonly Observation[], year: number | null): Observation[] {
  const codes = stateCodes();
  const [a, b] = [codes.continuous(claim.state), codes.continuous(claim.partner)];
  return observations.filter(({ series, state, partner, period }) => {
    if (!series.startsWith("cow_trade_") && !series.startsWith("comtrade_")) return false;
    const when = Number(period);
    if (year !== null && (when < year - 4 || when > year + 5)) return false;
    const [one, other] = [codes.continuous(state), partner === null ? null : codes.continuous(partner)];
    return (one === a && (other === b || other === null)) || (one === b && other === a);
  });
}

/** What the partner alone reports for years after the last full table. */
function mirrorCaveat(
  { state, partner }: TradeClaim,
  observations: readonly Observation[],
  stateName: string,
  partnerName: string,
): string[] {
  const codes = stateCodes();
  const reported = observations
    .filter(
      (row) =>
        row.series === "comtrade_imports" &&
        codes.continuous(row.state) === partner &&
        row.partner !== null &&
        codes.continuous(row.partner) === state,
    )
    .sort((a, b) => (a.period < b.period ? 1 : -1))[0];
  if (reported === undefined) return [];
  const millions = (reported.value / 1e6).toFixed(0);
  return [
    `${partnerName} itself reports imports from ${stateName} of ${millions} million USD in ${reported.period}, which gives no rank.`,
  ];
}
