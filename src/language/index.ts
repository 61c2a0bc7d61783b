export {
  ConlluError,
  type ConlluMultiword,
  type ConlluSentence,
  type ConlluWord,
  readConllu,
  textOf,
} from "./conllu.ts";
export { isPastForm, lemmaByRule } from "./lemmas.ts";
export { loadModel, type Model, ModelError, readModel } from "./model-file.ts";
export { parse, parseWords } from "./parse.ts";
export { type ParsedConllu, parseConllu } from "./parse-conllu.ts";
export { splitSentences } from "./sentences.ts";
export { type Span as TokenSpan, tokenize } from "./tokenizer.ts";
export { type Sentence, type Token, UPOS, type Upos } from "./tree.ts";
export { sentenceRecord, type WriteConlluOptions, writeConllu } from "./write-conllu.ts";
