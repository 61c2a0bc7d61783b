import type { Brief, CommitmentNote } from "../brief.ts";
import { type Markup, markup } from "../markup.ts";
import { nothing, statementHtml } from "./pieces.ts";

export function commitmentsSection({ commitments, stateName }: Brief): Markup {
  if (commitments.length === 0)
    return nothing(`The texts name no commitment of ${stateName} towards these powers or an organisation.`);
  return markup`<ul class="commitments">${commitments.map(commitmentHtml)}</ul>`;
}

function commitmentHtml({ title, kept, verdict, statements }: CommitmentNote): Markup {
  const name = kept.replaceAll(" ", "-");
  return markup`<li><h3>${title}</h3>${verdict === null ? null : markup`<p class="verdict ${name}">${verdict}</p>`}${statements.map((statement) => markup`<p>${statementHtml(statement)}</p>`)}</li>
`;
}
