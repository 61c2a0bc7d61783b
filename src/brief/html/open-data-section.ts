import type { Brief, OpenDataCell } from "../brief.ts";
import { type Markup, markup } from "../markup.ts";
import { amount, DOMAIN_NAMES, signed } from "../wording.ts";
import { nothing, statementHtml, table } from "./pieces.ts";

export function openDataSection({ openData: { rows, disagreements }, powers, stateName }: Brief): Markup {
  if (rows.length === 0) return nothing(`No open data on ${stateName} and these powers has been imported.`);
  const head = ["Domain", "Series", ...powers.map(({ name }) => name), "Tilt", "Source"];
  const lines = rows.map(
    ({ domain, series, meaning, unit, cells, tilt, source }) =>
      markup`<tr><td>${domain === null ? "other" : DOMAIN_NAMES[domain]}</td><th scope="row">${series} <span class="interval">${meaning === null ? unit : `${meaning} (${unit})`}</span></th>${cells.map(cellHtml)}<td>${tilt === null ? "–" : signed(tilt)}</td><td>${source}</td></tr>`,
  );
  const contradictions =
    disagreements.length > 0
      ? markup`<h3>Where it disagrees with the events</h3>
<ul>${disagreements.map((statement) => markup`<li>${statementHtml(statement)}</li>\n`)}</ul>`
      : nothing("Where both can be compared, it lies within the intervals of the events.");
  return markup`${table("Open data beside the events: the latest value in the period, and the first", head, lines, "figures open-data")}
${contradictions}`;
}

function cellHtml(cell: OpenDataCell | null): Markup {
  if (cell === null) return markup`<td class="none"><span aria-label="missing">–</span></td>`;
  const first = cell.first === null ? "" : `; ${amount(cell.first.value)} in ${cell.first.period}`;
  return markup`<td title="${cell.row}">${amount(cell.value)} <span class="interval">${cell.period}${first}</span></td>`;
}
