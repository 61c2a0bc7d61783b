import { html } from "hono/html";
import { counted } from "../../brief/wording.ts";
import type { DocumentRow } from "../../ledger/index.ts";
import type { Markup } from "./layout.ts";

export function documentsPage(documents: readonly DocumentRow[]): Markup {
  return html`<h1>Documents</h1>
<p class="count soft">${counted(documents.length, "document")}</p>
${documentTable(latestFirst(documents))}`;
}

/** Documents by publication day, the latest first, those without a day last. */
export function latestFirst(documents: readonly DocumentRow[]): DocumentRow[] {
  return [...documents].sort(
    (a, b) => (b.published ?? "").localeCompare(a.published ?? "") || (a.id < b.id ? -1 : 1),
  );
}

/** Documents as rows that lead to them. */
export function documentTable(documents: readonly DocumentRow[]): Markup {
  if (documents.length === 0)
    return html`<p>There is no document yet. Add some: <code>multivector add path/to/articles</code></p>`;
  const rows = documents.map(
    ({
      id,
      title,
      outlet,
      published,
      events,
      ties,
    }) => html`<tr><td class="tight">${published ?? "undated"}</td>
<td><a href="/documents/${id}">${title ?? id.slice(0, 14)}</a></td><td>${outlet ?? ""}</td>
<td class="number">${events}</td><td class="number">${ties}</td></tr>`,
  );
  return html`<div class="scroll"><table><thead><tr><th>Published</th><th>Title</th><th>Outlet</th>
<th class="number">Events</th><th class="number">Ties</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
