import { counted } from "../brief/wording.ts";
import type { Output } from "./output.ts";

/** What readers should know of the documents they gave, gathered so that a thousand alike are one line. */
export interface Notes {
  readonly add: (path: string, notes: readonly string[]) => void;
  readonly write: (err: Output) => Promise<void>;
}

export function createNotes(): Notes {
  const paths = new Map<string, string[]>();
  return {
    add(path, notes) {
      for (const note of notes) paths.set(note, [...(paths.get(note) ?? []), path]);
    },
    async write(err) {
      for (const [note, [first = "", ...others]] of paths) {
        const more = others.length === 0 ? "" : ` and ${counted(others.length, "other")}`;
        await err.write(`multivector: ${first === "-" ? "standard input" : first}${more}: ${note}\n`);
      }
    },
  };
}
