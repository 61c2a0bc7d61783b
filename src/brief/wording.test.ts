import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventDate } from "../vocabulary/index.ts";
import {
  amount,
  counted,
  dateInWords,
  eventDateInWords,
  inSentence,
  listed,
  plain,
  signed,
} from "./wording.ts";

const date = (start: string | null, end: string | null, precision: EventDate["precision"]): string =>
  eventDateInWords({ start, end, precision, text: null, basis: "text" });

test("dates say as much as is known and no more", () => {
  assert.equal(dateInWords("2024-07-08"), "8 July 2024");
  assert.equal(dateInWords("2024-07"), "July 2024");
  assert.equal(dateInWords("2024"), "2024");
  assert.equal(date("2024-07-08", "2024-07-08", "day"), "8 July 2024");
  assert.equal(date("2024-07-01", "2024-07-31", "month"), "July 2024");
  assert.equal(date("2024-07-01", "2024-09-30", "quarter"), "quarter 3 of 2024");
  assert.equal(date("2024-01-01", "2024-12-31", "year"), "2024");
  assert.equal(date("2024-07-08", "2024-07-14", "week"), "8 to 14 July 2024");
  assert.equal(date("2024-07-28", "2024-08-28", "range"), "28 July to 28 August 2024");
  assert.equal(date("2023-12-01", "2024-01-05", "range"), "1 December 2023 to 5 January 2024");
  assert.equal(date(null, "2024-08-28", "range"), "by 28 August 2024");
  assert.equal(date("2024-08-28", null, "range"), "from 28 August 2024");
  assert.equal(eventDateInWords(null), "no date");
});

test("signs are true signs, and nothing is minus zero", () => {
  assert.equal(signed(0.624), "+0.62");
  assert.equal(signed(-0.2), "−0.20");
  assert.equal(signed(-0.001), "0.00");
  assert.equal(plain(-0.001), "0.00");
  assert.equal(plain(-1234567.5, 1), "−1\u202f234\u202f567.5");
  assert.equal(amount(1234), "1\u202f234");
  assert.equal(amount(0.8561), "0.856");
});

test("counts and lists read as English", () => {
  assert.equal(counted(1, "story", "stories"), "1 story");
  assert.equal(counted(0, "event"), "0 events");
  assert.equal(listed([]), "");
  assert.equal(listed(["A"]), "A");
  assert.equal(listed(["A", "B", "C"]), "A, B and C");
});

test("names that need an article have one in a sentence", () => {
  assert.equal(inSentence("United States"), "the United States");
  assert.equal(inSentence("European Union"), "the European Union");
  assert.equal(inSentence("Philippines"), "the Philippines");
  assert.equal(inSentence("Serbia"), "Serbia");
});
