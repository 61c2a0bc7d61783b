import type { Brief } from "../brief.ts";
import { type Markup, markup } from "../markup.ts";
import { capital } from "../wording.ts";
import { modalityBadge, nothing, statementHtml } from "./pieces.ts";

/** What no text asserts, by modality. */
export function notEstablishedSection({ notEstablished }: Brief): Markup {
  if (notEstablished.length === 0)
    return nothing(
      "Everything on record is asserted: no text only plans, reports, supposes, asks for or denies it.",
    );
  return markup`<p>None of this is in a measure.</p>
${notEstablished.map(
  ({ modality, title, explanation, items }) =>
    markup`<h3>${title} ${modalityBadge(modality)}</h3>
<p class="note">${explanation}</p>
<ul>${items.map(({ statement }) => markup`<li>${statementHtml(statement)}</li>\n`)}</ul>
`,
)}`;
}

export function conflictsSection({ conflicts }: Brief): Markup {
  return markup`<ul>${conflicts.map((statement) => markup`<li>${statementHtml(statement)}</li>\n`)}</ul>`;
}

export function unknownSection({ unknowns }: Brief): Markup {
  if (unknowns.length === 0) return nothing("No gap was found in the records.");
  return markup`<ul>${unknowns.map(({ about, statement }) => markup`<li><b class="about">${capital(about)}.</b> ${statementHtml(statement)}</li>\n`)}</ul>`;
}
