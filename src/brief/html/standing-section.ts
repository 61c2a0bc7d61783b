import type { Brief, Standing } from "../brief.ts";
import { type Markup, markup } from "../markup.ts";
import { measureRows } from "../measure-rows.ts";
import { DOMAIN_NAMES } from "../wording.ts";
import { statementHtml, table, valueCell } from "./pieces.ts";

/** Per domain: the sentence, its details, and one table of every measure. */
export function standingSection(brief: Brief, figure: Markup): Markup {
  return markup`${figure}
${brief.standings.map((standing) => domainHtml(standing))}${
  brief.comparisons.length > 0
    ? markup`<ul class="comparisons">${brief.comparisons.map((statement) => markup`<li>${statementHtml(statement)}</li>`)}</ul>\n`
    : null
}${measures(brief)}`;
}

function domainHtml({ domain, headline, details }: Standing): Markup {
  return markup`<div class="domain"><h3>${DOMAIN_NAMES[domain]}</h3>
<p class="headline">${statementHtml(headline)}</p>
${details.length > 0 ? markup`<ul>${details.map((statement) => markup`<li>${statementHtml(statement)}</li>`)}</ul>` : null}</div>
`;
}

/** A row for each measure and a column for each domain, so that it fits a phone. */
function measures({ standings, period }: Brief): Markup {
  const rows = measureRows(standings).map(
    ({ label, values }) => markup`<tr><th scope="row">${label}</th>${values.map(valueCell)}</tr>`,
  );
  return table(
    `Every measure by domain, ${period}, with 95% intervals`,
    ["Measure", ...standings.map(({ domain }) => DOMAIN_NAMES[domain])],
    rows,
    "figures",
  );
}
