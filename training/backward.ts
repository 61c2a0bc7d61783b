import { exp, tanh } from "../src/language/activation.ts";
import { activeAt, type Batch, rowOf } from "../src/language/batch.ts";
import { type Matrix, pack, packTransposed, padded, takeMatrix } from "../src/language/matrix.ts";
import { PART_NAMES, ROWS_A_WORD } from "../src/language/word-features.ts";
import type { Activations, LayerRun, Network } from "./network.ts";
import type { Shares, Target } from "./target.ts";

/** Masks that dropout laid on the input, on each layer's output and on the rectified layers of dependents and heads. */
export interface Masks {
  readonly input: Float32Array;
  readonly layers: readonly [Float32Array, Float32Array];
  readonly rectified: readonly [Float32Array, Float32Array];
  /** Makes the mask for the hidden layer of the labels, which only the loss computes. */
  readonly label: (length: number) => Float32Array;
}

/** Gradients of all parameters, laid out as the weights are, and the rows of the tables that they touch. */
export interface Gradients {
  readonly floats: Float32Array;
  readonly touched: readonly Set<number>[];
}

/** Mean losses of a batch, per word. */
export interface Losses {
  readonly tag: number;
  readonly arc: number;
  readonly label: number;
}

/** Cross-entropy of tags, heads and labels, and its gradient for every parameter. */
export function backward(
  network: Network,
  batch: Batch,
  rows: Int32Array,
  targets: readonly Target[],
  run: Activations,
  masks: Masks,
  gradients: Gradients,
): Losses {
  const words = batch.total - batch.lengths.length;
  const [low, high] = run.seen;
  const arena = network.arena;
  const lowGradient = takeMatrix(arena, batch.total, low.columns);
  const highGradient = takeMatrix(arena, batch.total, high.columns);
  const tag = tagLoss(network, batch, targets, run, words, lowGradient, highGradient, gradients);
  const arc = arcLoss(network, batch, targets, run, words, masks, highGradient, gradients);
  const label = labelLoss(network, batch, targets, run, words, masks, highGradient, gradients);
  mask(highGradient, masks.layers[1]);
  layerBackward(network, batch, run.layers[1], 1, highGradient, lowGradient, gradients);
  mask(lowGradient, masks.layers[0]);
  const inputGradient = takeMatrix(arena, batch.total, run.embedded.columns);
  layerBackward(network, batch, run.layers[0], 0, lowGradient, inputGradient, gradients);
  mask(inputGradient, masks.input);
  embeddingBackward(network, batch, rows, inputGradient, gradients);
  return { tag: tag / words, arc: arc / words, label: label / words };
}

function mask(gradient: Matrix, by: Float32Array): void {
  const floats = gradient.block.floats();
  for (let at = 0; at < floats.length; at++) floats[at] = (floats[at] as number) * (by[at] as number);
}

/** Cross-entropy of one row of scores with a word's likely answers; leaves (probability − target) / words in its place. */
function crossEntropy(
  scores: Float32Array,
  start: number,
  length: number,
  { starts, numbers, shares }: Shares,
  word: number,
  words: number,
): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < length; at++) highest = Math.max(highest, scores[start + at] as number);
  let sum = 0;
  for (let at = 0; at < length; at++) sum += exp((scores[start + at] as number) - highest);
  const whole = Math.log(sum) + highest;
  const [from, to] = [starts[word] as number, starts[word + 1] as number];
  let loss = 0;
  for (let at = from; at < to; at++)
    loss += (shares[at] as number) * (whole - (scores[start + (numbers[at] as number)] as number));
  for (let at = 0; at < length; at++)
    scores[start + at] = exp((scores[start + at] as number) - highest) / sum / words;
  for (let at = from; at < to; at++) {
    const answer = start + (numbers[at] as number);
    scores[answer] = (scores[answer] as number) - (shares[at] as number) / words;
  }
  return loss;
}

