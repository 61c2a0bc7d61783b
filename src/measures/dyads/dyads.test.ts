import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cell } from "../../../test/indicators/cell.ts";
import { entropy, herfindahl, normalisedHerfindahl } from "./concentration.ts";
import { type CastVote, type DyadRow, dyadMeasures, dyads } from "./index.ts";

const STATES = ["BLR", "CHN", "KAZ", "RUS", "USA"] as const;
const BALLOTS = ["yes", "abstain", "no", "absent"] as const;
const CODE: Readonly<Record<string, number>> = { yes: 1, abstain: 2, no: 3 };

/** Votes of some roll calls of two sessions, each state voting or not. */
const someVotes = fc
  .array(fc.array(fc.constantFrom(...BALLOTS), { minLength: STATES.length, maxLength: STATES.length }), {
    minLength: 1,
    maxLength: 70,
  })
  .map((calls) =>
    calls.flatMap((ballots, call): CastVote[] =>
      ballots.map((vote, state) => ({
        state: STATES[state]!,
        rollCall: String(call),
        session: 60 + (call % 2),
        date: `200${5 + (call % 2)}-11-01`,
        vote,
      })),
    ),
  );

const unMeasures = [...dyadMeasures.values()].filter(
  ({ needs, name }) => needs.votes === true && !name.includes("idealpoint"),
);

function table(rows: Iterable<DyadRow>): Map<string, number> {
  return new Map([...rows].map(({ iso3_a, iso3_b, year, value }) => [`${iso3_a} ${iso3_b} ${year}`, value]));
}

/** The same measures from their written formulas, dyad by dyad. */
function naive(votes: readonly CastVote[], a: string, b: string, year: number) {
  const of = (state: string) =>
    new Map(
      votes.flatMap((vote) =>
        vote.state === state && CODE[vote.vote] ? [[vote.rollCall, vote] as const] : [],
      ),
    );
  const [ofA, ofB] = [of(a), of(b)];
  const pairs = [...ofA.values()]
    .filter(({ date, rollCall }) => date.startsWith(String(year)) && ofB.has(rollCall))
    .map(({ rollCall, vote }) => [CODE[vote]!, CODE[ofB.get(rollCall)!.vote]!] as const);
  const n = pairs.length;
  const sum = (f: (x: number, y: number) => number) => pairs.reduce((total, [x, y]) => total + f(x, y), 0);
  const squares = sum((x, y) => (x - y) ** 2);
  const kappa = sum((x) => x * x) + sum((_, y) => y * y) - (2 / n) * sum((x) => x) * sum((_, y) => y);
  const pi = sum((x) => x * x) + sum((_, y) => y * y) - sum((x, y) => x + y) ** 2 / (2 * n);
  return {
    n,
    un_common_votes: n,
    un_s_abs_unweighted: 1 - sum((x, y) => Math.abs(x - y)) / n,
    un_s_sq_unweighted: 1 - squares / (2 * n),
    un_kappa_sq: Math.abs(kappa) < 1e-9 ? 0 : 1 - squares / kappa,
    un_pi_sq: Math.abs(pi) < 1e-9 ? 0 : 1 - squares / pi,
    un_agreement_all_votes: sum((x, y) => 1 - Math.abs(x - y) / 2) / n,
  };
}

test("measures of votes follow their formulas, also over more than a word of bits", () => {
  fc.assert(
    fc.property(someVotes, (votes) => {
      for (const name of [
        "un_common_votes",
        "un_s_abs_unweighted",
        "un_s_sq_unweighted",
        "un_kappa_sq",
        "un_pi_sq",
        "un_agreement_all_votes",
      ] as const)
        for (const { iso3_a, iso3_b, year, value, n } of dyads(name, { votes }, { once: true })) {
          const wanted = naive(votes, iso3_a, iso3_b!, year);
          assert.equal(n, wanted.n);
          assert.ok(
            Math.abs(value - wanted[name]) < 1e-9,
            `${name} ${iso3_a} ${iso3_b}: ${value} for ${wanted[name]}`,
          );
        }
    }),
    { numRuns: 40, seed: 1 },
  );
});

test("measures of votes are symmetric, bounded, and the same in any order of rows", () => {
  fc.assert(
    fc.property(someVotes, fc.integer(), (votes, seed) => {
      const shuffled = votes
        .map((vote, at) => ({ vote, at: Math.imul(at + 1, (seed | 1) ^ 0x9e3779b9) }))
        .sort((a, b) => a.at - b.at)
        .map(({ vote }) => vote);
      for (const { name, range } of unMeasures) {
        const values = table(dyads(name, { votes }));
        assert.deepEqual(
          new Map([...table(dyads(name, { votes: shuffled }))].sort()),
          new Map([...values].sort()),
        );
        for (const [key, value] of values) {
          const [a, b, year] = key.split(" ");
          assert.ok(value >= range[0] - 1e-9 && value <= range[1], `${name} ${key} is ${value}`);
          assert.equal(values.get(`${b} ${a} ${year}`), value);
        }
      }
    }),
    { numRuns: 25, seed: 2 },
  );
});

