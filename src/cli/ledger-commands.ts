import { Argument, type Command, Option } from "commander";
import { DOMAINS } from "../vocabulary/domain.ts";
import type { AddOptions } from "./commands/add.ts";
import type { BriefOptions } from "./commands/brief.ts";
import type { CheckOptions } from "./commands/check.ts";
import type { DyadsOptions } from "./commands/dyads.ts";
import type { ExportOptions } from "./commands/export.ts";
import type { ImportOptions } from "./commands/import.ts";
import type { MeasureOptions } from "./commands/measure.ts";
import type { OpenOptions } from "./commands/open.ts";
import type { Effects } from "./effects.ts";
import type { Finish } from "./finish.ts";
import {
  actorsOption,
  dateOption,
  doubtfulOption,
  EXPORT_FORMATS,
  type ExportFormat,
  ledgerOption,
  portNumber,
  threadsOption,
  year,
} from "./options.ts";

/** The commands that fill, question and show a ledger. */
export function addLedgerCommands(program: Command, effects: Effects, finish: Finish): void {
  program
    .command("open")
    .summary("read, code, store, and show it all in the browser")
    .description(
      "Add documents to the ledger, print where the states in them stand, and serve briefs and documents on this " +
        "machine. Without paths, open the ledger as it is, or the examples that come with the package.",
    )
    .argument("[paths...]", "files, folders or - for standard input")
    .option(
      "--ledger <file>",
      "the ledger file (default: multivector.duckdb; for the examples, one of their own)",
    )
    .option("--examples", "without paths, take the examples even where there is a ledger")
    .addOption(dateOption())
    .addOption(actorsOption())
    .addOption(doubtfulOption())
    .addOption(threadsOption())
    .option("--state <state>", "the state to ask about (default: those found between great powers)")
    .option("--between <powers>", "the powers it stands between, such as RUS,CHN")
    .option("--since <when>", "year, month or day")
    .option("--until <when>", "year, month or day")
    .option("--no-serve", "end after the summary")
    .addOption(
      new Option("--port <number>", "port to serve on (default: the first free one from 7878)").argParser(
        portNumber,
      ),
    )
    .action(async (paths: string[], options: OpenOptions) => {
      const { open } = await import("./commands/open.ts");
      finish(await open(paths, options, effects));
    });
  program
    .command("add")
    .summary("read, code and store documents")
    .description(
      "Code documents and store them in the ledger, each in one step. It may be stopped at any time and run again: " +
        "documents that are stored are passed over.",
    )
    .argument("<paths...>", "files, folders or - for standard input")
    .addOption(ledgerOption())
    .addOption(dateOption())
    .addOption(actorsOption())
    .addOption(doubtfulOption())
    .addOption(threadsOption())
    .action(async (paths: string[], options: AddOptions) => {
      const { add } = await import("./commands/add.ts");
      finish(await add(paths, options, effects));
    });
  program
    .command("import")
    .summary("an open data set in its published format")
    .description(
      "Read files of an open data set in the form in which they are published, and store their rows.",
    )
    .argument("[set]", "the data set, such as un-votes; --list tells them all")
    .argument("[files...]", "its files")
    .option("--list", "tell what each set is, where people get it, its licence and how to cite it")
    .option("--release <name>", "the release the files are of, where their names do not say")
    .addOption(ledgerOption())
    .action(async (set: string | undefined, files: string[], options: ImportOptions) => {
      const { importData } = await import("./commands/import.ts");
      finish(await importData(set, files, options, effects));
    });
  questioned(program.command("measure"))
    .summary("level, tilt and evenness of a state between powers")
    .description("Measure where a state stands between powers, by domain and period, with intervals.")
    .addOption(new Option("--domain <domain>", "only this domain").choices(DOMAINS))
    .option(
      "--weights <weights>",
      "put domains into one number, security=2,economic=1, and tell how it moves under other weights",
    )
    .addOption(new Option("--format <format>", "output").choices(["table", "csv", "json"]).default("table"))
    .action(async (state: string, options: MeasureOptions) => {
      const { measure } = await import("./commands/measure.ts");
      finish(await measure(state, options, effects));
    });
  program
    .command("dyads")
    .summary("one measure for every pair of states and year")
    .description(
      "Compute a measure from imported open data for every dyad (or state) and year that they cover. A value that the " +
        "data do not give has no row: missing is never zero.",
    )
    .argument("[measure]", "the measure, such as un_kappa_sq, or an imported series; --list tells them all")
    .option("--list", "tell which measures there are")
    .addOption(new Option("--format <format>", "output").choices(["csv", "jsonl", "parquet"]).default("csv"))
    .option("--out <file>", "the file, for parquet")
    .option("--state <states>", "only these as the first state: BLR,KAZ")
    .option("--between <states>", "only these as the second: RUS,CHN")
    .addOption(new Option("--since <year>", "first year").argParser(year))
    .addOption(new Option("--until <year>", "last year").argParser(year))
    .option("--once", "each pair of a symmetric measure once, not both ways")
    .addOption(ledgerOption())
    .action(async (measure: string | undefined, options: DyadsOptions) => {
      const { printDyads } = await import("./commands/dyads.ts");
      finish(await printDyads(measure, options, effects));
    });
  program
    .command("check")
    .summary("what open data say of a claim")
    .description(
      "Say whether imported open data support a claim that a text states, contradict it or cannot decide it, and show the " +
        "rows. Without a claim, every claim in the ledger that data can answer.",
    )
    .argument("[claim]", "the claim in words: 'China is a key export market for Belarus.'")
    .addOption(new Option("--format <format>", "output").choices(["text", "jsonl"]).default("text"))
    .addOption(dateOption())
    .addOption(actorsOption())
    .addOption(ledgerOption())
    .action(async (claim: string | undefined, options: CheckOptions) => {
      const { check } = await import("./commands/check.ts");
      finish(await check(claim, options, effects));
    });
  program
    .command("export")
    .summary("records, network or citations in a format of your choice")
    .description(
      "Write events and ties (jsonl, csv, parquet), the network of actors they make (gexf, graphml), or the documents " +
        "they come from (bibtex, csl-json). Without filters, everything that stands in the ledger. A folder as --out " +
        "takes the whole ledger in jsonl or parquet, documents, corrections and open data too, a file for each table.",
    )
    .addArgument(new Argument("<format>", "the format").choices(EXPORT_FORMATS))
    .option("--out <file>", "write to this file, or tables to this folder/, instead of standard output")
    .option("--state <actor>", "records in which it takes part, by code or name")
    .option("--between <actors>", "and at least one of these")
    .option("--since <when>", "year, month or day")
    .option("--until <when>", "year, month or day, included")
    .option("--domain <domain>", `one of ${DOMAINS.join(", ")}`)
    .option("--type <type>", "PLOVER type of an event")
    .option("--modality <modality>", "asserted, negated, planned, requested, conditional or reported")
    .option("--document <id>", "records of one document, by id or its beginning")
    .addOption(ledgerOption())
    .action(async (format: ExportFormat, options: ExportOptions) => {
      const { exportRecords } = await import("./commands/export.ts");
      finish(await exportRecords(format, options, effects));
    });
  questioned(program.command("brief"))
    .summary("the written answer, every statement cited")
    .description("Write the brief on where a state stands between powers.")
    .addOption(
      new Option("--format <format>", "output (default: by the name of --out, else md)").choices([
        "html",
        "md",
        "json",
      ]),
    )
    .option("--out <file>", "write it to this file")
    .action(async (state: string, options: BriefOptions) => {
      const { brief } = await import("./commands/brief.ts");
      finish(await brief(state, options, effects));
    });
}

/** The options by which a question is asked. */
function questioned(command: Command): Command {
  return command
    .argument("<state>", "the state, by code or name: BLR, Belarus")
    .requiredOption("--between <powers>", "two or more powers; the tilt is between the first two: RUS,CHN")
    .option("--since <when>", "year, month or day: 2016, 2016-05, 2016-05-31")
    .option("--until <when>", "year, month or day, included")
    .addOption(new Option("--by <step>", "periods").choices(["year", "all"]).default("year"))
    .option("--include <modalities>", "count these besides asserted events: planned,reported or all")
    .option("--half-life <days>", "days after which an event weighs half")
    .addOption(ledgerOption());
}
