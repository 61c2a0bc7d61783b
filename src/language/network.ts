import type { Arena } from "./arena.ts";
import type { Batch } from "./batch.ts";
import { createFormCache, type FormCache, projectionsOf } from "./form-cache.ts";
import { runLstm } from "./lstm.ts";
import { type Matrices, type Matrix, packWhole, takeMatrix, takeUnsetMatrix, UNIT } from "./matrix.ts";
import type { Sizes } from "./parameters.ts";
import { PART_NAMES, ROWS_A_WORD } from "./word-features.ts";

/** A table of 8-bit numbers, one row a word or a word's part, each row with its scale. */
export interface Table {
  readonly columns: number;
  readonly scales: Float32Array;
  readonly entries: Int8Array;
}

/** A weight matrix of 8-bit numbers, each column with its scale. */
export interface WeightMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly scales: Float32Array;
  readonly entries: Int8Array;
}

/** Where a weight matrix lies in the arena, packed for multiplication. */
interface Packed {
  readonly at: number;
  /** Address of the columns' scales; the weights for LSTM outputs stay whole numbers, others are floats and have none. */
  readonly scales: number;
  readonly columns: number;
}

/** A network ready to run. It works in its arena, so that one thread at a time may run it. */
export interface Network {
  readonly arena: Arena;
  readonly matrices: Matrices;
  readonly sizes: Sizes;
  /** Word table, part tables and vectors, in the order of `rowsOfWord`. */
  readonly tables: readonly Table[];
  readonly weight: (name: string) => Packed;
  readonly bias: (name: string) => Float32Array;
  readonly forms: FormCache;
}

/** What a network is made from; names as in `parametersOf`. */
export interface NetworkParts {
  readonly sizes: Sizes;
  readonly tables: ReadonlyMap<string, Table>;
  readonly weights: ReadonlyMap<string, WeightMatrix>;
  readonly biases: ReadonlyMap<string, Float32Array>;
}

const DIRECTIONS = ["forward", "backward"] as const;
/** Weights that meet inputs of any size, and so are applied in floats; all others meet LSTM outputs. */
const IN_FLOATS = /^(lstm0\..*\.input|arc\.biaffine|label\.weight)$/;

export function createNetwork(arena: Arena, matrices: Matrices, parts: NetworkParts): Network {
  const packed = new Map(
    [...parts.weights].map(([name, weight]) => [
      name,
      IN_FLOATS.test(name) ? packFloats(arena, weight) : packIntegers(arena, weight),
    ]),
  );
  return {
    arena,
    matrices,
    sizes: parts.sizes,
    tables: ["words", ...PART_NAMES, "vectors"].map((name) => found(parts.tables, name)),
    weight: (name) => found(packed, name),
    bias: (name) => found(parts.biases, name),
    forms: createFormCache(),
  };
}

function found<Value>(map: ReadonlyMap<string, Value>, name: string): Value {
  const value = map.get(name);
  if (value === undefined) throw new RangeError(`The network has no parameter "${name}".`);
  return value;
}

function packIntegers(arena: Arena, { rows, columns, scales, entries }: WeightMatrix): Packed {
  const at = arena.take((rows * columns) / 2).at;
  const scale = arena.take(columns);
  packWhole(entries, rows, columns, new Int16Array(arena.memory.buffer, at, rows * columns));
  scale.floats().set(scales.map((one) => one / UNIT));
  return { at, scales: scale.at, columns };
}

function packFloats(arena: Arena, { rows, columns, scales, entries }: WeightMatrix): Packed {
  const block = arena.take(rows * columns);
  const floats = block.floats();
  let to = 0;
  for (let column = 0; column < columns; column += 8) {
    for (let row = 0; row < rows; row++) {
      for (let lane = column; lane < column + 8; lane++)
        floats[to++] = (entries[row * columns + lane] as number) * (scales[lane] as number);
    }
  }
  return { at: block.at, scales: 0, columns };
}

/**
 * The words of a batch: for each form that is new to the network's cache, and has its last rows there, the rows of the
 * tables, as `rowsOfWord` gives them; and the row in the cache of the form at each batch row.
 */
export interface Forms {
  readonly fresh: Int32Array;
  readonly at: Int32Array;
}

/** What a run of the network says of a batch, one row per word, roots included. */
export interface Activations {
  readonly tags: Matrix;
  readonly head: Matrix;
  /** Dependents through the biaffine form, with the prior of heads: its product with `head` is the arc score. */
  readonly biaffine: Matrix;
  readonly labelDependent: Matrix;
  readonly labelHead: Matrix;
}

/** Runs the network over a batch. Kiperwasser & Goldberg 2016; Dozat & Manning 2017. */
export function runNetwork(network: Network, batch: Batch, forms: Forms): Activations {
  const { label } = network.sizes;
  const low = firstLayer(network, batch, forms);
  const high = secondLayer(network, batch, low);
  const rows = batch.total;
  const linear = (input: number, name: string, bias: string): Matrix => {
    const result = repeated(network, rows, network.bias(bias));
    productWhole(network, input, 2 * network.sizes.hidden, name, result);
    return result;
  };
  const rectified = (matrix: Matrix): Matrix => {
    network.matrices.rectify(matrix.block.at, matrix.block.length);
    return matrix;
  };
  const dependent = rectified(linear(high, "arc.dependent.weight", "arc.dependent.bias"));
  const head = rectified(linear(high, "arc.head.weight", "arc.head.bias"));
  const biaffine = repeated(network, rows, network.bias("arc.prior"));
  product(network, dependent, "arc.biaffine", biaffine);
  const labelHead = takeMatrix(network.arena, rows, label);
  productWhole(network, high, 2 * network.sizes.hidden, "label.head.weight", labelHead);
  const tags = linear(low, "tag.weight", "tag.bias");
  productWhole(network, high, 2 * network.sizes.hidden, "tag.second.weight", tags);
  return {
    tags,
    head,
    biaffine,
    labelDependent: linear(high, "label.dependent.weight", "label.hidden.bias"),
    labelHead,
  };
}