function tagLoss(
  network: Network,
  batch: Batch,
  targets: readonly Target[],
  run: Activations,
  words: number,
  lowGradient: Matrix,
  highGradient: Matrix,
  gradients: Gradients,
): number {
  const gradient = takeMatrix(network.arena, batch.total, run.tags.columns);
  const scores = run.tags.block.floats();
  const out = gradient.block.floats();
  const count = network.weights.sizes.tags;
  let loss = 0;
  eachWord(batch, targets, (row, target, at) => {
    loss += crossEntropy(scores, row * run.tags.columns, count, target.tags, at, words);
    out.set(scores.subarray(row * run.tags.columns, row * run.tags.columns + count), row * run.tags.columns);
  });
  linearBackward(network, run.seen[0], "tag.weight", "tag.bias", gradient, lowGradient, gradients);
  linearBackward(network, run.seen[1], "tag.second.weight", null, gradient, highGradient, gradients);
  return loss;
}

function arcLoss(
  network: Network,
  batch: Batch,
  targets: readonly Target[],
  run: Activations,
  words: number,
  masks: Masks,
  highGradient: Matrix,
  gradients: Gradients,
): number {
  const width = network.weights.sizes.arc;
  const biaffineGradient = takeMatrix(network.arena, batch.total, width);
  const headGradient = takeMatrix(network.arena, batch.total, width);
  let loss = 0;
  batch.lengths.forEach((_, rank) => {
    const target = targets[batch.order[rank] ?? 0] as Target;
    loss += sentenceArcs(network, batch, rank, target, run, words, biaffineGradient, headGradient);
  });
  const dependentGradient = takeMatrix(network.arena, batch.total, width);
  linearBackward(
    network,
    run.dependent,
    "arc.biaffine",
    "arc.prior",
    biaffineGradient,
    dependentGradient,
    gradients,
  );
  mask(dependentGradient, masks.rectified[0]);
  mask(headGradient, masks.rectified[1]);
  rectified(run.dependent, dependentGradient);
  rectified(run.head, headGradient);
  linearBackward(
    network,
    run.seen[1],
    "arc.dependent.weight",
    "arc.dependent.bias",
    dependentGradient,
    highGradient,
    gradients,
  );
  linearBackward(
    network,
    run.seen[1],
    "arc.head.weight",
    "arc.head.bias",
    headGradient,
    highGradient,
    gradients,
  );
  return loss;
}

/** The loss of one sentence's heads; writes the gradients of its rows. */
function sentenceArcs(
  { arena, matrices }: Network,
  batch: Batch,
  rank: number,
  target: Target,
  run: Activations,
  words: number,
  biaffineGradient: Matrix,
  headGradient: Matrix,
): number {
  const mark = arena.mark();
  const n = target.tree.length;
  const width = run.head.columns;
  const columns = padded(n + 1);
  const dependents = takeMatrix(arena, n, width);
  const heads = takeMatrix(arena, columns, width);
  const scores = takeMatrix(arena, n, columns);
  const turned = takeMatrix(arena, columns, n);
  const packed = arena.take(columns * width);
  const ofDependents = takeMatrix(arena, n, width);
  const ofHeads = takeMatrix(arena, columns, width);
  copyRows(run.biaffine, dependents, n, (word) => rowOf(batch, rank, word + 1), "gather");
  copyRows(run.head, heads, n + 1, (word) => rowOf(batch, rank, word), "gather");
  packTransposed(heads.block.floats(), width, width, columns, packed.floats());
  matrices.multiply(dependents.block.at, width, packed.at, scores.block.at, columns, n, columns, width);
  const slopes = scores.block.floats();
  let loss = 0;
  for (let word = 0; word < n; word++) {
    slopes[word * columns + word + 1] = -1e4;
    loss += crossEntropy(slopes, word * columns, n + 1, target.heads, word, words);
  }
  pack(heads.block.floats(), width, columns, width, packed.floats());
  matrices.multiply(scores.block.at, columns, packed.at, ofDependents.block.at, width, n, width, columns);
  transpose(slopes, n, columns, turned.block.floats());
  pack(dependents.block.floats(), width, n, width, packed.floats());
  matrices.multiply(turned.block.at, n, packed.at, ofHeads.block.at, width, columns, width, n);
  copyRows(biaffineGradient, ofDependents, n, (word) => rowOf(batch, rank, word + 1), "scatter");
  copyRows(headGradient, ofHeads, n + 1, (word) => rowOf(batch, rank, word), "scatter");
  arena.reset(mark);
  return loss;
}

