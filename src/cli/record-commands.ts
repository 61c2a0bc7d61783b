import { type Command, Option } from "commander";
import type { EvalOptions } from "./commands/eval.ts";
import type { Effects } from "./effects.ts";
import type { Finish } from "./finish.ts";
import { actorsOption } from "./options.ts";

/** The commands about the form of records and how well they come out. */
export function addRecordCommands(program: Command, effects: Effects, finish: Finish): void {
  program
    .command("schema")
    .summary("the JSON Schema of a record")
    .description("Print the JSON Schema of a record, or of all records by name.")
    .argument("[record]", "document, event, tie, observation or correction")
    .action(async (record: string | undefined) => {
      const { schema } = await import("./commands/schema.ts");
      finish(await schema(record, effects));
    });
  program
    .command("eval")
    .summary("score the coder against annotated articles")
    .description(
      "Code articles that a person has annotated, {id, text, date, events, relations} per line, and print how much of " +
        "the annotation comes out, and on the events found how often type, source, target, modality and date are right.",
    )
    .argument("<gold...>", "JSONL files of annotated articles, or - for standard input")
    .addOption(new Option("--format <format>", "output").choices(["table", "json"]).default("table"))
    .option("--show", "print also what was missed and what is in no annotation")
    .addOption(actorsOption())
    .action(async (paths: string[], options: EvalOptions) => {
      const { evaluate } = await import("./commands/eval.ts");
      finish(await evaluate(paths, options, effects));
    });
}
