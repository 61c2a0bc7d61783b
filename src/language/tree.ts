/** Universal part-of-speech tags. */
export const UPOS = [
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
  "X",
] as const;
export type Upos = (typeof UPOS)[number];

/** A syntactic word with its place in the text and in the sentence's dependency tree. */
export interface Token {
  /** Exactly `text.slice(start, end)`. */
  readonly form: string;
  /** UTF-16 indices into the text that was parsed. */
  readonly start: number;
  readonly end: number;
  readonly lemma: string;
  readonly upos: Upos;
  /** Penn Treebank tag, which carries tense and number: VBD, VBN, NNS … */
  readonly xpos: string;
  /** Universal features, such as `Tense=Past|VerbForm=Fin`; empty where there are none. */
  readonly feats: string;
  /** Index of the head in the sentence's tokens; -1 for the root. */
  readonly head: number;
  /** Universal Dependencies relation with its subtype: `nsubj:pass`, `obl:agent`. */
  readonly deprel: string;
  /** Probability of the tag, in [0, 1]. */
  readonly tagProbability: number;
  /** Probability of the head, in [0, 1]. */
  readonly headProbability: number;
}

/** One sentence: a range of the text and its tokens in order. The tokens form a tree with exactly one root. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}
