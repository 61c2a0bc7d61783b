import type { z } from "zod";
import { Problem } from "../vocabulary/index.ts";

/** One line of a JSONL stream: its row, or what is wrong with it. Lines count from 1; empty ones are passed over. */
export type JsonLine<Row> =
  | { readonly is: "row"; readonly line: number; readonly row: Row }
  | { readonly is: "problem"; readonly line: number; readonly problem: Problem };

/** The longest line that is read, in bytes: a book is a tenth of it. */
export const LONGEST_LINE_BYTES = 32 * 2 ** 20;

/** Reads a JSONL stream line by line, as it comes. A line that is too long is passed over without being held. */
export async function* readJsonLines<Row>(
  input: AsyncIterable<Uint8Array>,
  schema: z.ZodType<Row>,
  longestBytes = LONGEST_LINE_BYTES,
): AsyncGenerator<JsonLine<Row>> {
  let number = 0;
  for await (const bytes of linesOf(input, longestBytes)) {
    number += 1;
    const read = bytes === null ? tooLong(longestBytes) : readLine(bytes, schema, number === 1);
    if (read instanceof Problem) yield { is: "problem", line: number, problem: read };
    else if (read !== null) yield { is: "row", line: number, row: read.row };
  }
}

/** The bytes of each line without its end; null for one that is too long. */
async function* linesOf(
  input: AsyncIterable<Uint8Array>,
  longestBytes: number,
): AsyncGenerator<Uint8Array | null> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input) {
    let from = 0;
    for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
      length += to - from;
      yield length > longestBytes ? null : Buffer.concat([...held, chunk.subarray(from, to)]);
      held = [];
      length = 0;
      from = to + 1;
    }
    length += chunk.length - from;
    if (length > longestBytes) held = [];
    else if (from < chunk.length) held.push(chunk.slice(from));
  }
  if (length > 0) yield length > longestBytes ? null : Buffer.concat(held);
}

function readLine<Row>(
  bytes: Uint8Array,
  schema: z.ZodType<Row>,
  first: boolean,
): { readonly row: Row } | Problem | null {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: !first }).decode(bytes);
  } catch (error) {
    return new Problem(
      "broken-text",
      "The line is not valid UTF-8.",
      "Write the stream in UTF-8, for example with iconv -t UTF-8.",
      { cause: error },
    );
  }
  if (text.trim() === "") return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return new Problem(
      "broken-data",
      `The line is not JSON: ${(error as Error).message}.`,
      "Write one JSON object per line, without line breaks inside it.",
      { cause: error },
    );
  }
  const result = schema.safeParse(parsed);
  if (result.success) return { row: result.data };
  const fields = result.error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.length === 0 ? "the line" : `"${path.join(".")}"`}: ${message}`);
  return new Problem(
    "broken-data",
    `The line does not have the fields it needs (${fields.join("; ")}).`,
    "Correct these fields; others may stay as they are.",
  );
}

function tooLong(longestBytes: number): Problem {
  return new Problem(
    "too-large",
    `The line is longer than ${Math.round(longestBytes / 2 ** 20)} MiB.`,
    "Cut the text into several lines, for example one per chapter or article.",
  );
}
