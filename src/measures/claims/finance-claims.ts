import { stateCodes } from "../../indicators/index.ts";
import type { Observation } from "../../vocabulary/index.ts";
import { type ClaimGrounds, type ClaimOf, type Finding, undecidable, yearOn } from "./claim.ts";
import { claimWords } from "./claim-words.ts";
import { between, latestFirst } from "./rows.ts";

/** Series that hold what a state owes to a creditor. */
const DEBT = ["hrt_debt"];

/** Whether a creditor is among the first. Needs the debts to several creditors of the same year. */
export function checkLender(
  claim: ClaimOf<"lender rank">,
  { observations, nameOf = (code) => code }: ClaimGrounds,
): Finding {
  const [state, lender] = [nameOf(claim.state), nameOf(claim.lender)];
  const wanted = yearOn(claim.on);
  const debts = observations.filter(
    (row) =>
      DEBT.includes(row.series) && stateCodes().continuous(row.state) === claim.state && row.partner !== null,
  );
  const own = between(debts, DEBT, claim.state, claim.lender)
    .filter(({ period }) => wanted === null || Number(period) <= wanted)
    .sort(latestFirst)[0];
  if (own === undefined) return undecidable(`No imported series gives what ${state} owes to ${lender}.`);
  const creditors = debts.filter(({ period }) => period === own.period).sort((a, b) => b.value - a.value);
  const amount = `${state} owed ${lender} ${(own.value / 1e9).toFixed(2)} billion USD in ${own.period}`;
  if (creditors.length <= claim.rank)
    return undecidable(
      `${amount}, but no imported series gives what it owes to ${creditors.length < 2 ? "anyone else" : "enough others"}.`,
      {
        rows: creditors,
        asOf: own.period,
        caveats: ["Debt in this series is estimated from commitments and larger than official figures."],
      },
    );
  const rank = creditors.findIndex(({ partner }) => partner === own.partner) + 1;
  const answer = rank <= claim.rank ? "supported" : "contradicted";
  const because = `${amount}, which made it number ${rank} of the ${creditors.length} creditors in the data.`;
  if (wanted !== null && wanted > Number(own.period))
    return undecidable(`The data end in ${own.period}; the claim is about ${claim.on}.`, {
      before: { answer, because, asOf: own.period },
      rows: creditors,
    });
  return { answer, because, asOf: own.period, before: null, rows: creditors, caveats: [] };
}

/** Whether records of projects reach a number. Sources that count differently and disagree leave it open. */
export function checkProjects(
  claim: ClaimOf<"project count">,
  { observations, nameOf = (code) => code }: ClaimGrounds,
): Finding {
  const { number, bound } = claim;
  const wanted = yearOn(claim.on);
  const counts = ["gcdf_projects", "gcof_projects"].flatMap((series) => {
    const rows = between(observations, [series], claim.state, claim.partner).filter(
      ({ period }) => wanted === null || Number(period.slice(-4)) <= wanted,
    );
    if (rows.length === 0) return [];
    const periods = rows.flatMap(({ period }) => [period.slice(0, 4), period.slice(-4)]).sort();
    const total = rows.reduce((sum, { value }) => sum + value, 0);
    return [{ series, rows, total, from: periods[0] ?? "", to: periods.at(-1) ?? "" }];
  });
  if (counts.length === 0)
    return undecidable(
      `No imported series counts the projects of ${nameOf(claim.partner)} in ${nameOf(claim.state)}.`,
    );
  const fits = (total: number) =>
    bound === "at least"
      ? total >= number
      : bound === "at most"
        ? total <= number
        : bound === "exactly"
          ? total === number
          : Math.abs(total - number) <= number / 10;
  const verdicts = new Set(counts.map(({ total }) => fits(total)));
  const told = counts
    .map(({ series, total, from, to }) => `${series} has ${total} from ${from} to ${to}`)
    .join("; ");
  const rows = counts.flatMap((count) => count.rows);
  const caveats = ["What counts as a project differs: records of finance are not joint industrial projects."];
  if (verdicts.size > 1)
    return undecidable(`The counts disagree on whether there were ${bound} ${number}: ${told}.`, {
      rows,
      caveats,
    });
  const asOf =
    counts
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? null;
  return {
    answer: verdicts.has(true) ? "supported" : "contradicted",
    because: `Records are ${verdicts.has(true) ? "" : "not "}${bound} ${number}: ${told}.`,
    asOf,
    before: null,
    rows,
    caveats,
  };
}

