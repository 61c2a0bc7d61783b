import process from "node:process";
import { INTERRUPTED } from "./effects.ts";
import { outputTo } from "./output.ts";
import { run } from "./run.ts";

const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(INTERRUPTED);
    interruption.abort();
    process.stdin.destroy();
  });
}

/** Standard input, which simply ends when the person interrupts. */
async function* input(): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of process.stdin) yield chunk as Uint8Array;
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
  }
}

process.exitCode = await run(process.argv.slice(2), {
  input: { [Symbol.asyncIterator]: input },
  inputIsTerminal: process.stdin.isTTY === true,
  out: outputTo(process.stdout),
  err: outputTo(process.stderr),
  environment: process.env,
  clock: () => performance.now(),
  interruption: interruption.signal,
});
