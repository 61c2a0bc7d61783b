import assert from "node:assert/strict";
import { test } from "node:test";
import { loadActorTables } from "../actors/index.ts";
import { loadModel } from "../language/index.ts";
import { codeDocument } from "./code.ts";
import { loadLexicon } from "./frames/lexicon.ts";

const coder = { model: loadModel(), tables: loadActorTables(), lexicon: loadLexicon() };

/** "start..end basis" of every event whose anchor begins with a word. */
function dates(text: string, published: string | null, word: string): string[] {
  const { events } = codeDocument(
    { id: "d_test", title: null, outlet: null, author: null, url: null, published, language: "en", text },
    coder,
  );
  return events
    .filter(({ evidence }) => evidence.anchor.text.startsWith(word))
    .map(({ date }) => (date === null ? "none" : `${date.start}..${date.end} ${date.basis}`));
}

test("a sentence that goes on with a story has its date, whatever said so", () => {
  const text =
    "Kenya's president arrived in Kampala on Monday. A guard of honour stood by. He thanked Uganda for its help.";
  assert.deepEqual(dates(text, "2019-03-29", "thanked"), ["2019-03-25..2019-03-25 context"]);
});

test("a story is over where the text turns to a longer time", () => {
  const text =
    "Kenya's president arrived in Kampala on Monday. In 2012 he visited Rwanda. He thanked Uganda for its help.";
  assert.deepEqual(dates(text, "2019-03-29", "thanked"), ["null..2019-03-29 publication"]);
});

test("words of protest in the present were said when their saying is told", () => {
  const text = "On Tuesday the foreign minister of Peru said that Peru rejects the proposal of Ecuador.";
  assert.deepEqual(dates(text, "2011-06-03", "rejects"), ["2011-05-31..2011-05-31 text"]);
});

test("what is done by saying it is done on the day of publication", () => {
  assert.deepEqual(dates("Norway condemns the coup in Mali.", "2021-05-26", "condemns"), [
    "2021-05-26..2021-05-26 publication",
  ]);
  assert.deepEqual(dates("Norway has often condemned Mali.", "2021-05-26", "condemned"), [
    "null..2021-05-26 publication",
  ]);
  assert.deepEqual(dates("Norway condemns coup in Mali", "2021-05-26", "condemns"), [
    "null..2021-05-26 publication",
  ]);
});

test("a headline is dated by the report below it", () => {
  const text = "Chad expels Sudanese ambassador\n\nOn 3 May Chad expelled the Sudanese ambassador.";
  assert.deepEqual(dates(text, "2009-05-05", "expels"), ["2009-05-03..2009-05-03 context"]);
});

test("a noun takes the date of the act that it repeats, and of no other", () => {
  const told = "Iraq invaded Kuwait on 2 August 1990.";
  assert.deepEqual(dates(`${told} Egypt deplored Iraq's invasion of Kuwait.`, "1990-09-10", "invasion"), [
    "1990-08-02..1990-08-02 context",
  ]);
  assert.deepEqual(dates(`${told} Egypt recalled Iraq's invasion of Iran.`, "1990-09-10", "invasion"), [
    "none",
  ]);
});

test("a date that tells apart a noun does not date what is done to it", () => {
  assert.deepEqual(dates("Niger suspended its 2012 agreement with France.", "2023-08-04", "suspended"), [
    "null..2023-08-04 publication",
  ]);
});

test("what follows an event of some year may be of any time after it", () => {
  assert.deepEqual(
    dates("After the 2014 referendum, Canada imposed sanctions on Russia.", "2020-01-01", "imposed"),
    ["2014-01-01..null text"],
  );
});

test("when it takes effect is not when it was imposed", () => {
  assert.deepEqual(
    dates("Canada imposed sanctions on Myanmar on Monday, effective 1 March.", "2021-02-19", "imposed"),
    ["2021-02-15..2021-02-15 text"],
  );
});

test("a month of publication gives a day its year, but no day to what counts from the day", () => {
  assert.deepEqual(dates("Chad expelled the Sudanese ambassador on 4 April.", "2016-04", "expelled"), [
    "2016-04-04..2016-04-04 text",
  ]);
  assert.deepEqual(dates("Chad expelled the Sudanese ambassador last month.", "2016-04", "expelled"), [
    "2016-03-01..2016-03-31 text",
  ]);
  assert.deepEqual(dates("Chad expelled the Sudanese ambassador yesterday.", "2016-04", "expelled"), [
    "null..2016-04-30 publication",
  ]);
  assert.deepEqual(dates("Chad condemns the coup in Mali.", "2016-04", "condemns"), [
    "2016-04-01..2016-04-30 publication",
  ]);
});

test("a readout published with the day it tells of has that day to its end", () => {
  const told = "Kenya's president met Ghana's president on 5 May.";
  const talk = Array.from({ length: 7 }, () => "They talked about trade.").join(" ");
  const text = `${told} ${talk} Kenya's president thanked Ghana for its help.`;
  assert.deepEqual(dates(text, "2019-05-05", "thanked"), ["2019-05-05..2019-05-05 context"]);
  assert.deepEqual(dates(text, "2019-05-25", "thanked"), ["null..2019-05-25 publication"]);
});

test("a speaker who asks leave to say something says it that day", () => {
  assert.deepEqual(dates("Let me thank Japan for its help.", "2021-05-26", "thank"), [
    "2021-05-26..2021-05-26 publication",
  ]);
});
