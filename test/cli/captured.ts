import type { Effects } from "../../src/cli/effects.ts";
import type { Output } from "../../src/cli/output.ts";
import { run } from "../../src/cli/run.ts";

/** What a run left behind. */
export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** What a test sets of the outside world. */
export interface Outside {
  readonly input?: string | Uint8Array;
  /** Called before each write to standard error, with what has been written to it before. */
  readonly onError?: (written: string, interrupt: () => void) => void;
  readonly terminal?: boolean;
}

/** Runs a command in this process, with its output captured. */
export async function multivector(args: readonly string[], outside: Outside = {}): Promise<Ran> {
  const written = { out: "", err: "" };
  const interruption = new AbortController();
  const output = (name: "out" | "err"): Output => ({
    async write(text) {
      written[name] += text;
      if (name === "err") outside.onError?.(written.err, () => interruption.abort());
    },
    isTerminal: outside.terminal ?? false,
    columns: 100,
  });
  let now = 0;
  const effects: Effects = {
    input: bytes(outside.input),
    inputIsTerminal: outside.input === undefined,
    out: output("out"),
    err: output("err"),
    environment: {},
    clock: () => {
      now += 1000;
      return now;
    },
    interruption: interruption.signal,
  };
  const exitCode = await run(args, effects);
  return { exitCode, ...written };
}

/** The rows of a JSONL output. */
export function rowsOf({ out }: Ran): Record<string, unknown>[] {
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function* bytes(input: string | Uint8Array | undefined): AsyncGenerator<Uint8Array> {
  if (input !== undefined) yield typeof input === "string" ? new TextEncoder().encode(input) : input;
}
