import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Optimiser } from "./adam.ts";

/** Where training stands after an epoch. */
export interface Progress {
  epochs: number;
  step: number;
  /** How many times the weights were added to the average. */
  averaged: number;
}

/** What a checkpoint holds; the vectors of numbers are read back into place. */
export interface State {
  readonly weights: Float32Array;
  readonly optimiser: Optimiser;
  /** Sum of the weights over the last steps. */
  readonly average: Float64Array;
}

export function saveCheckpoint(file: string, progress: Progress, state: State): void {
  mkdirSync(dirname(file), { recursive: true });
  const head = new Float64Array([progress.epochs, progress.step, progress.averaged]);
  writeFileSync(`${file}.new`, Buffer.concat([bytes(head), ...parts(state).map(bytes)]));
  renameSync(`${file}.new`, file);
}

/** Reads a checkpoint into `state`. Null where there is none. */
export function readCheckpoint(file: string, state: State): Progress | null {
  if (!existsSync(file)) return null;
  const stored = readFileSync(file);
  const head = new Float64Array(3);
  let at = 0;
  for (const part of [head, ...parts(state)]) {
    bytes(part).set(stored.subarray(at, at + part.byteLength));
    at += part.byteLength;
  }
  return { epochs: head[0] as number, step: head[1] as number, averaged: head[2] as number };
}

function parts({ weights, optimiser, average }: State): (Float32Array | Float64Array)[] {
  return [weights, optimiser.first, optimiser.second, average];
}

function bytes(numbers: Float32Array | Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
