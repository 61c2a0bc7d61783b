import {
  ConlluError,
  loadModel,
  type Model,
  type ParsedConllu,
  parseConllu,
  parse as parseText,
  sentenceRecord,
  writeConllu,
} from "../../language/index.ts";
import { Problem } from "../../vocabulary/index.ts";
import { complain } from "../complain.ts";
import { type Effects, INTERRUPTED } from "../effects.ts";
import { TextLine } from "../filter.ts";
import { readJsonLines } from "../json-lines.ts";
import { type Source, sourcesOf } from "../sources.ts";
import { peek, wholeText } from "../text-source.ts";

export interface ParseOptions {
  readonly input: "auto" | "text" | "jsonl" | "conllu";
  readonly format: "conllu" | "jsonl";
}

/** A text with its trees; `given` holds its CoNLL-U where its words were given and not found. */
interface Parsed extends Omit<ParsedConllu, "given"> {
  readonly id: string | number | null;
  readonly given: ParsedConllu["given"] | null;
}

/** `multivector parse`: sentences, tags and trees as CoNLL-U, or as JSONL with offsets into the text as given. */
export async function parse(
  paths: readonly string[],
  options: ParseOptions,
  effects: Effects,
): Promise<number> {
  const model = loadModel();
  let failed = 0;
  for (const source of sourcesOf(paths, effects)) {
    try {
      for await (const parsed of parsedFrom(source, options, model)) {
        if (effects.interruption.aborted) return INTERRUPTED;
        if ("problem" in parsed) {
          failed += 1;
          await complain(effects.err, parsed.problem, `${source.name}, line ${parsed.line}`);
        } else await effects.out.write(options.format === "conllu" ? asConllu(parsed) : asJsonLines(parsed));
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failed += 1;
      await complain(effects.err, error);
    }
  }
  return failed > 0 ? 1 : 0;
}

async function* parsedFrom(
  named: Source,
  options: ParseOptions,
  model: Model,
): AsyncGenerator<Parsed | { readonly line: number; readonly problem: Problem }> {
  const { first, source } = await peek(named);
  const input = inputOf(source, first, options);
  if (input === "jsonl") {
    for await (const read of readJsonLines(source.bytes, TextLine)) {
      if (read.is === "problem") {
        yield read;
        continue;
      }
      const { id, text } = read.row;
      yield { id: id ?? null, text, sentences: parseText(text, model), given: null };
    }
    return;
  }
  const text = await wholeText(source);
  if (input === "text") {
    yield { id: null, text, sentences: parseText(text, model), given: null };
    return;
  }
  yield { id: null, ...parseGivenWords(text, source.name, model) };
}

function inputOf(
  { name }: Source,
  first: string | null,
  { input }: ParseOptions,
): Exclude<ParseOptions["input"], "auto"> {
  if (input !== "auto") return input;
  if (/\.jsonl$/i.test(name) || (name === "standard input" && first === "{")) return "jsonl";
  return /\.conllu$/i.test(name) ? "conllu" : "text";
}

function parseGivenWords(file: string, name: string, model: Model): ParsedConllu {
  try {
    return parseConllu(file, model);
  } catch (error) {
    if (!(error instanceof ConlluError)) throw error;
    throw new Problem(
      "broken-data",
      `${name} is not CoNLL-U: ${error.message}`,
      "Correct that line, or parse the file as plain text with --input text.",
      { cause: error },
    );
  }
}

function asConllu({ id, text, sentences, given }: Parsed): string {
  return writeConllu(sentences, text, {
    ...(id === null ? {} : { document: String(id) }),
    ...(given === null ? {} : { given }),
  });
}

function asJsonLines({ id, text, sentences }: Parsed): string {
  return sentences
    .map((sentence) => `${JSON.stringify({ id, ...sentenceRecord(sentence, text) })}\n`)
    .join("");
}
