import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Draft } from "./draft.ts";
import { blocksOf } from "./html-blocks.ts";
import { readMetadata } from "./html-metadata.ts";
import { datelineOf } from "./masthead.ts";
import * as messages from "./messages.ts";
import { oneLine } from "./normalise.ts";

const OUTER_TAGS = /<!doctype[^>]{0,400}>|<\/?(?:html|head|body)(?:\s[^>]{0,4000})?>/gi;
/** Readability's time grows with the cube of the nesting; pages made by people stay well below this. */
const DEEPEST = 150;

/** Reads a web page: its metadata, and of its text only the article, every block a paragraph of its own. */
export function draftOfHtml(source: string): Draft {
  const page = openPage(source);
  const metadata = readMetadata(page);
  const article = articleIn(page);
  const whole = article === null || article.blocks.length === 0;
  const blocks = withoutTitle(whole ? blocksOf(openPage(source).body) : article.blocks, metadata.title);
  const datelines = blocks.slice(0, 3).map(datelineOf);
  const dateline = datelines.find((found) => found !== null) ?? null;
  return {
    ...metadata,
    text: blocks.join("\n\n"),
    outlet: metadata.outlet ?? dateline?.outlet ?? null,
    author: metadata.author ?? article?.author ?? null,
    dates: [...metadata.dates, ...(dateline?.date ? [dateline.date] : [])],
    notes: whole && blocks.length > 0 ? [messages.wholePage] : [],
  };
}

/** The parser adds no missing html, head or body, so the page is put into a frame that has them. */
function openPage(source: string): globalThis.Document {
  const { document } = parseHTML(
    `<!doctype html><html><head></head><body>${source.replace(OUTER_TAGS, "")}</body></html>`,
  );
  document.head.append(...Array.from(document.querySelectorAll("title, meta, link, base")));
  return document;
}

function articleIn(
  page: globalThis.Document,
): { readonly blocks: readonly string[]; readonly author: string | null } | null {
  if (depthOf(page.body) > DEEPEST) return null;
  const article = new Readability<Node>(page, { serializer: (node) => node, disableJSONLD: true }).parse();
  if (!article?.content) return null;
  const author = oneLine(article.byline)?.replace(/^by\s+/i, "") ?? null;
  return {
    blocks: blocksOf(article.content),
    author: author !== null && author.length <= 100 && !/https?:/.test(author) ? author : null,
  };
}

/** How deep elements stand in one another, counted without recursion so that no page can exhaust the stack. */
function depthOf(root: Element): number {
  let deepest = 0;
  let level = [root];
  for (let depth = 1; level.length > 0 && depth <= DEEPEST + 1; depth++) {
    deepest = depth;
    level = level.flatMap((element) => Array.from(element.children));
  }
  return deepest;
}

function withoutTitle(blocks: readonly string[], title: string | null): readonly string[] {
  const [first = ""] = blocks;
  return title !== null && blocks.length > 1 && alike(first) === alike(title) ? blocks.slice(1) : blocks;
}

function alike(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
