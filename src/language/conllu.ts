/** A word of a CoNLL-U file as it stands there; `head` counts from 1, 0 is the root. */
export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  readonly head: number;
  readonly deprel: string;
  /** False where the file says `SpaceAfter=No`, or for all but the last part of a multiword token. */
  readonly spaceAfter: boolean;
}

export interface ConlluSentence {
  readonly comments: readonly string[];
  readonly words: readonly ConlluWord[];
}

/** A line that is not CoNLL-U; the message says which. */
export class ConlluError extends Error {}

/**
 * Reads CoNLL-U. Multiword tokens are kept as their words, empty nodes are left out.
 * Throws a `ConlluError` with the line number where a line has not ten columns or a head is no number.
 */
export function readConllu(text: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let comments: string[] = [];
  let words: ConlluWord[] = [];
  let multiword: { readonly last: number; readonly spaceAfter: boolean } | null = null;
  const finish = (): void => {
    if (words.length > 0) sentences.push({ comments, words });
    comments = [];
    words = [];
    multiword = null;
  };
  text.split(/\r?\n/).forEach((line, index) => {
    if (line === "") return finish();
    if (line.startsWith("#")) {
      comments.push(line);
      return;
    }
    const columns = line.split("\t");
    if (columns.length !== 10)
      throw new ConlluError(
        `Line ${index + 1} has ${columns.length} columns; CoNLL-U has ten, parted by tabs.`,
      );
    const [
      id = "",
      form = "",
      lemma = "",
      upos = "",
      xpos = "",
      feats = "",
      head = "",
      deprel = "",
      ,
      misc = "",
    ] = columns;
    const spaceAfter = !misc.split("|").includes("SpaceAfter=No");
    if (id.includes(".")) return;
    if (id.includes("-")) {
      multiword = { last: Number(id.split("-")[1]), spaceAfter };
      return;
    }
    const number = Number(id);
    const inside = multiword !== null && number <= multiword.last;
    const after =
      inside && multiword !== null ? number === multiword.last && multiword.spaceAfter : spaceAfter;
    const parsedHead = head === "_" ? 0 : Number(head);
    if (!Number.isInteger(parsedHead))
      throw new ConlluError(`Line ${index + 1} has the head "${head}", which is no number.`);
    words.push({
      form,
      lemma,
      upos,
      xpos,
      feats: feats === "_" ? "" : feats,
      head: parsedHead,
      deprel,
      spaceAfter: after,
    });
  });
  finish();
  return sentences;
}

/** The text that sentences were written from: words with their spaces, a space between sentences. */
export function textOf(sentence: ConlluSentence): string {
  return sentence.words
    .map(({ form, spaceAfter }, at) => form + (spaceAfter && at < sentence.words.length - 1 ? " " : ""))
    .join("");
}