/** Copies the rows of a sentence out of a batch's matrix, or back into it. */
function copyRows(
  whole: Matrix,
  part: Matrix,
  count: number,
  rowAt: (word: number) => number,
  way: "gather" | "scatter",
): void {
  const { columns } = whole;
  const of = whole.block.floats();
  const by = part.block.floats();
  for (let word = 0; word < count; word++) {
    const row = rowAt(word) * columns;
    if (way === "gather") by.set(of.subarray(row, row + columns), word * columns);
    else of.set(by.subarray(word * columns, (word + 1) * columns), row);
  }
}

function labelLoss(
  network: Network,
  batch: Batch,
  targets: readonly Target[],
  run: Activations,
  words: number,
  masks: Masks,
  highGradient: Matrix,
  gradients: Gradients,
): number {
  const { label: width, labels } = network.weights.sizes;
  const columns = network.weights.find("label.weight").columns;
  const hidden = takeMatrix(network.arena, batch.total, width);
  const inside = hidden.block.floats();
  const ofDependent = run.labelDependent.block.floats();
  const ofHead = run.labelHead.block.floats();
  const headRows = new Int32Array(batch.total).fill(-1);
  eachWord(batch, targets, (row, target, at, rank) => {
    const headRow = rowOf(batch, rank, target.tree[at] as number);
    headRows[row] = headRow;
    for (let unit = 0; unit < width; unit++)
      inside[row * width + unit] = Math.max(
        0,
        (ofDependent[row * width + unit] as number) + (ofHead[headRow * width + unit] as number),
      );
  });
  const dropped = masks.label(inside.length);
  mask(hidden, dropped);
  const scores = takeMatrix(network.arena, batch.total, columns);
  const bias = network.weights.floats("label.bias");
  for (let row = 0; row < batch.total; row++) scores.block.floats().set(bias, row * columns);
  network.matrices.multiply(
    hidden.block.at,
    width,
    network.packed("label.weight"),
    scores.block.at,
    columns,
    batch.total,
    columns,
    width,
  );
  const gradient = takeMatrix(network.arena, batch.total, columns);
  let loss = 0;
  eachWord(batch, targets, (row, target, at) => {
    loss += crossEntropy(scores.block.floats(), row * columns, labels, target.labels, at, words);
    gradient.block
      .floats()
      .set(scores.block.floats().subarray(row * columns, row * columns + labels), row * columns);
  });
  const hiddenGradient = takeMatrix(network.arena, batch.total, width);
  linearBackward(network, hidden, "label.weight", "label.bias", gradient, hiddenGradient, gradients);
  mask(hiddenGradient, dropped);
  rectified(hidden, hiddenGradient);
  const headGradient = takeMatrix(network.arena, batch.total, width);
  const from = hiddenGradient.block.floats();
  const to = headGradient.block.floats();
  headRows.forEach((headRow, row) => {
    if (headRow < 0) return;
    for (let unit = 0; unit < width; unit++)
      to[headRow * width + unit] =
        (to[headRow * width + unit] as number) + (from[row * width + unit] as number);
  });
  linearBackward(
    network,
    run.seen[1],
    "label.dependent.weight",
    "label.hidden.bias",
    hiddenGradient,
    highGradient,
    gradients,
  );
  linearBackward(network, run.seen[1], "label.head.weight", null, headGradient, highGradient, gradients);
  return loss;
}

