import assert from "node:assert/strict";
import { test } from "node:test";
import { readConllu } from "../../src/language/index.ts";
import { multivector, rowsOf } from "./captured.ts";

const TEXT = "Serbia’s president flew to Moscow on May 3, 2021.";

test("dates come out with their offsets and days", async () => {
  const ran = await multivector(["dates", "-"], { input: `${JSON.stringify({ id: 5, text: TEXT })}\n` });
  assert.deepEqual(rowsOf(ran), [
    {
      id: 5,
      dates: [
        {
          text: "May 3, 2021",
          offset: [37, 48],
          start: "2021-05-03",
          end: "2021-05-03",
          precision: "day",
        },
      ],
    },
  ]);
});

test("actors come out with exact words and a reason", async () => {
  const ran = await multivector(["actors", "-"], {
    input: `${JSON.stringify({ id: "a", text: TEXT, date: "2021-05-04" })}\n`,
  });
  const [row] = rowsOf(ran);
  const actors = row?.actors as { actor: string; start: number; end: number; text: string; why: string }[];
  assert.ok(actors.some(({ actor }) => actor === "SRB"));
  for (const { start, end, text, why } of actors) {
    assert.equal(TEXT.slice(start, end), text);
    assert.notEqual(why, "");
  }
});

test("a phrase leads with the party it is about, and its context says whose it is", async () => {
  const lines = [
    { id: 1, text: "Russian troops stationed in Armenia" },
    { id: 2, text: "the PRD", context: "Mexican" },
  ];
  const ran = await multivector(["actors", "-"], {
    input: lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
  });
  const first = rowsOf(ran).map(({ id, actors }) => [id, (actors as { actor: string }[])[0]?.actor]);
  assert.deepEqual(first, [
    [1, "RUS"],
    [2, "MEX"],
  ]);
});

test("relate says what the source does to the target", async () => {
  const lines = [
    { id: 1, text: "Serbia condemned Russia for the attack.", source_text: "Serbia", target_text: "Russia" },
    { id: 2, text: "Serbia sent food aid to Kenya.", source_text: "Serbia", target_text: "Kenya" },
    { id: 3, text: "", source_text: "China", target_text: "Serbia" },
    { id: 4, text: "Serbia met China." },
  ];
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  const ran = await multivector(["relate", "-"], { input });
  assert.deepEqual(
    rowsOf(ran).map(({ id, type }) => [id, type]),
    [
      [1, "ACCUSE"],
      [2, "AID"],
      [3, null],
    ],
  );
  assert.equal(ran.exitCode, 1);
  assert.match(ran.err, /line 4: .*"source_text"/);
});

test("a line that does not fit leaves the others alone", async () => {
  const ran = await multivector(["dates", "-"], { input: `{"id": 1}\n{"id": 2, "text": "in 1994"}\n` });
  assert.equal(ran.exitCode, 1);
  assert.deepEqual(
    rowsOf(ran).map(({ id }) => id),
    [2],
  );
  assert.match(ran.err, /standard input, line 1: .*"text"/);
  assert.match(ran.err, /1 line left out; 1 line answered/);
});

test("a line of 50 MB is passed over, and what follows is answered", async () => {
  const long = `{"id": 1, "text": "${"a ".repeat(25 * 2 ** 20)}"}\n`;
  const ran = await multivector(["dates", "-"], { input: `${long}{"id": 2, "text": "in 1994"}\n` });
  assert.equal(ran.exitCode, 1);
  assert.match(ran.err, /line 1: The line is longer than 32 MiB/);
  assert.deepEqual(
    rowsOf(ran).map(({ id }) => id),
    [2],
  );
});

test("parse keeps the words of CoNLL-U and puts trees on those of a text", async () => {
  const text = await multivector(["parse", "-"], { input: TEXT });
  const [sentence] = readConllu(text.out);
  assert.ok(sentence !== undefined && sentence.words.filter(({ head }) => head === 0).length === 1);
  const again = await multivector(["parse", "-", "--input", "conllu"], { input: text.out });
  assert.deepEqual(
    readConllu(again.out).map(({ words }) => words.map(({ form }) => form)),
    readConllu(text.out).map(({ words }) => words.map(({ form }) => form)),
  );
  const json = rowsOf(await multivector(["parse", "-", "--format", "jsonl"], { input: TEXT }));
  const tokens = json.flatMap(({ tokens: words }) => words as { form: string; start: number; end: number }[]);
  for (const { form, start, end } of tokens) assert.equal(TEXT.slice(start, end), form);
});

test("parse says which line of a file is no CoNLL-U", async () => {
  const ran = await multivector(["parse", "-", "--input", "conllu"], { input: "1\tSerbia\n" });
  assert.equal(ran.exitCode, 1);
  assert.match(ran.err, /is not CoNLL-U: Line 1/);
});