/** The first layer, whose input projections are worked out once for each form. Returns the address of its outputs. */
function firstLayer(network: Network, batch: Batch, { fresh, at }: Forms): number {
  const width = 4 * network.sizes.hidden;
  const projections = projectionsOf(network.forms, 2 * width);
  if (fresh.length > 0) project(network, fresh, projections);
  return layer(network, batch, 0, (name, gates) => {
    const side = name.endsWith("backward") ? width : 0;
    const to = gates.block.floats();
    for (let row = 0; row < batch.total; row++) {
      const start = (at[row] as number) * 2 * width + side;
      to.set(projections.subarray(start, start + width), row * width);
    }
  });
}

/** Works out the projections of new forms, whose rows are the last of the cache. */
function project(network: Network, fresh: Int32Array, projections: Float32Array): void {
  const { arena, forms } = network;
  const mark = arena.mark();
  const embedded = embed(network, fresh);
  const first = forms.rows.size - embedded.rows;
  DIRECTIONS.forEach((direction, side) => {
    const name = `lstm0.${direction}`;
    const gates = repeated(network, embedded.rows, network.bias(`${name}.bias`));
    product(network, embedded, `${name}.input`, gates);
    const floats = gates.block.floats();
    for (let row = 0; row < gates.rows; row++) {
      const from = row * gates.columns;
      projections.set(
        floats.subarray(from, from + gates.columns),
        ((first + row) * 2 + side) * gates.columns,
      );
    }
  });
  arena.reset(mark);
}

function secondLayer(network: Network, batch: Batch, input: number): number {
  return layer(network, batch, 1, (name, gates) => {
    fillRows(gates, network.bias(`${name}.bias`));
    productWhole(network, input, 2 * network.sizes.hidden, `${name}.input`, gates);
  });
}

/** The sum of the embeddings of each form and its parts, and its vector beside it. */
function embed({ arena, sizes, tables }: Network, rows: Int32Array): Matrix {
  const forms = rows.length / ROWS_A_WORD;
  const width = sizes.embedding + sizes.vectorWidth;
  const result = takeMatrix(arena, forms, width);
  const floats = result.block.floats();
  for (let form = 0; form < forms; form++) {
    for (let table = 0; table < tables.length; table++) {
      const row = rows[form * ROWS_A_WORD + table] as number;
      if (row < 0) continue;
      const { columns, scales, entries } = tables[table] as Table;
      const scale = scales[row] as number;
      const to = form * width + (table === tables.length - 1 ? sizes.embedding : 0);
      for (let at = 0; at < columns; at++)
        floats[to + at] = (floats[to + at] as number) + (entries[row * columns + at] as number) * scale;
    }
  }
  return result;
}

/** Both directions of a layer. Returns the address of the outputs side by side, as 16-bit integers. */
function layer(
  network: Network,
  batch: Batch,
  index: number,
  project: (name: string, gates: Matrix) => void,
): number {
  const { arena, matrices, sizes } = network;
  const { hidden } = sizes;
  const both = 2 * hidden;
  const whole = arena.takeUnset((batch.total * both) / 2).at;
  const output = arena.takeUnset(batch.total * both).at;
  const zeros = arena.take(hidden).at;
  DIRECTIONS.forEach((direction, side) => {
    const name = `lstm${index}.${direction}`;
    const mark = arena.mark();
    const gates = takeUnsetMatrix(arena, batch.total, 4 * hidden);
    project(name, gates);
    const recurrent = network.weight(`${name}.recurrent`);
    const wholeAt = whole + side * hidden * 2;
    const outputAt = output + side * hidden * 4;
    runLstm(
      {
        batch,
        hidden,
        reverse: side === 1,
        gates: gates.block.at,
        cells: arena.takeUnset(batch.total * hidden).at,
        output: outputAt,
        outputWidth: both,
        zeros,
        recur: (from, to, rows) =>
          matrices.multiplyWhole(
            wholeAt + from * both * 2,
            both,
            recurrent.at,
            gates.block.at + to * hidden * 16,
            4 * hidden,
            rows,
            4 * hidden,
            hidden,
            recurrent.scales,
          ),
        written: (row) => matrices.quantise(outputAt + row * both * 4, wholeAt + row * both * 2, hidden),
      },
      matrices,
    );
    arena.reset(mark);
  });
  return whole;
}

function repeated({ arena }: Network, rows: number, bias: Float32Array): Matrix {
  const result = takeUnsetMatrix(arena, rows, bias.length);
  fillRows(result, bias);
  return result;
}

function fillRows({ rows, columns, block }: Matrix, bias: Float32Array): void {
  const floats = block.floats();
  for (let row = 0; row < rows; row++) floats.set(bias, row * columns);
}

/** to += input · weight, in floats. */
function product({ matrices, weight }: Network, input: Matrix, name: string, to: Matrix): void {
  const { at, columns } = weight(name);
  matrices.multiply(
    input.block.at,
    input.columns,
    at,
    to.block.at,
    to.columns,
    input.rows,
    columns,
    input.columns,
  );
}

/** to += input · weight, the input being LSTM outputs. */
function productWhole(
  { matrices, weight }: Network,
  input: number,
  width: number,
  name: string,
  to: Matrix,
): void {
  const { at, columns, scales } = weight(name);
  matrices.multiplyWhole(input, width, at, to.block.at, to.columns, to.rows, columns, width, scales);
}
