import { existsSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type CoderOptions, loadCoder } from "../../coder.ts";
import { openLedger } from "../../ledger/index.ts";
import type { BalanceQuestion } from "../../measures/index.ts";
import { mainPowers, worthAsking } from "../../server/balancing.ts";
import { createApp, openReadingRoom, serveLocally } from "../../server/index.ts";
import { readQuestion } from "../../server/question.ts";
import type { Holdings } from "../../server/reading-room.ts";
import { Problem, packageFile } from "../../vocabulary/index.ts";
import { type Effects, INTERRUPTED } from "../effects.ts";
import { intakeInWords, takeIn } from "../intake.ts";
import { DEFAULT_LEDGER } from "../options.ts";
import { nothingPiped } from "../sources.ts";
import { styleFor } from "../style.ts";
import { summary } from "../summary.ts";

export interface OpenOptions extends CoderOptions {
  readonly ledger?: string;
  readonly examples?: boolean;
  readonly date?: string;
  readonly threads?: number;
  readonly state?: string;
  readonly between?: string;
  readonly since?: string;
  readonly until?: string;
  readonly serve: boolean;
  readonly port?: number;
}

const EXAMPLES_LEDGER = "multivector-examples.duckdb";
const STATES_SHOWN = 4;

/** `multivector open`: adds documents, says what is known, and serves briefs and documents until it is stopped. */
export async function open(
  paths: readonly string[],
  options: OpenOptions,
  effects: Effects,
): Promise<number> {
  const { out, err, environment, interruption } = effects;
  if (paths.includes("-") && effects.inputIsTerminal) throw nothingPiped();
  if ((options.state === undefined) !== (options.between === undefined))
    throw new Problem(
      "usage",
      "A question names a state and the powers it stands between, but only one of the two is given.",
      "Give both, such as --state BLR --between RUS,CHN, or neither.",
    );
  const { inputs, ledgerPath } = whatToOpen(paths, options);
  const style = styleFor(out, environment);
  const ledger = await openLedger(ledgerPath);
  try {
    const coder = loadCoder(options);
    const intake = await takeIn(inputs, options, { ledger, coder, effects });
    if (intake.interrupted) {
      await out.write(`${ledgerPath}: ${intakeInWords(intake)}\n`);
      return INTERRUPTED;
    }
    if (inputs.length > 0) await err.write(`multivector: ${ledgerPath}: ${intakeInWords(intake)}\n`);
    const room = openReadingRoom(ledger, coder.tables);
    const holdings = await room.holdings();
    const questions = questionsFor(holdings, options, coder.tables);
    await out.write(summary(holdings, questions, { tables: coder.tables, style, width: out.columns }));
    if (!options.serve) {
      await out.write(`\n${commandLines(questions, ledgerPath)}\n`);
      return intake.exitCode;
    }
    const served = await serveLocally(createApp({ room, stamp: coder.stamp }), options.port ?? null);
    await out.write(`\n${addressLines(questions, served.address)}\n`);
    await untilInterrupted(interruption);
    await served.close();
    return intake.exitCode;
  } finally {
    await ledger.close();
  }
}

/** Documents to add, and the ledger for them: examples have a ledger of their own and never mix with a person's work. */
function whatToOpen(
  paths: readonly string[],
  { ledger, examples = false }: OpenOptions,
): { readonly inputs: readonly string[]; readonly ledgerPath: string } {
  if (paths.length > 0) return { inputs: paths, ledgerPath: ledger ?? DEFAULT_LEDGER };
  const own = ledger ?? DEFAULT_LEDGER;
  if (!examples && (ledger !== undefined || existsSync(own))) return { inputs: [], ledgerPath: own };
  return {
    inputs: [relative("", fileURLToPath(packageFile("examples"))) || "."],
    ledgerPath: ledger ?? EXAMPLES_LEDGER,
  };
}

function questionsFor(
  { balancing }: Holdings,
  { state, between, since, until }: OpenOptions,
  tables: Parameters<typeof readQuestion>[1],
): BalanceQuestion[] {
  const period = { since, until, by: "all" };
  if (state !== undefined && between !== undefined)
    return [readQuestion({ state, between, ...period }, tables)];
  return worthAsking(balancing)
    .slice(0, STATES_SHOWN)
    .map((found) =>
      readQuestion({ state: found.state, between: mainPowers(found).join(","), ...period }, tables),
    );
}

function commandLines(questions: readonly BalanceQuestion[], ledger: string): string {
  const briefs = questions.map(
    ({ state, powers }) =>
      `   multivector brief ${state} --between ${powers.join(",")} --ledger ${ledger} --out ${state}.html`,
  );
  return [
    ...(briefs.length > 0 ? [" Write the brief:", ...briefs] : []),
    ` Browse it all: multivector open --ledger ${ledger}`,
  ].join("\n");
}

function addressLines(questions: readonly BalanceQuestion[], address: string): string {
  const briefs = questions.map(
    ({ state, powers }) => `   ${address}/brief/${state}?between=${powers.join(",")}`,
  );
  return [
    ...(briefs.length > 0 ? [briefs.length === 1 ? " The brief:" : " The briefs:", ...briefs] : []),
    ` All documents, events and ties: ${address}/`,
    " Ctrl-C stops the server.",
  ].join("\n");
}

function untilInterrupted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
