import { seeded } from "../src/vocabulary/random.ts";
import type { Example } from "./treebank.ts";

const WORDS_A_STEP = 320;
/** Sentences among which those of like length are put together. */
const CHUNK = 1200;

/** Sentences shuffled, then of like length together, about `WORDS_A_STEP` words a batch, batches shuffled. */
export function batchesOf(examples: readonly Example[], seed: number): Example[][] {
  const random = seeded(seed);
  const shuffled = shuffle([...examples], random);
  const batches: Example[][] = [];
  for (let from = 0; from < shuffled.length; from += CHUNK) {
    const chunk = shuffled.slice(from, from + CHUNK).sort((a, b) => a.words.length - b.words.length);
    let batch: Example[] = [];
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

function shuffle<Row>(rows: Row[], random: () => number): Row[] {
  for (let at = rows.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [rows[at], rows[other]] = [rows[other] as Row, rows[at] as Row];
  }
  return rows;
}
