import { Command } from "commander";
import { packageVersion } from "../package-version.ts";
import type { Effects } from "./effects.ts";
import type { Finish } from "./finish.ts";
import { addLedgerCommands } from "./ledger-commands.ts";
import { addRecordCommands } from "./record-commands.ts";
import { addTextCommands } from "./text-commands.ts";
import { usageMessage } from "./usage-message.ts";

/** The commands with their options. What a command does is imported only when it runs, so that `--help` is instant. */
export function createProgram(effects: Effects, finish: Finish): Command {
  const program = new Command("multivector")
    .description(
      "Reads news and open data and measures how a state balances between powers.\n" +
        "Every figure can be followed down to the words behind it.",
    )
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .showHelpAfterError("  Run it with --help to see what it takes.")
    .configureHelp({ helpWidth: Math.min(100, effects.out.columns) })
    .configureOutput({
      writeOut: (text) => void effects.out.write(text).catch(() => undefined),
      writeErr: (text) => void effects.err.write(text).catch(() => undefined),
      outputError: (text, write) => write(usageMessage(text)),
    })
    .exitOverride();
  addTextCommands(program, effects, finish);
  addLedgerCommands(program, effects, finish);
  addRecordCommands(program, effects, finish);
  return program;
}
