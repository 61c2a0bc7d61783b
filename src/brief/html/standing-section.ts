import type { Brief, Standing } from "../brief.ts";
import { type Markup, markup } from "../markup.ts";
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

function measures({ standings, powers, period }: Brief): Markup {
  const head = [
    "Domain",
    "Tilt",
    "Evenness",
    ...powers.map(({ name }) => `Cooperation with ${name}`),
    ...powers.map(({ name }) => `Conflict with ${name}`),
    ...powers.map(({ name }) => `Ties with ${name}`),
  ];
  const rows = standings.map(
    ({ domain, tilts, evenness, levels }) =>
      markup`<tr><th scope="row">${DOMAIN_NAMES[domain]}</th>${valueCell(tilts[0]!)}${valueCell(evenness)}${levels.map(({ cooperation }) => valueCell(cooperation))}${levels.map(({ conflict }) => valueCell(conflict))}${levels.map(({ ties }) => valueCell(ties))}</tr>`,
  );
  return table(`Every measure by domain, ${period}, with 95% intervals`, head, rows, "figures");
}
