import type { Arena } from "../src/language/arena.ts";
import type { Batch } from "../src/language/batch.ts";
import { runLstm } from "../src/language/lstm.ts";
import { type Matrices, type Matrix, pack, takeMatrix } from "../src/language/matrix.ts";
import type { Weights } from "../src/language/parameters.ts";
import { PART_NAMES, ROWS_A_WORD } from "../src/language/word-features.ts";

/** A network ready to run: weights and their packed copies in one arena. */
export interface Network {
  readonly arena: Arena;
  readonly matrices: Matrices;
  readonly weights: Weights;
  /** Byte address of a weight matrix packed for multiplication. */
  readonly packed: (name: string) => number;
}

const PACKED = /\.(input|recurrent|weight|biaffine)$/;

/** Packs the weights; to be called again, on the same network, after the weights change. */
export function createNetwork(
  arena: Arena,
  matrices: Matrices,
  weights: Weights,
): Network & { readonly repack: () => void } {
  const blocks = new Map(
    weights.parameters
      .filter(({ name }) => PACKED.test(name))
      .map((parameter) => [
        parameter.name,
        { parameter, block: arena.take(parameter.rows * parameter.columns) },
      ]),
  );
  const repack = (): void => {
    for (const [name, { parameter, block }] of blocks)
      pack(weights.floats(name), parameter.columns, parameter.rows, parameter.columns, block.floats());
  };
  repack();
  return {
    arena,
    matrices,
    weights,
    packed: (name) => {
      const found = blocks.get(name);
      if (found === undefined) throw new RangeError(`"${name}" is not a weight matrix.`);
      return found.block.at;
    },
    repack,
  };
}

/** What one LSTM layer leaves behind: inputs, gates and cells of each direction, and the outputs of both side by side. */
export interface LayerRun {
  readonly input: Matrix;
  readonly gates: readonly [Matrix, Matrix];
  readonly cells: readonly [Matrix, Matrix];
  readonly output: Matrix;
}

/** Everything that a run of the network computes, one row per word of the batch, roots included. */
export interface Activations {
  readonly embedded: Matrix;
  readonly layers: readonly [LayerRun, LayerRun];
  /** Outputs of the layers as the heads see them: with dropout in training, else the outputs themselves. */
  readonly seen: readonly [Matrix, Matrix];
  readonly tags: Matrix;
  readonly dependent: Matrix;
  readonly head: Matrix;
  /** Dependents through the biaffine form, with the prior of heads: its product with `head` is the arc score. */
  readonly biaffine: Matrix;
  readonly labelDependent: Matrix;
  readonly labelHead: Matrix;
}

/** Replaces what comes after the input, a layer or a rectified layer by a noisy copy. */
export type Dropout = (matrix: Matrix, place: "input" | "layer" | "rectified") => Matrix;

/**
 * Runs the network in floats over a batch, keeping what its gradient needs. `rows` holds for each batch row what
 * `rowsOfWord` gives. Kiperwasser & Goldberg 2016; Dozat & Manning 2017.
 */
export function runNetwork(network: Network, batch: Batch, rows: Int32Array, dropout: Dropout): Activations {
  const { weights } = network;
  const { hidden, arc, label } = weights.sizes;
  const embedded = dropout(embed(network, batch, rows), "input");
  const first = runLayer(network, batch, embedded, 0, hidden);
  const low = dropout(first.output, "layer");
  const second = runLayer(network, batch, low, 1, hidden);
  const high = dropout(second.output, "layer");
  const dependent = dropout(rectify(linear(network, high, "arc.dependent", arc)), "rectified");
  const head = dropout(rectify(linear(network, high, "arc.head", arc)), "rectified");
  const biaffine = repeated(network, dependent.rows, weights.floats("arc.prior"), arc);
  product(network, dependent, "arc.biaffine", biaffine);
  const labelDependent = repeated(network, high.rows, weights.floats("label.hidden.bias"), label);
  product(network, high, "label.dependent.weight", labelDependent);
  const labelHead = takeMatrix(network.arena, high.rows, label);
  product(network, high, "label.head.weight", labelHead);
  const tags = linear(network, low, "tag", weights.find("tag.weight").columns);
  product(network, high, "tag.second.weight", tags);
  return {
    embedded,
    layers: [first, second],
    seen: [low, high],
    tags,
    dependent,
    head,
    biaffine,
    labelDependent,
    labelHead,
  };
}

