/**
 * Renews the second half of `docs/cli.md`, the commands with their options, from the command line itself.
 * `npx tsx docs/cli.ts` prints the page; `npx tsx docs/cli.ts --write` renews the file.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Argument, Command, Option } from "commander";
import type { Effects } from "../src/cli/effects.ts";
import { createProgram } from "../src/cli/program.ts";

export const CLI_PAGE = new URL("cli.md", import.meta.url);
const MARK = "<!-- from here on the page is made by npx tsx docs/cli.ts --write -->";

/** The page as it should be: what was written by hand, then every command as the program knows it. */
export function cliPage(page: string): string {
  const written = page.split(MARK)[0] ?? "";
  const silent = { write: async () => undefined, isTerminal: false, columns: 100 };
  const effects = { out: silent, err: silent } as unknown as Effects;
  const { commands } = createProgram(effects, () => undefined);
  return [`${written}${MARK}`, "", ...commands.flatMap(section)].join("\n");
}

function section(command: Command): string[] {
  const options = command.options.filter((option) => !option.hidden).map(optionRow);
  return [
    `## ${command.name()}`,
    "",
    "```",
    `multivector ${command.name()} ${command.usage()}`,
    "```",
    "",
    command.description().replaceAll("{", "`{").replaceAll("}", "}`"),
    "",
    ...table("argument", command.registeredArguments.map(argumentRow)),
    ...table("option", options),
  ];
}

function table(title: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : [`| ${title} | is |`, "| --- | --- |", ...rows, ""];
}

function argumentRow(argument: Argument): string {
  return `| \`${argument.name()}\` | ${argument.description}${choices(argument.argChoices)}${preset(argument.defaultValue)} |`;
}

function optionRow({ flags, description, argChoices, defaultValue, negate }: Option): string {
  return `| \`${flags}\` | ${description}${choices(argChoices)}${negate ? "" : preset(defaultValue)} |`;
}

function choices(all: readonly string[] | undefined): string {
  return all === undefined ? "" : `: ${all.map((choice) => `\`${choice}\``).join(", ")}`;
}

function preset(value: unknown): string {
  return value === undefined ? "" : ` (unless said: \`${Array.isArray(value) ? value.join(" ") : value}\`)`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const page = cliPage(readFileSync(CLI_PAGE, "utf8"));
  if (process.argv.includes("--write")) writeFileSync(CLI_PAGE, page);
  else process.stdout.write(page);
}
