import { limitsOf, strongest } from "../../src/events/modality/modality.ts";
import { treeOf } from "../../src/events/syntax/tree.ts";
import { parse } from "../../src/language/index.ts";
import { shippedCoder } from "./coder.ts";
import { type Figures, goldRows } from "./material.ts";

interface Row {
  readonly sentence: string;
  readonly target: string;
  readonly token_span: readonly [number, number];
  readonly factuality: number;
  readonly cls: "happened" | "not_happened" | "uncertain";
  readonly origin: string;
}

/** Every how many-th sentence is read: the set is large. */
const EVERY = 5;
/** Below this distance from a class's border, human judgements are split: the set is not clear-cut there. */
const CLEAR = 2;

/**
 * Whether the text commits itself to the marked word: happened, did not happen, or left open; right where the set is
 * clear-cut, per source. `asserted` and `reported` count as happened, as the set does not tell reports apart. UDS
 * asked "did it happen?", so that plans, requests and suppositions are "not happened" there.
 */
export function factualityFigures(show?: (line: string) => void): Figures {
  const tallies = new Map<string, { right: number; all: number }>();
  const bySentence = new Map<string, Row[]>();
  for (const row of goldRows<Row>("gold/factuality-dev.jsonl.gz"))
    bySentence.set(row.sentence, [...(bySentence.get(row.sentence) ?? []), row]);
  for (const [index, [sentence, rows]] of [...bySentence].entries()) {
    const source = rows[0]?.origin.includes("MEANTIME") ? "MEANTIME" : "UDS";
    if (source === "UDS" && index % EVERY !== 0) continue;
    const trees = parse(sentence, shippedCoder().model).map((parsed, at) => treeOf(parsed, at));
    for (const row of rows) {
      const clear =
        row.cls === "uncertain" ? Math.abs(row.factuality) <= 0.5 : Math.abs(row.factuality) >= CLEAR;
      if (!clear) continue;
      const start = offsetOf(sentence, row.token_span[0]);
      const tree = trees.find(({ tokens }) =>
        tokens.some((token) => token.start <= start && token.end > start),
      );
      const at = tree?.tokens.findIndex((token) => token.start <= start && token.end > start) ?? -1;
      if (tree === undefined || at < 0) continue;
      const modality = strongest(limitsOf(tree, at));
      const here =
        modality === "negated"
          ? "not_happened"
          : modality === "asserted" || modality === "reported"
            ? "happened"
            : "uncertain";
      const tally = tallies.get(source) ?? { right: 0, all: 0 };
      tally.all += 1;
      const right =
        here === row.cls || (source === "UDS" && row.cls === "not_happened" && here === "uncertain");
      if (right) tally.right += 1;
      else show?.(`${row.cls} (${row.factuality}) here ${modality} | ${row.target} | ${sentence}`);
      tallies.set(source, tally);
    }
  }
  return Object.fromEntries(
    [...tallies].map(([source, { right, all }]) => [`factuality ${source}, clear-cut`, right / all]),
  );
}

/** Where the n-th blank-separated word of a tokenised sentence begins. */
function offsetOf(sentence: string, word: number): number {
  let at = 0;
  for (let count = 0; count < word; count++) at = sentence.indexOf(" ", at) + 1;
  return at;
}
