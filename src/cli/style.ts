import type { Output } from "./output.ts";

/** Terminal emphasis; every function returns its text unchanged where the output takes none. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly underline: (text: string) => string;
}

/** Emphasis for a terminal, none for a pipe, a dumb terminal or where `NO_COLOR` is set (no-color.org). */
export function styleFor(output: Output, environment: Readonly<Record<string, string | undefined>>): Style {
  const plain = !output.isTerminal || (environment.NO_COLOR ?? "") !== "" || environment.TERM === "dumb";
  const wrap = (on: number, off: number) => (text: string) =>
    plain || text === "" ? text : `\u001b[${on}m${text}\u001b[${off}m`;
  return { bold: wrap(1, 22), dim: wrap(2, 22), underline: wrap(4, 24) };
}
