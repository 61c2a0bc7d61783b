import { CommanderError } from "commander";
import { Problem } from "../vocabulary/problem.ts";
import { complain } from "./complain.ts";
import type { Effects } from "./effects.ts";
import { OutputClosed } from "./output.ts";
import { createProgram } from "./program.ts";

/**
 * Runs `multivector` with its arguments and resolves to the exit code: 0 for success, 1 for a run that failed in
 * whole or in part, 2 for wrong use, 130 where the person interrupted it.
 */
export async function run(args: readonly string[], effects: Effects): Promise<number> {
  let exitCode = 0;
  const program = createProgram(effects, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    return await explain(error, effects);
  }
}

async function explain(error: unknown, effects: Effects): Promise<number> {
  if (error instanceof OutputClosed) return 0;
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Problem) {
    await complain(effects.err, error);
    return error.exitCode;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  await effects.err.write(
    `multivector: This should not have happened: ${message}\n  Please report it with the lines below and what you ran.\n${stack ?? ""}\n`,
  );
  return 1;
}
