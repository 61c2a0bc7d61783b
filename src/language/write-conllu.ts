import type { Sentence } from "./tree.ts";

/** Sentences as CoNLL-U, with `# text`, token offsets and arc probabilities in MISC. Offsets count from the start of `text`. */
export function writeConllu(sentences: readonly Sentence[], text: string, document?: string): string {
  return sentences
    .map(({ start, end, tokens }, index) => {
      const id = document === undefined ? `${index + 1}` : `${document}-${index + 1}`;
      const lines = tokens.map((token, at) => {
        const next = tokens[at + 1];
        const misc = [
          ...(next !== undefined && next.start === token.end ? ["SpaceAfter=No"] : []),
          `TokenRange=${token.start}:${token.end}`,
          `ArcProb=${token.headProbability.toFixed(3)}`,
        ].join("|");
        return [
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
      });
      return [
        `# sent_id = ${id}`,
        `# text = ${text.slice(start, end).replace(/\s+/g, " ")}`,
        ...lines,
        "",
      ].join("\n");
    })
    .map((block) => `${block}\n`)
    .join("");
}

/** CoNLL-U allows spaces in a form but neither tabs nor line breaks, nor an empty one. */
function clean(form: string): string {
  return form.replace(/\s+/g, " ") || "_";
}
