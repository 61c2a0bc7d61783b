import { activeAt, type Batch } from "./batch.ts";
import type { Matrices } from "./matrix.ts";

/** One direction of an LSTM layer over a batch; addresses are in bytes, sizes in floats. */
export interface LstmRun {
  readonly batch: Batch;
  readonly hidden: number;
  readonly reverse: boolean;
  /** Input projections with bias, total × 4·hidden; replaced by the activated gates: input, forget, output, candidate. */
  readonly gates: number;
  /** Cell states, total × hidden. */
  readonly cells: number;
  /** Where the outputs go, rows `outputWidth` apart. */
  readonly output: number;
  readonly outputWidth: number;
  /** `hidden` zeros: the state before the first word. */
  readonly zeros: number;
  /** Adds the outputs of some rows, through the recurrent weights, to the gates of as many others. */
  readonly recur: (from: number, to: number, rows: number) => void;
  /** Called when the output of a row has been written. */
  readonly written?: (row: number) => void;
}

/** Runs the recurrence. Hochreiter & Schmidhuber 1997, with forget gates (Gers et al. 2000). */
export function runLstm(run: LstmRun, matrices: Matrices): void {
  const { batch, hidden, reverse } = run;
  const gateBytes = 16 * hidden;
  const cellBytes = 4 * hidden;
  const outputBytes = 4 * run.outputWidth;
  for (let count = 0; count < batch.steps; count++) {
    const step = reverse ? batch.steps - 1 - count : count;
    const previous = reverse ? step + 1 : step - 1;
    const rows = activeAt(batch, step);
    const first = batch.base[step] as number;
    const carried = previous < 0 || previous >= batch.steps ? 0 : Math.min(rows, activeAt(batch, previous));
    const before = carried > 0 ? (batch.base[previous] as number) : 0;
    if (carried > 0) run.recur(before, first, carried);
    for (let row = 0; row < rows; row++) {
      matrices.cell(
        run.gates + (first + row) * gateBytes,
        row < carried ? run.cells + (before + row) * cellBytes : run.zeros,
        run.cells + (first + row) * cellBytes,
        run.output + (first + row) * outputBytes,
        hidden,
      );
      run.written?.(first + row);
    }
  }
}
