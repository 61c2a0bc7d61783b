import assert from "node:assert/strict";
import { test } from "node:test";
import { cell } from "../../../test/indicators/cell.ts";
import type { Tie } from "../../vocabulary/index.ts";
import { checkClaim } from "./check.ts";
import { claimsOfTie } from "./from-text.ts";

/** A state that buys much from B but sells it little, among a dozen partners. */
const PARTNERS = ["RUS", "DEU", "POL", "UKR", "LTU", "LVA", "NLD", "ITA", "GBR", "FRA", "TUR", "CHN"];
const TRADE = PARTNERS.flatMap((code, at) => [
  cell("cow_trade_imports", code, "BLR", "2010", code === "CHN" ? 3 : 200 - 15 * at),
  cell("cow_trade_imports", "BLR", code, "2010", code === "CHN" ? 400 : 100 - 5 * at),
]);

const trade = (role: "export market" | "import source" | "partner", on: string | null = null) =>
  checkClaim(
    { is: "trade standing", state: "BLR", partner: "CHN", role, rank: 5, share: 0.1, on },
    { observations: TRADE },
  );

test("a supplier is no market: the role in trade decides", () => {
  assert.equal(trade("export market").answer, "contradicted");
  assert.equal(trade("import source").answer, "supported");
  assert.equal(trade("partner").answer, "supported");
  assert.match(trade("export market").because, /number 12 of 12 as an export market/);
  assert.ok(trade("partner").rows.length >= 2);
});

test("a claim about a time after the data is not decidable, and says what they last held", () => {
  const check = trade("partner", "2024");
  assert.equal(check.answer, "not decidable");
  assert.deepEqual([check.before?.answer, check.before?.asOf], ["supported", "2010"]);
});

test("without data nothing is decided", () => {
  for (const claim of [
    { is: "trade standing", state: "BLR", partner: "CHN", role: "partner", rank: 5, share: null, on: null },
    { is: "lender rank", state: "BLR", lender: "CHN", rank: 3, on: null },
    { is: "membership", state: "BLR", organisation: "CSTO", on: "2010", holds: true },
    { is: "obligation", state: "RUS", towards: "BLR", obligation: "defence", on: null },
    { is: "project count", state: "BLR", partner: "CHN", bound: "at least", number: 35, on: null },
    { is: "investment size", state: "BLR", partner: "CHN", size: "small", on: null },
    { is: "partnership", state: "BLR", partner: "CHN", level: null, on: null },
  ] as const) {
    const { answer, because } = checkClaim(claim, { observations: [] });
    assert.equal(answer, "not decidable", claim.is);
    assert.match(because, /^[A-Z].*\.$/);
  }
});

test("a rank among lenders needs more lenders than the rank", () => {
  const claim = { is: "lender rank", state: "BLR", lender: "CHN", rank: 1, on: null } as const;
  const alone = [cell("hrt_debt", "BLR", "CHN", "2017", 7e9)];
  assert.equal(checkClaim(claim, { observations: alone }).answer, "not decidable");
  const both = [...alone, cell("hrt_debt", "BLR", "RUS", "2017", 8e9)];
  assert.equal(checkClaim(claim, { observations: both }).answer, "contradicted");
});

test("membership: by the year's data, then by the dated table, else open", () => {
  const observations = [
    cell("cow_igo_membership", "BLR", "CSTO", "2010", 1),
    cell("cow_igo_membership", "BLR", "SCO", "2010", 3),
    cell("cow_igo_full_memberships", "BLR", null, "2010", 1),
  ];
  const member = (organisation: string, on: string | null, holds = true) =>
    checkClaim(
      { is: "membership", state: "BLR", organisation, on, holds },
      {
        observations,
        isMember: (_, code, day) => (code === "SCO" ? day === null || day >= "2024-07-04" : null),
      },
    ).answer;
  assert.equal(member("CSTO", "2010"), "supported");
  assert.equal(member("CSTO", "2010", false), "contradicted");
  assert.equal(member("SCO", "2010"), "contradicted");
  assert.equal(member("SCO", "2024-07"), "supported");
  assert.equal(member("SCO", "2023"), "contradicted");
  assert.equal(member("CSTO", "2024"), "not decidable");
});

