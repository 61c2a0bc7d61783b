import type { Brief, Change, NumberedValue } from "../brief.ts";
import { measureRows } from "../measure-rows.ts";
import { counted, DOMAIN_NAMES } from "../wording.ts";
import { escaped, listText, statementText, tableText, valueText } from "./text.ts";

/** Standing, changes and commitments. */
export function answerParts(brief: Brief): string[] {
  return [...standingParts(brief), ...changeParts(brief), ...commitmentParts(brief)];
}

function standingParts({ standings, comparisons }: Brief): string[] {
  const head = ["Measure", ...standings.map(({ domain }) => DOMAIN_NAMES[domain])];
  const rows = measureRows(standings).map(({ label, values }) => [escaped(label), ...values.map(valueText)]);
  return [
    "## Where it stands",
    ...standings.flatMap(({ domain, headline, details }) => [
      `### ${DOMAIN_NAMES[domain]}`,
      statementText(headline),
      ...(details.length > 0 ? [listText(details.map(statementText))] : []),
    ]),
    ...(comparisons.length > 0 ? [listText(comparisons.map(statementText))] : []),
    tableText(head, rows),
  ];
}

function changeParts({ changes, series }: Brief): string[] {
  const of = (is: Change["is"]): string[] =>
    changes
      .filter((change) => change.is === is)
      .map(({ statement, because }) =>
        [statementText(statement), ...because.map((line) => `  - ${statementText(line)}`)].join("\n"),
      );
  const shifts = of("shift");
  const ties = of("tie");
  const years = series[0]?.points.map(({ value }) => value.period) ?? [];
  const rows = years.map((year, at) => [year, ...series.map(({ points }) => yearText(points[at]))]);
  return [
    "## What changed, and when",
    "### Shifts of the tilt",
    ...(shifts.length > 0 ? [listText(shifts)] : []),
    ...of("no shift"),
    "### Ties begun and ended",
    ties.length > 0 ? listText(ties) : "No text dates the beginning or the end of a tie in this period.",
    ...(rows.length > 0
      ? ["### Tilt by year", tableText(["Year", ...series.map(({ domain }) => DOMAIN_NAMES[domain])], rows)]
      : []),
  ];
}

function yearText(point: NumberedValue | undefined): string {
  if (point === undefined || point.value.value === null) return "–";
  return `${valueText(point)}, ${counted(point.value.stories, "story", "stories")}`;
}

function commitmentParts({ commitments, stateName }: Brief): string[] {
  const heading = "## Commitments, and whether they were honoured";
  if (commitments.length === 0)
    return [
      heading,
      `The texts name no commitment of ${escaped(stateName)} towards these powers or an organisation.`,
    ];
  return [
    heading,
    ...commitments.flatMap(({ title, verdict, statements }) => [
      `### ${escaped(title)}`,
      ...(verdict === null ? [] : [`**${verdict}.**`]),
      listText(statements.map(statementText)),
    ]),
  ];
}
