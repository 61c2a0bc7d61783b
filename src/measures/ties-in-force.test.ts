import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleTie, type TieParts } from "../../test/brief/sample-records.ts";
import { tiesInForce } from "./ties-in-force.ts";

function inForce(
  day: string,
  ties: readonly TieParts[],
  published?: Readonly<Record<string, string>>,
): string[] {
  const rows = ties.map((parts, at) => sampleTie(String(at), parts));
  return tiesInForce(
    rows,
    "BLR",
    ["RUS", "CHN"],
    day,
    ["asserted"],
    published && new Map(Object.entries(published)),
  ).map(({ tie, power }) => `${tie.id} ${power}`);
}

test("a tie holds from its first day to the day before its end", () => {
  const tie: TieParts = { kind: "treaty", parties: "BLR RUS", since: "2010-05", until: "2012" };
  assert.deepEqual(inForce("2010-04-30", [tie]), []);
  assert.deepEqual(inForce("2010-05-01", [tie]), ["t_0 RUS"]);
  assert.deepEqual(inForce("2012-06-30", [tie]), ["t_0 RUS"]);
  assert.deepEqual(inForce("2012-12-31", [tie]), []);
});

test("an end told by one text closes what another text began", () => {
  const begun: TieParts = { kind: "alliance", parties: "BLR RUS", since: "1999" };
  const over: TieParts = { kind: "alliance", parties: "BLR RUS", until: "2015-03-01" };
  const anew: TieParts = { kind: "alliance", parties: "BLR RUS", since: "2018" };
  assert.deepEqual(inForce("2014-01-01", [begun, over]), ["t_0 RUS", "t_1 RUS"]);
  assert.deepEqual(inForce("2016-01-01", [begun, over]), []);
  assert.deepEqual(inForce("2019-01-01", [begun, over, anew]), ["t_2 RUS"]);
});

test("a tie without a beginning stands from its text on, or from always where no date of the text is known", () => {
  const tie: TieParts = { kind: "trade", parties: "BLR CHN", document: "d_a" };
  assert.deepEqual(inForce("2001-01-01", [tie]), ["t_0 CHN"]);
  assert.deepEqual(inForce("2001-01-01", [tie], { d_a: "2020-01-01" }), []);
  assert.deepEqual(inForce("2020-01-01", [tie], { d_a: "2020-01-01" }), ["t_0 CHN"]);
});

test("sanctions and disputes are no bonds, and only admitted modalities count", () => {
  assert.deepEqual(
    inForce("2020-01-01", [
      { kind: "sanctions", parties: "BLR CHN" },
      { kind: "dispute", parties: "BLR RUS" },
      { kind: "alliance", parties: "BLR RUS", modality: "planned" },
      { kind: "alliance", parties: "UKR RUS" },
    ]),
    [],
  );
});

test("a tie of several powers binds each of them", () => {
  assert.deepEqual(inForce("2020-01-01", [{ kind: "membership", parties: "BLR RUS CHN" }]), [
    "t_0 RUS",
    "t_0 CHN",
  ]);
});
