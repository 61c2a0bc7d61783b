import type { Command } from "commander";
import type { Effects } from "./effects.ts";
import type { Finish } from "./finish.ts";

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
}