function eachWord(
  batch: Batch,
  targets: readonly Target[],
  visit: (row: number, target: Target, at: number, rank: number) => void,
): void {
  batch.lengths.forEach((length, rank) => {
    const target = targets[batch.order[rank] ?? 0] as Target;
    for (let word = 1; word < length; word++) visit(rowOf(batch, rank, word), target, word - 1, rank);
  });
}

function rectified(output: Matrix, gradient: Matrix): void {
  const values = output.block.floats();
  const floats = gradient.block.floats();
  for (let at = 0; at < floats.length; at++) if ((values[at] as number) <= 0) floats[at] = 0;
}

/** For output = input · weight + bias: adds to the gradients of weight and bias, and to that of the input. */
function linearBackward(
  network: Network,
  input: Matrix,
  weight: string,
  bias: string | null,
  gradient: Matrix,
  inputGradient: Matrix,
  gradients: Gradients,
): void {
  weightGradient(network, input, weight, gradient, gradients);
  if (bias !== null) biasGradient(network, bias, gradient, gradients);
  inputFrom(network, weight, gradient, inputGradient);
}

function weightGradient(
  { arena, matrices, weights }: Network,
  input: Matrix,
  name: string,
  gradient: Matrix,
  gradients: Gradients,
): void {
  const { offset, rows, columns } = weights.find(name);
  const transposed = takeMatrix(arena, rows, input.rows);
  const packed = arena.take(gradient.rows * columns);
  const result = takeMatrix(arena, rows, columns);
  transpose(input.block.floats(), input.rows, input.columns, transposed.block.floats());
  pack(gradient.block.floats(), gradient.columns, gradient.rows, columns, packed.floats());
  matrices.multiply(
    transposed.block.at,
    input.rows,
    packed.at,
    result.block.at,
    columns,
    rows,
    columns,
    input.rows,
  );
  const from = result.block.floats();
  gradients.floats.set(from, offset);
}

function biasGradient({ weights }: Network, name: string, gradient: Matrix, gradients: Gradients): void {
  const { offset, columns } = weights.find(name);
  const floats = gradient.block.floats();
  for (let row = 0; row < gradient.rows; row++) {
    for (let at = 0; at < columns; at++)
      gradients.floats[offset + at] =
        (gradients.floats[offset + at] as number) + (floats[row * columns + at] as number);
  }
}

/** inputGradient += gradient · weightᵀ. */
function inputFrom(
  { arena, matrices, weights }: Network,
  name: string,
  gradient: Matrix,
  inputGradient: Matrix,
): void {
  const { rows, columns } = weights.find(name);
  const packed = arena.take(rows * columns);
  packTransposed(weights.floats(name), columns, columns, rows, packed.floats());
  matrices.multiply(
    gradient.block.at,
    columns,
    packed.at,
    inputGradient.block.at,
    inputGradient.columns,
    gradient.rows,
    rows,
    columns,
  );
}

function transpose(from: Float32Array, rows: number, columns: number, to: Float32Array): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      to[column * rows + row] = from[row * columns + column] as number;
  }
}

/** Back through one layer: `above` holds the gradient of its outputs, `below` receives that of its inputs. */
function layerBackward(
  network: Network,
  batch: Batch,
  layer: LayerRun,
  index: number,
  above: Matrix,
  below: Matrix,
  gradients: Gradients,
): void {
  ["forward", "backward"].forEach((direction, side) => {
    const name = `lstm${index}.${direction}`;
    const gates = layer.gates[side] as Matrix;
    const previous = recurrentBackward(network, batch, layer, name, side, above);
    weightGradient(network, layer.input, `${name}.input`, gates, gradients);
    weightGradient(network, previous, `${name}.recurrent`, gates, gradients);
    biasGradient(network, `${name}.bias`, gates, gradients);
    inputFrom(network, `${name}.input`, gates, below);
  });
}

