import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Quantity } from "../../vocabulary/index.ts";
import { findQuantities } from "./find.ts";

type Seen = readonly [
  text: string,
  number: number,
  unit: string | null,
  qualifier?: string | null,
  of?: string | null,
];

function check(kind: Quantity["kind"], cases: readonly (readonly [text: string, ...found: Seen[]])[]): void {
  for (const [text, ...expected] of cases) {
    const found = findQuantities(text);
    assert.deepEqual(
      found.map((row) => [row.kind, row.text, row.number, row.unit]),
      expected.map(([words, number, unit]) => [kind, words, number, unit]),
      text,
    );
    for (const [at, [, , , qualifier, of]] of expected.entries()) {
      if (qualifier !== undefined) assert.equal(found[at]?.qualifier, qualifier, text);
      if (of !== undefined) assert.equal(found[at]?.of, of, text);
    }
  }
}

test("money with its currency", () => {
  check("money", [
    ["China lent $2.5 billion to Laos.", ["$2.5 billion", 2.5e9, "USD", null]],
    ["It cost US$5m and €200 million.", ["US$5m", 5e6, "USD"], ["€200 million", 2e8, "EUR"]],
    ["A $600-million loan", ["$600-million", 6e8, "USD"]],
    ["worth 1.5bn euros", ["1.5bn euros", 1.5e9, "EUR"]],
    ["at least 40 billion yuan", ["at least 40 billion yuan", 4e10, "CNY", "at least"]],
    ["RMB 300 million, or 300 million RMB", ["RMB 300 million", 3e8, "CNY"], ["300 million RMB", 3e8, "CNY"]],
    ["500 million Belarusian rubles", ["500 million Belarusian rubles", 5e8, "BYN"]],
    ["500 million rubles", ["500 million rubles", 5e8, "RUB"]],
    ["ten Canadian dollars", ["ten Canadian dollars", 10, "CAD"]],
    ["half a million dollars", ["half a million dollars", 5e5, "USD"]],
    [
      "nearly one hundred and twenty million tenge",
      ["nearly one hundred and twenty million tenge", 1.2e8, "KZT", "about"],
    ],
    ["between $2 and $3 billion", ["$2 and $3 billion", 2e9, "USD", "at least"]],
    ["$2-3 billion", ["$2-3 billion", 2e9, "USD", "at least"]],
    ["1,234,567 francs", ["1,234,567 francs", 1234567, "CHF"]],
    ["30 billion won", ["30 billion won", 3e10, "KRW"]],
    ["Three won medals and shipped 200 pounds of explosives."],
  ]);
});

test("shares of what", () => {
  check("share", [
    ["12 percent of its exports", ["12 percent of its exports", 0.12, "share", null, "its exports"]],
    ["about 12.5% of GDP", ["about 12.5% of GDP", 0.125, "share", "about", "GDP"]],
    ["more than 30 per cent", ["more than 30 per cent", 0.3, "share", "more than", null]],
    ["10-15 percent", ["10-15 percent", 0.1, "share", "at least"]],
    ["two-thirds of its arms", ["two-thirds of its arms", 0.667, "share", null, "its arms"]],
    ["half of the budget", ["half of the budget", 0.5, "share", null, "the budget"]],
    ["one in five voters", ["one in five voters", 0.2, "share", null, "voters"]],
    ["It rose by 5 percentage points."],
  ]);
});

test("ranks", () => {
  check("rank", [
    [
      "among the top three international lenders",
      ["among the top three international lenders", 3, "rank", "at most"],
    ],
    ["among top 10 donors", ["among top 10 donors", 10, "rank", "at most", "donors"]],
    [
      "its second-largest trading partner",
      ["its second-largest trading partner", 2, "rank", "exactly", "trading partner"],
    ],
    ["the third most important export market", ["the third most important export market", 3, "rank"]],
    ["Hanoi’s largest creditor", ["Hanoi’s largest creditor", 1, "rank", "exactly", "creditor"]],
    ["the No. 2 supplier", ["the No. 2 supplier", 2, "rank"]],
    ["one of its largest trading partners"],
    ["the largest city"],
  ]);
});

test("counts of what", () => {
  check("count", [
    [
      "22 state-owned enterprises",
      ["22 state-owned enterprises", 22, "enterprises", null, "state-owned enterprises"],
    ],
    ["more than 1,000 troops", ["more than 1,000 troops", 1000, "troops", "more than"]],
    [
      "no fewer than two dozen agreements",
      ["no fewer than two dozen agreements", 24, "agreements", "at least"],
    ],
    ["twenty-five soldiers", ["twenty-five soldiers", 25, "soldiers"]],
    ["one hundred and fifty tanks", ["one hundred and fifty tanks", 150, "tanks"]],
    ["some 3.5 million tonnes of grain", ["some 3.5 million tonnes", 3.5e6, "tonnes", "about"]],
    ["between 200 and 300 soldiers", ["200 and 300 soldiers", 200, "soldiers", "at least"]],
    ["60 000 people", ["60 000 people", 60000, "people"]],
    ["ten S-400 systems", ["ten S-400 systems", 10, "systems"]],
    ["seven of its members", ["seven of its members", 7, "members"]],
    ["The two countries met after hundreds of troops left."],
    ["In 2022 sanctions followed, and the 2014 agreements lapsed."],
    ["Under Article 5 members help. On July 8 talks began. It took three years."],
  ]);
});

test("kinds in one sentence keep their order and do not overlap", () => {
  assert.deepEqual(
    findQuantities("The top three lenders gave $2 billion, or 40 percent of debt, for 12 projects.").map(
      ({ kind }) => kind,
    ),
    ["rank", "money", "share", "count"],
  );
});

test("every quantity fits its record, and its offsets give its words", () => {
  const piece = fc.constantFrom(
    ..."$|€|12|1,000|2.5|million|bn|percent|%|of its|two|hundred|and|half|a third of|top three|largest|lenders|second|troops|at least|between|to|-|rubles|won|Russian|. |\n|é|😀|No. 2|0|999999999999|per cent|soldiers".split(
      "|",
    ),
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 5, arbitrary: piece }, fc.string()), { maxLength: 30 }),
      (parts) => {
        const text = parts.join(" ");
        let end = 0;
        for (const found of findQuantities(text)) {
          assert.deepEqual(Quantity.parse(found), found);
          assert.equal(text.slice(found.start, found.end), found.text);
          assert.ok(found.start >= end);
          end = found.end;
        }
      },
    ),
    { seed: 21, numRuns: 1000 },
  );
});

test("time does not explode on texts made to be hard", () => {
  for (const word of [
    "1 ",
    "one hundred and ",
    "$",
    "at least ",
    "12,000,",
    "top ",
    "12 big ",
    "3 of its ",
  ]) {
    const before = process.cpuUsage().user;
    findQuantities(word.repeat(5000));
    assert.ok(process.cpuUsage().user - before < 4_000_000, word);
  }
});
