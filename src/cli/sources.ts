import { createReadStream } from "node:fs";
import { Problem } from "../vocabulary/index.ts";
import type { Effects } from "./effects.ts";

/** A stream of bytes with the name by which a person knows it. */
export interface Source {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The streams behind paths; `-`, or no path, is standard input. */
export function sourcesOf(paths: readonly string[], effects: Effects): Source[] {
  return (paths.length === 0 ? ["-"] : paths).map((path) => {
    if (path !== "-") return { name: path, bytes: fileBytes(path) };
    if (effects.inputIsTerminal) throw nothingPiped();
    return { name: "standard input", bytes: effects.input };
  });
}

export function nothingPiped(): Problem {
  return new Problem(
    "usage",
    "Nothing is piped into standard input.",
    "Name a file, or pipe text in: cat article.txt | multivector code -",
  );
}

async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException);
  }
}

/** Why a file cannot be read, in words. */
export function unreadable(path: string, error: NodeJS.ErrnoException): Problem {
  const reasons: Readonly<Record<string, [string, string]>> = {
    ENOENT: ["There is no such file", "Check the path."],
    EACCES: ["You may not read it", "Ask its owner for permission to read it, or copy it to where you may."],
    EISDIR: ["It is a folder", "Name a file in it."],
  };
  const [reason, hint] = reasons[error.code ?? ""] ?? [
    error.message,
    "Check the file and the disk, and try again.",
  ];
  return new Problem("unreadable", `${path} cannot be read: ${reason}.`, hint, { cause: error });
}

/** Why a file cannot be written, in words. */
export function unwritable(path: string, error: Error): Problem {
  return new Problem(
    "unreadable",
    `${path} cannot be written: ${error.message.split("\n")[0]}.`,
    "Check that the folder exists and that you may write there.",
    { cause: error },
  );
}
