import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type ConlluSentence, readConllu } from "../src/language/conllu.ts";

/** A treebank sentence with the document it comes from. */
export interface Example extends ConlluSentence {
  readonly document: string;
}

/** News documents kept out of training, to measure on: those of GUM's news that make up the news set with GUM's dev. */
export const HELD_OUT_NEWS: ReadonlySet<string> = new Set(
  ["afghan", "ie9", "crane", "expo", "stampede", "lanterns"].map((name) => `GUM_news_${name}`),
);

/** GUM genres whose text may not be used commercially. */
const NOT_FREE = /^GUM_(fiction|whow|essay|letter|podcast)_/;

/** Where the treebanks lie: the folder given, else `../shared/data/ud` beside the checkout. Null where there is none. */
export function treebankFolder(given?: string): string | null {
  const folder = given ?? join(import.meta.dirname, "../../shared/data/ud");
  try {
    return readdirSync(folder).some((file) => file.endsWith(".conllu.gz") || file.endsWith(".conllu"))
      ? folder
      : null;
  } catch {
    return null;
  }
}

/** Reads a treebank's part, such as `en_ewt-ud-dev`. */
export function readTreebank(folder: string, name: string): Example[] {
  const text = gunzipSync(readFileSync(join(folder, `${name}.conllu.gz`))).toString("utf8");
  let document = "";
  return readConllu(text).map((sentence) => {
    for (const comment of sentence.comments) {
      const id = /^# (?:newdoc id|sent_id) = (\S+)/.exec(comment)?.[1];
      if (id !== undefined) document = comment.startsWith("# newdoc") ? id : id.replace(/-\d+$/, "");
    }
    return { ...sentence, document };
  });
}

export interface Treebanks {
  readonly train: readonly Example[];
  readonly ewtDev: readonly Example[];
  readonly gumDev: readonly Example[];
  readonly news: readonly Example[];
}

/** The parts that the model is trained and measured on. Training is EWT and the freely licensed part of GUM without the held-out news. */
export function readTreebanks(folder: string): Treebanks {
  const gumTrain = readTreebank(folder, "en_gum-ud-train");
  const gumDev = readTreebank(folder, "en_gum-ud-dev");
  return {
    train: [
      ...readTreebank(folder, "en_ewt-ud-train"),
      ...gumTrain.filter(({ document }) => !NOT_FREE.test(document) && !HELD_OUT_NEWS.has(document)),
    ],
    ewtDev: readTreebank(folder, "en_ewt-ud-dev"),
    gumDev,
    news: [...gumDev, ...gumTrain].filter(
      ({ document }) =>
        HELD_OUT_NEWS.has(document) ||
        (gumDev.some((row) => row.document === document) && document.startsWith("GUM_news_")),
    ),
  };
}
