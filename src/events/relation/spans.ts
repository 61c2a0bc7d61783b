import type { ActorMention } from "../../actors/index.ts";
import { conjuncts, subtree, type Tree, token } from "../syntax/tree.ts";

/** Stand-ins for the two parties, whoever they are: what is learned is what one does to the other. */
export const SOURCE = "@source";
export const TARGET = "@target";

/** A party of the pair in one sentence: its tokens and the one that heads them. */
export interface PairSpan {
  readonly head: number;
  readonly tokens: readonly number[];
}

/** The tokens of the words from `start` to `end`, or null where they are not in this sentence. */
export function spanIn(tree: Tree, start: number, end: number): PairSpan | null {
  const tokens = tree.tokens.flatMap((word, at) => (word.start < end && word.end > start ? [at] : []));
  if (tokens.length === 0) return null;
  const within = new Set(tokens);
  const head = tokens.find((at) => !within.has(token(tree, at).head)) ?? tokens[0] ?? 0;
  return { head, tokens };
}

/** The pair as mentions of actors, so that frames can be matched on them. */
export function pairMentions(
  tree: Tree,
  source: PairSpan | null,
  target: PairSpan | null,
): ReadonlyMap<number, readonly ActorMention[]> {
  const mentions = new Map<number, ActorMention[]>();
  for (const [span, actor] of [
    [source, SOURCE],
    [target, TARGET],
  ] as const) {
    if (span === null) continue;
    const words = span.tokens.map((at) => token(tree, at));
    const start = Math.min(...words.map((word) => word.start));
    const end = Math.max(...words.map((word) => word.end));
    mentions.set(span.head, [
      ...(mentions.get(span.head) ?? []),
      {
        start,
        end,
        text: actor,
        actor,
        sector: "GOV",
        name: actor,
        kind: "name",
        role: "who",
        sentence: tree.index,
        token: span.head,
        why: "given",
      },
    ]);
  }
  return mentions;
}

/** Every token of both parties: their own words say nothing of what is done. */
export function masked(tree: Tree, ...spans: readonly (PairSpan | null)[]): ReadonlySet<number> {
  return new Set(
    spans.flatMap((span) =>
      span === null
        ? []
        : [
            ...span.tokens,
            ...conjuncts(tree, span.head).flatMap((at) => (at === span.head ? [at] : subtree(tree, at))),
          ],
    ),
  );
}
