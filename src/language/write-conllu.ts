import type { ConlluMultiword, ConlluSentence } from "./conllu.ts";
import { isParted } from "./tokenizer.ts";
import type { Sentence, Token } from "./tree.ts";

export interface WriteConlluOptions {
  /** What sentence ids begin with: "d-1", "d-2" … ; without it they are numbers. */
  readonly document?: string;
  /** Sentences as `readConllu` gave them, to keep their comments and multiword tokens. */
  readonly given?: readonly ConlluSentence[];
}

/**
 * Sentences as CoNLL-U that validates: `# sent_id`, `# text`, multiword tokens, `SpaceAfter`; token offsets and arc
 * probabilities stand in MISC. Offsets are UTF-16 indices into `text`.
 */
export function writeConllu(
  sentences: readonly Sentence[],
  text: string,
  { document, given }: WriteConlluOptions = {},
): string {
  return sentences
    .map((sentence, index) => {
      const source = given?.[index];
      const multiwords = source?.multiwords ?? multiwordsOf(sentence.tokens);
      const id = document === undefined ? `${index + 1}` : `${document}-${index + 1}`;
      return `${[
        ...commentsOf(source, id, text.slice(sentence.start, sentence.end)),
        ...linesOf(sentence.tokens, multiwords),
      ].join("\n")}\n\n`;
    })
    .join("");
}

/** A sentence as a record for a line of JSON, offsets in UTF-16 units of `text`; heads count from 1, 0 is the root. */
export function sentenceRecord({ start, end, tokens }: Sentence, text: string): object {
  return {
    start,
    end,
    text: text.slice(start, end),
    tokens: tokens.map(({ head, ...token }, at) => ({ id: at + 1, ...token, head: head + 1 })),
  };
}

function commentsOf(source: ConlluSentence | undefined, id: string, text: string): string[] {
  const kept = source?.comments.filter((comment) => !/^#\s*text\s*=/.test(comment)) ?? [];
  return [
    ...kept,
    ...(kept.some((comment) => /^#\s*sent_id\s*=/.test(comment)) ? [] : [`# sent_id = ${id}`]),
    `# text = ${text.replace(/\s+/g, " ")}`,
  ];
}

/** Words that touch and that the tokenizer parts from one written word: "do" and "n't", "can" and "not". */
function multiwordsOf(tokens: readonly Token[]): ConlluMultiword[] {
  const found: ConlluMultiword[] = [];
  for (let at = 1; at < tokens.length; at++) {
    const [before, after] = [tokens[at - 1] as Token, tokens[at] as Token];
    if (before.end !== after.start || !isParted(before.form, after.form)) continue;
    const open = found.at(-1);
    if (open !== undefined && open.last === at)
      found[found.length - 1] = { first: open.first, last: at + 1, form: open.form + after.form };
    else found.push({ first: at, last: at + 1, form: before.form + after.form });
  }
  return found;
}

function linesOf(tokens: readonly Token[], multiwords: readonly ConlluMultiword[]): string[] {
  const starts = new Map(multiwords.map((multiword) => [multiword.first, multiword]));
  let inside = 0;
  return tokens.flatMap((token, at) => {
    const multiword = starts.get(at + 1);
    if (multiword !== undefined) inside = multiword.last;
    const touches = (last: number): string[] =>
      tokens[last] !== undefined && tokens[last].start === tokens[last - 1]?.end ? ["SpaceAfter=No"] : [];
    const misc = [
      ...(at + 1 > inside ? touches(at + 1) : []),
      `TokenRange=${token.start}:${token.end}`,
      `ArcProb=${token.headProbability.toFixed(3)}`,
    ].join("|");
    const line = [
      at + 1,
      clean(token.form),
      clean(token.lemma),
      token.upos,
      token.xpos,
      token.feats || "_",
      token.head + 1,
      token.deprel,
      "_",
      misc,
    ].join("\t");
    if (multiword === undefined) return [line];
    const { first, last, form } = multiword;
    const after = touches(last)[0] ?? "_";
    return [`${first}-${last}\t${clean(form)}\t_\t_\t_\t_\t_\t_\t_\t${after}`, line];
  });
}

/** CoNLL-U allows spaces in a form but neither tabs nor line breaks, nor an empty one. */
function clean(form: string): string {
  return form.replace(/\s+/g, " ") || "_";
}
