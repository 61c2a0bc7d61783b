import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type Brief,
  type BriefInput,
  composeBrief,
  plainText,
  type Statement,
} from "../../src/brief/index.ts";
import { inputOf, sampleInput } from "./sample-brief.ts";
import { sampleEvent, sampleTie } from "./sample-records.ts";

fc.configureGlobal({ seed: 1 });

const brief = composeBrief(sampleInput());

function statementsOf(one: Brief): readonly Statement[] {
  return [
    ...one.summary,
    ...one.standings.flatMap(({ headline, details }) => [headline, ...details]),
    ...one.comparisons,
    ...one.changes.flatMap(({ statement, because }) => [statement, ...because]),
    ...one.commitments.flatMap(({ statements }) => statements),
    ...one.notEstablished.flatMap(({ items }) => items.map(({ statement }) => statement)),
    ...one.conflicts,
    ...one.unknowns.map(({ statement }) => statement),
    ...one.openData.disagreements,
    ...one.openData.leanings,
    ...one.openData.shifts,
  ];
}

const unknownWords = (one: Brief): string =>
  one.unknowns.map(({ statement }) => plainText(statement)).join(" ");

test("every citation and every number of a statement leads somewhere", () => {
  const entries = new Set(brief.chronology.map(({ number }) => number));
  const numbers = new Set(brief.numbers.map(({ id }) => id));
  for (const piece of statementsOf(brief).flat()) {
    if (piece.is === "cite")
      assert.ok(piece.entries.length > 0 && piece.entries.every((entry) => entries.has(entry)));
    if (piece.is === "number") assert.ok(numbers.has(piece.id), piece.id);
  }
  for (const { entries: behind, value } of brief.numbers) {
    assert.ok(behind.every((entry) => entries.has(entry)));
    assert.notEqual(value, "no evidence");
  }
});

test("every record behind a number is in the chronology", () => {
  for (const { n, entries, id } of brief.numbers) assert.ok(n === 0 || entries.length > 0, id);
});

test("the chronology is numbered in order of date, undated entries last", () => {
  assert.deepEqual(
    brief.chronology.map(({ number }) => number),
    brief.chronology.map((_, at) => at + 1),
  );
  const days = brief.chronology.map(({ start, end }) => start ?? end ?? "9999");
  assert.deepEqual(days, [...days].sort());
});

test("reports of one story are one entry, with the outlets counted", () => {
  const loan = brief.chronology.find(({ story }) => story === "loan");
  assert.deepEqual(loan && [loan.reports.length, loan.outlets, loan.counted], [2, 2, true]);
});

test("an obligation that was not honoured is told with the sentence on either side, and in the summary", () => {
  const pact = brief.commitments.find(({ kind }) => kind === "obligation");
  assert.equal(pact?.verdict, "The obligation was not honoured");
  const words = pact.statements.map(plainText).join("\n");
  assert.match(words, /who is attacked is helped by all/);
  assert.match(words, /Arland did nothing to help Borland/);
  assert.match(words, /Delmark shelled Borland/);
  assert.match(brief.summary.map(plainText).join(" "), /The obligation was not honoured: Article 3/);
});

test("what is reported, planned, supposed, asked for or denied stands apart and in no number", () => {
  assert.deepEqual(
    brief.notEstablished.map(({ modality }) => modality),
    ["reported", "planned", "conditional", "requested", "negated"],
  );
  const apart = new Set(brief.notEstablished.flatMap(({ items }) => items.flatMap(({ entries }) => entries)));
  assert.ok(brief.numbers.every(({ entries }) => entries.every((entry) => !apart.has(entry))));
  const reported = brief.notEstablished[0]?.items.map(({ statement }) => plainText(statement)).join() ?? "";
  assert.match(reported, /according to unnamed officers: “Borland will build a base in Arland/);
});

test("modalities that the reader lets in count, and no longer stand apart", () => {
  const question: BriefInput["question"] = { ...sampleInput().question, modalities: ["asserted", "planned"] };
  const wider = composeBrief(sampleInput({ question }));
  assert.ok(wider.notEstablished.every(({ modality }) => modality !== "planned"));
  assert.equal(wider.counts.stories, brief.counts.stories + 1);
});

test("a shift is told with its year, the stretches on both sides and the events that explain it", () => {
  const shift = brief.changes.find(({ is }) => is === "shift");
  assert.equal(shift?.when, "2020");
  assert.match(
    plainText(shift.statement),
    /towards Borland in 2020: from −1.00 in 2016 to 2019 .* to \+1.00 in 2020/,
  );
  assert.match(plainText(shift.statement), /do not overlap/);
  assert.ok(shift.because.length > 0);
  assert.ok(shift.because.every((line) => /2020/.test(plainText(line)) && /Borland/.test(plainText(line))));
});

