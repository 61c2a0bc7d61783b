import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type EventParts, sampleEvent, sampleTie } from "../../test/brief/sample-records.ts";
import type { Domain } from "../vocabulary/index.ts";
import { type Balance, measureBalance } from "./balance.ts";
import type { BalanceQuestion } from "./balance-question.ts";
import type { StoriedEvent } from "./dyad.ts";
import type { Value } from "./value.ts";

fc.configureGlobal({ seed: 1 });

const QUESTION: BalanceQuestion = {
  state: "BLR",
  powers: ["RUS", "CHN"],
  since: null,
  until: null,
  by: "all",
  halfLifeDays: null,
  modalities: ["asserted"],
};

/** Events in stories of their own unless `story` says otherwise. */
function storied(events: readonly (EventParts & { readonly story?: string })[]): StoriedEvent[] {
  return events.map((parts, at) => ({
    event: sampleEvent(String(at), parts),
    story: parts.story ?? `s${at}`,
  }));
}

function find(balance: Balance, measure: string, domain: Domain = "security", power?: string): Value {
  const value = balance.values.find(
    (one) =>
      one.measure === measure && one.domain === domain && (power === undefined || one.powers[0] === power),
  );
  assert.ok(value !== undefined, `${measure} ${domain}`);
  return value;
}

const anEvent = fc.record({
  type: fc.constantFrom("COOPERATE", "AID", "CONSULT", "ACCUSE", "THREATEN" as const),
  from: fc.constantFrom("BLR", "RUS", "CHN", "BLR RUS", "BLR CHN", "UKR"),
  to: fc.option(fc.constantFrom("BLR", "RUS", "CHN"), { nil: undefined }),
  about: fc.constantFrom(["military"], ["economic"], ["diplomatic"], ["military", "economic"]),
  on: fc.integer({ min: 2016, max: 2024 }).map((year) => `${year}-06-15`),
  story: fc.constantFrom("a", "b", "c", "d", "e", "f"),
});
const someEvents = fc.array(anEvent, { maxLength: 25 }) as fc.Arbitrary<(EventParts & { story: string })[]>;

test("levels add intensity times directions, and the tilt is their balance", () => {
  const balance = measureBalance(
    storied([{ from: "BLR RUS" }, { from: "RUS", to: "BLR", type: "AID" }, { from: "BLR", to: "CHN" }]),
    [],
    QUESTION,
  );
  const russia = find(balance, "cooperation_level", "security", "RUS").value!;
  const china = find(balance, "cooperation_level", "security", "CHN").value!;
  assert.equal(china, 9.5);
  assert.ok(russia > 19);
  const tilt = find(balance, "event_tilt");
  assert.equal(tilt.value, (russia - china) / (russia + china));
  assert.deepEqual([tilt.n, tilt.stories, tilt.ids], [3, 3, ["e_0", "e_1", "e_2"]]);
});

test("a story counts once, with the mean of its reports", () => {
  const once = measureBalance(storied([{ from: "BLR RUS" }]), [], QUESTION);
  const often = measureBalance(
    storied([
      { from: "BLR RUS", story: "one" },
      { from: "BLR RUS", story: "one", document: "d_two" },
      { from: "BLR RUS", story: "one", document: "d_three" },
    ]),
    [],
    QUESTION,
  );
  const value = find(often, "cooperation_level", "security", "RUS");
  assert.equal(value.value, find(once, "cooperation_level", "security", "RUS").value);
  assert.deepEqual([value.n, value.stories, value.interval], [3, 1, null]);
});

test("an event weighs half after its half-life", () => {
  const balance = measureBalance(
    storied([
      { from: "BLR", to: "RUS", on: "2020-01-01" },
      { from: "BLR", to: "CHN", on: "2021-01-01" },
    ]),
    [],
    { ...QUESTION, halfLifeDays: 366 },
  );
  assert.equal(find(balance, "cooperation_level", "security", "RUS").value, 9.5 / 2);
  assert.equal(find(balance, "cooperation_level", "security", "CHN").value, 9.5);
});

test("what is left out is counted by reason", () => {
  const { leftOut, values } = measureBalance(
    storied([
      { from: "BLR", to: "RUS", on: null },
      { from: "BLR", to: "RUS", on: "2010-01-01" },
      { from: "BLR", to: "RUS", modality: "planned" },
      { from: "BLR", to: "UKR" },
    ]),
    [],
    { ...QUESTION, since: "2016", until: "2024" },
  );
  assert.deepEqual(leftOut, {
    undated: 1,
    "outside the period": 1,
    "not asserted": 1,
    "no power involved": 1,
  });
  assert.ok(values.filter(({ measure }) => !measure.startsWith("ties")).every(({ value }) => value === null));
});

test("a year or month asked for includes its last day", () => {
  const events = storied([{ from: "BLR", to: "RUS", on: "2024-02-29" }]);
  assert.equal(measureBalance(events, [], { ...QUESTION, until: "2024" }).leftOut["outside the period"], 0);
  assert.equal(
    measureBalance(events, [], { ...QUESTION, until: "2024-02" }).leftOut["outside the period"],
    0,
  );
  assert.equal(
    measureBalance(events, [], { ...QUESTION, since: "2024-03" }).leftOut["outside the period"],
    1,
  );
});

test("years without evidence have no value, and years run from the first to the last", () => {
  const { periods, values } = measureBalance(
    storied([
      { from: "BLR RUS", on: "2018-03-01" },
      { from: "BLR CHN", on: "2020-03-01" },
    ]),
    [sampleTie("far", { kind: "treaty", parties: "BLR RUS", since: "1992" })],
    { ...QUESTION, by: "year" },
  );
  assert.deepEqual(
    periods.map(({ name }) => name),
    ["2018", "2019", "2020"],
  );
  const tilts = values.filter(({ measure, domain }) => measure === "event_tilt" && domain === "security");
  assert.deepEqual(
    tilts.map(({ value }) => value),
    [1, null, -1],
  );
});

