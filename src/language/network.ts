import type { Arena } from "./arena.ts";
import type { Batch } from "./batch.ts";
import { runLstm } from "./lstm.ts";
import { type Matrices, type Matrix, pack, takeMatrix } from "./matrix.ts";
import type { Weights } from "./parameters.ts";
import { PART_NAMES } from "./word-features.ts";

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

/** Replaces what comes after the input or a layer by a noisy copy; only training does that. */
export type Dropout = (matrix: Matrix, place: "input" | "layer") => Matrix;

/**
 * Runs the network over a batch. `rows` holds for each batch row the rows of the word table and the part tables,
 * `1 + PART_NAMES.length` numbers each; -1 is no row. Kiperwasser & Goldberg 2016; Dozat & Manning 2017.
 */
export function runNetwork(
  network: Network,
  batch: Batch,
  rows: Int32Array,
  dropout: Dropout = (matrix) => matrix,
): Activations {
  const { weights } = network;
  const { hidden, arc, label } = weights.sizes;
  const embedded = dropout(embed(network, batch, rows), "input");
  const first = runLayer(network, batch, embedded, 0, hidden);
  const low = dropout(first.output, "layer");
  const second = runLayer(network, batch, low, 1, hidden);
  const high = dropout(second.output, "layer");
  const dependent = rectify(linear(network, high, "arc.dependent", arc));
  const head = rectify(linear(network, high, "arc.head", arc));
  const biaffine = repeated(network, dependent.rows, weights.floats("arc.prior"), arc);
  product(network, dependent, "arc.biaffine", biaffine);
  const labelDependent = repeated(network, high.rows, weights.floats("label.hidden.bias"), label);
  product(network, high, "label.dependent.weight", labelDependent);
  const labelHead = takeMatrix(network.arena, high.rows, label);
  product(network, high, "label.head.weight", labelHead);
  const tags = linear(network, low, "tag", weights.find("tag.weight").columns);
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

function embed({ arena, weights }: Network, batch: Batch, rows: Int32Array): Matrix {
  const width = weights.sizes.embedding;
  const result = takeMatrix(arena, batch.total, width);
  const floats = result.block.floats();
  const tables = ["words", ...PART_NAMES].map((name) => weights.floats(name));
  const each = tables.length;
  for (let row = 0; row < batch.total; row++) {
    for (let table = 0; table < each; table++) {
      const from = (rows[row * each + table] as number) * width;
      if (from < 0) continue;
      const numbers = tables[table] as Float32Array;
      for (let at = 0; at < width; at++)
        floats[row * width + at] = (floats[row * width + at] as number) + (numbers[from + at] as number);
    }
  }
  return result;
}

function runLayer(network: Network, batch: Batch, input: Matrix, layer: number, hidden: number): LayerRun {
  const output = takeMatrix(network.arena, batch.total, 2 * hidden);
  const directions = ["forward", "backward"].map((direction, side) => {
    const name = `lstm${layer}.${direction}`;
    const gates = repeated(network, batch.total, network.weights.floats(`${name}.bias`), 4 * hidden);
    product(network, input, `${name}.input`, gates);
    const cells = takeMatrix(network.arena, batch.total, hidden);
    runLstm(
      {
        batch,
        hidden,
        reverse: side === 1,
        gates: gates.block.at,
        recurrent: network.packed(`${name}.recurrent`),
        cells: cells.block.at,
        output: output.block.at + side * hidden * 4,
        outputWidth: 2 * hidden,
      },
      network.matrices,
      new Float32Array(network.arena.memory.buffer),
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