/** The sum of a word's and its parts' embeddings, and its vector beside it. */
function embed({ arena, weights }: Network, batch: Batch, rows: Int32Array): Matrix {
  const { embedding, vectorWidth } = weights.sizes;
  const width = embedding + vectorWidth;
  const result = takeMatrix(arena, batch.total, width);
  const floats = result.block.floats();
  const tables = ["words", ...PART_NAMES].map((name) => weights.floats(name));
  const vectors = weights.floats("vectors");
  for (let row = 0; row < batch.total; row++) {
    tables.forEach((numbers, table) => {
      const from = (rows[row * ROWS_A_WORD + table] as number) * embedding;
      if (from < 0) return;
      for (let at = 0; at < embedding; at++)
        floats[row * width + at] = (floats[row * width + at] as number) + (numbers[from + at] as number);
    });
    const vector = (rows[row * ROWS_A_WORD + tables.length] as number) * vectorWidth;
    if (vector >= 0) floats.set(vectors.subarray(vector, vector + vectorWidth), row * width + embedding);
  }
  return result;
}

function runLayer(network: Network, batch: Batch, input: Matrix, layer: number, hidden: number): LayerRun {
  const output = takeMatrix(network.arena, batch.total, 2 * hidden);
  const zeros = network.arena.take(hidden).at;
  const directions = ["forward", "backward"].map((direction, side) => {
    const name = `lstm${layer}.${direction}`;
    const gates = repeated(network, batch.total, network.weights.floats(`${name}.bias`), 4 * hidden);
    product(network, input, `${name}.input`, gates);
    const cells = takeMatrix(network.arena, batch.total, hidden);
    const outputAt = output.block.at + side * hidden * 4;
    const recurrent = network.packed(`${name}.recurrent`);
    runLstm(
      {
        batch,
        hidden,
        reverse: side === 1,
        gates: gates.block.at,
        cells: cells.block.at,
        output: outputAt,
        outputWidth: 2 * hidden,
        zeros,
        recur: (from, to, count) =>
          network.matrices.multiply(
            outputAt + from * hidden * 8,
            2 * hidden,
            recurrent,
            gates.block.at + to * hidden * 16,
            4 * hidden,
            count,
            4 * hidden,
            hidden,
          ),
      },
      network.matrices,
    );
    return { gates, cells };
  });
  const [forward, backward] = directions;
  if (forward === undefined || backward === undefined) throw new Error("A layer runs in two directions.");
  return { input, gates: [forward.gates, backward.gates], cells: [forward.cells, backward.cells], output };
}

/** input · weight + bias. */
function linear(network: Network, input: Matrix, name: string, columns: number): Matrix {
  const result = repeated(network, input.rows, network.weights.floats(`${name}.bias`), columns);
  product(network, input, `${name}.weight`, result);
  return result;
}

function repeated({ arena }: Network, rows: number, bias: Float32Array, columns: number): Matrix {
  const copy = bias.slice();
  const result = takeMatrix(arena, rows, columns);
  const floats = result.block.floats();
  for (let row = 0; row < rows; row++) floats.set(copy, row * columns);
  return result;
}

/** to += input · weight. */
function product({ matrices, packed }: Network, input: Matrix, name: string, to: Matrix): void {
  matrices.multiply(
    input.block.at,
    input.columns,
    packed(name),
    to.block.at,
    to.columns,
    input.rows,
    to.columns,
    input.columns,
  );
}

function rectify(matrix: Matrix): Matrix {
  const floats = matrix.block.floats();
  for (let at = 0; at < floats.length; at++) if ((floats[at] as number) < 0) floats[at] = 0;
  return matrix;
}
