import type { Brief, NumberedDocument } from "../brief.ts";
import { type Markup, markup } from "../markup.ts";
import { isWebAddress } from "../web-address.ts";
import { counted, dateInWords } from "../wording.ts";
import { citations, type DocumentLink, nothing } from "./pieces.ts";

/** The documents that the chronology cites, in full. */
export function documentsSection({ documents, counts }: Brief, link: DocumentLink | null): Markup {
  const others = counts.documents - documents.length;
  const rest =
    others > 0
      ? markup`<p class="note">${counted(others, "further document was", "further documents were")} read and ${others === 1 ? "says" : "say"} nothing about this state in the period.</p>`
      : null;
  if (documents.length === 0) return markup`${nothing("No document is cited.")}${rest}`;
  return markup`<ol class="documents">${documents.map((document) => documentHtml(document, link))}</ol>
${rest}`;
}

function documentHtml(document: NumberedDocument, link: DocumentLink | null): Markup {
  const { id, number, title, outlet, author, url, published, entries } = document;
  const name = title ?? "Untitled";
  const heading =
    link === null
      ? markup`<cite>${name}</cite>`
      : markup`<cite><a href="${link(id, 0, 0)}">${name}</a></cite>`;
  const safe = url !== null && isWebAddress(url) ? url : null;
  return markup`<li id="d${number}" value="${number}">${author === null ? null : `${author}: `}${heading}. ${outlet ?? "Outlet not named"}, ${published === null ? "not dated" : dateInWords(published)}.${url === null ? null : safe === null ? markup` ${url}` : markup` <a class="url" href="${safe}">${safe}</a>`} <span class="entries">Entries ${citations(entries)}</span> <span class="record">${id.slice(0, 14)}</span></li>
`;
}
