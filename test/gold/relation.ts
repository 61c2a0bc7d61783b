import { probabilitiesOf } from "../../src/events/relation/classifier.ts";
import { BUCKETS, trainClassifier } from "../../training/relation-classifier.ts";
import {
  CLASSES,
  goldSentences,
  labelled,
  ownSentences,
  weighed,
} from "../../training/relation-sentences.ts";
import { shippedCoder } from "./coder.ts";
import { type Figures, SHARED } from "./material.ts";

const FOLDS = 5;

/**
 * Type of a given pair on PLV, 15 classes, five folds over clusters of near-identical sentences: what is measured on
 * was never trained on. Sentences of our own and of the other gold set are in every training part, unless their
 * cluster is held out.
 */
export function relationFigures(show?: (line: string) => void): Figures {
  if (SHARED === null) throw new Error("There is no folder ../shared beside the checkout.");
  const coder = shippedCoder();
  const read = (sentences: ReturnType<typeof ownSentences>) =>
    sentences.flatMap((sentence) => {
      const row = labelled(sentence, coder);
      return row === null ? [] : [{ ...row, sentence }];
    });
  const plv = read(goldSentences(SHARED, "plv.jsonl"));
  const others = read(goldSentences(SHARED, "plover_gsr_cameo.jsonl"));
  const own = read(ownSentences());
  const clusters = [...new Set(plv.map(({ sentence }) => sentence.cluster))].sort();
  const foldOf = new Map(clusters.map((cluster, at) => [cluster, at % FOLDS]));
  const judged: { readonly gold: string; readonly here: string }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = ({ sentence }: (typeof plv)[number]): boolean => foldOf.get(sentence.cluster) === fold;
    const learned = [...plv, ...others].filter((row) => !held(row));
    const classifier = trainClassifier(weighed(learned, own), CLASSES, BUCKETS);
    for (const row of plv.filter(held)) {
      const probabilities = probabilitiesOf(row.features, classifier);
      const here = CLASSES[probabilities.indexOf(Math.max(...probabilities))] ?? "";
      judged.push({ gold: row.label, here });
      if (here !== row.label)
        show?.(
          `${row.label} -> ${here} | ${row.sentence.source} | ${row.sentence.target} | ${row.sentence.text}`,
        );
    }
  }
  const scores = CLASSES.map((label) => {
    const right = judged.filter(({ gold, here }) => gold === label && here === label).length;
    const both =
      judged.filter(({ gold }) => gold === label).length + judged.filter(({ here }) => here === label).length;
    return both === 0 ? 0 : (2 * right) / both;
  });
  return {
    "plv macro F1, cross-validated": scores.reduce((sum, score) => sum + score, 0) / CLASSES.length,
    "plv accuracy, cross-validated": judged.filter(({ gold, here }) => gold === here).length / judged.length,
  };
}
