import { type Document, Problem } from "../vocabulary/index.ts";

/** What is said of a document on which the coder itself failed: a mistake of the program, not of the text. */
export function uncodable(document: Document, cause: unknown): Problem {
  const { message, stack = "" } = cause instanceof Error ? cause : new Error(String(cause));
  const place = stack.split("\n").find((line) => line.trimStart().startsWith("at "));
  const name = document.title ?? document.url ?? document.id;
  return new Problem(
    "uncodable",
    `“${name}” could not be coded: ${message}${place === undefined ? "" : ` (${place.trim()})`}.`,
    "This should not have happened, and the other documents are coded all the same. Please report it with the text.",
    { cause },
  );
}
