import { readdir, realpath, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Problem } from "../vocabulary/index.ts";
import * as messages from "./messages.ts";

/** A file to be read, or why there is none. */
export type Found =
  | { readonly is: "file"; readonly path: string; readonly bytes: number }
  | { readonly is: "problem"; readonly path: string; readonly problem: Problem };

/**
 * The files under the paths in order: folders are walked in the order of their names, hidden files in them passed
 * over. A folder that links back to one it lies in is entered once. `-` stands for itself.
 *
 * @param except Files that are passed over where a folder holds them, such as the ledger that is being filled.
 */
export async function* filesUnder(
  paths: readonly string[],
  except: readonly string[] = [],
): AsyncGenerator<Found> {
  const passedOver = new Set(except.map((path) => resolve(path)));
  for (const path of paths) {
    if (path === "-") yield { is: "file", path, bytes: 0 };
    else yield* filesAt(path, null, passedOver);
  }
}

/** @param above The folders it was found in, outermost first; null where the path itself was given. */
async function* filesAt(
  path: string,
  above: readonly string[] | null,
  passedOver: ReadonlySet<string>,
): AsyncGenerator<Found> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) {
      const real = await realpath(path);
      if (above?.includes(real)) return;
      const names = (await readdir(path)).filter((name) => !name.startsWith(".")).sort();
      for (const name of names) yield* filesAt(join(path, name), [...(above ?? []), real], passedOver);
    } else if (above !== null && passedOver.has(resolve(path))) {
      return;
    } else if (status.isFile() || (above === null && (status.isFIFO() || status.isCharacterDevice())))
      yield { is: "file", path, bytes: status.size };
    else yield { is: "problem", path, problem: messages.notAFile(path) };
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : null;
    const missing = code === "ENOENT" || code === "ENOTDIR";
    yield {
      is: "problem",
      path,
      problem: missing ? messages.notFound(path) : messages.unreadable(path, cause),
    };
  }
}
