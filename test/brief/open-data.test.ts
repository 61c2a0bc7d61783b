import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type BriefInput, composeBrief, plainText, renderBriefHtml } from "../../src/brief/index.ts";
import { sampleInput } from "./sample-brief.ts";
import { sampleTie } from "./sample-records.ts";
import { SESSION, votesOf } from "./sample-votes.ts";

fc.configureGlobal({ seed: 1 });

type Observations = BriefInput["observations"];

const brief = composeBrief(sampleInput());

function measured(name: string, one = brief) {
  return one.openData.measured.find(({ measure }) => measure === name);
}

/** Imports of Arland from twelve partners, of which Borland has most and Cestia least. */
const TRADE: Observations = [
  ...["BOR", "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09", "P10", "CES"].map(
    (partner, at) => ({
      partner,
      value: 1200 - 100 * at,
    }),
  ),
  { partner: null, value: 7800 },
].map(({ partner, value }) => ({
  series: partner === null ? "cow_trade_imports_total" : "cow_trade_imports",
  state: "ARL",
  partner,
  period: "2014",
  value,
  unit: "million current USD",
  source: "cow-trade",
  version: "4.0",
  row: `${partner ?? "all"}`,
}));

function claimsOn(claim: string, observations: Observations, on?: string) {
  const tie = sampleTie("claim", {
    kind: "trade",
    parties: "ARL CES",
    claim,
    sentence: `${claim}.`,
    ...(on === undefined ? {} : { since: on }),
  });
  return composeBrief(sampleInput({ ties: [{ tie, status: "coded" }], observations })).checkedClaims;
}

test("a share has a value for each power, a tilt and a release", () => {
  const row = measured("trade_share_imports");
  assert.deepEqual(
    row?.cells.map((cell) => [cell?.value, cell?.period, cell?.n]),
    [
      [0.1, "2021", 2],
      [0.4, "2021", 2],
    ],
  );
  assert.ok(Math.abs((row?.tilt ?? 0) + 0.6) < 1e-12);
  assert.equal(row?.toward, "CES");
  assert.equal(row?.release, "a published table 1");
});

test("a distance has no tilt, and the smaller one is the nearer", () => {
  const row = measured("un_idealpoint_distance");
  assert.deepEqual(
    row?.cells.map((cell) => cell?.value),
    [0.25, 1.5],
  );
  assert.equal(row?.tilt, null);
  assert.equal(row?.toward, "BOR");
});

test("what one power alone has is missing for the other, never zero, and leans nowhere", () => {
  const row = measured("hrt_debt");
  assert.equal(row?.cells[0], null);
  assert.equal(row?.cells[1]?.value, 2_000_000_000);
  assert.equal(row?.tilt, null);
  assert.equal(row?.toward, null);
});

test("what is not imported is named with the set that would give it", () => {
  const missing = brief.openData.missing.find(({ sets }) => sets.includes("atop"));
  assert.equal(missing?.imported, false);
  assert.match(renderBriefHtml(brief), /no open data are imported for Treaty obligation.*\(atop\)/);
  const exports = brief.openData.missing.find(({ label }) => /exports/.test(label));
  assert.equal(exports?.imported, true);
});

test("agreement leaves out votes on which everyone agrees, also those outside the three", () => {
  const votes = votesOf({
    ARL: ["yes", "yes", "yes", "no"],
    BOR: ["yes", "yes", "no", "no"],
    CES: ["yes", "yes", "yes", "yes"],
    DEL: ["yes", "no", "yes", "yes"],
  });
  const row = measured("un_agreement_voeten", composeBrief(sampleInput({ votes })));
  assert.deepEqual(
    row?.cells.map((cell) => [cell?.value.toFixed(9), cell?.n, cell?.period]),
    [
      ["0.666666667", 3, String(SESSION + 1945)],
      ["0.666666667", 3, String(SESSION + 1945)],
    ],
  );
  assert.equal(row?.toward, null);
});

test("a set that is imported without a row about the state is not called missing", () => {
  const imported = composeBrief(sampleInput({ importedSets: ["atop"] })).openData;
  assert.equal(imported.missing.find(({ sets }) => sets.includes("atop"))?.imported, true);
  assert.match(
    renderBriefHtml(composeBrief(sampleInput({ importedSets: ["atop"] }))),
    /data are imported, but have no value for the state and these powers.*Treaty obligation/,
  );
});

test("data after the period asked for do not answer it", () => {
  const until = { ...sampleInput().question, until: "2020" };
  assert.equal(measured("trade_share_imports", composeBrief(sampleInput({ question: until }))), undefined);
});

test("a change of the lean is told with its year, and where it lies outside the period it is not", () => {
  const sample = TRADE.filter(({ series }) => series === "cow_trade_imports_total")[0]!;
  const noise = [2, 0, 1, 3, 0, 2, 1, 0];
  const observations = noise.flatMap((extra, at) => {
    const row = (partner: string | null, value: number) => ({
      ...sample,
      series: partner === null ? "cow_trade_imports_total" : "cow_trade_imports",
      partner,
      value,
      period: String(2014 + at),
    });
    const large = 80 + extra;
    return [
      row(null, 100),
      row("BOR", at < 4 ? large : 100 - large),
      row("CES", at < 4 ? 100 - large : large),
    ];
  });
  const told = (since: string) =>
    composeBrief(sampleInput({ observations, question: { ...sampleInput().question, since } }))
      .openData.shifts.map(plainText)
      .join(" ");
  assert.match(told("2016"), /share of imports.* the tilt moved towards Cestia in 2018/);
  assert.equal(told("2019"), "");
});

