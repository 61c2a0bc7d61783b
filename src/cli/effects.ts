import type { Output } from "./output.ts";

/** What a command may touch of the outside world besides files; tests pass their own. */
export interface Effects {
  readonly input: AsyncIterable<Uint8Array>;
  /** Whether standard input is a keyboard: nobody has piped anything in. */
  readonly inputIsTerminal: boolean;
  readonly out: Output;
  readonly err: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds from any beginning; only ever used to tell how fast the work goes. */
  readonly clock: () => number;
  /** Aborted when the person wants to stop: the work in hand is finished and what was done is said. */
  readonly interruption: AbortSignal;
}

/** The exit code of a run that was stopped by the person, as shells expect it. */
export const INTERRUPTED = 130;
