import { sigmoid, tanh } from "./activation.ts";
import { activeAt, type Batch } from "./batch.ts";
import type { Matrices } from "./matrix.ts";

/** One direction of an LSTM layer over a batch; addresses are in bytes, sizes in floats. */
export interface LstmRun {
  readonly batch: Batch;
  readonly hidden: number;
  readonly reverse: boolean;
  /** Input projections with bias, total × 4·hidden; replaced by the activated gates: input, forget, output, candidate. */
  readonly gates: number;
  /** Recurrent weights, hidden × 4·hidden, packed. */
  readonly recurrent: number;
  /** Cell states, total × hidden. */
  readonly cells: number;
  /** Where the outputs go, rows `outputWidth` apart. */
  readonly output: number;
  readonly outputWidth: number;
}

/** Runs the recurrence. Hochreiter & Schmidhuber 1997, with forget gates (Gers et al. 2000). */
export function runLstm(run: LstmRun, matrices: Matrices, floats: Float32Array): void {
  const { batch, hidden, reverse, outputWidth } = run;
  const width = 4 * hidden;
  for (let count = 0; count < batch.steps; count++) {
    const step = reverse ? batch.steps - 1 - count : count;
    const previous = reverse ? step + 1 : step - 1;
    const rows = activeAt(batch, step);
    const first = batch.base[step] as number;
    const carried = previous < 0 || previous >= batch.steps ? 0 : Math.min(rows, activeAt(batch, previous));
    const before = carried > 0 ? (batch.base[previous] as number) : 0;
    if (carried > 0) {
      matrices.multiply(
        run.output + before * outputWidth * 4,
        outputWidth,
        run.recurrent,
        run.gates + first * width * 4,
        width,
        carried,
        width,
        hidden,
      );
    }
    for (let row = 0; row < rows; row++) {
      const gate = (run.gates >> 2) + (first + row) * width;
      const cell = (run.cells >> 2) + (first + row) * hidden;
      const out = (run.output >> 2) + (first + row) * outputWidth;
      const earlier = row < carried ? (run.cells >> 2) + (before + row) * hidden : -1;
      for (let unit = 0; unit < hidden; unit++) {
        const input = sigmoid(floats[gate + unit] as number);
        const forget = sigmoid(floats[gate + hidden + unit] as number);
        const emit = sigmoid(floats[gate + 2 * hidden + unit] as number);
        const candidate = tanh(floats[gate + 3 * hidden + unit] as number);
        const state = input * candidate + (earlier >= 0 ? forget * (floats[earlier + unit] as number) : 0);
        floats[gate + unit] = input;
        floats[gate + hidden + unit] = forget;
        floats[gate + 2 * hidden + unit] = emit;
        floats[gate + 3 * hidden + unit] = candidate;
        floats[cell + unit] = state;
        floats[out + unit] = emit * tanh(state);
      }
    }
  }
}
