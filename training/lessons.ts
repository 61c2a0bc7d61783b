import type { TrainedModel } from "../src/language/model-file.ts";
import { silverSentences } from "./silver.ts";
import { type Lesson, lessonOf, mixed, type Target } from "./target.ts";
import { createTeachers } from "./teachers.ts";
import type { Treebanks } from "./treebank.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How far a treebank's own answer counts where teachers were asked too; theirs is the rest. */
const OWN_ANSWER = 0.6;
const ASKED_TOGETHER = 40;

/** What is to be learned: the treebanks, and, where there are teachers, sentences of the raw news with their answers. */
export interface Lessons {
  readonly gold: readonly Lesson[];
  readonly silver: readonly Lesson[];
}

/**
 * Lessons from the treebanks alone, or softened by what several models together say of them, beside `count` sentences of
 * raw news which these models have parsed.
 */
export async function lessonsOf(
  treebanks: Treebanks,
  vocabulary: Vocabulary,
  models: readonly TrainedModel[],
  news: { readonly corpus: string | null; readonly count: number; readonly seed: number },
  say: (line: string) => void,
): Promise<Lessons> {
  const gold = treebanks.train.map((example) => lessonOf(example, vocabulary));
  if (models.length === 0) return { gold, silver: [] };
  const ask = createTeachers(models);
  const answers = (
    sentences: readonly (readonly string[])[],
    trees: readonly (Int32Array | null)[],
  ): Target[] => {
    const targets: Target[] = [];
    for (let from = 0; from < sentences.length; from += ASKED_TOGETHER) {
      const to = from + ASKED_TOGETHER;
      targets.push(...ask(sentences.slice(from, to), trees.slice(from, to)));
      if (from % (ASKED_TOGETHER * 50) === 0) say(`${from} of ${sentences.length} sentences answered`);
    }
    return targets;
  };
  say("Asking the teachers about the treebanks …");
  const ofGold = answers(
    gold.map(({ words }) => words.map(({ form }) => form)),
    gold.map(({ target }) => target.tree),
  );
  const sentences =
    news.corpus === null ? [] : await silverSentences(news.corpus, treebanks, news.count, news.seed);
  say("Asking the teachers about raw news …");
  const ofNews = answers(
    sentences,
    sentences.map(() => null),
  );
  return {
    gold: gold.map(({ words, target }, at) => ({ words, target: softened(target, ofGold[at] as Target) })),
    silver: sentences.map((forms, at) => answered(forms, ofNews[at] as Target, vocabulary)),
  };
}

function softened(own: Target, taught: Target): Target {
  return {
    tags: mixed(own.tags, taught.tags, OWN_ANSWER),
    heads: mixed(own.heads, taught.heads, OWN_ANSWER),
    tree: own.tree,
    labels: mixed(own.labels, taught.labels, OWN_ANSWER),
  };
}

/** A sentence as a treebank would have it, with the likeliest tags. */
function answered(forms: readonly string[], target: Target, { tags }: Vocabulary): Lesson {
  const words = forms.map((form, at) => {
    const { starts, numbers, shares } = target.tags;
    let best = starts[at] as number;
    for (let other = best; other < (starts[at + 1] as number); other++)
      if ((shares[other] as number) > (shares[best] as number)) best = other;
    const [upos = "X", xpos = "FW"] = (tags[numbers[best] as number] ?? "").split("|");
    const head = target.tree[at] as number;
    return { form, lemma: "_", upos, xpos, feats: "_", head, deprel: "_", spaceAfter: true };
  });
  return { words, target };
}
