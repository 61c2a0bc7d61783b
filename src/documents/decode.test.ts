import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Problem } from "../vocabulary/index.ts";
import { decodeBytes } from "./decode.ts";
import { firstBadByte } from "./utf8.ts";

const PLACE = { path: "a.txt", line: null };
const bytes = (...parts: (string | number)[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : Buffer.from([part]))),
  );
const problemOf = (input: Uint8Array, html = false): Problem => {
  try {
    decodeBytes(input, PLACE, html);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new assert.AssertionError({ message: "was decoded" });
};

test("UTF-8 and UTF-16 with their marks are read", () => {
  assert.equal(decodeBytes(bytes(0xef, 0xbb, 0xbf, "é…"), PLACE, false).text, "é…");
  assert.equal(decodeBytes(Buffer.from("\ufeffé…", "utf16le"), PLACE, false).text, "é…");
  assert.equal(decodeBytes(Buffer.from("\ufeffé…", "utf16le").swap16(), PLACE, false).text, "é…");
});

test("a page's declared encoding is followed, unless the page is plainly UTF-8", () => {
  const page = (label: string, ...body: (string | number)[]): Uint8Array =>
    bytes(`<meta charset="${label}"><p>`, ...body);
  assert.match(decodeBytes(page("windows-1251", 0xcc, 0xe8, 0xed), PLACE, true).text, /Мин$/);
  assert.match(decodeBytes(page("iso-8859-1", 0xe9), PLACE, true).text, /é$/);
  assert.match(decodeBytes(page("windows-1251", "Минск"), PLACE, true).text, /Минск$/);
  assert.match(decodeBytes(page("x-unknown", "abc"), PLACE, true).notes.join(), /x-unknown/);
  assert.equal(problemOf(page("utf-8", 0xe9)).code, "broken-text");
  assert.equal(problemOf(page("windows-1251", 0xe9), false).code, "broken-text");
});

test("a broken byte is named by its place", () => {
  const problem = problemOf(bytes("Riga ", 0xff, " x"));
  assert.equal(problem.code, "broken-text");
  assert.match(problem.message, /number 6\b/);
  assert.match(problem.hint, /UTF-8/);
});

test("binary files are told by their beginning or their zeroes", () => {
  assert.match(problemOf(bytes("%PDF-1.7")).message, /a PDF/);
  assert.match(problemOf(bytes("PK", 3, 4)).message, /zip/);
  assert.match(problemOf(bytes("a", 0, "b")).message, /zero bytes/);
  for (const input of [bytes("%PDF-1.7"), bytes("a", 0)]) assert.equal(problemOf(input).code, "binary");
});

test("the first bad byte is where a strict decoder stops", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.integer({ min: 0x80, max: 0xff }),
      fc.nat(),
      (text, bad, where) => {
        const good = Buffer.from(text.replace(/\p{Surrogate}/gu, ""), "utf8");
        assert.equal(firstBadByte(good), null);
        const at = where % (good.length + 1);
        const broken = Buffer.concat([good.subarray(0, at), Buffer.from([bad]), good.subarray(at)]);
        const found = firstBadByte(broken);
        const strict = (input: Uint8Array): void =>
          void new TextDecoder("utf-8", { fatal: true }).decode(input);
        if (found === null) assert.doesNotThrow(() => strict(broken));
        else {
          assert.doesNotThrow(() => strict(broken.subarray(0, found)));
          assert.throws(() => strict(broken.subarray(0, Math.min(found + 4, broken.length))));
        }
      },
    ),
    { seed: 6, numRuns: 200 },
  );
});
