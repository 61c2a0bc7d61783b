import assert from "node:assert/strict";
import { test } from "node:test";
import { createProgram } from "./program.ts";

async function complaint(...args: string[]): Promise<string> {
  const written: string[] = [];
  const output = {
    write: async (text: string) => {
      written.push(text);
    },
    isTerminal: false,
    columns: 100,
  };
  const effects = { out: output, err: output } as unknown as Parameters<typeof createProgram>[0];
  await assert.rejects(createProgram(effects, () => undefined).parseAsync(args, { from: "user" }));
  return written.join("");
}

test("wrong use is answered with full sentences and what to do", async () => {
  const HELP = "\n  Run it with --help to see what it takes.\n";
  const said: readonly (readonly [string[], string])[] = [
    [["code", "--fromat", "csv"], "There is no option '--fromat'. Did you mean --format?"],
    [["cod"], "There is no command 'cod'. Did you mean code?"],
    [["measure", "BLR"], "The option '--between <powers>' is needed."],
    [["measure", "--between", "RUS,CHN"], "The argument 'state' is needed."],
    [
      ["code", "--date", "soon"],
      "'soon' does not fit option '--date <day>'. It has to be a day of the calendar, such as 2024-08-28, or a month, such as 2024-08.",
    ],
    [
      ["export", "xml"],
      "'xml' is not a 'format' that is known here. Allowed choices are jsonl, csv, parquet, gexf, graphml, bibtex, csl-json.",
    ],
  ];
  for (const [args, sentence] of said)
    assert.equal(await complaint(...args), `multivector: ${sentence}${HELP}`);
});
