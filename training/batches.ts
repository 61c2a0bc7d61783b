import { seeded } from "../src/vocabulary/random.ts";
import { shuffle } from "./shuffle.ts";

const WORDS_A_STEP = 320;
/** Sentences among which those of like length are put together. */
const CHUNK = 1200;

/** Sentences shuffled, then of like length together, about `WORDS_A_STEP` words a batch, batches shuffled. */
export function batchesOf<Row extends { readonly words: readonly unknown[] }>(
  examples: readonly Row[],
  seed: number,
): Row[][] {
  const random = seeded(seed);
  const shuffled = shuffle([...examples], random);
  const batches: Row[][] = [];
  for (let from = 0; from < shuffled.length; from += CHUNK) {
    const chunk = shuffled.slice(from, from + CHUNK).sort((a, b) => a.words.length - b.words.length);
    let batch: Row[] = [];
    let words = 0;
    for (const example of chunk) {
      batch.push(example);
      words += example.words.length;
      if (words >= WORDS_A_STEP) {
        batches.push(batch);
        batch = [];
        words = 0;
      }
    }
    if (batch.length > 0) batches.push(batch);
  }
  return shuffle(batches, random);
}
