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

/** Words that are written as one, such as "don't": numbers of its first and last word, and how it is written. */
export interface ConlluMultiword {
  readonly first: number;
  readonly last: number;
  readonly form: string;
}

export interface ConlluSentence {
  /** Comment lines as they stand, each with its `#`. */
  readonly comments: readonly string[];
  readonly words: readonly ConlluWord[];
  readonly multiwords: readonly ConlluMultiword[];
}

/** A line that is not CoNLL-U; the message says which. */
export class ConlluError extends Error {}

/**
 * Reads CoNLL-U. Multiword tokens are kept beside their words, empty nodes are left out.
 * Throws a `ConlluError` with the line number where a line has not ten columns or a head is no number.
 */
export function readConllu(text: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let comments: string[] = [];
  let words: ConlluWord[] = [];
  let multiwords: ConlluMultiword[] = [];
  let spaceAfterMultiword = true;
  const finish = (): void => {
    if (words.length > 0) sentences.push({ comments, words, multiwords });
    comments = [];
    words = [];
    multiwords = [];
  };
  text.split(/\r?\n/).forEach((line, index) => {
    if (line === "") {
      finish();
      return;
    }
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
      const [from = 0, to = 0] = id.split("-").map(Number);
      multiwords.push({ first: from, last: to, form });
      spaceAfterMultiword = spaceAfter;
      return;
    }
    const number = words.length + 1;
    if (Number(id) !== number)
      throw new ConlluError(`Line ${index + 1} has the number "${id}" where ${number} should stand.`);
    const around = multiwords.at(-1);
    const after =
      around !== undefined && number <= around.last
        ? number === around.last && spaceAfterMultiword
        : spaceAfter;
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

/** The text that a sentence was written from: its words with their spaces, multiword tokens as they are written. */
export function textOf({ words, multiwords }: ConlluSentence): string {
  const starts = new Map(multiwords.map((multiword) => [multiword.first, multiword]));
  let text = "";
  for (let at = 0; at < words.length; at++) {
    const multiword = starts.get(at + 1);
    text += multiword?.form ?? words[at]?.form ?? "";
    if (multiword !== undefined) at = multiword.last - 1;
    if (words[at]?.spaceAfter && at < words.length - 1) text += " ";
  }
  return text;
}
