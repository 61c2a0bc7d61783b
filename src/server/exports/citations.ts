import type { DocumentRow } from "../../ledger/index.ts";

/** What is cited of a document. */
export type Cited = Pick<DocumentRow, "id" | "title" | "outlet" | "author" | "url" | "published">;

/** Documents as BibTeX; keys are the first digits of their ids, unknown fields are left out. */
export function bibtex(documents: readonly Cited[]): string {
  return documents
    .map(({ id, title, outlet, author, url, published }) => {
      const fields = [
        ["title", title === null ? null : `{${braced(title)}}`],
        ["author", author === null ? null : `{${braced(author)}}`],
        ["howpublished", outlet === null ? null : braced(outlet)],
        ["year", published?.slice(0, 4) ?? null],
        ["date", published],
        ["url", url === null ? null : url.replace(/[{}\\]/g, encodeURIComponent)],
      ].flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},`]));
      return [`@misc{${keyOf(id)},`, ...fields, "}", ""].join("\n");
    })
    .join("\n");
}

/** Text with what BibTeX would take for a command made harmless. */
function braced(text: string): string {
  const escaped: Readonly<Record<string, string>> = {
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
  };
  return text.replace(/[\\{}~^]/g, (sign) => escaped[sign] ?? sign).replace(/[&%$#_]/g, "\\$&");
}

/** Documents as CSL-JSON, which Zotero and pandoc read. */
export function cslJson(documents: readonly Cited[]): string {
  const items = documents.map(({ id, title, outlet, author, url, published }) => ({
    id: keyOf(id),
    type: "article-newspaper",
    ...(title === null ? {} : { title }),
    ...(author === null ? {} : { author: [{ literal: author }] }),
    ...(outlet === null ? {} : { "container-title": outlet }),
    ...(url === null ? {} : { URL: url }),
    ...(published === null ? {} : { issued: { "date-parts": [published.split("-").map(Number)] } }),
  }));
  return `${JSON.stringify(items, null, 2)}\n`;
}

function keyOf(id: string): string {
  return id.slice(0, 14);
}