test("texts that contradict each other are named", () => {
  assert.match(brief.conflicts.map(plainText).join(), /one text denies it/);
});

test("what is not known is said: dates, sources, people, coding", () => {
  const words = unknownWords(brief);
  for (const part of [
    "1 document has no date of publication",
    "1 asserted event has no date",
    "someone who could not be resolved: “rebels”",
    "1 record was rejected",
    "nothing is on record in the economy",
  ])
    assert.ok(words.includes(part), part);
});

test("a rejected record is nowhere", () => {
  assert.ok(brief.chronology.every(({ reports }) => reports.every(({ id }) => id !== "e_wrong")));
});

test("open data stands beside the events and is compared where it has a true zero", () => {
  const rows = new Map(brief.openData.rows.map((row) => [row.series, row]));
  assert.equal(rows.get("cow_trade_imports")?.domain, "economic");
  assert.equal(rows.get("cow_trade_imports")?.tilt, -0.6);
  assert.deepEqual(rows.get("cow_trade_imports")?.cells[0]?.first, { value: 100, period: "2019" });
  assert.equal(rows.get("un_agreement")?.tilt, null);
  assert.match(brief.openData.disagreements.map(plainText).join(), /share of major arms delivered/);
});

test("an empty ledger has a brief that says so", () => {
  const empty = composeBrief(sampleInput({ documents: [], events: [], ties: [], observations: [] }));
  assert.match(
    empty.summary.map(plainText).join(),
    /No dated cooperation with either is on record in any domain/,
  );
  assert.match(unknownWords(empty), /No document has been read yet/);
  assert.match(unknownWords(empty), /No open data/);
  assert.deepEqual([empty.chronology, empty.numbers, empty.span], [[], [], null]);
});

test("one source alone is named", () => {
  const one = composeBrief(inputOf([sampleEvent("a", { from: "ARL BOR" })]));
  assert.match(unknownWords(one), /Everything counted comes from one document/);
});

test("two stories are too few for a lean, and it says so", () => {
  const two = composeBrief(inputOf(["a", "b"].map((id) => sampleEvent(id, { from: "ARL BOR" }))));
  const [security] = two.standings;
  assert.equal(security?.verdict, "too little");
  assert.match(plainText(security.headline), /too little on record .* 2 events in 2 stories/);
});

test("a lean is claimed only where the interval lies on one side of zero", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), (borland, cestia) => {
      const events = [
        ...Array.from({ length: borland }, (_, at) => sampleEvent(`b${at}`, { from: "ARL BOR" })),
        ...Array.from({ length: cestia }, (_, at) => sampleEvent(`c${at}`, { from: "ARL CES" })),
      ];
      const [security] = composeBrief(inputOf(events)).standings;
      const { interval } = security!.tilts[0]!.value;
      const leans = security!.verdict === "leans";
      assert.equal(leans, /leaned to (Borland|Cestia) rather/.test(plainText(security!.headline)));
      if (leans) assert.ok(interval !== null && (interval[0] > 0 || interval[1] < 0));
    }),
    { numRuns: 30 },
  );
});

test("the order of the rows changes nothing", () => {
  const { events, ties, documents, observations, ...rest } = sampleInput();
  const turned = composeBrief({
    ...rest,
    events: [...events].reverse(),
    ties: [...ties].reverse(),
    documents: [...documents].reverse(),
    observations: [...observations].reverse(),
  });
  assert.deepEqual(turned, brief);
});

test("with three powers every pair has a tilt", () => {
  const question: BriefInput["question"] = { ...sampleInput().question, powers: ["BOR", "CES", "DEL"] };
  const three = composeBrief(sampleInput({ question }));
  assert.equal(three.title, "Arland between Borland, Cestia and Delmark");
  for (const { tilts } of three.standings)
    assert.deepEqual(
      tilts.map(({ value }) => value.powers.join("-")),
      ["BOR-CES", "BOR-DEL", "CES-DEL"],
    );
});

test("a tie that ends in the period is told, and no longer counted", () => {
  const over = composeBrief(
    inputOf(
      [sampleEvent("a", { from: "ARL BOR", on: "2023-01-01" })],
      [
        sampleTie("in", { kind: "alliance", parties: "ARL BOR", since: "2017" }),
        sampleTie("out", { kind: "alliance", parties: "ARL BOR", until: "2021-06" }),
      ],
    ),
  );
  assert.ok(over.changes.some(({ statement }) => /^Until June 2021: Alliance/.test(plainText(statement))));
  assert.equal(over.standings[0]?.levels[0]?.ties.value.value, null);
});
