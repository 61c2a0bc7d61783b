import assert from "node:assert/strict";
import { test } from "node:test";
import { allianceIndex, equalTotals, influence, influenceScale, tradeAgreementIndex } from "./influence.ts";

const INPUTS = {
  aid_to_gdp: 1,
  aid_to_aid: 0,
  trade_to_gdp: 3,
  trade_to_trade: 0,
  arms_to_military: 0,
  arms_to_arms: 9,
  representation: 1,
  organisations: 1,
  trade_agreements: 0,
  trade: 2,
  alliances: 1,
  arms: 0,
};

test("dependence sums weighted logarithms, bandwidth weighted levels", () => {
  const one = influence(INPUTS, { dependence: 1, bandwidth: 1, product: 1 });
  assert.ok(Math.abs(one.economicDependence! - (0.21 * Math.log(2) + 0.28 * Math.log(4))) < 1e-12);
  assert.ok(Math.abs(one.securityDependence! - 0.13 * Math.log(10)) < 1e-12);
  assert.ok(Math.abs(one.politicalBandwidth! - 0.3) < 1e-12);
  assert.ok(Math.abs(one.bandwidth! - (0.3 + 0.7 + 0.13)) < 1e-12);
});

test("the largest of a release is 1, and a missing input leaves its part out of account", () => {
  const rows = [INPUTS, { ...INPUTS, trade: 0.5 }];
  const scale = influenceScale(rows);
  assert.ok(Math.abs(influence(INPUTS, scale).fbic! - 1) < 1e-12);
  const without = influence({ ...INPUTS, trade: undefined }, scale);
  assert.equal(without.fbic, null);
  assert.equal(without.economicBandwidth, null);
  assert.ok(without.dependence !== null);
  assert.throws(() => influence({ ...INPUTS, arms: -1 }, scale), /arms must not be below zero/);
});

test("indices of alliances and trade agreements", () => {
  assert.equal(allianceIndex({ defense: 1, nonaggression: 1, consultation: 1 }), 81);
  assert.equal(tradeAgreementIndex({ regional: 1, customs_union_and_integration: 1 }), 25);
  assert.throws(() => allianceIndex({ friendship: 1 }), /no weight for "friendship"/);
  assert.equal(equalTotals(2, 10, 5), 1);
});
