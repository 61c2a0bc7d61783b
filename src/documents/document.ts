import { createHash } from "node:crypto";
import { type Document, isPublicationDate, Problem } from "../vocabulary/index.ts";
import { languageOf } from "./language-of.ts";
import { normaliseText, oneLine } from "./normalise.ts";

/**
 * What a document is made of. `published` is an ISO day, or a month (2024-07) where the day is not known; what is not
 * known is null or left out.
 */
export interface DocumentParts {
  readonly text: string;
  readonly title?: string | null;
  readonly outlet?: string | null;
  readonly author?: string | null;
  readonly url?: string | null;
  readonly published?: string | null;
}

/**
 * Makes a document: the text is normalised once, here, and all offsets in every record count UTF-16 units of
 * `document.text` from then on. `id` is `d_` and the SHA-256 of that text, so the same words are the same document
 * whatever file they came in.
 *
 * `text` is what a reader of the source sees as running text. In a plain text or Markdown file that includes the
 * title line as its first paragraph; for HTML and JSON Lines the title is metadata and the text is the body alone.
 *
 * @throws {Problem} `broken-data` where `published` is no day or month of the calendar.
 *
 * @example
 * documentOf({ text: "Minsk and Beijing signed a deal.\r\n", published: "2024-07-08" }).text
 * // "Minsk and Beijing signed a deal."
 */
export function documentOf(parts: DocumentParts): Document {
  const text = normaliseText(parts.text);
  const published = parts.published ?? null;
  if (published !== null && !isPublicationDate(published))
    throw new Problem(
      "broken-data",
      `The publication date ${published} is no day or month of the calendar.`,
      "Give it as year, month and day, such as 2024-07-08, or leave out the day or all of it.",
    );
  return {
    id: `d_${createHash("sha256").update(text, "utf8").digest("hex")}`,
    title: oneLine(parts.title),
    outlet: oneLine(parts.outlet),
    author: oneLine(parts.author),
    url: oneLine(parts.url),
    published,
    language: languageOf(text).language,
    text,
  };
}
