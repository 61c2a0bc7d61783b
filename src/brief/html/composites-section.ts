import type { Brief } from "../brief.ts";
import { type Markup, markup } from "../markup.ts";
import { COMPOSITE_NOTE } from "../open-data-words.ts";
import { statementHtml } from "./pieces.ts";

/** Which power would come first in one number, and under how many weightings. */
export function compositesSection({ composites }: Brief): Markup {
  return markup`<p class="note">${COMPOSITE_NOTE}</p>
<ul>${composites.map(({ statement }) => markup`<li>${statementHtml(statement)}</li>\n`)}</ul>`;
}
