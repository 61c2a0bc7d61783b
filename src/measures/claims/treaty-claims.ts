import { stateCodes } from "../../indicators/index.ts";
import {
  type ClaimGrounds,
  type ClaimOf,
  type Finding,
  type Obligation,
  undecidable,
  yearOn,
} from "./claim.ts";
import { claimWords } from "./claim-words.ts";
import { between, latestFirst } from "./rows.ts";

const KINDS_OF_MEMBER: Readonly<Record<number, string>> = {
  1: "a full member",
  2: "an associate",
  3: "an observer",
};
const FULL = 1;

/** Whether a state belonged to an organisation, by yearly data where they reach, else by a table of dated memberships. */
export function checkMembership(claim: ClaimOf<"membership">, grounds: ClaimGrounds): Finding {
  const { observations, isMember, nameOf = (code) => code } = grounds;
  const codes = stateCodes();
  const state = codes.continuous(claim.state);
  const organisation = claimWords().organisations[claim.organisation] ?? claim.organisation;
  const name = nameOf(claim.state);
  const wanted = yearOn(claim.on);
  const covered = observations
    .filter((row) => row.series === "cow_igo_full_memberships" && codes.continuous(row.state) === state)
    .map(({ period }) => Number(period));
  const last = Math.max(...covered, Number.NEGATIVE_INFINITY);
  const year = wanted ?? last;
  const known = observations.some(
    (row) => row.series === "cow_igo_membership" && row.partner === organisation,
  );
  const row = observations.find(
    (one) =>
      one.series === "cow_igo_membership" &&
      codes.continuous(one.state) === state &&
      one.partner === organisation &&
      Number(one.period) === year,
  );
  if (known && covered.includes(year)) {
    const holds = row?.value === FULL;
    return {
      answer: holds === claim.holds ? "supported" : "contradicted",
      because: `In ${year} ${name} was ${row === undefined ? "no member" : (KINDS_OF_MEMBER[row.value] ?? "no member")} of ${claim.organisation} (COW IGO).`,
      asOf: String(year),
      before: null,
      rows: row === undefined ? [] : [row],
      caveats: wanted === null ? [`The data end in ${last}.`] : [],
    };
  }
  const day = claim.on === null ? null : lastDayOf(claim.on);
  const listed = isMember?.(claim.state, claim.organisation, day) ?? null;
  const ends = Number.isFinite(last) ? `Yearly data end in ${last}` : "No yearly data are imported";
  if (listed === null)
    return undecidable(`${ends}, and no table here lists the members of ${claim.organisation}.`);
  return {
    answer: listed === claim.holds ? "supported" : "contradicted",
    because: `${ends}; the table of organisations has ${name} as ${listed ? "a member" : "no member"} of ${claim.organisation}${day === null ? "" : ` on ${day}`}.`,
    asOf: day,
    before: null,
    rows: [],
    caveats: ["The table of organisations is this project's own, from the organisations' published lists."],
  };
}

/** The last day of a year or month, so that a membership that begins within it counts. */
function lastDayOf(on: string): string {
  if (on.length >= 10) return on.slice(0, 10);
  const [year, month] = on.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 12, 0)).toISOString().slice(0, 10);
}

const ATOP: Readonly<Record<Obligation, string>> = {
  defence: "defense",
  offence: "offense",
  neutrality: "neutral",
  "non-aggression": "nonagg",
  consultation: "consul",
};

/** Whether a treaty bound a state towards another, by the Alliance Treaty Obligations and Provisions data. */
export function checkObligation(
  claim: ClaimOf<"obligation">,
  { observations, nameOf = (code) => code }: ClaimGrounds,
): Finding {
  const suffix = ATOP[claim.obligation];
  const [state, other] = [nameOf(claim.state), nameOf(claim.towards)];
  const atop = observations.filter(({ series }) => /^atop_(?!treaty_)/.test(series));
  const last = atop.reduce((most, { period }) => Math.max(most, Number(period)), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(last)) return undecidable("No data on treaty obligations are imported.");
  const wanted = yearOn(claim.on);
  const year = Math.min(wanted ?? last, last);
  const rows = between(atop, [`atop_${suffix}`], claim.state, claim.towards)
    .filter(({ period }) => Number(period) <= year)
    .sort(latestFirst);
  const bound = rows[0]?.period === String(year);
  const first = rows.at(-1)?.period;
  const answer = bound ? "supported" : "contradicted";
  const because = `In ${year} ${state} was ${bound ? "" : "not "}bound to ${other} by an obligation of ${claim.obligation}${bound && first !== undefined ? `, coded from ${first} on` : ""} (ATOP).`;
  const found = {
    rows: rows.slice(0, 5),
    caveats: [`The data end in ${last}; they do not say whether an obligation was kept.`],
  };
  if (wanted !== null && wanted > last)
    return undecidable(`The data end in ${last}; the claim is about ${claim.on}.`, {
      before: { answer, because, asOf: String(year) },
      ...found,
    });
  return { answer, because, asOf: String(year), before: null, ...found };
}

/** Levels of partnership are in no open data set; texts alone give them. */
export function checkPartnership(
  claim: ClaimOf<"partnership">,
  { nameOf = (code) => code }: ClaimGrounds,
): Finding {
  return undecidable(
    `No open data set lists partnership levels, such as that of ${nameOf(claim.state)} and ${nameOf(claim.partner)}; look for it in the texts.`,
  );
}