test("where all stories are with one power, the interval leaves room for what was not seen", () => {
  const balance = measureBalance(
    storied(Array.from({ length: 5 }, () => ({ from: "BLR RUS" }))),
    [],
    QUESTION,
  );
  const { value, interval } = find(balance, "event_tilt");
  assert.equal(value, 1);
  assert.ok(Math.abs(interval![0] - (1 - 2 * (1 - 0.025 ** (1 / 5)))) < 1e-12);
  const spread = find(balance, "event_evenness");
  assert.equal(spread.value, 0);
  assert.ok(spread.interval![1] > 0.9);
});

test("fewer than three stories have no interval", () => {
  const balance = measureBalance(storied([{ from: "BLR RUS" }, { from: "BLR CHN" }]), [], QUESTION);
  assert.ok(balance.values.every(({ interval }) => interval === null));
});

test("values lie within their bounds and their intervals in order", () => {
  fc.assert(
    fc.property(someEvents, (events) => {
      for (const { measure, value, interval, stories, n, ids } of measureBalance(
        storied(events),
        [],
        QUESTION,
      ).values) {
        const [least, most] = measure.endsWith("_tilt")
          ? [-1, 1]
          : measure.endsWith("_evenness")
            ? [0, 1]
            : [0, Infinity];
        assert.ok(value === null || (value >= least! && value <= most!), `${measure} ${value}`);
        assert.ok(stories <= n && ids.length === n);
        if (interval === null) continue;
        assert.ok(
          interval[0] <= interval[1] && interval[0] >= least! && interval[1] <= most!,
          `${measure} ${interval}`,
        );
        assert.ok(stories >= 3 && value !== null);
      }
    }),
    { numRuns: 25 },
  );
});

test("neither the order of the rows nor of a second run changes anything", () => {
  fc.assert(
    fc.property(someEvents, fc.integer(), (events, turn) => {
      const rows = storied(events);
      const at = rows.length === 0 ? 0 : Math.abs(turn) % rows.length;
      const turned = [...rows.slice(at), ...rows.slice(0, at)].reverse();
      const question: BalanceQuestion = { ...QUESTION, by: "year", halfLifeDays: 200 };
      assert.deepEqual(measureBalance(turned, [], question), measureBalance(rows, [], question));
    }),
    { numRuns: 8 },
  );
});

test("asking about the powers the other way round turns the sign of the tilt", () => {
  fc.assert(
    fc.property(someEvents, (events) => {
      const question: BalanceQuestion = { ...QUESTION, since: "2016", until: "2024" };
      const there = find(measureBalance(storied(events), [], question), "event_tilt").value;
      const turned = measureBalance(storied(events), [], { ...question, powers: ["CHN", "RUS"] });
      const back = find(turned, "event_tilt").value;
      assert.ok(there === null ? back === null : Math.abs(there + back!) < 1e-12);
    }),
    { numRuns: 25 },
  );
});

test("ties of one kind with one power count once, treaties by what they say", () => {
  const balance = measureBalance(
    [],
    [
      sampleTie("a", { kind: "debt", parties: "BLR CHN", since: "2019" }),
      sampleTie("b", { kind: "debt", parties: "BLR CHN", since: "2018", document: "d_two" }),
      sampleTie("c", { kind: "trade", parties: "BLR CHN", since: "2018" }),
      sampleTie("d", { kind: "trade", parties: "BLR RUS", since: "2018" }),
    ],
    QUESTION,
  );
  assert.equal(find(balance, "ties_level", "economic", "CHN").value, 2);
  assert.equal(find(balance, "ties_level", "economic", "RUS").value, 1);
  assert.equal(find(balance, "ties_tilt", "economic").value, -1 / 3);
  assert.deepEqual(find(balance, "ties_level", "economic", "CHN").ids, ["t_a", "t_b", "t_c"]);
  assert.equal(find(balance, "ties_level", "security", "CHN").value, null);
});

test("a tie without a beginning stands from the day of its text, which the period reaches", () => {
  const events = storied([{ from: "BLR CHN", on: "2024-07-08" }]);
  const ties = [sampleTie("a", { kind: "trade", parties: "BLR CHN", document: "d_a" })];
  const published = new Map([["d_a", "2024-08-28"]]);
  const balance = measureBalance(events, ties, { ...QUESTION, by: "year", since: "2023" }, published);
  const levels = balance.values.filter(
    ({ measure, domain, powers }) => measure === "ties_level" && domain === "economic" && powers[0] === "CHN",
  );
  assert.deepEqual(
    levels.map(({ period, value }) => [period, value]),
    [
      ["2023", null],
      ["2024", 1],
    ],
  );
  assert.equal(measureBalance(events, ties, QUESTION, published).periods[0]?.end, "2024-08-28");
});

test("four thousand stories over nine years are measured in seconds", () => {
  const rows = storied(
    Array.from({ length: 4_000 }, (_, at) => ({
      from: at % 3 === 0 ? "BLR CHN" : "BLR RUS",
      on: `${2016 + (at % 9)}-06-15`,
    })),
  );
  const start = process.cpuUsage().user;
  const balance = measureBalance(rows, [], { ...QUESTION, by: "year" });
  const seconds = (process.cpuUsage().user - start) / 1e6;
  const { value, interval } = find(balance, "event_tilt");
  assert.ok(value !== null && interval !== null && interval[1] - interval[0] < 0.15);
  assert.ok(seconds < 8, `${seconds} s`);
});
