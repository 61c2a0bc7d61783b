import assert from "node:assert/strict";
import { test } from "node:test";
import { Document, Problem } from "../vocabulary/index.ts";
import { documentOf } from "./document.ts";

test("a document fits its record and is known by the hash of its text", () => {
  const document = documentOf({
    text: "Minsk and Beijing signed a deal.\r\n",
    title: " A  deal ",
    published: "2024-07-08",
  });
  assert.deepEqual(Document.parse(document), document);
  assert.equal(document.text, "Minsk and Beijing signed a deal.");
  assert.equal(document.title, "A deal");
  assert.equal(document.id, "d_f636b276f297b35da008b8d856b6251ef8d7f4f345221b16a14ded0e7ae46f2e");
});

test("metadata does not change the id", () => {
  const text = "Minsk and Beijing signed a deal.";
  assert.equal(documentOf({ text }).id, documentOf({ text, title: "T", published: "2020-02-29" }).id);
});

test("a day that does not exist is refused", () => {
  for (const published of ["2024-02-30", "2023-02-29", "yesterday", "2024-7-8"])
    assert.throws(
      () => documentOf({ text: "x", published }),
      (error) =>
        error instanceof Problem && error.code === "broken-data" && error.message.includes(published),
    );
});
