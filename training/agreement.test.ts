import assert from "node:assert/strict";
import { test } from "node:test";
import { createArena } from "../src/language/arena.ts";
import { layOut, rowOf } from "../src/language/batch.ts";
import { addForms } from "../src/language/form-cache.ts";
import { createMatrices } from "../src/language/matrix.ts";
import { readModel, writeModel } from "../src/language/model-file.ts";
import { runNetwork as runCompact } from "../src/language/network.ts";
import { parametersOf, type Sizes, sizeOf, takeWeights } from "../src/language/parameters.ts";
import { hash, ROOT_ROWS, ROWS_A_WORD, rowsOfWord, wordKey } from "../src/language/word-features.ts";
import { seeded } from "../src/vocabulary/random.ts";
import { createNetwork, runNetwork } from "./network.ts";

const sizes: Sizes = {
  words: 4,
  embedding: 16,
  vectors: 2,
  vectorWidth: 8,
  hidden: 16,
  arc: 16,
  label: 16,
  tags: 5,
  labels: 6,
};
const forms = ["The", "minister", "met", "the", "envoy", "."];
const known = Uint32Array.from(["the", "met"], (word) => hash(wordKey(word)));

/** Weights that 8 bits hold exactly, so that only the rounding of LSTM outputs to 16 bits is left. */
function weightsOf(): Float32Array {
  const random = seeded(11);
  return Float32Array.from(
    { length: sizeOf(parametersOf(sizes)) },
    () => (Math.round(random() * 254 - 127) / 127) * 0.5,
  );
}

for (const plain of [false, true]) {
  test(`the network that ships says what the trained one says, ${plain ? "in plain JavaScript" : "accelerated"}`, () => {
    const weights = weightsOf();
    const model = readModel(
      writeModel({
        description: {
          sizes,
          tags: ["NOUN|NN", "VERB|VBD", "DET|DT", "PUNCT|.", "X|FW"],
          labels: ["root", "det", "nsubj", "obj", "punct", "dep"],
          lemmas: {},
          features: {},
        },
        wordHashes: known,
        vectorHashes: known,
        weights,
      }),
      { plain },
    );
    assert.equal(model.network.matrices.accelerated, !plain);
    const batch = layOut([forms.length + 1]);
    const rows = [...ROOT_ROWS, ...forms.flatMap((form) => rowsOfWord(form, model.tables))];
    addForms(model.network.forms, forms);
    const ours = runCompact(model.network, batch, {
      fresh: Int32Array.from(rows),
      at: Int32Array.from({ length: batch.total }, (_, at) => at),
    });

    const arena = createArena(1 << 22);
    const taken = takeWeights(arena, sizes);
    taken.block.floats().set(weights);
    const trained = runNetwork(
      createNetwork(arena, createMatrices(arena), taken),
      batch,
      Int32Array.from(rows),
      (matrix) => matrix,
    );
    for (const name of ["tags", "head", "biaffine", "labelDependent", "labelHead"] as const) {
      const [a, b] = [ours[name].block.floats(), trained[name].block.floats()];
      assert.equal(a.length, b.length);
      a.forEach((value, at) => {
        assert.ok(Math.abs(value - (b[at] as number)) < 0.02, `${name} ${at}: ${value} instead of ${b[at]}`);
      });
    }
    assert.ok(trained.tags.block.floats().some((value) => Math.abs(value) > 0.1));
    assert.equal(rowOf(batch, 0, forms.length) * ROWS_A_WORD, rows.length - ROWS_A_WORD);
  });
}