const POSITIONS = [
  ["imf_direct_investment_inward", "state"],
  ["imf_direct_investment_inward_mirror", "state"],
  ["imf_direct_investment_outward", "partner"],
  ["imf_direct_investment_outward_mirror", "partner"],
] as const;

/** Whether direct investment is small or large beside the economy of the state, in millions of USD. */
export function checkInvestment(
  claim: ClaimOf<"investment size">,
  { observations, nameOf = (code) => code }: ClaimGrounds,
): Finding {
  const { small_below_share_of_gdp: small, large_from_share_of_gdp: large } = claimWords().size;
  const wanted = yearOn(claim.on);
  const rows = POSITIONS.flatMap(([series, host]) =>
    host === "state"
      ? between(observations, [series], claim.state, claim.partner)
      : between(observations, [series], claim.partner, claim.state),
  )
    .filter(({ period }) => wanted === null || Number(period) <= wanted)
    .sort(latestFirst);
  const position = rows[0];
  const [state, partner] = [nameOf(claim.state), nameOf(claim.partner)];
  if (position === undefined)
    return undecidable(`No imported series gives the investment of ${partner} in ${state}.`);
  const gdp = gdpIn(observations, claim.state, position.period);
  const committed = between(
    observations,
    ["gcdf_other_official_flows", "gcdf_development_assistance"],
    claim.state,
    claim.partner,
  ).filter(({ period }) => period === position.period);
  const finance = committed.reduce((sum, { value }) => sum + value, 0) / 1e6;
  const caveats = [
    ...(committed.length > 0
      ? [
          `Loans and grants are not investment: ${partner} committed ${finance.toFixed(0)} million constant 2021 USD of them in ${position.period}.`,
        ]
      : ["Loans and grants are not investment and are not counted here."]),
  ];
  const all = [position, ...gdp.rows, ...committed];
  const amount = `the direct investment of ${partner} in ${state} stood at ${position.value.toFixed(0)} million USD in ${position.period}`;
  if (gdp.millionUsd === null)
    return undecidable(`${capitalised(amount)}, but no imported series gives the size of the economy.`, {
      rows: all,
      caveats,
    });
  const share = position.value / gdp.millionUsd;
  const answer = claim.size === "small" ? share < small : share >= large;
  const finding = {
    answer: answer ? ("supported" as const) : ("contradicted" as const),
    because: `${capitalised(amount)}, ${(100 * share).toFixed(2)} percent of GDP; ${claim.size === "small" ? `small is below ${100 * small}` : `large is from ${100 * large}`} percent.`,
    asOf: position.period,
  };
  if (wanted !== null && wanted > Number(position.period))
    return undecidable(`The data end in ${position.period}; the claim is about ${claim.on}.`, {
      before: finding,
      rows: all,
      caveats,
    });
  return { ...finding, before: null, rows: all, caveats };
}

/** GDP as the debt data imply it: debt over its share of GDP. */
function gdpIn(observations: readonly Observation[], state: string, period: string) {
  const of = (series: string) =>
    observations.find((row) => row.series === series && row.state === state && row.period === period);
  const debt = of("hrt_debt");
  const share = of("hrt_debt_to_gdp");
  const known = debt !== undefined && share !== undefined && share.value > 0;
  return {
    millionUsd: known ? ((debt.value / share.value) * 100) / 1e6 : null,
    rows: known ? [debt, share] : [],
  };
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
