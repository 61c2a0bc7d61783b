import type { Brief, MeasuredCell, OpenData, OpenDataCell, OpenDataRow, Power } from "../brief.ts";
import { type Markup, markup } from "../markup.ts";
import { cellNotes, measuredAmount, missingInWords, provenance } from "../open-data-words.ts";
import type { Statement } from "../statement.ts";
import { amount, DOMAIN_NAMES, signed } from "../wording.ts";
import { nothing, statementHtml, table } from "./pieces.ts";

export function openDataSection({ openData, powers, stateName }: Brief): Markup {
  const { measured, rows, disagreements, leanings, shifts } = openData;
  if (rows.length === 0 && measured.length === 0)
    return nothing(`No open data on ${stateName} and these powers has been imported.`);
  return markup`${measured.length === 0 ? null : measuredTable(openData, powers)}
${list("", leanings)}
${list("When it changed", shifts)}
${disagreements.length > 0 ? list("Where it disagrees with the events", disagreements) : nothing("Where both can be compared, it lies within the intervals of the events.")}
${missingList(openData)}
${rows.length === 0 ? null : seriesTable(rows, powers, measured.length > 0)}
${sourceList(openData)}`;
}

function measuredTable({ measured }: OpenData, powers: readonly Power[]): Markup {
  const head = ["Domain", "Measure", ...powers.map(({ name }) => name), "Tilt"];
  const lines = measured.map(
    (row) =>
      markup`<tr><td>${DOMAIN_NAMES[row.domain]}</td><th scope="row">${row.label} <span class="interval">${provenance(row)}</span></th>${row.cells.map(measuredHtml)}${tiltHtml(row.tilt)}</tr>`,
  );
  return table("Measures computed from open data, each in its newest year", head, lines, "figures measured");
}

function measuredHtml(cell: MeasuredCell | null): Markup {
  if (cell === null) return missing();
  return markup`<td>${measuredAmount(cell.value)} <span class="interval">${cellNotes(cell)}</span></td>`;
}

function seriesTable(rows: readonly OpenDataRow[], powers: readonly Power[], folded: boolean): Markup {
  const head = ["Domain", "Series", ...powers.map(({ name }) => name), "Tilt", "Source"];
  const lines = rows.map(
    ({ domain, series, meaning, unit, cells, tilt, source }) =>
      markup`<tr><td>${domain === null ? "other" : DOMAIN_NAMES[domain]}</td><th scope="row">${series} <span class="interval">${meaning === null ? unit : `${meaning} (${unit})`}</span></th>${cells.map(cellHtml)}${tiltHtml(tilt)}<td>${source}</td></tr>`,
  );
  const body = table(
    "Open data as imported: the latest value in the period, and the first",
    head,
    lines,
    "figures open-data",
  );
  return folded
    ? markup`<details><summary>All imported series of the state and these powers</summary>${body}</details>`
    : body;
}

function cellHtml(cell: OpenDataCell | null): Markup {
  if (cell === null) return missing();
  const first = cell.first === null ? "" : `; ${amount(cell.first.value)} in ${cell.first.period}`;
  return markup`<td title="${cell.row}">${amount(cell.value)} <span class="interval">${cell.period}${first}</span></td>`;
}

function tiltHtml(tilt: number | null): Markup {
  return tilt === null
    ? markup`<td class="none"><span aria-label="none">–</span></td>`
    : markup`<td>${signed(tilt)}</td>`;
}

function missing(): Markup {
  return markup`<td class="none"><span aria-label="missing">–</span></td>`;
}

function list(heading: string, statements: readonly Statement[]): Markup | null {
  if (statements.length === 0) return null;
  return markup`${
    heading === ""
      ? null
      : markup`<h3>${heading}</h3>
`
  }<ul>${statements.map((statement) => markup`<li>${statementHtml(statement)}</li>\n`)}</ul>`;
}

function missingList(openData: OpenData): Markup | null {
  const words = missingInWords(openData);
  if (words.length === 0) return null;
  return markup`<h3>What open data do not say here</h3>
<ul>${words.map((line) => markup`<li>${line}</li>\n`)}</ul>`;
}

function sourceList({ sources }: OpenData): Markup | null {
  if (sources.length === 0) return null;
  return markup`<h3>Sources of the measures</h3>
<ul class="sources">${sources.map(
    ({ release, title, licence, cite, coverage }) =>
      markup`<li><b>${title}</b> (<code>${release}</code>).${cite === null ? null : ` ${cite}`}${coverage === null ? null : ` Covers: ${coverage}`}${licence === null ? null : ` Licence: ${licence}.`}</li>\n`,
  )}</ul>`;
}
