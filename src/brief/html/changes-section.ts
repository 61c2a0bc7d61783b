import type { Brief, Change } from "../brief.ts";
import { type Markup, markup } from "../markup.ts";
import { intervalInWords, valueInWords } from "../numbers.ts";
import { counted, DOMAIN_NAMES } from "../wording.ts";
import { nothing, numberLink, statementHtml, table } from "./pieces.ts";

export function changesSection(brief: Brief, figure: Markup): Markup {
  const of = (is: Change["is"]): readonly Change[] => brief.changes.filter((change) => change.is === is);
  const shifts = of("shift");
  const ties = of("tie");
  return markup`${figure}
<h3>Shifts of the tilt</h3>
${shifts.length > 0 ? markup`<ul class="changes">${shifts.map(changeHtml)}</ul>` : null}
${of("no shift").map(({ statement }) => markup`<p class="note">${statementHtml(statement)}</p>\n`)}<h3>Ties begun and ended</h3>
${ties.length > 0 ? markup`<ul class="changes">${ties.map(changeHtml)}</ul>` : nothing("No text dates the beginning or the end of a tie in this period.")}
${seriesTable(brief)}`;
}

function changeHtml({ statement, because }: Change): Markup {
  return markup`<li><p>${statementHtml(statement)}</p>${
    because.length > 0
      ? markup`<ul class="because">${because.map((line) => markup`<li>${statementHtml(line)}</li>`)}</ul>`
      : null
  }</li>\n`;
}

function seriesTable({ series }: Brief): Markup | null {
  const years = series[0]?.points.map(({ value }) => value.period) ?? [];
  if (years.length === 0) return null;
  const rows = years.map((year, at) => {
    const cells = series.map(({ points }) => {
      const point = points[at];
      if (point === undefined || point.value.value === null)
        return markup`<td class="none"><span aria-label="no evidence">–</span></td>`;
      const interval = intervalInWords(point.value);
      const detail = `${interval === null ? "" : `${interval}, `}${counted(point.value.stories, "story", "stories")}`;
      return markup`<td>${numberLink(point.number, valueInWords(point.value))} <span class="interval">${detail}</span></td>`;
    });
    return markup`<tr><th scope="row">${year}</th>${cells}</tr>`;
  });
  return table(
    "Tilt by year, with 95% intervals",
    ["Year", ...series.map(({ domain }) => DOMAIN_NAMES[domain])],
    rows,
    "figures years",
  );
}
