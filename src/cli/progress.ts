import { counted } from "../brief/wording.ts";
import type { Output } from "./output.ts";

/** How far a long run has come, shown on standard error: a bar on a terminal, a line now and then elsewhere. */
export interface Progress {
  /** Counts one input as done, with the sentences in it. */
  readonly done: (sentences: number) => Promise<void>;
  /** Runs something that writes to the same output, with the bar out of its way. */
  readonly aside: (write: () => Promise<void>) => Promise<void>;
  readonly finish: () => Promise<void>;
}

export interface ProgressOptions {
  readonly err: Output;
  readonly clock: () => number;
  /** Inputs to come, or null where nobody knows, as on standard input. */
  readonly total: number | null;
  /** What is counted: "document". */
  readonly noun: string;
  /** True where results scroll over the same terminal: a bar would only be in their way. */
  readonly quiet?: boolean;
}

export const REDRAW_MS = 80;
export const LINE_EVERY_MS = 10_000;
const BAR_WIDTH = 24;
/** Takes the terminal back to an empty line. */
export const CLEAR = "\r\u001b[2K";

export function createProgress({ err, clock, total, noun, quiet = false }: ProgressOptions): Progress {
  const began = clock();
  let inputs = 0;
  let sentences = 0;
  let shown = err.isTerminal ? Number.NEGATIVE_INFINITY : began;
  let drawn = false;

  // A file of JSON Lines is one input and many documents: once there are more than were counted, nobody knows.
  const known = (): number | null => (total !== null && inputs > total ? null : total);
  const clear = async (): Promise<void> => {
    if (drawn) await err.write(CLEAR);
    drawn = false;
  };
  return {
    async done(more) {
      inputs += 1;
      sentences += more;
      const now = clock();
      if (quiet || now - shown < (err.isTerminal ? REDRAW_MS : LINE_EVERY_MS)) return;
      shown = now;
      const state = { inputs, sentences, total: known(), noun, seconds: (now - began) / 1000 };
      await err.write(err.isTerminal ? CLEAR + bar(state, err.columns) : `${line(state)}\n`);
      drawn = err.isTerminal;
    },
    async aside(write) {
      await clear();
      await write();
    },
    finish: clear,
  };
}

interface State {
  readonly inputs: number;
  readonly sentences: number;
  readonly total: number | null;
  readonly noun: string;
  readonly seconds: number;
}

function bar(state: State, columns: number): string {
  const { inputs, total } = state;
  const parts = [figures(state)];
  if (total !== null && total > 0) {
    const filled = Math.round((BAR_WIDTH * Math.min(inputs, total)) / total);
    parts.unshift(`${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)}`);
  }
  return parts.join("  ").slice(0, Math.max(10, columns - 1));
}

function line(state: State): string {
  return `multivector: ${figures(state)}`;
}

function figures(state: State): string {
  const { inputs, sentences, total, noun, seconds } = state;
  const of = total === null ? counted(inputs, noun) : `${inputs} of ${counted(total, noun)}`;
  const speed = seconds > 0 && sentences > 0 ? `, ${Math.round(sentences / seconds)} sentences/s` : "";
  const left =
    total === null || total <= inputs || inputs === 0 ? null : (seconds / inputs) * (total - inputs);
  return `${of}${speed}${left === null ? "" : `, ${spoken(left)} left`}`;
}

/** A time to wait as people say it: "8 s", "3 min", "2 h 10 min". */
export function spoken(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