/** Back through time. Replaces the gates by their gradients and returns each row's earlier output. */
function recurrentBackward(
  { arena, matrices, weights }: Network,
  batch: Batch,
  layer: LayerRun,
  name: string,
  side: number,
  above: Matrix,
): Matrix {
  const { hidden } = weights.sizes;
  const width = 4 * hidden;
  const packed = arena.take(hidden * width);
  packTransposed(weights.floats(`${name}.recurrent`), width, width, hidden, packed.floats());
  const earlier = takeMatrix(arena, batch.total, hidden);
  const cellGradient = takeMatrix(arena, batch.total, hidden);
  const gates = layer.gates[side] as Matrix;
  const cells = (layer.cells[side] as Matrix).block.floats();
  const gate = gates.block.floats();
  const out = layer.output.block.floats();
  const up = above.block.floats();
  const ofCell = cellGradient.block.floats();
  const before = earlier.block.floats();
  const both = 2 * hidden;
  const shift = side * hidden;
  for (let count = batch.steps - 1; count >= 0; count--) {
    const step = side === 1 ? batch.steps - 1 - count : count;
    const previous = side === 1 ? step + 1 : step - 1;
    const active = activeAt(batch, step);
    const first = batch.base[step] as number;
    const carried = previous < 0 || previous >= batch.steps ? 0 : Math.min(active, activeAt(batch, previous));
    const source = carried > 0 ? (batch.base[previous] as number) : 0;
    for (let row = 0; row < active; row++) {
      const g = (first + row) * width;
      const c = (first + row) * hidden;
      const linked = row < carried;
      for (let unit = 0; unit < hidden; unit++) {
        const input = gate[g + unit] as number;
        const forget = gate[g + hidden + unit] as number;
        const emit = gate[g + 2 * hidden + unit] as number;
        const candidate = gate[g + 3 * hidden + unit] as number;
        const bent = tanh(cells[c + unit] as number);
        const slope = up[(first + row) * both + shift + unit] as number;
        const cell = slope * emit * (1 - bent * bent) + (ofCell[c + unit] as number);
        const cellBefore = linked ? (cells[(source + row) * hidden + unit] as number) : 0;
        gate[g + unit] = cell * candidate * input * (1 - input);
        gate[g + hidden + unit] = cell * cellBefore * forget * (1 - forget);
        gate[g + 2 * hidden + unit] = slope * bent * emit * (1 - emit);
        gate[g + 3 * hidden + unit] = cell * input * (1 - candidate * candidate);
        if (linked) {
          ofCell[(source + row) * hidden + unit] = cell * forget;
          before[c + unit] = out[(source + row) * both + shift + unit] as number;
        }
      }
    }
    if (carried > 0)
      matrices.multiply(
        gates.block.at + first * width * 4,
        width,
        packed.at,
        above.block.at + (source * both + shift) * 4,
        both,
        carried,
        hidden,
        width,
      );
  }
  return earlier;
}

function embeddingBackward(
  { weights }: Network,
  batch: Batch,
  rows: Int32Array,
  gradient: Matrix,
  gradients: Gradients,
): void {
  const width = weights.sizes.embedding;
  const floats = gradient.block.floats();
  const offsets = ["words", ...PART_NAMES].map((name) => weights.find(name).offset);
  for (let row = 0; row < batch.total; row++) {
    offsets.forEach((offset, table) => {
      const entry = rows[row * ROWS_A_WORD + table] as number;
      if (entry < 0) return;
      gradients.touched[table]?.add(entry);
      const to = offset + entry * width;
      const from = row * gradient.columns;
      for (let at = 0; at < width; at++)
        gradients.floats[to + at] = (gradients.floats[to + at] as number) + (floats[from + at] as number);
    });
  }
}
