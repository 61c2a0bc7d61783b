/**
 * How well dates are found and resolved, against the sets in ../shared: `npx tsx test/gold/dates.ts`.
 * Prints one figure a line; misses with `--misses <figure>`.
 */
import { pathToFileURL } from "node:url";
import { datesOf, type StatedDate } from "../../src/events/dates/stream.ts";
import { type Figures, goldRows, SHARED } from "./material.ts";

const SETS = ["dates-dev", "dates-timebank-dev"] as const;

interface Row {
  readonly dct: string;
  readonly sentence: string;
  readonly expression: string;
  readonly offset: readonly [number, number];
  readonly start: string | null;
  readonly end: string | null;
  readonly fuzzy?: boolean;
  readonly doc: string;
  readonly dct_reliable: boolean;
}

/**
 * For each set the share of expressions found, the share of those whose range is right, and precision, recall and F1
 * from the text alone to the right range. Empty without ../shared.
 */
export function dateFigures(tell: (figure: string, line: string) => void = () => {}): Figures {
  if (SHARED === null) {
    console.log("skipped: there is no folder ../shared beside the checkout, so dates are not measured");
    return {};
  }
  return Object.assign({}, ...SETS.map((set) => score(set, (line) => tell(`dates/${set}`, line)))) as Figures;
}

function score(set: string, tell: (line: string) => void): Figures {
  const sentences = new Map<string, Row[]>();
  for (const row of goldRows<Row>(`gold/${set}.jsonl`)) {
    if (!row.dct_reliable || !/^\d{4}-\d{2}-\d{2}$/.test(row.dct)) continue;
    const key = `${row.doc} ${row.dct} ${row.sentence}`;
    sentences.set(key, [...(sentences.get(key) ?? []), row]);
  }
  const total = { gold: 0, found: 0, right: 0, predicted: 0 };
  for (const rows of sentences.values()) {
    const [{ sentence, dct }] = rows as [Row];
    const outputs = datesOf({ id: "", text: sentence, date: dct }).dates;
    const unmatched = new Set(outputs);
    for (const row of rows) {
      const output = closest(row, outputs);
      if (output !== null) unmatched.delete(output);
      // Durations, sets and words without a range cannot be right or wrong.
      if (row.start === null && row.end === null) continue;
      total.gold += 1;
      if (output === null) tell(`missed ${shown(row)}`);
      else {
        total.found += 1;
        total.predicted += 1;
        if (isRight(row, output)) total.right += 1;
        else tell(`${output.start}..${output.end} “${output.text}” for ${shown(row)}`);
      }
    }
    total.predicted += unmatched.size;
    for (const { text, start, end } of unmatched)
      tell(`no date: “${text}” ${start}..${end} in ${dct} ${sentence}`);
  }
  return {
    [`dates/${set}/found`]: total.found / total.gold,
    [`dates/${set}/range-right`]: total.right / total.found,
    [`dates/${set}/precision`]: total.right / total.predicted,
    [`dates/${set}/recall`]: total.right / total.gold,
    [`dates/${set}/f1`]: (2 * total.right) / (total.gold + total.predicted),
  };
}

/** The output that shares most characters with the gold's words. */
function closest({ offset: [from, to] }: Row, outputs: readonly StatedDate[]): StatedDate | null {
  const shared = ({ offset: [start, end] }: StatedDate): number => Math.min(to, end) - Math.max(from, start);
  const best = [...outputs].sort((a, b) => shared(b) - shared(a))[0];
  return best !== undefined && shared(best) > 0 ? best : null;
}

/** Equal ranges; where the gold gives bounds only, ranges that overlap. */
function isRight({ start, end, fuzzy }: Row, output: StatedDate): boolean {
  if (fuzzy !== true && start !== null && end !== null) return output.start === start && output.end === end;
  return (output.start ?? "0000") <= (end ?? "9999") && (output.end ?? "9999") >= (start ?? "0000");
}

function shown({ dct, start, end, sentence, offset: [from, to], expression }: Row): string {
  return `${start}..${end} [${expression}] ${dct}: …${sentence.slice(Math.max(0, from - 60), to + 25)}…`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const at = process.argv.indexOf("--misses");
  const wanted = at < 0 ? null : (process.argv[at + 1] ?? "");
  const figures = dateFigures((figure, line) => {
    if (wanted !== null && figure.includes(wanted)) console.log(line);
  });
  for (const [name, value] of Object.entries(figures)) console.log(`${name} ${value.toFixed(3)}`);
}
