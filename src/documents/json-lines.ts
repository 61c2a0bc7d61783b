import { z } from "zod";
import type { Problem } from "../vocabulary/index.ts";
import { byteLines } from "./byte-lines.ts";
import { decodeBytes } from "./decode.ts";
import type { Draft } from "./draft.ts";
import { datelineOf } from "./masthead.ts";
import type { Place } from "./messages.ts";
import * as messages from "./messages.ts";

/** What one line of JSON Lines gave. */
export type LineReading =
  | { readonly is: "draft"; readonly line: number; readonly given: string | null; readonly draft: Draft }
  | { readonly is: "problem"; readonly line: number; readonly problem: Problem };

const Row = z.looseObject({ text: z.string() });
/** A first line that opens a value and does not close it, or opens a list. */
const ONE_VALUE = /^(?:\xef\xbb\xbf)?\s*(?:\{\s*$|\[)/;
const OPTIONAL = ["title", "outlet", "author", "url"] as const;

/**
 * Reads JSON Lines as they stream by: `{id?, text, date?, title?, outlet?, author?, url?}` on each line, a blank
 * one passed over. A line that cannot be read is a problem with its number; the lines after it are read all the same.
 */
export async function* draftsOfJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  limitBytes: number,
): AsyncGenerator<LineReading> {
  let awaiting = true;
  for await (const { number, bytes, length } of byteLines(chunks, limitBytes)) {
    const place: Place = { path, line: number };
    if (bytes === null) {
      yield { is: "problem", line: number, problem: messages.tooLarge(place, limitBytes, length) };
      continue;
    }
    if (awaiting && ONE_VALUE.test(Buffer.from(bytes.subarray(0, 200)).toString("latin1"))) {
      yield { is: "problem", line: number, problem: messages.oneJsonValue({ path, line: null }) };
      return;
    }
    const reading = readLine(bytes, place);
    awaiting &&= reading === null;
    if (reading !== null) yield { ...reading, line: number };
  }
}

function readLine(
  bytes: Uint8Array,
  place: Place,
): { is: "draft"; given: string | null; draft: Draft } | { is: "problem"; problem: Problem } | null {
  let written: string;
  try {
    written = decodeBytes(bytes, place, false).text;
  } catch (problem) {
    return { is: "problem", problem: problem as Problem };
  }
  if (written.trim() === "") return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(written);
  } catch (cause) {
    return { is: "problem", problem: messages.notJson(place, cause) };
  }
  const row = Row.safeParse(parsed);
  if (!row.success) return { is: "problem", problem: messages.noTextField(place) };
  const { text, id } = row.data;
  if (text.trim() === "") return { is: "problem", problem: messages.empty(place) };
  return {
    is: "draft",
    given: typeof id === "string" || typeof id === "number" ? String(id) : null,
    draft: draftOf(row.data),
  };
}

function draftOf(row: z.infer<typeof Row>): Draft {
  const wrong = OPTIONAL.filter(
    (name) => row[name] !== undefined && row[name] !== null && typeof row[name] !== "string",
  );
  const text = (name: (typeof OPTIONAL)[number]): string | null => {
    const value = row[name];
    return typeof value === "string" ? value : null;
  };
  const date = row["date"] ?? row["published"] ?? null;
  const dateline = datelineOf(row.text.trimStart());
  return {
    text: row.text,
    title: text("title"),
    outlet: text("outlet") ?? dateline?.outlet ?? null,
    author: text("author"),
    url: text("url"),
    dates: [date === null || date === "" ? null : String(date), dateline?.date ?? null].filter(
      (day) => day !== null,
    ),
    notes: wrong.map(messages.fieldIgnored),
  };
}