test("data that end long before the period are named with their last year", () => {
  const words = composeBrief(sampleInput({ observations: TRADE }))
    .openData.leanings.map(plainText)
    .join(" ");
  assert.match(
    words,
    /the data end three years or more before 2024 for share of imports that come from the power \(2014\)/,
  );
});

test("an organisation has no value of its own: its members' are not there, which is not zero", () => {
  const { observations, question } = sampleInput();
  const asOrganisation = observations.map((row) => (row.partner === "BOR" ? { ...row, partner: "EU" } : row));
  const one = composeBrief(
    sampleInput({ observations: asOrganisation, question: { ...question, powers: ["EU", "CES"] } }),
  );
  assert.equal(measured("sipri_tiv_share_from_b", one)?.cells[0], null);
  assert.equal(measured("sipri_tiv_share_from_b", one)?.tilt, null);
});

test("a series as imported is shown from one release, the one that reaches furthest", () => {
  const older = TRADE.map((row) => ({ ...row, version: "3.0", period: "2009", value: row.value / 2 }));
  const question = { ...sampleInput().question, since: "2000" };
  const one = composeBrief(sampleInput({ observations: [...older, ...TRADE], question }));
  const row = one.openData.rows.find(({ series }) => series === "cow_trade_imports");
  assert.equal(row?.source, "cow-trade, 4.0");
  assert.deepEqual(
    row?.cells.map((cell) => [cell?.period, cell?.first]),
    [
      ["2014", null],
      ["2014", null],
    ],
  );
});

test("values of different releases are not compared", () => {
  const observations = TRADE.map((row) => (row.partner === "CES" ? { ...row, version: "5.0" } : row));
  const row = measured("trade_share_imports", composeBrief(sampleInput({ observations })));
  assert.equal(row?.tilt, null);
  assert.equal(row?.cells.filter((cell) => cell !== null).length, 1);
});

test("measures that lean differently in one domain are told so", () => {
  const words = brief.openData.leanings.map(plainText).join(" ");
  assert.match(words, /nearer to Cestia/);
  assert.match(words, /Politics: .*nearer to Borland/);
});

test("the words of a claim decide whether the data support it", () => {
  const answers = (claim: string) => claimsOn(claim, TRADE).map(({ answer }) => answer);
  assert.deepEqual(answers("Cestia is a key supplier of Arland"), ["contradicted"]);
  const [claim] = claimsOn("Cestia is a key supplier of Arland", TRADE);
  assert.match(claim?.because ?? "", /number 12 of 12/);
  assert.equal(claim?.sentence, "Cestia is a key supplier of Arland.");
  assert.ok((claim?.entries.length ?? 0) > 0 && (claim?.rows.length ?? 0) > 0);
  assert.match(claim?.caveats.join(" ") ?? "", /speaks of its own time, 2024; the data are of 2014/);
});

test("one of the largest partners need not be the first", () => {
  const second = TRADE.map((row) => (row.partner === "CES" ? { ...row, value: 1150 } : row));
  const answer = (claim: string) => claimsOn(claim, second)[0]?.answer;
  assert.equal(answer("of Arland's largest suppliers, Cestia"), "supported");
  assert.equal(answer("Cestia is the largest supplier of Arland"), "contradicted");
});

test("a claim about a time after the data is not decidable, and the last answer is shown", () => {
  const [claim] = claimsOn("Cestia is a key supplier of Arland", TRADE, "2024");
  assert.equal(claim?.answer, "not decidable");
  assert.match(claim?.before ?? "", /For 2014 it would be contradicted/);
});

test("planned, rejected and other states' claims are not checked; the same claim is checked once", () => {
  const tie = (id: string, modality: "asserted" | "planned", parties = "ARL CES") =>
    sampleTie(id, { kind: "trade", parties, claim: "key supplier", modality });
  const checkedOf = (ties: BriefInput["ties"]) =>
    composeBrief(sampleInput({ ties, observations: TRADE })).checkedClaims.length;
  assert.equal(checkedOf([{ tie: tie("a", "planned"), status: "coded" }]), 0);
  assert.equal(checkedOf([{ tie: tie("a", "asserted"), status: "rejected" }]), 0);
  assert.equal(checkedOf([{ tie: tie("a", "asserted", "BOR CES"), status: "coded" }]), 0);
  assert.equal(
    checkedOf(["a", "b"].map((id) => ({ tie: tie(id, "asserted"), status: "coded" as const }))),
    1,
  );
});

test("open data come out the same in whatever order they are stored", () => {
  const { observations } = sampleInput();
  fc.assert(
    fc.property(fc.shuffledSubarray([...observations], { minLength: observations.length }), (shuffled) => {
      const again = composeBrief(sampleInput({ observations: shuffled }));
      assert.deepEqual(again.openData.measured, brief.openData.measured);
    }),
    { numRuns: 25 },
  );
});
