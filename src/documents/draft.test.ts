import assert from "node:assert/strict";
import { test } from "node:test";
import { type Draft, finish } from "./draft.ts";

const DRAFT: Draft = {
  text: "The government said that it would sign the contract with a company in May.",
  title: null,
  outlet: null,
  author: null,
  url: null,
  dates: [],
  notes: [],
};
const published = (draft: Partial<Draft>, fallback: string | null = null): string | null =>
  finish({ ...DRAFT, ...draft }, fallback).document.published;
const notes = (draft: Partial<Draft>, fallback: string | null = null): string =>
  finish({ ...DRAFT, ...draft }, fallback).notes.join("\n");

test("the first date that can be read wins", () => {
  assert.equal(published({ dates: ["soon", "2024-01-02", "2024-01-03"] }), "2024-01-02");
  assert.match(notes({ dates: ["soon", "2024-01-02"] }), /soon/);
});

test("without a date it is the fallback, and without one null with a note", () => {
  assert.equal(published({}, "2024-08-28"), "2024-08-28");
  assert.equal(notes({}, "2024-08-28"), "");
  assert.equal(published({}), null);
  assert.match(notes({}), /--date/);
});

test("a year is taken only where it is stated, and only one", () => {
  assert.equal(published({ dates: ["July 8"] }), null);
  assert.match(notes({ dates: ["July 8"] }), /no year/);
  assert.equal(published({ dates: ["July 8", "2024"] }), "2024-07-08");
  assert.equal(published({ dates: ["July 8"], url: "https://a.example/2023/deal" }), "2023-07-08");
  assert.equal(published({ dates: ["July 8", "2024"], url: "https://a.example/2023/deal" }), null);
  assert.equal(published({ dates: ["February 29", "2023"] }), null);
});

test("an address that holds a day dates the page, and says so", () => {
  assert.equal(published({ url: "https://a.example/2023/11/02/deal.html" }), "2023-11-02");
  assert.match(notes({ url: "https://a.example/2023/11/02/deal.html" }), /address/);
  assert.equal(published({ url: "https://a.example/2023/13/45/deal.html" }), null);
});

test("dates that are wrong are noted and not used", () => {
  assert.match(notes({ dates: ["2024-02-31"] }, "2024-08-28"), /does not exist/);
  assert.match(notes({ dates: ["07/08/2024"] }), /two days/);
  assert.match(notes({ dates: ["2024"] }), /does not say the month/);
});

test("where only the month is known, the document has that, and a note says what it does not tell", () => {
  assert.equal(published({ dates: ["July 2024"] }), "2024-07");
  assert.equal(published({ dates: ["2024-07"] }, "2025-01-31"), "2024-07");
  assert.match(notes({ dates: ["2024-07"] }), /Only the month/);
  assert.equal(published({ dates: ["2024-07"] }, "2024-07-19"), "2024-07-19");
  assert.equal(published({ dates: ["July 2024", "2024-07-05"] }), "2024-07-05");
  assert.equal(published({ dates: ["2024-13"] }), null);
});

test("lost letters and other languages are noted", () => {
  assert.match(notes({ text: "A \ufffd B" }), /replacement characters/);
  assert.match(notes({ text: "Правительство подписало договор с компанией" }), /und-Cyrl/);
});
