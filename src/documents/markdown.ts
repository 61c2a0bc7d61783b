import type { Draft } from "./draft.ts";
import { decodeEntities } from "./entities.ts";
import { field, splitFrontMatter } from "./front-matter.ts";
import { readMasthead } from "./masthead.ts";
import { normaliseText } from "./normalise.ts";

/** Reads Markdown: front matter is metadata, marks are taken out, every block becomes a paragraph of its own. */
export function draftOfMarkdown(source: string): Draft {
  const { matter, body } = splitFrontMatter(source);
  const { text, heading } = stripMarkdown(normaliseText(body));
  const masthead = readMasthead(text);
  const date = field(matter, "date");
  return {
    text,
    title: field(matter, "title") ?? heading ?? masthead.title,
    outlet: field(matter, "outlet") ?? masthead.outlet,
    author: field(matter, "author") ?? masthead.author,
    url: field(matter, "url"),
    dates: [...(date === null ? [] : [date]), ...masthead.dates],
    notes: [],
  };
}

const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?:\s+|$)/;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})\s*$/;
const RULE = /^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/;
const ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/;
const QUOTE = /^\s{0,3}(?:>\s?)+/;
const DEFINITION = /^ {0,3}\[[^\]^][^\]]*\]:\s*\S+/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/;

/** The words of a Markdown text, blocks apart by blank lines, and its first heading. Lines of a paragraph are joined. */
export function stripMarkdown(source: string): { readonly text: string; readonly heading: string | null } {
  const blocks: string[] = [];
  let open: string[] = [];
  let heading: string | null = null;
  let fenced = false;
  const close = (): void => {
    const block = inline(open.join(" ").replace(/\s+/g, " ").trim());
    if (block !== "") blocks.push(block);
    open = [];
  };
  for (const raw of withoutComments(source).split("\n")) {
    if (FENCE.test(raw)) {
      close();
      fenced = !fenced;
      continue;
    }
    if (fenced) {
      open.push(raw);
      continue;
    }
    const quote = QUOTE.test(raw);
    const line = raw.replace(QUOTE, "");
    const title = HEADING.test(line);
    if (line.trim() === "" || TABLE_RULE.test(line) || DEFINITION.test(line)) close();
    else if (title) {
      close();
      open.push(
        line
          .replace(HEADING, "")
          .trimEnd()
          .replace(/(?<!\S)#+$/, ""),
      );
      close();
      heading ??= blocks.at(-1) ?? null;
    } else if (open.length === 1 && !quote && UNDERLINE.test(line)) {
      close();
      heading ??= blocks.at(-1) ?? null;
    } else if (RULE.test(line)) close();
    else {
      if (ITEM.test(line) || line.trimStart().startsWith("|")) close();
      open.push(
        line
          .replace(ITEM, "")
          .replace(/^\s*\||\|\s*$/g, "")
          .replace(/\s*\|\s*/g, line.includes("|") ? ", " : "|"),
      );
      if (/ {2,}$|\\$/.test(raw)) close();
    }
  }
  close();
  return { text: blocks.join("\n\n"), heading };
}

function inline(text: string): string {
  const plain = text
    .replace(/!\[[^\]]{0,500}\](?:\([^()\s]*(?:\s+"[^"]*")?\)|\[[^\]]*\])/g, "")
    .replace(/\[\^[^\]]+\]:?/g, "")
    .replace(/\[([^[\]]*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)?(?:\s+["'][^)]*["'])?\)/g, "$1")
    .replace(/\[([^[\]]+)\]\[[^\]]*\]/g, "$1")
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]+)>/g, "$1")
    .replace(/<\/?[A-Za-z][^<>]*>/g, "")
    .replace(/`+/g, "")
    .replace(
      /(?<![\\\p{L}\p{N}*_~])[*_~]+(?=\S)|(?<=[^\s\\])(?:\*+|~~)|(?<=[^\s\\_])_+(?![\p{L}\p{N}_])/gu,
      "",
    )
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
  return decodeEntities(plain).replace(/\s+/g, " ").trim();
}

/** Cuts comments out by searching, as a pattern would look through all the text again for each one left open. */
function withoutComments(source: string): string {
  let kept = "";
  let from = 0;
  for (let at = source.indexOf("<!--"); at >= 0; at = source.indexOf("<!--", from)) {
    const end = source.indexOf("-->", at);
    if (end < 0) break;
    kept += source.slice(from, at);
    from = end + 3;
  }
  return kept + source.slice(from);
}
