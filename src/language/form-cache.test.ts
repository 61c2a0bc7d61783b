import assert from "node:assert/strict";
import { test } from "node:test";
import { addForms, createFormCache, ROOT } from "./form-cache.ts";
import { loadModel, parse } from "./index.ts";

test("only forms that are not yet known are new, and the last rows are theirs", () => {
  const cache = createFormCache();
  assert.deepEqual(addForms(cache, ["Xi", "met", "Xi"]), [ROOT, "Xi", "met"]);
  assert.deepEqual(addForms(cache, ["met", "Putin"]), ["Putin"]);
  assert.equal(cache.rows.get("Putin"), 3);
});

test("where there is no room all forms are forgotten, and every form of the batch has a row", () => {
  const cache = createFormCache();
  const forms = Array.from({ length: 4000 }, (_, at) => `a${at}`);
  addForms(cache, forms);
  const added = addForms(cache, ["a7", ...forms.slice(0, 100).map((form) => `b${form}`)]);
  assert.equal(added.length, 102);
  assert.deepEqual([cache.rows.size, cache.rows.get(ROOT)], [102, 0]);
});

test("what was parsed before does not change what is parsed", () => {
  const text = "The envoy, whom nobody had expected, met both presidents in Minsk.";
  const used = loadModel();
  for (let at = 0; at < 60; at++)
    parse(Array.from({ length: 90 }, (_, word) => `w${at}x${word}`).join(" "), used);
  assert.deepEqual(parse(text, used), parse(text, loadModel()));
});
