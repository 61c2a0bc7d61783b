/** Marks that show nothing: byte order marks, zero-width spaces, soft hyphens, writing-direction and control characters. */
const INVISIBLE =
  /(?![\n\t])\p{Cc}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu;
const LINE_END = /\r\n?|\u0085|\u2028/g;
const PARAGRAPH_END = /\u2029|[\v\f]/g;
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * The one form in which a document's text is kept, hashed and counted: Unicode NFC, lines ended by LF, every kind
 * of space written as a plain one, marks that show nothing taken out, halves of surrogate pairs replaced by U+FFFD,
 * no white space at the end. The joiners U+200C and U+200D stay, as words are spelled with them. Applying it twice
 * changes nothing more.
 */
export function normaliseText(text: string): string {
  return text
    .replace(LINE_END, "\n")
    .replace(PARAGRAPH_END, "\n\n")
    .replace(SPACE, " ")
    .replace(INVISIBLE, "")
    .replace(LONE_SURROGATE, "\ufffd")
    .normalize("NFC")
    .trimEnd();
}

/** One line of metadata: normalised, runs of white space as one; null where nothing is left. */
export function oneLine(text: string | null | undefined): string | null {
  const line = normaliseText(text ?? "")
    .replace(/\s+/g, " ")
    .trim();
  return line === "" ? null : line;
}