test("states that vote as one agree wholly; states without a common vote have no row", () => {
  const cast = (state: string, ballots: string): CastVote[] =>
    [...ballots].map((ballot, call) => ({
      state,
      rollCall: String(call),
      session: 60,
      date: "2005-11-01",
      vote: { y: "yes", a: "abstain", n: "no" }[ballot] ?? "absent",
    }));
  const votes = [
    ...cast("BLR", "yan-"),
    ...cast("RUS", "yan-"),
    ...cast("USA", "nny-"),
    ...cast("CHN", "---y"),
  ];
  const of = (name: string) => table(dyads(name, { votes }, { once: true }));
  for (const name of [
    "un_agreement_voeten",
    "un_agree_share_strict",
    "un_s_abs_unweighted",
    "un_s_sq_unweighted",
    "un_kappa_sq",
    "un_pi_sq",
  ])
    assert.equal(of(name).get("BLR RUS 2005"), 1, name);
  assert.deepEqual([...of("un_common_votes").keys()], ["BLR RUS 2005", "BLR USA 2005", "RUS USA 2005"]);
});

test("predecessors run on under their successor, or keep their own code where asked", () => {
  const votes: CastVote[] = ["SUN", "USA"].map((state) => ({
    state,
    rollCall: "1",
    session: 40,
    date: "1985-10-01",
    vote: state === "SUN" ? "yes" : "no",
  }));
  const pairs = (codes: "continuous" | "dated") =>
    [...dyads("un_common_votes", { votes }, { once: true, codes })].map(
      ({ iso3_a, iso3_b }) => `${iso3_a} ${iso3_b}`,
    );
  assert.deepEqual(pairs("continuous"), ["RUS USA"]);
  assert.deepEqual(pairs("dated"), ["SUN USA"]);
  assert.equal([...dyads("un_common_votes", { votes }, { states: ["SUN"] })].length, 1);
});

test("trade shares need every part; a missing flow gives no value", () => {
  const observations = [
    cell("cow_trade_imports", "BLR", "RUS", "2000", 50),
    cell("cow_trade_imports", "RUS", "BLR", "2000", 30),
    cell("cow_trade_imports", "BLR", "CHN", "2000", 10),
    cell("cow_trade_imports_total", "BLR", null, "2000", 100),
    cell("cow_trade_exports_total", "BLR", null, "2000", 60),
  ];
  const of = (name: string) => table(dyads(name, { observations }, { states: ["BLR"] }));
  assert.deepEqual([...of("trade_share_total")], [["BLR RUS 2000", 0.5]]);
  assert.deepEqual(
    [...of("trade_share_imports")],
    [
      ["BLR CHN 2000", 0.1],
      ["BLR RUS 2000", 0.5],
    ],
  );
  assert.deepEqual([...of("trade_share_exports")], [["BLR RUS 2000", 0.5]]);
});

test("concentration: one partner, even partners, none", () => {
  assert.equal(herfindahl([7]), 1);
  assert.equal(herfindahl([1, 1, 1, 1]), 0.25);
  assert.equal(normalisedHerfindahl([1, 1, 1, 1]), 0);
  assert.ok(Math.abs(entropy([1, 1, 1, 1])! - Math.log(4)) < 1e-12);
  assert.equal(herfindahl([0, 0]), null);
  assert.throws(() => entropy([1, -1]), RangeError);
});

test("obligations within coverage are levels, zero included; outside it there is no row", () => {
  const observations = [
    cell("atop_defense", "BLR", "RUS", "1995", 1),
    cell("atop_nonagg", "RUS", "BLR", "1995", 1),
    cell("atop_consul", "BLR", "RUS", "1996", 1),
  ];
  const rows = [
    ...dyads("atop_obligation_level", { observations }, { states: ["BLR"], partners: ["RUS", "CHN"] }),
  ];
  assert.deepEqual(
    rows.map(({ iso3_b, year, value }) => `${iso3_b} ${year} ${value}`),
    ["CHN 1995 0", "RUS 1995 3", "CHN 1996 0", "RUS 1996 2"],
  );
});

test("profiles of alliances: like states have S and kappa of 1, and all measures stay in bounds", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom("MEX", "CAN", "CUB", "HTI"),
          fc.constantFrom("USA", "RUS", "CHN"),
          fc.constantFrom("atop_defense", "atop_neutral", "atop_nonagg"),
        ),
        { minLength: 1, maxLength: 12 },
      ),
      (ties) => {
        const observations = ties.flatMap(([state, partner, series]) => [
          cell(series, state, partner, "1960", 1),
          cell(series, partner, state, "1960", 1),
        ]);
        for (const { name, range, symmetric } of dyadMeasures.values()) {
          if (!name.startsWith("atop_") || !symmetric || name.includes("weighted")) continue;
          for (const { value } of dyads(name, { observations }, { once: true, states: ["MEX"] }))
            assert.ok(value >= range[0] - 1e-9 && value <= range[1] + 1e-9, `${name} is ${value}`);
        }
      },
    ),
    { numRuns: 10, seed: 3 },
  );
});

test("an unknown measure names near ones; an imported series is a measure by itself", () => {
  assert.throws(() => [...dyads("un_kapa_sq", {})], /no measure "un_kapa_sq"/);
  const observations = [cell("hrt_debt", "BLR", "CHN", "2017", 7e9)];
  assert.deepEqual([...table(dyads("hrt_debt", { observations }))], [["BLR CHN 2017", 7e9]]);
});
