import { z } from "zod";
import { CONTEXTS, type Context, readTable } from "../vocabulary/index.ts";
import { relation, subtree, type Tree, token } from "./syntax/tree.ts";

const Table = z.strictObject({
  context: z.array(
    z.strictObject({
      name: z.enum(CONTEXTS),
      strong: z.array(z.string()),
      weak: z.array(z.string()).optional(),
    }),
  ),
});

interface ContextWords {
  /** By last word: the context, how much the phrase weighs, and the words before the last. */
  readonly byLast: ReadonlyMap<
    string,
    readonly { readonly context: Context; readonly weight: number; readonly before: readonly string[] }[]
  >;
}

const words = read();

function read(): ContextWords {
  const byLast = new Map<string, { context: Context; weight: number; before: string[] }[]>();
  for (const { name, strong, weak } of readTable("data/lexicon/contexts.toml", Table).context) {
    for (const [list, weight] of [
      [strong, 1],
      [weak ?? [], 0.5],
    ] as const) {
      for (const phrase of list) {
        const parts = phrase.toLowerCase().split(/[_ ]/);
        const last = parts.pop() ?? "";
        const rows = byLast.get(last);
        const row = { context: name, weight, before: parts };
        if (rows) rows.push(row);
        else byLast.set(last, [row]);
      }
    }
  }
  return { byLast };
}

/** Clauses that are not about the act itself. */
const OTHER_CLAUSES = new Set(["advcl", "parataxis", "ccomp"]);

/**
 * What an act is about, from the words of its own clause: one strong word decides, two weak ones do.
 * Contexts that the frame fixes come first.
 */
export function contextsOf(
  tree: Tree,
  heads: readonly number[],
  fixed: readonly Context[],
): readonly Context[] {
  const weights = new Map<Context, number>();
  const seen = new Set<string>();
  for (const at of clauseTokens(tree, heads)) {
    for (const key of new Set([token(tree, at).lemma.toLowerCase(), token(tree, at).form.toLowerCase()])) {
      for (const { context, weight, before } of words.byLast.get(key) ?? []) {
        const fits = before.every((word, index) => {
          const previous = tree.tokens[at - before.length + index];
          return (
            previous !== undefined &&
            (previous.lemma.toLowerCase() === word || previous.form.toLowerCase() === word)
          );
        });
        const mark = `${context}:${at}`;
        if (!fits || seen.has(mark)) continue;
        seen.add(mark);
        weights.set(context, (weights.get(context) ?? 0) + weight);
      }
    }
  }
  const found = [...weights].filter(([, weight]) => weight >= 1).map(([context]) => context);
  return [...new Set([...fixed, ...found])];
}

function clauseTokens(tree: Tree, heads: readonly number[]): number[] {
  const skipped = new Set<number>();
  const all = new Set(heads.flatMap((head) => subtree(tree, head)));
  for (const at of all) {
    if (heads.includes(at)) continue;
    const other =
      OTHER_CLAUSES.has(relation(tree, at)) ||
      (relation(tree, at) === "conj" && token(tree, at).upos === "VERB") ||
      token(tree, at).deprel === "acl:relcl";
    if (other) for (const below of subtree(tree, at)) skipped.add(below);
  }
  return [...all].filter((at) => !skipped.has(at) || heads.includes(at)).sort((a, b) => a - b);
}
