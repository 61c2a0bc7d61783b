import { type CoderOptions, loadCoder } from "../../coder.ts";
import { openLedger } from "../../ledger/index.ts";
import { type Effects, INTERRUPTED } from "../effects.ts";
import { intakeInWords, takeIn } from "../intake.ts";
import { nothingPiped } from "../sources.ts";

export interface AddOptions extends CoderOptions {
  readonly ledger: string;
  readonly date?: string;
  readonly threads?: number;
}

/** `multivector add`: reads, codes and stores documents; what is stored already is passed over. */
export async function add(paths: readonly string[], options: AddOptions, effects: Effects): Promise<number> {
  if (paths.includes("-") && effects.inputIsTerminal) throw nothingPiped();
  const ledger = await openLedger(options.ledger);
  try {
    const coder = loadCoder(options);
    const intake = await takeIn(paths, options, { ledger, coder, effects });
    await effects.out.write(`${options.ledger}: ${intakeInWords(intake)}\n`);
    return intake.interrupted ? INTERRUPTED : intake.exitCode;
  } finally {
    await ledger.close();
  }
}
