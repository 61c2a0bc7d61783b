import type { Problem } from "../vocabulary/index.ts";
import type { Output } from "./output.ts";

/** Says what is wrong and what to do, on two lines: `multivector: Where: what.` and the hint. */
export async function complain(err: Output, problem: Problem, where?: string): Promise<void> {
  const place = where === undefined ? "" : `${where}: `;
  await err.write(`multivector: ${place}${problem.message}\n  ${problem.hint}\n`);
}
