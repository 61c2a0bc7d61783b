import type { Modality } from "../../vocabulary/index.ts";
import type { NumberedValue } from "../brief.ts";
import { type Markup, markup, together } from "../markup.ts";
import { intervalInWords, valueInWords } from "../numbers.ts";
import type { Piece, Statement } from "../statement.ts";
import { MODALITY_NAMES } from "../wording.ts";

/** The address of a half-open range of a document's text. */
export type DocumentLink = (documentId: string, start: number, end: number) => string;

export function statementHtml(statement: Statement): Markup {
  return together(statement.map(pieceHtml));
}

function pieceHtml(piece: Piece): Markup {
  switch (piece.is) {
    case "text":
      return markup`${piece.text}`;
    case "number":
      return numberLink(piece.id, piece.text);
    case "quote":
      return markup`<q>${piece.text}</q>`;
    case "cite":
      return citations(piece.entries);
  }
}

/** Links to entries of the chronology, as [3, 5]. */
export function citations(entries: readonly number[]): Markup {
  const links = entries.map((entry) => markup`<a href="#e${entry}">${entry}</a>`);
  return markup`<span class="cite">[${together(links, ", ")}]</span>`;
}

/** A number that leads to the records behind it. */
export function numberLink(id: string, text: string): Markup {
  return markup`<a class="number" href="#${id}">${text}</a>`;
}

/** A value with its interval, for a table's cell; a dash where there is no evidence. */
export function valueCell({ value, number }: NumberedValue): Markup {
  if (value.value === null) return markup`<td class="none"><span aria-label="no evidence">–</span></td>`;
  const interval = intervalInWords(value);
  return markup`<td>${numberLink(number, valueInWords(value))}${interval === null ? null : markup` <span class="interval">${interval}</span>`}</td>`;
}

const SIGNS: Readonly<Record<Modality, string>> = {
  asserted: "●",
  reported: "◌",
  planned: "▷",
  conditional: "◇",
  requested: "?",
  negated: "✕",
};

/** A modality as a sign, a word and a border, so that nothing hangs on colour. */
export function modalityBadge(modality: Modality): Markup {
  return markup`<span class="modality ${modality}"><span aria-hidden="true">${SIGNS[modality]}</span> ${MODALITY_NAMES[modality]}</span>`;
}

/** A table that scrolls sideways on a narrow screen rather than breaking the page. */
export function table(caption: string, head: readonly string[], rows: readonly Markup[], name = ""): Markup {
  return markup`<div class="table-scroll" role="region" aria-label="${caption}" tabindex="0"><table class="${name}"><caption>${caption}</caption>
<thead><tr>${head.map((cell) => markup`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${together(rows, "\n")}
</tbody></table></div>`;
}

/** What is shown where a section has nothing to tell. */
export function nothing(text: string): Markup {
  return markup`<p class="nothing">${text}</p>`;
}
