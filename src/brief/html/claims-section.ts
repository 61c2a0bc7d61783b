import type { Brief, CheckedClaim } from "../brief.ts";
import { type Markup, markup } from "../markup.ts";
import { capital } from "../wording.ts";
import { citations, nothing } from "./pieces.ts";

/** Claims of the texts, each with the verdict of open data and the rows it rests on. */
export function claimsSection({ checkedClaims }: Brief): Markup {
  if (checkedClaims.length === 0)
    return nothing("The texts make no claim of this state that open data could answer.");
  return markup`${checkedClaims.map(claimHtml)}`;
}

function claimHtml({
  claim,
  sentence,
  entries,
  answer,
  because,
  before,
  caveats,
  rows,
  moreRows,
}: CheckedClaim): Markup {
  const more = moreRows > 0 ? markup`<li>and ${moreRows} more</li>` : null;
  return markup`<h3>${capital(answer)}: ${claim}</h3>
<p>${sentence === null ? null : markup`<q>${sentence}</q> `}${entries.length > 0 ? citations(entries) : null}</p>
<p>${because}${before === null ? null : ` ${before}`}</p>
${caveats.length === 0 ? null : markup`<p class="note">${caveats.join(" ")}</p>`}
${rows.length === 0 ? null : markup`<details><summary>Rows of the data</summary><ul>${rows.map((row) => markup`<li><code>${row}</code></li>`)}${more}</ul></details>`}
`;
}
