import { type Batch, rowOf } from "../src/language/batch.ts";
import { ROOT_ROWS, ROWS_A_WORD } from "../src/language/word-features.ts";

/** The rows of the tables for every word of a batch, the root's before each sentence, as `runNetwork` takes them. */
export function batchRows(
  batch: Batch,
  sentences: readonly (readonly string[])[],
  rowsOf: (form: string) => readonly number[],
): Int32Array {
  const rows = new Int32Array(batch.total * ROWS_A_WORD);
  batch.order.forEach((sentence, rank) => {
    rows.set(ROOT_ROWS, rowOf(batch, rank, 0) * ROWS_A_WORD);
    (sentences[sentence] ?? []).forEach((form, at) => {
      rows.set(rowsOf(form), rowOf(batch, rank, at + 1) * ROWS_A_WORD);
    });
  });
  return rows;
}
