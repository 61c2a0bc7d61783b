import { type Command, Option } from "commander";
import type { ActorsOptions } from "./commands/actors.ts";
import type { CodeOptions } from "./commands/code.ts";
import type { ParseOptions } from "./commands/parse.ts";
import type { Effects } from "./effects.ts";
import type { Finish } from "./finish.ts";
import { actorsOption, dateOption, doubtfulOption, threadsOption } from "./options.ts";

/** The commands that work on text alone, without a ledger. */
export function addTextCommands(program: Command, effects: Effects, finish: Finish): void {
  program
    .command("code")
    .summary("text in, events and ties out")
    .description(
      "Code texts into events and ties and print them, one per line. Reads .txt, .md, .html and .jsonl files, folders " +
        "of them, and standard input (-), where JSONL lines {id, text, date?, title?} keep their id.",
    )
    .argument("[paths...]", "files, folders or - for standard input", ["-"])
    .addOption(new Option("--format <format>", "output").choices(["jsonl", "csv", "table"]).default("jsonl"))
    .addOption(dateOption())
    .addOption(actorsOption())
    .addOption(doubtfulOption())
    .addOption(threadsOption())
    .option("--explain", "print instead how each sentence was read and which frames were tried")
    .action(async (paths: string[], options: CodeOptions) => {
      const { code } = await import("./commands/code.ts");
      finish(await code(paths, options, effects));
    });
  program
    .command("relate")
    .summary("what a text says one party does to another")
    .description(
      "For each JSONL line {id, text, source_text, target_text}, print {id, type, modality, confidence, rule}: " +
        "the PLOVER type of what the text says the source does to the target.",
    )
    .argument("[files...]", "JSONL files, or - for standard input", ["-"])
    .addOption(actorsOption())
    .action(async (paths: string[], options: ActorsOptions) => {
      const { relatePairs } = await import("./commands/relate.ts");
      finish(await relatePairs(paths, options, effects));
    });
  program
    .command("parse")
    .summary("sentences, tags and dependency trees")
    .description("Parse English text, or the words of a CoNLL-U file, into Universal Dependencies trees.")
    .argument("[files...]", "files, or - for standard input", ["-"])
    .addOption(
      new Option("--input <format>", "how to read them; auto goes by the file's name")
        .choices(["auto", "text", "jsonl", "conllu"])
        .default("auto"),
    )
    .addOption(new Option("--format <format>", "output").choices(["conllu", "jsonl"]).default("conllu"))
    .action(async (paths: string[], options: ParseOptions) => {
      const { parse } = await import("./commands/parse.ts");
      finish(await parse(paths, options, effects));
    });
  program
    .command("actors")
    .summary("the states and organisations meant in a text")
    .description(
      "For each JSONL line {id, text, date, context?, outlet?}, print {id, actors}: who is meant, where, and why. The party a " +
        "bare phrase is about comes first; context says where it was written: 'Mexican'; outlet " +
        "who publishes it: in a government's own words 'we' is that government.",
    )
    .argument("[files...]", "JSONL files, or - for standard input", ["-"])
    .addOption(actorsOption())
    .action(async (paths: string[], options: ActorsOptions) => {
      const { actors } = await import("./commands/actors.ts");
      finish(await actors(paths, options, effects));
    });
  program
    .command("dates")
    .summary("the date expressions in a text, with the days they mean")
    .description(
      "For each JSONL line {id, text, date}, print {id, dates}: each expression with its offsets and first and last " +
        "day. Without a date, relative expressions are left out.",
    )
    .argument("[files...]", "JSONL files, or - for standard input", ["-"])
    .action(async (paths: string[]) => {
      const { dates } = await import("./commands/dates.ts");
      finish(await dates(paths, effects));
    });
}
