import { type Model, parse, parseWords, type Sentence, type TokenSpan } from "../src/language/index.ts";
import type { Example } from "./treebank.ts";

/** A sentence of a treebank and what the model makes of its words. */
export interface Pair {
  readonly gold: Example;
  readonly ours: Sentence;
}

/** An F1 score in [0, 1] and how many there are in the treebank. */
export interface Score {
  readonly f1: number;
  readonly n: number;
}

/** Parses the words of a treebank. */
export function parsed(examples: readonly Example[], model: Model): Pair[] {
  let text = "";
  const sentences = examples.map(({ words }) =>
    words.map(({ form }): TokenSpan => {
      const start = text.length;
      text += form;
      const span = { start, end: text.length, punctuation: /^[\p{P}\p{S}]+$/u.test(form) };
      text += " ";
      return span;
    }),
  );
  return parseWords(text, sentences, model).map((ours, at) => ({ gold: examples[at] as Example, ours }));
}

/** Shares of words in [0, 1]. */
export interface WordScores {
  readonly words: number;
  readonly upos: number;
  readonly lemma: number;
  /** Both have the same tense, voice and number, or none. */
  readonly features: number;
  readonly uas: number;
  /** Head and relation right, the relation without its subtype. */
  readonly las: number;
}

export function wordScores(pairs: readonly Pair[]): WordScores {
  const right = { upos: 0, lemma: 0, features: 0, uas: 0, las: 0 };
  let words = 0;
  for (const { gold, ours } of pairs) {
    gold.words.forEach((word, at) => {
      const token = ours.tokens[at];
      if (token === undefined) return;
      words++;
      if (token.upos === word.upos) right.upos++;
      if (token.lemma.toLowerCase() === word.lemma.toLowerCase()) right.lemma++;
      if (main(token.feats) === main(word.feats)) right.features++;
      if (token.head + 1 !== word.head) return;
      right.uas++;
      if (bare(token.deprel) === bare(word.deprel)) right.las++;
    });
  }
  const share = (count: number): number => count / words;
  return {
    words,
    upos: share(right.upos),
    lemma: share(right.lemma),
    features: share(right.features),
    uas: share(right.uas),
    las: share(right.las),
  };
}

function main(features: string): string {
  return features
    .split("|")
    .filter((feature) => /^(Tense|Voice|Number)=/.test(feature))
    .join("|");
}

function bare(relation: string): string {
  return relation.split(":")[0] ?? relation;
}

interface Arc {
  readonly at: number;
  readonly head: number;
  readonly relation: string;
  readonly upos: string;
  readonly form: string;
}

type Side = "gold" | "ours";

function arcs(side: Side, { gold, ours }: Pair): Arc[] {
  if (side === "gold")
    return gold.words.map(({ head, deprel, upos, form }, at) => ({
      at,
      head: head - 1,
      relation: deprel,
      upos,
      form: form.toLowerCase(),
    }));
  return ours.tokens.map(({ head, deprel, upos, form }, at) => ({
    at,
    head,
    relation: deprel,
    upos,
    form: form.toLowerCase(),
  }));
}

function score(found: ReadonlySet<string>, gold: ReadonlySet<string>): Score {
  const right = [...found].filter((key) => gold.has(key)).length;
  return { f1: found.size + gold.size === 0 ? 0 : (2 * right) / (found.size + gold.size), n: gold.size };
}

/** Whole triples of a verb, its active subject and its object. */
export function tripleScore(pairs: readonly Pair[]): Score {
  const keys = (side: Side): Set<string> =>
    new Set(
      pairs.flatMap((pair, index) => {
        const all = arcs(side, pair);
        return all
          .filter(({ upos }) => upos === "VERB")
          .flatMap(({ at: verb }) => {
            const subject = all.find(({ head, relation }) => head === verb && relation === "nsubj");
            const object = all.find(({ head, relation }) => head === verb && relation === "obj");
            return subject && object ? [`${index}:${verb}:${subject.at}:${object.at}`] : [];
          });
      }),
    );
  return score(keys("ours"), keys("gold"));
}

/** Relations with their subtypes, head and relation right; `obl+case` also has its preposition, `neg` is where negators hang. */
export function relationScores(pairs: readonly Pair[]): ReadonlyMap<string, Score> {
  const gold = relationKeys(pairs, "gold");
  const ours = relationKeys(pairs, "ours");
  return new Map(
    [...gold].map(([relation, keys]) => [relation, score(ours.get(relation) ?? new Set(), keys)]),
  );
}

function relationKeys(pairs: readonly Pair[], side: Side): Map<string, Set<string>> {
  const byRelation = new Map<string, Set<string>>();
  const add = (relation: string, key: string): void => {
    const keys = byRelation.get(relation) ?? new Set<string>();
    byRelation.set(relation, keys.add(key));
  };
  pairs.forEach((pair, index) => {
    const all = arcs(side, pair);
    for (const { at, head, relation, form } of all) {
      add(relation, `${index}:${at}:${head}`);
      if (["not", "n't", "never", "no"].includes(form)) add("neg", `${index}:${at}:${head}`);
      if (bare(relation) !== "obl") continue;
      const preposition = all.find((arc) => arc.head === at && arc.relation === "case");
      if (preposition) add("obl+case", `${index}:${at}:${head}:${preposition.form}`);
    }
  });
  return byRelation;
}

/** Token and sentence F1 on the text of whole documents: a space between sentences, a blank line between paragraphs. */
export function segmentationScores(
  examples: readonly Example[],
  model: Model,
): { readonly tokens: Score; readonly sentences: Score } {
  const documents = new Map<string, Example[]>();
  for (const example of examples) {
    const document = documents.get(example.document) ?? [];
    document.push(example);
    documents.set(example.document, document);
  }
  const gold = { tokens: new Set<string>(), sentences: new Set<string>() };
  const ours = { tokens: new Set<string>(), sentences: new Set<string>() };
  for (const [name, document] of documents) {
    const { text, tokens, sentences } = writtenOut(document);
    for (const range of tokens) gold.tokens.add(`${name}:${range}`);
    for (const range of sentences) gold.sentences.add(`${name}:${range}`);
    for (const sentence of parse(text, model)) {
      ours.sentences.add(`${name}:${sentence.start}:${sentence.end}`);
      for (const { start, end } of sentence.tokens) ours.tokens.add(`${name}:${start}:${end}`);
    }
  }
  return { tokens: score(ours.tokens, gold.tokens), sentences: score(ours.sentences, gold.sentences) };
}

/** The text of a document, and the ranges of its tokens and sentences, as `start:end`. */
function writtenOut(document: readonly Example[]): { text: string; tokens: string[]; sentences: string[] } {
  let text = "";
  const tokens: string[] = [];
  const sentences: string[] = [];
  document.forEach(({ comments, words }, index) => {
    if (index > 0) text += comments.some((comment) => comment.startsWith("# newpar")) ? "\n\n" : " ";
    const start = text.length;
    words.forEach(({ form, spaceAfter }, at) => {
      tokens.push(`${text.length}:${text.length + form.length}`);
      text += form + (spaceAfter && at < words.length - 1 ? " " : "");
    });
    sentences.push(`${start}:${text.length}`);
  });
  return { text, tokens, sentences };
}
