import type { Arena, Block } from "./arena.ts";
import { padded } from "./matrix.ts";
import { PART_NAMES, PART_TABLES } from "./word-features.ts";

/** The sizes of a network. All hidden sizes are multiples of 8. */
export interface Sizes {
  readonly words: number;
  readonly embedding: number;
  /** How many words have a vector learned from raw text, and how many numbers it has. */
  readonly vectors: number;
  readonly vectorWidth: number;
  /** Units of one direction of one LSTM layer. */
  readonly hidden: number;
  readonly arc: number;
  readonly label: number;
  readonly tags: number;
  readonly labels: number;
}

/** A named matrix among the network's parameters: `offset` and sizes in floats. */
export interface Parameter {
  readonly name: string;
  readonly offset: number;
  readonly rows: number;
  readonly columns: number;
}

/** Every parameter in its place: the vectors, which training leaves as they are, then word and part tables, of which a batch touches few rows. */
export function parametersOf(sizes: Sizes): readonly Parameter[] {
  const { embedding, vectorWidth, hidden, arc, label } = sizes;
  const input = embedding + vectorWidth;
  const gates = 4 * hidden;
  const both = 2 * hidden;
  const tags = padded(sizes.tags);
  const labels = padded(sizes.labels);
  const shapes: [string, number, number][] = [
    ["vectors", sizes.vectors, vectorWidth],
    ["words", sizes.words, embedding],
    ...PART_NAMES.map((name): [string, number, number] => [name, PART_TABLES[name], embedding]),
    ...[0, 1].flatMap((layer) =>
      ["forward", "backward"].flatMap((direction): [string, number, number][] => [
        [`lstm${layer}.${direction}.input`, layer === 0 ? input : both, gates],
        [`lstm${layer}.${direction}.recurrent`, hidden, gates],
        [`lstm${layer}.${direction}.bias`, 1, gates],
      ]),
    ),
    ["tag.weight", both, tags],
    ["tag.bias", 1, tags],
    ["tag.second.weight", both, tags],
    ["arc.dependent.weight", both, arc],
    ["arc.dependent.bias", 1, arc],
    ["arc.head.weight", both, arc],
    ["arc.head.bias", 1, arc],
    ["arc.biaffine", arc, arc],
    ["arc.prior", 1, arc],
    ["label.dependent.weight", both, label],
    ["label.head.weight", both, label],
    ["label.hidden.bias", 1, label],
    ["label.weight", label, labels],
    ["label.bias", 1, labels],
  ];
  let offset = 0;
  return shapes.map(([name, rows, columns]) => {
    const parameter = { name, offset, rows, columns };
    offset += rows * columns;
    return parameter;
  });
}

/** How many floats the parameters take. */
export function sizeOf(parameters: readonly Parameter[]): number {
  const last = parameters.at(-1);
  return last === undefined ? 0 : last.offset + last.rows * last.columns;
}

/** Parameters in an arena, found by name. */
export interface Weights {
  readonly sizes: Sizes;
  readonly block: Block;
  readonly parameters: readonly Parameter[];
  readonly find: (name: string) => Parameter;
  /** The numbers of one parameter. */
  readonly floats: (name: string) => Float32Array;
}

export function takeWeights(arena: Arena, sizes: Sizes): Weights {
  const parameters = parametersOf(sizes);
  const block = arena.take(sizeOf(parameters));
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const find = (name: string): Parameter => {
    const found = byName.get(name);
    if (found === undefined) throw new RangeError(`The network has no parameter "${name}".`);
    return found;
  };
  return {
    sizes,
    block,
    parameters,
    find,
    floats: (name) => {
      const { offset, rows, columns } = find(name);
      return block.floats().subarray(offset, offset + rows * columns);
    },
  };
}
