import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { loadActorTables } from "./actors/index.ts";
import { type Coder, loadLexicon } from "./events/index.ts";
import { loadModel } from "./language/index.ts";
import type { CoderStamp } from "./ledger/index.ts";
import { packageVersion } from "./package-version.ts";
import { packageFile } from "./vocabulary/index.ts";

/** A coder with the stamp that every row it codes is stored under. */
export interface StampedCoder extends Coder {
  readonly stamp: CoderStamp;
}

/** What decides, besides the program itself, how a text is coded. */
export interface CoderOptions {
  /** Paths of TOML files with further actors. */
  readonly actors?: readonly string[];
  /** Keep readings that a careful coder would seldom accept. */
  readonly doubtful?: boolean;
}

/**
 * Loads the language model, the actor tables and the lexicon: about half a second, once for all documents. The
 * coder is never changed, but its model's working memory is not shared: load one per thread.
 *
 * Throws a `Problem` that names file and row where one of the further actors does not fit.
 */
export function loadCoder({ actors: extra = [], doubtful = false }: CoderOptions = {}): StampedCoder {
  return {
    model: loadModel(),
    tables: loadActorTables({ extra }),
    lexicon: loadLexicon(),
    doubtful,
    stamp: coderStamp({ actors: extra, doubtful }),
  };
}

/** The stamp of the coder that `loadCoder` would load, without loading it. */
export function coderStamp({ actors = [], doubtful = false }: CoderOptions = {}): CoderStamp {
  return { coder: packageVersion(), lexicon: `${wordsHash(actors)}${doubtful ? "+doubtful" : ""}` };
}

/** Tables that say how open data are read, how reports are joined into stories and how the coder is scored. */
const NOT_FOR_CODING = /^data\/(?:(?:indicators|scoring)\/|stories\.toml$)/;

/** SHA-256, first 16 hexadecimal digits, over everything besides code that decides how a text is coded. */
function wordsHash(extra: readonly string[]): string {
  const hash = createHash("sha256");
  const tables = filesIn("data/", /\.(toml|json)$/).filter((file) => !NOT_FOR_CODING.test(file));
  for (const file of [...tables, ...filesIn("models/", /\.bin$/)])
    hash.update(file).update(readFileSync(packageFile(file)));
  for (const file of extra) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** The files in a folder of the package and below it, in the same order on every machine. */
function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(packageFile(folder), { recursive: true, encoding: "utf8" })
    .filter((file) => ending.test(file))
    .map((file) => folder + file.replaceAll("\\", "/"))
    .sort();
}
