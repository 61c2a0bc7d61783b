import { type Claim, type ClaimCheck, checkClaim, claimsOfEvent, claimsOfTie } from "../measures/index.ts";
import type { Event, Observation, Tie } from "../vocabulary/index.ts";
import type { CheckedClaim } from "./brief.ts";
import { compare, grouped } from "./entries.ts";
import type { BriefInput } from "./input.ts";
import { amount, plain } from "./wording.ts";

const ROWS_SHOWN = 6;
const ANSWERS: readonly ClaimCheck["answer"][] = ["contradicted", "supported", "not decidable"];

/** Words that suppose, plan or ask for something claim nothing that data could answer. */
const CLAIMING = new Set(["asserted", "reported"]);

interface Made {
  readonly claim: Claim;
  readonly record: Event | Tie;
}

/**
 * What open data say of every claim in the ties and events of the state, contradicted ones first. Records that make
 * the same claim are checked once. Levels of partnership are in no data set, so they are not listed.
 */
export function checkedClaimsOf(
  input: BriefInput,
  entriesBehind: (ids: readonly string[]) => readonly number[],
): readonly CheckedClaim[] {
  const { observations, names, isMember, question } = input;
  const made = [
    ...input.ties.flatMap(({ tie, status }) =>
      status === "rejected" || !(CLAIMING.has(tie.modality) || deniesMembership(tie))
        ? []
        : claimsOfTie(tie).map((claim): Made => ({ claim, record: tie })),
    ),
    ...input.events.flatMap(({ event, status }) =>
      status === "rejected" || !CLAIMING.has(event.modality)
        ? []
        : claimsOfEvent(event).map((claim): Made => ({ claim, record: event })),
    ),
  ].filter(({ claim }) => claim.state === question.state && claim.is !== "partnership");
  const grounds = { observations, nameOf: names, ...(isMember === undefined ? {} : { isMember }) };
  const published = new Map(input.documents.map((document) => [document.id, document.published]));
  return grouped(made, ({ claim }) => JSON.stringify(claim))
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const entries = entriesBehind(group.map(({ record }) => record.id));
      return [checked(first, checkClaim(first.claim, grounds), entries, names, published)];
    })
    .sort(
      (a, b) =>
        ANSWERS.indexOf(a.answer) - ANSWERS.indexOf(b.answer) ||
        (a.entries[0] ?? 0) - (b.entries[0] ?? 0) ||
        compare(a.claim, b.claim),
    );
}

function deniesMembership({ kind, modality }: Tie): boolean {
  return kind === "membership" && modality === "negated";
}

function checked(
  { claim, record }: Made,
  { answer, because, asOf, before, rows, caveats }: ClaimCheck,
  entries: readonly number[],
  names: BriefInput["names"],
  published: ReadonlyMap<string, string | null>,
): CheckedClaim {
  const said = (record.document === null ? null : published.get(record.document))?.slice(0, 4) ?? null;
  const dataYear = asOf?.slice(0, 4) ?? null;
  const earlier =
    claim.on === null && said !== null && dataYear !== null && dataYear < said
      ? [`The text speaks of its own time, ${said}; the data are of ${dataYear}.`]
      : [];
  return {
    claim: claimInWords(claim, names),
    sentence: record.evidence?.sentence ?? null,
    entries,
    answer,
    because,
    before: before === null ? null : `For ${before.asOf} it would be ${before.answer}: ${before.because}`,
    caveats: [...earlier, ...caveats],
    rows: [...rows]
      .sort(newestFirst)
      .slice(0, ROWS_SHOWN)
      .map(
        ({ series, state, partner, period, value, unit, source, version, row }) =>
          `${series} ${state}${partner === null ? "" : ` ${partner}`} ${period}: ${amount(value)} (${unit}; ${source} ${version}, row ${row})`,
      ),
    moreRows: Math.max(0, rows.length - ROWS_SHOWN),
  };
}

function newestFirst(a: Observation, b: Observation): number {
  const key = ({ series, state, partner, source, version, row }: Observation): string =>
    [series, state, partner ?? "", source, version, row].join("|");
  return compare(b.period, a.period) || compare(key(a), key(b));
}

function claimInWords(claim: Claim, names: BriefInput["names"]): string {
  const state = names(claim.state);
  const when = claim.on === null ? "" : ` (${claim.on})`;
  switch (claim.is) {
    case "trade standing": {
      const bar = [
        ...(claim.rank === null
          ? []
          : [claim.rank === 1 ? "in the first place" : `among the first ${claim.rank}`]),
        ...(claim.share === null ? [] : [`with ${plain(100 * claim.share, 0)} percent or more`]),
      ].join(" or ");
      return `${names(claim.partner)} is ${roleInWords(claim.role)} of ${state} ${bar}${when}`;
    }
    case "lender rank":
      return `${names(claim.lender)} is among the first ${claim.rank} lenders of ${state}${when}`;
    case "membership":
      return `${state} is ${claim.holds ? "a" : "no"} member of ${names(claim.organisation)}${when}`;
    case "obligation":
      return `${state} is bound to ${names(claim.towards)} by an obligation of ${claim.obligation}${when}`;
    case "project count":
      return `${names(claim.partner)} has ${claim.bound} ${claim.number} projects in ${state}${when}`;
    case "investment size":
      return `The investment of ${names(claim.partner)} in ${state} is ${claim.size}${when}`;
    case "partnership":
      return `${state} and ${names(claim.partner)} are partners${claim.level === null ? "" : `, ${claim.level}`}${when}`;
  }
}

function roleInWords(role: "export market" | "import source" | "partner"): string {
  return {
    "export market": "an export market",
    "import source": "a source of imports",
    partner: "a trading partner",
  }[role];
}