test("obligations hold by direction and end with the data", () => {
  const observations = [
    cell("atop_defense", "RUS", "BLR", "2017", 1),
    cell("atop_defense", "RUS", "BLR", "2018", 1),
    cell("atop_nonagg", "CHN", "BLR", "2018", 1),
  ];
  const bound = (state: string, on: string | null) =>
    checkClaim({ is: "obligation", state, towards: "BLR", obligation: "defence", on }, { observations });
  assert.equal(bound("RUS", null).answer, "supported");
  assert.equal(bound("CHN", null).answer, "contradicted");
  assert.equal(bound("RUS", "2024").answer, "not decidable");
  assert.equal(bound("RUS", "2024").before?.answer, "supported");
});

test("counts that disagree leave a number of projects open", () => {
  const claim = {
    is: "project count",
    state: "BLR",
    partner: "CHN",
    bound: "at least",
    number: 35,
    on: null,
  } as const;
  const many = cell("gcdf_projects", "BLR", "CHN", "2000/2021", 87);
  const few = cell("gcof_projects", "BLR", "CHN", "2010", 16);
  assert.equal(checkClaim(claim, { observations: [many] }).answer, "supported");
  assert.equal(checkClaim(claim, { observations: [few] }).answer, "contradicted");
  assert.equal(checkClaim(claim, { observations: [many, few] }).answer, "not decidable");
});

test("investment is small or large beside the economy", () => {
  const observations = [
    cell("imf_direct_investment_outward", "CHN", "BLR", "2017", 300),
    cell("hrt_debt", "BLR", "CHN", "2017", 6e9),
    cell("hrt_debt_to_gdp", "BLR", "CHN", "2017", 12),
  ];
  const size = (is: "small" | "large") =>
    checkClaim(
      { is: "investment size", state: "BLR", partner: "CHN", size: is, on: "2017" },
      { observations },
    ).answer;
  assert.equal(size("small"), "supported");
  assert.equal(size("large"), "contradicted");
});

const tie = (kind: Tie["kind"], actors: readonly string[], claim: string, parts: Partial<Tie> = {}): Tie => ({
  id: "t",
  document: null,
  kind,
  parties: actors.map((actor) => ({ actor, sector: null, name: actor, text: actor, start: 0, end: 0 })),
  domain: "economic",
  since: null,
  until: null,
  level: null,
  claim,
  modality: "asserted",
  attribution: null,
  quantities: [],
  evidence: null,
  confidence: 1,
  rule: "test",
  ...parts,
});

test("words make the claim: markets, partners, ranks, denials, several powers at once", () => {
  const role = (words: string) => {
    const [claim] = claimsOfTie(tie("trade", ["KAZ", "CHN"], words));
    return claim?.is === "trade standing" ? [claim.role, claim.rank] : null;
  };
  assert.deepEqual(role("China is a key export market for Kazakhstan"), ["export market", 5]);
  assert.deepEqual(role("China is the largest trading partner of Kazakhstan"), ["partner", 1]);
  assert.deepEqual(role("China is one of the largest trading partners of Kazakhstan"), ["partner", 5]);
  assert.deepEqual(role("China is the main supplier of Kazakhstan"), ["import source", 1]);
  assert.equal(
    claimsOfTie(tie("trade", ["KAZ", "CHN", "RUS"], "China and Russia are key markets")).length,
    2,
  );
  const [denied] = claimsOfTie(tie("membership", ["KAZ", "NATO"], "no member", { modality: "negated" }));
  assert.equal(denied?.is === "membership" && denied.holds, false);
});
