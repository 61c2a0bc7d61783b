import type { Draft } from "./draft.ts";
import { field, splitFrontMatter } from "./front-matter.ts";
import { readMasthead } from "./masthead.ts";
import { normaliseText } from "./normalise.ts";

/**
 * Reads a plain text: front matter is taken off; title line, byline and dateline are read but stay in the text,
 * where a reader sees them.
 */
export function draftOfText(source: string): Draft {
  const { matter, body } = splitFrontMatter(source);
  const text = normaliseText(body).replace(/^(?:[^\S\n]*\n)+/, "");
  const masthead = readMasthead(text);
  const date = field(matter, "date");
  return {
    text,
    title: field(matter, "title") ?? masthead.title,
    outlet: field(matter, "outlet") ?? masthead.outlet,
    author: field(matter, "author") ?? masthead.author,
    url: field(matter, "url"),
    dates: [...(date === null ? [] : [date]), ...masthead.dates],
    notes: [],
  };
}
